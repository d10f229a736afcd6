package typeset

import (
	"slices"
	"strings"

	"jianbao/report/document"
)

// need is the width a column's text needs at the full size of type, padding aside.
type need struct {
	least   float64 // without tearing a word or a figure
	widest  float64 // without breaking a cell of a row
	natural float64 // without breaking its title either
	min     float64 // what it must have if not even least can be had: figures whole, words torn

	left, right float64 // of a numeric column: the widest parts before and from the decimal point
	align       alignment
	cells       []float64 // of each row
}

// scaled is the need at a part of the full size; cells stay as they are.
func (n need) scaled(k float64) need {
	for _, w := range []*float64{&n.least, &n.widest, &n.natural, &n.min, &n.left, &n.right} {
		*w *= k
	}
	return n
}

// needs measures every cell of a table and decides how the columns' cells stand.
func (s *setter) needs(t *printed) []need {
	g := &grid{setter: s, table: t, total: hasTotal(t),
		cellTypes: tableTypes{s.types.tableHead, s.types.tableBody, s.types.tableTotal}}
	em := g.cellTypes.body.Size
	needs := make([]need, len(t.Columns))
	for k, c := range t.Columns {
		n := &needs[k]
		n.cells = make([]float64, len(t.rows))
		n.least, n.natural = g.headNeed(c.Head())
		n.min = g.cellTypes.head.Size
		for i := range t.rows {
			if r := &t.rows[i]; k < len(r.Cells) {
				n.cells[i] = g.cellNeed(n, k, r)
				n.widest = max(n.widest, n.cells[i])
			}
		}
		n.widest = max(n.widest, n.left+n.right)
		n.natural = max(n.natural, n.widest)
		if c.Numeric {
			n.min = max(n.min, n.left+n.right)
			n.least = max(n.least, n.min)
		}
		switch {
		case c.Numeric:
			n.align = right
		case k == 0 || c.Key || n.widest > 7*em:
			n.align = left
		default:
			n.align = centred
		}
	}
	return needs
}

// cellNeed adds what a row's cell needs to what its column does, and gives the cell's width on one line. The label of a
// total needs nothing if there is room after it.
func (g *grid) cellNeed(n *need, k int, r *document.Row) float64 {
	if k == 0 && free(r) > 0 {
		return 0
	}
	x := g.text(r.Cells[k].Text, g.rowType(r))
	depth := g.depth(k, r) * g.cellTypes.body.Size
	w := x.whole() + depth
	if g.table.Columns[k].Numeric && r.Cells[k].Number != nil {
		before, after := x.atPoint()
		n.left, n.right = max(n.left, before), max(n.right, after)
		n.least = max(n.least, w)
	} else {
		n.least = max(n.least, x.leastWidth()+depth)
	}
	return w
}

// headNeed is what a column's title needs: a long one may well take two lines, and breaks before a bracket.
func (g *grid) headNeed(title string) (least, natural float64) {
	x := g.text(title, g.cellTypes.head)
	whole := x.whole()
	if whole <= shortText*x.em {
		return whole, whole
	}
	least, natural = x.leastWidth(), whole
	if whole > 8*x.em {
		natural = whole / 2
	}
	if name, unit, ok := strings.Cut(title, "（"); ok {
		for _, part := range []string{name, "（" + unit} {
			y := g.text(part, g.cellTypes.head)
			if w := y.whole(); w <= shortText*x.em {
				least = max(least, w)
			}
		}
	}
	return least, max(least, natural)
}

// hasTotal reports whether a table has a total over all rows.
func hasTotal(t *printed) bool {
	return slices.ContainsFunc(t.Totals, func(r document.Row) bool { return r.Kind == document.TotalRow })
}

// free is over how many cells after it the label of a total may reach: those that are empty.
func free(r *document.Row) int {
	n := 0
	for r.Kind != document.BodyRow && n+1 < len(r.Cells) && r.Cells[n+1].Text == "" {
		n++
	}
	return n
}

// ofWhich reports whether a row is a total of some rows below one of all: it is set as its 其中.
func (g *grid) ofWhich(r *document.Row) bool {
	return r.Kind == document.PartialRow && g.total
}

// rowType is the type of a row.
func (g *grid) rowType(r *document.Row) typeOf {
	if r.Kind == document.BodyRow || g.ofWhich(r) {
		return g.cellTypes.body
	}
	return g.cellTypes.total
}

// depth is by how many characters the text of a row is indented in column k: 其中 by one.
func (g *grid) depth(k int, r *document.Row) float64 {
	switch {
	case k > 0:
		return 0
	case g.ofWhich(r):
		return float64(r.Depth + 1)
	}
	return float64(r.Depth)
}
