package compose

import (
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/figure"
)

// mostKeyFigures is what a reader takes in at a glance.
const mostKeyFigures = 6

// keyFigures are the figures shown before all else, chosen by rule: those with
// a change on a year earlier (同比) first, then totals (those with a formula),
// then the first figure of each section; of each kind in the order of the data,
// six together. They stand in the order of the data. Targets are no results and
// are left out, and so is what has no value of its own.
func (c *composer) keyFigures() []document.KeyFigure {
	all := c.currentFigures()
	var chosen []*dataset.Observation
	for _, fits := range []func(o *dataset.Observation) bool{
		func(o *dataset.Observation) bool { return o.YoY != nil },
		func(o *dataset.Observation) bool { return o.Indicator.Formula != nil },
		func(o *dataset.Observation) bool { return firstOfSection(all, o) },
	} {
		for _, o := range all {
			if len(chosen) < mostKeyFigures && fits(o) && !slices.Contains(chosen, o) {
				chosen = append(chosen, o)
			}
		}
	}
	var out []document.KeyFigure
	for _, o := range all {
		if slices.Contains(chosen, o) {
			out = append(out, c.keyFigure(o))
		}
	}
	return out
}

// currentFigures are each indicator's result of the reference period, or the
// latest given.
func (c *composer) currentFigures() []*dataset.Observation {
	var all []*dataset.Observation
	for _, i := range c.d.Indicators() {
		o := i.Current(c.d.Period)
		if o != nil && o.Status != dataset.Target && c.figure(o.Ref(), o.Figure).Absent == figure.Present {
			all = append(all, o)
		}
	}
	return all
}

func firstOfSection(all []*dataset.Observation, o *dataset.Observation) bool {
	for _, other := range all {
		if other.Indicator.Section == o.Indicator.Section {
			return other == o
		}
	}
	return false
}

func (c *composer) keyFigure(o *dataset.Observation) document.KeyFigure {
	k := document.KeyFigure{
		Name:   o.Indicator.Name.Value,
		Period: o.Period.Chinese(),
		Text:   c.figure(o.Ref(), o.Figure).String(),
	}
	if o.YoY != nil {
		k.Change = changeOn("同比", o.YoY.Change, isLower(o))
	}
	return k
}
