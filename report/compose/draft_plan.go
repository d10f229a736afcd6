package compose

import (
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// targets tells the targets that no result is set against, those of one period in
// one sentence: 2021年，全区力争产值过亿元企业达到35家.
func (d *drafter) targets() {
	var periods []period.Period
	grouped := map[period.Period][]string{}
	for _, i := range d.section.Indicators {
		for _, o := range i.Observations {
			if o.Status != dataset.Target || d.worksTowards(o) {
				continue
			}
			f := d.figure(o.Ref(), o.Figure)
			if f.Absent != figure.Present {
				continue
			}
			if grouped[o.Period] == nil {
				periods = append(periods, o.Period)
			}
			grouped[o.Period] = append(grouped[o.Period], d.aim(o, f))
		}
	}
	for _, p := range periods {
		d.say(p.Chinese() + "，" + d.region() + "力争" + strings.Join(grouped[p], "，"))
	}
}

// worksTowards reports whether a result is told with the target.
func (d *drafter) worksTowards(target *dataset.Observation) bool {
	return slices.ContainsFunc(d.towards[target], func(result *dataset.Observation) bool { return d.told[result] })
}

func (d *drafter) aim(o *dataset.Observation, f figure.Figure) string {
	name, word := o.Indicator.Name.Value, "达到"
	if f.Hedge != figure.Plain || saysVerb(name) {
		word = joint(name, f)
	}
	return name + word + f.String() + d.marks(o)
}

// mostGroups is how many groups of a table's rows a draft tells.
const mostGroups = 8

// tables tells what tables add up to, unless an indicator says it, and their
// groups.
func (d *drafter) tables() {
	for _, t := range d.section.Tables {
		name := t.Title.Value
		if t.Sample {
			name += sampleMark
		}
		grouped := map[*dataset.Column][]*dataset.Total{}
		for _, total := range t.Totals {
			switch len(total.Where) {
			case 0:
				if said := d.total(t, total); said != "" && !d.isToldOf(t) {
					d.say(name + said)
				}
			case 1:
				column := total.Where[0].Column
				grouped[column] = append(grouped[column], total)
			}
		}
		for _, column := range t.Columns {
			if groups := d.groups(t, grouped[column]); groups != "" {
				d.say(name + "按" + column.Title.Value + "分，" + groups)
				name = "" // the next sentence goes on
				if t.Sample {
					name = strings.Trim(sampleMark, "（）") + "中，"
				}
			}
		}
	}
}

// isToldOf reports whether an indicator of the section is reckoned from a table.
func (d *drafter) isToldOf(t *dataset.Table) bool {
	for _, i := range d.section.Indicators {
		if i.Formula != nil && mentions(i.Formula.Text, t.ID.Value) {
			return true
		}
	}
	return false
}

// total is a total of all rows: 共60个，合计总投资352亿元、年内计划120亿元.
func (d *drafter) total(t *dataset.Table, total *dataset.Total) string {
	var said []string
	if count := d.countOf(t, total); count != "" {
		said = append(said, "共"+count)
	}
	var sums []string
	for _, v := range total.Values {
		if sum := d.sumIn(t, total, v); sum != "" {
			sums = append(sums, v.Column.Title.Value+sum)
		}
	}
	if len(sums) > 0 {
		said = append(said, "合计"+strings.Join(sums, "、"))
	}
	return strings.Join(said, "，")
}

// groups are the totals by one column: 省级7个，总投资181.5亿元；市级19个.
func (d *drafter) groups(t *dataset.Table, totals []*dataset.Total) string {
	if len(totals) < 2 || len(totals) > mostGroups {
		return ""
	}
	var all []string
	for _, total := range totals {
		said := total.Where[0].Value.Value + d.countOf(t, total)
		for _, v := range total.Values {
			if sum := d.sumIn(t, total, v); sum != "" {
				if d.countOf(t, total) != "" {
					said += "，"
				}
				said += v.Column.Title.Value + sum
				break
			}
		}
		all = append(all, said)
	}
	return strings.Join(all, "；")
}

func (d *drafter) countOf(t *dataset.Table, total *dataset.Total) string {
	if total.Count == nil {
		return ""
	}
	f := d.figure(t.TotalRef(total, nil), total.Count.Figure)
	if f.Absent != figure.Present {
		return ""
	}
	return figure.Decimal(f.Number) + countUnit(f)
}

func (d *drafter) sumIn(t *dataset.Table, total *dataset.Total, v dataset.TotalValue) string {
	f := d.figure(t.TotalRef(total, v.Column), v.Figure)
	switch {
	case f.Absent != figure.Present:
		return ""
	case f.Hedge != figure.Plain:
		return f.String()
	}
	return figure.Decimal(f.Number) + f.Unit.Symbol
}
