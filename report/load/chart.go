package load

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// chartDraft is a chart being read.
type chartDraft struct {
	made      *dataset.Chart
	of, where entry
}

func (r *reader) readCharts(e entry, s *dataset.Section) {
	for _, element := range r.list(e) {
		d := chartDraft{made: &dataset.Chart{Place: r.place(element.value)}}
		if !readMapping(r, element, diag.Say("图", "a chart"), chartKeys, &d) {
			continue
		}
		s.Charts = append(s.Charts, d.made)
		r.charts = append(r.charts, d)
	}
}

// bindCharts looks up what charts name, which may stand anywhere in the file.
func (r *reader) bindCharts() {
	var indicators, tables names
	for _, i := range r.ds.Indicators() {
		indicators.add(i.ID.Value)
	}
	for _, t := range r.ds.Tables() {
		tables.add(t.ID.Value)
	}
	for _, c := range r.charts {
		chart := c.made
		switch {
		case r.membersChart(c):
		case c.of.value != nil && chart.Table.Value != "":
			r.report(diag.WrongShape, r.place(c.of.key), diag.Say("图有 table 就不能再有 of", "a chart has of or table, not both"))
		case c.of.value != nil:
			for _, id := range chart.Of {
				if r.known(id, indicators, diag.Say("没有指标“%s”", "there is no indicator %q", shortened(id.Value))) && chart.Type == progressChart {
					r.hasTarget(id)
				}
			}
		case chart.Table.Value == "":
			r.report(diag.MissingKey, chart.Place, diag.Say("图缺少 of 或 table", "a chart lacks of or table"))
		case r.known(chart.Table, tables, diag.Say("没有表“%s”", "there is no table %q", shortened(chart.Table.Value))):
			r.bindTableChart(c, r.ds.Table(chart.Table.Value))
		}
	}
}

// bindTableChart looks up a chart's columns; the key column labels the marks
// where no other is named.
func (r *reader) bindTableChart(c chartDraft, t *dataset.Table) {
	var all, figures names
	for _, column := range t.Columns {
		all.add(column.ID.Value)
		if column.Numeric {
			figures.add(column.ID.Value)
		}
		if column.Key && c.made.Label.Value == "" {
			c.made.Label = dataset.Text{Value: column.ID.Value, Place: c.made.Table.Place}
		}
	}
	if c.made.Label.Value != "" {
		r.known(c.made.Label, all, diag.Say("表“%s”没有列“%s”", "the table %q has no column %q", t.ID.Value, shortened(c.made.Label.Value)))
	}
	if len(c.made.Values) == 0 {
		r.report(diag.MissingKey, c.made.Place, diag.Say("按表画的图缺少“values”", "a chart of a table lacks \"values\""))
	}
	for _, v := range c.made.Values {
		r.known(v, figures, diag.Say("表“%s”没有数值列“%s”", "the table %q has no column of figures %q", t.ID.Value, shortened(v.Value)))
	}
	if c.made.Type == progressChart && len(c.made.Values) != 0 && len(c.made.Values) != 2 {
		r.report(diag.WrongShape, c.made.Values[0].Place, diag.Say("按表画的进度图，values 应为两列：完成数和目标数；这里有%d列",
			"a progress chart of a table has two columns in values, results and targets, not %d", len(c.made.Values)))
	}
	if c.where.value != nil {
		c.made.Where = r.conditions(c.where, t)
	}
}

// progressChart is the type of chart that sets results against targets.
const progressChart = "progress"

// hasTarget reports an indicator of a progress chart that has no target to be
// set against.
func (r *reader) hasTarget(id dataset.Text) {
	for _, o := range r.ds.Indicator(id.Value).Observations {
		if o.Status == dataset.Target {
			return
		}
	}
	r.report(diag.MissingKey, id.Place, diag.Say("进度图中的指标“%s”没有目标：给它加一个 status: target 的观测值，或换一种图",
		"the indicator %q of a progress chart has no target: give it an observation with status: target, or draw another chart", shortened(id.Value)))
}

// known reports a name that nothing has.
func (r *reader) known(name dataset.Text, all names, say diag.Text) bool {
	if !all.set[name.Value] {
		r.report(diag.UnknownName, name.Place, say, nearest(name.Value, all.first)...)
	}
	return all.set[name.Value]
}
