package load

import (
	"strconv"

	"go.yaml.in/yaml/v3"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// indicatorDraft is an indicator being read.
type indicatorDraft struct {
	made         *dataset.Indicator
	formula      entry
	share, names entry
	observations entry
	inline       observationDraft
}

var anIndicator = diag.Say("指标", "an indicator")

func (r *reader) indicators(e entry, s *dataset.Section) {
	for _, element := range r.list(e) {
		d := indicatorDraft{made: &dataset.Indicator{Section: s}}
		if !readMapping(r, element, anIndicator, indicatorKeys, &d) {
			continue
		}
		r.finish(&d, element.value)
		if d.made.ID.Value != "" {
			r.unique(r.ids, d.made.ID)
			s.Indicators = append(s.Indicators, d.made)
		}
	}
}

// finish reads what depends on other keys of the indicator.
func (r *reader) finish(d *indicatorDraft, n *yaml.Node) {
	i := d.made
	i.Place = i.ID.Place
	if i.ID.Value == "" {
		i.Place = r.place(n)
	}
	base := observationBase{computed: d.formula.value != nil || d.share.value != nil}
	if d.inline.unit.value != nil {
		i.Unit = r.unit(d.inline.unit)
		base.unit = i.Unit
	}
	if d.inline.decimals.value != nil {
		base.precision = r.decimals(d.inline.decimals)
		if base.precision.Given && !base.precision.Exact {
			i.Decimals = &base.precision.Decimals
		}
	}
	d.inline.unit, d.inline.decimals = entry{}, entry{} // said for all now
	if d.formula.value != nil {
		i.Formula = r.formula(d.formula)
	}
	if d.share.value != nil {
		r.share(d)
	}
	if d.names.value != nil {
		i.Names = r.texts(d.names)
		i.NamesPlace = r.place(d.names.value)
		r.namedTwice(i.Names)
	}
	if d.observations.value == nil {
		r.observe(i, &d.inline, base, n)
		return
	}
	r.listed(d, base)
}

// listed reads `observations`. Unit, decimals, source and note of the indicator
// hold for each that does not say its own; what can only be said of one
// observation must stand in one.
func (r *reader) listed(d *indicatorDraft, base observationBase) {
	for _, e := range []entry{d.inline.period, d.inline.value, d.inline.status, d.inline.yoy, d.inline.pop, d.inline.rank} {
		if e.key == nil {
			continue
		}
		r.found.add(diag.Finding{Code: diag.WrongShape, Severity: diag.Error, Place: r.place(e.key),
			Message: diag.Say("有了 observations，“%s”要写在其中一条里", "with observations given, %q belongs into one of them", e.key.Value),
			Related: []diag.Related{{Place: r.place(d.observations.key), Note: diag.Say("observations 在这里", "the observations are here")}}})
	}
	base.source, base.note = d.inline.source, d.inline.note
	for _, element := range r.list(d.observations) {
		var o observationDraft
		if readMapping(r, element, diag.Say("观测值", "an observation"), listedObservationKeys, &o) {
			r.observe(d.made, &o, base, element.value)
		}
	}
}

func (r *reader) share(d *indicatorDraft) {
	f, place, ok := r.figure(d.share, figure.Options{Rounding: r.ds.Rounding})
	if !ok {
		return
	}
	if f.Absent != figure.Present || f.Unit.Dimension != figure.Ratio {
		r.report(diag.BadUnit, place, diag.Say("占比应是百分数，写的是“%s”", "a share is a percentage, not %q", shortened(d.share.value.Value)),
			diag.Hint{Kind: "percent", Message: diag.Say("写作 70%", "write 70%")})
		return
	}
	d.made.Share = &dataset.Rate{Figure: f, Place: place}
	if d.made.Of == nil {
		r.report(diag.MissingKey, r.place(d.share.key), diag.Say("有占比而没有“of”：不知是哪个总体的占比",
			"a share needs \"of\": of which whole is it?"))
	}
}

// rank reads a place in an order, the first being 1.
func (r *reader) rank(e entry) *dataset.Rank {
	t, ok := r.scalar(e)
	if !ok {
		return nil
	}
	n, err := strconv.Atoi(t.Value)
	if err != nil || n < 1 || strconv.Itoa(n) != t.Value {
		r.report(diag.BadValue, t.Place, diag.Say("位次应是从 1 起的整数，写的是“%s”", "a rank is a whole number from 1, not %q", shortened(t.Value)))
		return nil
	}
	return &dataset.Rank{Value: n, Place: t.Place}
}
