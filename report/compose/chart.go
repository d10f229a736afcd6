package compose

import (
	"slices"
	"sort"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// chart gives a chart its numbers: indicators over their periods, or the rows
// of a table. A chart without a single number is left out.
func (c *composer) chart(ch *dataset.Chart) (document.Chart, bool) {
	out := document.Chart{Type: ch.Type, Title: ch.Title.Value}
	if t := c.d.Table(ch.Table.Value); t != nil {
		c.chartRows(&out, ch, t)
	} else {
		c.chartPeriods(&out, ch)
	}
	if ch.Type == "ranking" {
		rankCategories(&out)
	}
	out.Alt = alternative(out)
	for _, s := range out.Series {
		for _, cell := range s.Cells {
			if cell.Number != nil {
				return out, true
			}
		}
	}
	return out, false
}

// chartPeriods draws each indicator as a series over all periods that one of
// them has.
func (c *composer) chartPeriods(out *document.Chart, ch *dataset.Chart) {
	var periods []period.Period
	var indicators []*dataset.Indicator
	for _, id := range ch.Of {
		i := c.d.Indicator(id.Value)
		if i == nil {
			continue
		}
		indicators = append(indicators, i)
		for _, o := range i.Observations {
			if !slices.Contains(periods, o.Period) {
				periods = append(periods, o.Period)
			}
		}
	}
	sort.SliceStable(periods, func(a, b int) bool { return periods[a].Compare(periods[b]) < 0 })
	for _, p := range periods {
		out.Categories = append(out.Categories, p.Chinese())
	}
	for _, i := range indicators {
		s := document.Series{Name: i.Name.Value}
		for _, p := range periods {
			var cell document.Cell
			if o := i.In(p); o != nil {
				cell = c.valueCell(o)
				out.Unit = cell.Unit.Symbol
			}
			s.Cells = append(s.Cells, cell)
		}
		out.Series = append(out.Series, s)
	}
}

// chartRows draws each named column as a series over the rows of a table.
func (c *composer) chartRows(out *document.Chart, ch *dataset.Chart, t *dataset.Table) {
	label := t.ColumnIndex(ch.Label.Value)
	if label < 0 {
		label = labelColumn(t)
	}
	var rows []dataset.Row
	for r := range t.Rows() {
		if t.Matches(r, ch.Where) {
			rows = append(rows, r)
			out.Categories = append(out.Categories, r.Text(label))
		}
	}
	common := unitLine(t)
	for _, id := range ch.Values {
		k := t.ColumnIndex(id.Value)
		if k < 0 || !t.Columns[k].Numeric {
			continue
		}
		as := c.column(t, k, t.Columns[k], common)
		s := document.Series{Name: t.Columns[k].Title.Value}
		for _, r := range rows {
			s.Cells = append(s.Cells, c.cell(t, r, k, as))
		}
		out.Series = append(out.Series, s)
		out.Unit = t.Columns[k].Unit
	}
}

// rankCategories puts the largest first, by the first series. Figures that are
// absent come last.
func rankCategories(ch *document.Chart) {
	if len(ch.Series) == 0 {
		return
	}
	order := make([]int, len(ch.Categories))
	for k := range order {
		order[k] = k
	}
	first := ch.Series[0].Cells
	sort.SliceStable(order, func(a, b int) bool {
		x, y := first[order[a]].Number, first[order[b]].Number
		switch {
		case x == nil:
			return false
		case y == nil:
			return true
		}
		return x.Cmp(y) > 0
	})
	ch.Categories = permuted(ch.Categories, order)
	for i, s := range ch.Series {
		ch.Series[i].Cells = permuted(s.Cells, order)
	}
}

func permuted[T any](list []T, order []int) []T {
	out := make([]T, len(order))
	for k, from := range order {
		out[k] = list[from]
	}
	return out
}

// alternative says in words what a chart shows, for those who cannot see it.
func alternative(ch document.Chart) string {
	var b strings.Builder
	b.WriteString(ch.Title)
	for _, s := range ch.Series {
		b.WriteString("；" + s.Name + "：")
		for k, cell := range s.Cells {
			if k > 0 {
				b.WriteString("，")
			}
			b.WriteString(ch.Categories[k])
			if cell.Number == nil {
				b.WriteString("无数据")
				continue
			}
			b.WriteString(figure.Format(cell.Number, cell.Decimals, false) + cell.Unit.Symbol)
		}
	}
	return b.String() + "。"
}
