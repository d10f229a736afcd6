package compose

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/figure"
)

// charts draws what a definition names: as many charts as its figures have
// units that are not alike, for one scale holds one unit. A chart without a
// single number is left out.
func (c *composer) charts(ch *dataset.Chart) []document.Chart {
	var drawn []document.Chart
	if t := c.d.Table(ch.Table.Value); t != nil {
		drawn = c.tableCharts(ch, t)
	} else {
		drawn = c.indicatorCharts(ch)
	}
	drawn = slices.DeleteFunc(drawn, func(d document.Chart) bool { return !drawable(d) })
	for k := range drawn {
		d := &drawn[k]
		capped(d)
		d.Alt = ch.Alt.Value
		if d.Alt == "" {
			d.Alt = alternative(d)
		}
		sayUnitOnce(d)
	}
	return drawn
}

func drawable(d document.Chart) bool {
	return slices.ContainsFunc(d.Series, func(s document.Series) bool {
		return slices.ContainsFunc(s.Cells, func(c document.Cell) bool { return c.Number != nil })
	})
}

// onOneScale reports whether figures of two units can be compared by the length
// of their marks. A percentage and a multiple are both ratios, but not that.
func onOneScale(a, b figure.Unit) bool {
	return a.Like(b) && (a.Dimension != figure.Ratio || b.Dimension != figure.Ratio || a.Symbol == b.Symbol)
}

// alike divides what a chart shows into groups on one scale each, in the order
// of the first of each.
func alike[T any](all []T, unit func(T) figure.Unit) [][]T {
	var groups [][]T
	for _, x := range all {
		at := slices.IndexFunc(groups, func(g []T) bool { return onOneScale(unit(g[0]), unit(x)) })
		if at < 0 {
			groups = append(groups, nil)
			at = len(groups) - 1
		}
		groups[at] = append(groups[at], x)
	}
	return groups
}

// inUnit is a cell with its number in another unit of the kind; its text stays
// as published.
func inUnit(cell document.Cell, unit figure.Unit) document.Cell {
	if cell.Number == nil || cell.Unit.Same(unit) {
		return cell
	}
	cell.Number = unit.FromBase(cell.Unit.ToBase(cell.Number))
	cell.Unit = unit
	cell.Decimals, _ = figure.DecimalDigits(cell.Number)
	return cell
}

// shareUnit brings the numbers of all series to the unit of the first.
func shareUnit(series []document.Series) {
	var unit *figure.Unit
	for _, s := range series {
		for i, cell := range s.Cells {
			switch {
			case cell.Number == nil:
			case unit == nil:
				unit = &s.Cells[i].Unit
			default:
				s.Cells[i] = inUnit(cell, *unit)
			}
		}
	}
}

// sayUnitOnce takes the unit out of the figures' texts if all say the same, and
// leaves it to the caption. Results and targets differ in their units row by
// row and keep them.
func sayUnitOnce(d *document.Chart) {
	if d.Type == document.ProgressChart {
		return
	}
	symbol, first := "", true
	for _, s := range d.Series {
		for _, cell := range s.Cells {
			if cell.Number == nil || cell.Text == "" {
				continue
			}
			if !first && cell.Unit.Symbol != symbol || !strings.Contains(cell.Text, cell.Unit.Symbol) {
				return
			}
			symbol, first = cell.Unit.Symbol, false
		}
	}
	if symbol == "" {
		return
	}
	d.Unit = symbol
	for _, s := range d.Series {
		for i, cell := range s.Cells {
			if cell.Number != nil {
				s.Cells[i].Text = strings.Replace(cell.Text, symbol, "", 1)
			}
		}
	}
}

// How much one chart shows: bars that can still be read in one look, and points
// that a printed line can still tell apart.
const (
	mostBars   = 60
	fewestRows = 8
	mostRows   = 40
	mostPoints = 400
)

// capped leaves out what is beyond: the last rows, or the earliest periods. The
// district's own row stays.
func capped(d *document.Chart) {
	n := len(d.Categories)
	most := max(fewestRows, min(mostRows, mostBars/len(d.Series)))
	if d.Type == document.LineChart {
		most = mostPoints
	}
	if n <= most {
		return
	}
	order := make([]int, 0, most+1)
	for k := range n {
		if k < most || d.Own != "" && d.Categories[k] == d.Own {
			order = append(order, k)
		}
	}
	d.Note = fmt.Sprintf("共%d项，图中为前%d项", n, most)
	if len(order) > most {
		d.Note += "和" + d.Own
	}
	d.Note += "，其余见表。"
	rearrange(d, order)
}

// rearrange puts the categories of a chart in another order, or some of them.
func rearrange(d *document.Chart, order []int) {
	d.Categories = permuted(d.Categories, order)
	if d.Elapsed != nil {
		d.Elapsed = permuted(d.Elapsed, order)
	}
	for i, s := range d.Series {
		d.Series[i].Cells = permuted(s.Cells, order)
		if s.Rates != nil {
			d.Series[i].Rates = permuted(s.Rates, order)
		}
	}
}

func permuted[T any](list []T, order []int) []T {
	out := make([]T, len(order))
	for k, from := range order {
		out[k] = list[from]
	}
	return out
}

// rank puts the best first by the first series: the largest, or the smallest of
// what should be low. Figures that are absent come last.
func rank(d *document.Chart, lower bool) {
	if len(d.Series) == 0 {
		return
	}
	order := make([]int, len(d.Categories))
	for k := range order {
		order[k] = k
	}
	first := d.Series[0].Cells
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := first[a].Number, first[b].Number
		switch {
		case x == nil && y == nil:
			return 0
		case x == nil:
			return 1
		case y == nil:
			return -1
		case lower:
			return x.Cmp(y)
		}
		return y.Cmp(x)
	})
	rearrange(d, order)
}

// joinedNames names what a chart without a title shows.
func joinedNames(names []string) string {
	if len(names) > 3 {
		return strings.Join(names[:3], "、") + fmt.Sprintf("等%d项", len(names))
	}
	return strings.Join(names, "、")
}
