package compose

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// indicatorCharts draws indicators: against their targets, or by what they are
// now, or over their periods.
func (c *composer) indicatorCharts(ch *dataset.Chart) []document.Chart {
	var all []*dataset.Indicator
	for _, id := range ch.Of {
		if i := c.byID[id.Value]; i != nil && !slices.Contains(all, i) {
			all = append(all, i)
		}
	}
	groups := [][]*dataset.Indicator{all}
	if ch.Type != string(document.ProgressChart) {
		groups = alike(all, c.chartUnit)
	}
	var drawn []document.Chart
	for _, group := range groups {
		d := document.Chart{Type: document.ChartType(ch.Type), Title: ch.Title.Value}
		switch {
		case d.Title == "":
			d.Title = joinedNames(indicatorNames(group))
		case len(groups) > 1 && len(group) == 1:
			d.Title += "：" + group[0].Name.Value
		}
		switch d.Type {
		case document.ProgressChart:
			c.againstTargets(&d, group)
		case document.ShareChart:
			c.parts(&d, group)
		case document.RankingChart:
			c.now(&d, group)
			rank(&d, !slices.ContainsFunc(group, func(i *dataset.Indicator) bool { return i.Better != dataset.Lower }))
		case document.LineChart:
			c.overPeriods(&d, group, periodsOf(group))
		default:
			c.bars(&d, group)
		}
		if d.Type != document.ProgressChart {
			shareUnit(d.Series)
		}
		drawn = append(drawn, d)
	}
	return drawn
}

func indicatorNames(indicators []*dataset.Indicator) []string {
	names := make([]string, len(indicators))
	for k, i := range indicators {
		names[k] = i.Name.Value
	}
	return names
}

// chartUnit is the unit of an indicator's first figure.
func (c *composer) chartUnit(i *dataset.Indicator) figure.Unit {
	for _, o := range i.Observations {
		if cell := c.chartCell(o); cell.Number != nil {
			return cell.Unit
		}
	}
	return unitOf(i.Unit)
}

// chartCell is an observation's figure as a chart writes it: as published, and
// said to be one if it is a target or an estimate. The observation may be nil.
func (c *composer) chartCell(o *dataset.Observation) document.Cell {
	if o == nil {
		return document.Cell{}
	}
	cell := c.valueCell(o)
	switch {
	case cell.Number == nil && o.Figure.Absent == figure.Unknown:
		return document.Cell{} // a rank in its place is no length
	case cell.Number != nil && (o.Status == dataset.Target || o.Status == dataset.Estimate):
		cell.Text += "（" + statusWords[o.Status] + "）"
	}
	return cell
}

func periodsOf(indicators []*dataset.Indicator) []period.Period {
	var periods []period.Period
	for _, i := range indicators {
		for _, o := range i.Observations {
			if !slices.Contains(periods, o.Period) {
				periods = append(periods, o.Period)
			}
		}
	}
	slices.SortFunc(periods, period.Period.Compare)
	return periods
}

// overPeriods draws each indicator as a series over periods.
func (c *composer) overPeriods(d *document.Chart, indicators []*dataset.Indicator, periods []period.Period) {
	if d.Type == document.BarChart && len(periods) > mostRows {
		d.Note = fmt.Sprintf("共%d期，图中为最近%d期，其余见表。", len(periods), mostRows)
		periods = periods[len(periods)-mostRows:]
	}
	for _, p := range periods {
		d.Categories = append(d.Categories, p.Chinese())
	}
	for _, i := range indicators {
		s := document.Series{Name: i.Name.Value}
		for _, p := range periods {
			s.Cells = append(s.Cells, c.chartCell(i.In(p)))
		}
		d.Series = append(d.Series, s)
	}
}

// bars draws the periods of indicators beside each other:
//   - several indicators of one period, or of two, each with its bars: this
//     period beside a year earlier;
//   - one indicator whose every part of this year has its like a year earlier,
//     those beside each other;
//   - else the indicators side by side in each period.
func (c *composer) bars(d *document.Chart, indicators []*dataset.Indicator) {
	periods := periodsOf(indicators)
	switch {
	case len(indicators) > 1 && len(periods) <= 2:
		for _, i := range indicators {
			d.Categories = append(d.Categories, i.Name.Value)
		}
		for k, p := range periods {
			s := document.Series{Name: p.Chinese(), Earlier: k == 0 && len(periods) == 2}
			for _, i := range indicators {
				s.Cells = append(s.Cells, c.chartCell(i.In(p)))
			}
			d.Series = append(d.Series, s)
		}
		if len(periods) == 1 {
			tellPeriod(d, periods[0])
		}
	case len(indicators) == 1 && inPairs(periods):
		c.besideYearEarlier(d, indicators[0], periods)
	default:
		c.overPeriods(d, indicators, periods)
	}
}

// inPairs reports whether periods are the same parts of two years.
func inPairs(periods []period.Period) bool {
	if len(periods) < 4 || len(periods)%2 != 0 {
		return false
	}
	half := len(periods) / 2
	for k, p := range periods[half:] {
		if p.Months() == 0 || p.Months() >= 12 || p.YearEarlier() != periods[k] || p.Year() != periods[half].Year() {
			return false
		}
	}
	return true
}

func (c *composer) besideYearEarlier(d *document.Chart, i *dataset.Indicator, periods []period.Period) {
	half := len(periods) / 2
	for k, year := range [][]period.Period{periods[:half], periods[half:]} {
		name := fmt.Sprintf("%d年", year[0].Year())
		s := document.Series{Name: name, Earlier: k == 0}
		for _, p := range year {
			if k == 0 {
				d.Categories = append(d.Categories, strings.TrimPrefix(p.Chinese(), name))
			}
			s.Cells = append(s.Cells, c.chartCell(i.In(p)))
		}
		d.Series = append(d.Series, s)
	}
}

// now draws what each indicator is in the period of the file, else in its
// latest, which its name then tells.
func (c *composer) now(d *document.Chart, indicators []*dataset.Indicator) {
	var shown []*dataset.Observation
	for _, i := range indicators {
		if o := i.Current(c.d.Period); o != nil {
			shown = append(shown, o)
		}
	}
	if len(shown) == 0 {
		return
	}
	common := !slices.ContainsFunc(shown, func(o *dataset.Observation) bool { return o.Period != shown[0].Period })
	s := document.Series{Name: "数值"}
	for _, o := range shown {
		name := o.Indicator.Name.Value
		if !common {
			name += "（" + o.Period.Chinese() + "）"
		}
		d.Categories = append(d.Categories, name)
		s.Cells = append(s.Cells, c.chartCell(o))
	}
	if common {
		tellPeriod(d, shown[0].Period)
	}
	d.Series = append(d.Series, s)
}

// tellPeriod says a period of all figures, unless the title does.
func tellPeriod(d *document.Chart, p period.Period) {
	if name := p.Chinese(); !strings.Contains(d.Title, name) {
		d.Period = name
	}
}
