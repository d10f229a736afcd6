package compose

import (
	"slices"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/period"
)

// againstTargets draws results against the targets of their periods, with the
// time gone by. Rates and what should become less have no completion; they are
// told in figures. An indicator without a target, which load reports, is left
// out.
func (c *composer) againstTargets(d *document.Chart, indicators []*dataset.Indicator) {
	done, goal := document.Series{Name: "完成"}, document.Series{Name: "目标"}
	var ends []period.Period
	for _, i := range indicators {
		p := c.latestProgress(i)
		if p.Target == nil {
			continue
		}
		d.Categories = append(d.Categories, i.Name.Value)
		target := c.valueCell(p.Target)
		goal.Cells = append(goal.Cells, target)
		result, rate := document.Cell{}, ""
		if p.Result != nil {
			result = c.valueCell(p.Result)
			ends = append(ends, p.Result.Period)
		}
		if p.Printed != nil {
			rate = c.percentCell(p.Printed).Text
		}
		if result.Number != nil && onOneScale(result.Unit, target.Unit) {
			result = inUnit(result, target.Unit)
		}
		done.Cells = append(done.Cells, result)
		done.Rates = append(done.Rates, rate)
		var gone document.Elapsed
		if p.Elapsed != nil {
			gone = document.Elapsed{Part: p.Elapsed, Text: c.percentCell(p.Elapsed).Text}
		}
		d.Elapsed = append(d.Elapsed, gone)
	}
	d.Series = []document.Series{done, goal}
	if len(ends) > 0 && !slices.ContainsFunc(ends, func(p period.Period) bool { return p != ends[0] }) {
		tellPeriod(d, ends[0])
	}
}

// latestProgress is how far an indicator has come: as it was reckoned, else with its
// target and the latest result that there is; zero if it has no target.
func (c *composer) latestProgress(i *dataset.Indicator) check.Progress {
	var last check.Progress
	for _, p := range c.r.Progress {
		if p.Target.Indicator == i {
			last = p
		}
	}
	if last.Target != nil {
		return last
	}
	for _, o := range i.Observations {
		switch {
		case o.Status == dataset.Target:
			last.Target = o
		case last.Result == nil || o.Period.Compare(last.Result.Period) > 0:
			last.Result = o
		}
	}
	if last.Result != nil && last.Target != nil {
		if _, _, within := last.Target.Period.StartsWith(last.Result.Period); !within {
			last.Result = nil
		}
	}
	return last
}
