package compose

import (
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/figure"
)

// tableCharts draws the named columns of a table over its rows, each a series.
func (c *composer) tableCharts(ch *dataset.Chart, t *dataset.Table) []document.Chart {
	var columns []int
	for _, id := range ch.Values {
		if k := t.ColumnIndex(id.Value); k >= 0 && t.Columns[k].Numeric {
			columns = append(columns, k)
		}
	}
	groups := alike(columns, func(k int) figure.Unit { return unitOf(t.Columns[k].Unit) })
	var drawn []document.Chart
	for _, group := range groups {
		d := c.tableChart(ch, t, group)
		switch {
		case ch.Title.Value == "":
			var names []string
			for _, s := range d.Series {
				names = append(names, s.Name)
			}
			d.Title = t.Title.Value + "：" + joinedNames(names)
		case len(groups) > 1 && len(group) == 1:
			d.Title = ch.Title.Value + "：" + d.Series[0].Name
		default:
			d.Title = ch.Title.Value
		}
		if t.Sample && !strings.Contains(d.Title, "示例数据") {
			d.Title += sampleMark
		}
		if name := t.Period.Chinese(); !strings.Contains(d.Title, name) {
			d.Period = name
		}
		drawn = append(drawn, d)
	}
	return drawn
}

func (c *composer) tableChart(ch *dataset.Chart, t *dataset.Table, columns []int) document.Chart {
	label := t.ColumnIndex(ch.Label.Value)
	if label < 0 {
		label = labelColumn(t)
	}
	var d document.Chart
	var rows []dataset.Row
	for r := range t.Rows() {
		if t.Matches(r, ch.Where) {
			rows = append(rows, r)
			d.Categories = append(d.Categories, r.Text(label))
		}
	}
	common := unitLine(t)
	for _, k := range columns {
		as := c.column(t, k, t.Columns[k], common)
		s := document.Series{Name: t.Columns[k].Title.Value, Cells: make([]document.Cell, 0, len(rows))}
		for _, r := range rows {
			cell := c.cell(t, r, k, as)
			if cell.Number != nil && cell.Hedge == figure.Plain {
				cell.Text += cell.Unit.Symbol // as the text of a figure with a hedge, which stands as published
			}
			s.Cells = append(s.Cells, cell)
		}
		d.Series = append(d.Series, s)
	}
	shareUnit(d.Series)
	own := func(name string) bool {
		name = strings.TrimSpace(name)
		return name == c.d.District.Name.Value || name == c.d.District.Parent.Value+c.d.District.Name.Value
	}
	if at := slices.IndexFunc(d.Categories, own); at >= 0 {
		d.Own = d.Categories[at]
	}
	switch d.Type = document.ChartType(ch.Type); d.Type {
	case document.RankingChart:
		rank(&d, false)
	case document.ShareChart:
		c.compositions(&d)
	case document.ProgressChart:
		if len(d.Series) != 2 { // nothing to hold them against
			d.Type = document.BarChart
			break
		}
		d.Series[0].Rates = c.rates(d.Series[0].Cells, d.Series[1].Cells)
	}
	return d
}
