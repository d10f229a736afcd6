package typeset

import (
	"math"

	"jianbao/report/document"
)

// comfortable is how much smaller, as a part of its full size, a table is set to spare its rows second lines. Only to
// keep words and figures whole it is set smaller than that.
const comfortable = 0.85

// grids measures a table. One that does not fit even in the smallest type stands on landscape pages, if these are the
// wider ones, and one that does not fit there either in parts below each other. There are none without columns.
func (s *setter) grids(t *printed) []*grid {
	if len(t.Columns) == 0 {
		return nil
	}
	needs := s.needs(t)
	g := s.grid(t, needs, s.width, s.height)
	if width, height := s.paper.turned().inner(); !g.whole && width > s.width {
		g = s.grid(t, needs, width, height)
		g.landscape = true
	}
	g.entry = t.Title
	if g.whole {
		g.spareLines()
		return []*grid{g}
	}
	return g.parts()
}

// grid divides the width of a type area among a table's columns. A table most of whose rows would be broken is set
// somewhat smaller, with less padding; one whose words would be torn, as small as the style allows.
func (s *setter) grid(t *printed, needs []need, width, height float64) *grid {
	smallest := min(1, s.style.Table.SmallestSize/s.types.tableBody.Size)
	var largest *grid // that tears no word
	const step = 0.95
	for k := 1.0; ; k = max(k*step, smallest) {
		g := s.gridAt(k, t, needs, width, height)
		if g.whole && largest == nil {
			largest = g
		}
		switch {
		case g.whole && !g.mostlyBroken():
			return g
		case largest != nil && (k*step < comfortable || k <= smallest):
			return largest
		case k <= smallest:
			return g
		}
	}
}

// gridAt is a table's grid in type of a part k of its full size.
func (s *setter) gridAt(k float64, t *printed, needs []need, width, height float64) *grid {
	full := tableTypes{s.types.tableHead, s.types.tableBody, s.types.tableTotal}
	g := &grid{setter: s, table: t, needs: needs, cellTypes: full.scaled(k), cols: make([]column, len(needs)),
		padding: s.style.Table.CellPadding * k, scale: k, width: width, height: height, total: hasTotal(t)}
	at := make([]need, len(needs))
	for i, n := range needs {
		at[i] = n.scaled(k)
		g.cols[i].left, g.cols[i].right = at[i].left, at[i].right
	}
	g.whole = g.divideWidth(at)
	return g
}

// mostlyBroken reports whether more than a third of the rows have a cell that takes several lines.
func (g *grid) mostlyBroken() bool {
	broken := 0
	for i := range g.table.rows {
		for c, n := range g.needs {
			if n.cells[i]*g.scale > g.inner(c)+epsilon {
				broken++
				break
			}
		}
	}
	return broken > len(g.table.rows)/3
}

// cell sets a cell of a row. Figures stand with their decimal points below each other, all of them in the middle of
// the column.
func (g *grid) cell(k int, r *document.Row, t typeOf) block {
	col, c := g.cols[k], r.Cells[k]
	inner, depth := g.inner(k), g.depth(k, r)*g.cellTypes.body.Size
	if k == 0 {
		for i := range free(r) {
			inner += g.cols[1+i].width
		}
	}
	if !g.table.Columns[k].Numeric {
		b := g.compose(c.Text, t, inner-depth, 0, g.needs[k].align)
		b.shift = depth
		return b
	}
	x := g.text(c.Text, t)
	b := x.compose(t, inner, 0, left)
	if len(b.lines) != 1 {
		return x.compose(t, inner, 0, right)
	}
	spare := max(0, inner-col.left-col.right) / 2
	before, _ := x.atPoint()
	if c.Number == nil { // … and - stand where the ones digit does; words in the middle
		if before > col.left {
			return x.compose(t, inner, 0, centred)
		}
	}
	dx := min(spare+col.left-before, inner-b.width)
	b.shift = max(dx, 0)
	return b
}

// atPoint is the width of a figure up to its decimal point, and from there on: 突破1200|.5亿元.
func (x *text) atPoint() (before, after float64) {
	sum := x.sums()
	n := len(x.glyphs)
	at := 0
	for at < n && !isDigit(x.glyphs[at].r) {
		at++
	}
	for at < n && (isDigit(x.glyphs[at].r) || x.glyphs[at].r == ',') {
		at++
	}
	before = x.width(sum, 0, at)
	return before, x.width(sum, 0, n) - before
}

// shortText is how many ems of text are not broken in a table although they could be: 亿元, 省级.
const shortText = 5

// leastWidth is the width below which a text would have to be torn: of the whole if it is short, else of its widest
// stretch that no line may break.
func (x *text) leastWidth() float64 {
	sum := x.sums()
	if whole := x.width(sum, 0, len(x.glyphs)); whole <= shortText*x.em {
		return whole
	}
	widest := shortText * x.em
	for from := 0; from < len(x.glyphs); {
		to := from + 1
		for to < len(x.glyphs) && !x.may[to] {
			to++
		}
		widest = math.Max(widest, x.width(sum, from, to))
		from = to
	}
	return widest
}
