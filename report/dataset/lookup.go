package dataset

import (
	"jianbao/report/figure"
	"jianbao/report/period"
)

// Indicators are all indicators in the order of the data.
func (d *Dataset) Indicators() []*Indicator {
	var all []*Indicator
	for _, s := range d.Sections {
		all = append(all, s.Indicators...)
	}
	return all
}

// Tables are all tables in the order of the data.
func (d *Dataset) Tables() []*Table {
	var all []*Table
	for _, s := range d.Sections {
		all = append(all, s.Tables...)
	}
	return all
}

// Indicator is the indicator with that id, or nil.
func (d *Dataset) Indicator(id string) *Indicator {
	for _, s := range d.Sections {
		for _, i := range s.Indicators {
			if i.ID.Value == id {
				return i
			}
		}
	}
	return nil
}

// Earlier is an indicator's figure of a period that this issue does not give and the
// issue before does, else nil. A preliminary one may have been revised since, and one
// in an unlike unit measures something else: nothing is held against them.
func (d *Dataset) Earlier(i *Indicator, p period.Period) *Observation {
	if d.PreviousIssue == nil || i.In(p) != nil {
		return nil
	}
	before := d.PreviousIssue.Indicator(i.ID.Value)
	if before == nil {
		return nil
	}
	o := before.In(p)
	if o == nil || o.Status != Actual || o.Figure.Absent != figure.Present {
		return nil
	}
	for _, now := range i.Observations {
		if now.Figure.Absent == figure.Present && !now.Figure.Unit.Like(o.Figure.Unit) {
			return nil
		}
	}
	return o
}

// Table is the table with that id, or nil. MembersID is the table of members in
// the file's period.
func (d *Dataset) Table(id string) *Table {
	if id == MembersID && len(d.MemberTables) > 0 {
		return d.MemberTables[0]
	}
	for _, s := range d.Sections {
		for _, t := range s.Tables {
			if t.ID.Value == id {
				return t
			}
		}
	}
	return nil
}

// In is the first observation of a period that is no target, else the first, or
// nil.
func (i *Indicator) In(p period.Period) *Observation {
	var target *Observation
	for _, o := range i.Observations {
		switch {
		case o.Period != p:
		case o.Status != Target:
			return o
		case target == nil:
			target = o
		}
	}
	return target
}

// Current is the observation that a bare name means: that of period p, else of
// the latest period given, a target only if there is no result. It is nil if there
// are none.
func (i *Indicator) Current(p period.Period) *Observation {
	if o := i.In(p); o != nil {
		return o
	}
	var latest *Observation
	for _, o := range i.Observations {
		switch {
		case latest == nil || latest.Status == Target && o.Status != Target:
			latest = o
		case latest.Status != Target && o.Status == Target:
		case o.Period.Compare(latest.Period) > 0:
			latest = o
		}
	}
	return latest
}
