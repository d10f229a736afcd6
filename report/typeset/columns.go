package typeset

import (
	"math"
	"strings"

	"jianbao/report/document"
)

// need is the width a column's text needs.
type need struct {
	least   float64 // without tearing a word or a figure
	natural float64 // without breaking a cell
	min     float64 // what it must have if not even least can be had: figures whole, words torn
}

// gridOnPaper measures a table. One that does not fit even in the smallest type stands on landscape pages, if these are
// the wider ones.
func (s *setter) gridOnPaper(t *document.Table) *grid {
	g := s.grid(t, s.width, s.height)
	if width, height := s.paper.turned().inner(); !g.whole && width > s.width {
		g = s.grid(t, width, height)
		g.landscape = true
	}
	return g
}

// grid measures a table's columns in a type area; a table too wide is set in smaller type with less padding, as far as
// the style allows, and its words are torn only if that is not enough.
func (s *setter) grid(t *document.Table, width, height float64) *grid {
	full := tableTypes{s.types.tableHead, s.types.tableBody, s.types.tableTotal}
	smallest := min(1, s.style.Table.SmallestSize/full.body.Size)
	for k := 1.0; ; k = max(k*0.95, smallest) {
		g := &grid{setter: s, table: t, cellTypes: full.scaled(k), cols: make([]column, len(t.Columns)),
			padding: s.style.Table.CellPadding * k * k, width: width, height: height}
		if g.whole = g.divideWidth(g.needs()); g.whole || k <= smallest {
			return g
		}
	}
}

// needs measures every cell and decides how the columns' cells stand.
func (g *grid) needs() []need {
	needs := make([]need, len(g.cols))
	for k, c := range g.table.Columns {
		n, col := &needs[k], &g.cols[k]
		n.least, n.natural = g.headNeed(c.Title)
		n.min = g.cellTypes.head.Size
		var widest float64
		for i := range g.table.Rows {
			r := &g.table.Rows[i]
			if k >= len(r.Cells) {
				continue
			}
			x := g.text(r.Cells[k].Text, g.rowType(r))
			w := x.width(x.sums(), 0, len(x.glyphs)) + g.depth(k, r)
			widest = max(widest, w)
			if c.Numeric && r.Cells[k].Number != nil {
				l, rt := x.atPoint()
				col.left, col.right = max(col.left, l), max(col.right, rt)
				n.least = max(n.least, w)
			} else {
				n.least = max(n.least, x.leastWidth()+g.depth(k, r))
			}
		}
		n.natural = max(n.natural, widest, col.left+col.right)
		if c.Numeric {
			n.min = max(n.min, col.left+col.right)
			n.least = max(n.least, n.min)
		}
		switch {
		case c.Numeric:
			col.align = right
		case k == 0 || c.Key || widest > 7*g.cellTypes.body.Size:
			col.align = left
		default:
			col.align = centred
		}
	}
	return needs
}

// headNeed is what a column's title needs: a long one may well take two lines, and breaks before a bracket.
func (g *grid) headNeed(title string) (least, natural float64) {
	x := g.text(title, g.cellTypes.head)
	whole := x.width(x.sums(), 0, len(x.glyphs))
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
			if w := y.width(y.sums(), 0, len(y.glyphs)); w <= shortText*x.em {
				least = max(least, w)
			}
		}
	}
	return least, max(least, natural)
}

// rowType is the type of a row.
func (g *grid) rowType(r *document.Row) typeOf {
	if r.Kind != document.BodyRow {
		return g.cellTypes.total
	}
	return g.cellTypes.body
}

// depth is how far the text of a row is indented in column k: 其中 stands in by a character.
func (g *grid) depth(k int, r *document.Row) float64 {
	if k > 0 {
		return 0
	}
	return float64(r.Depth) * g.cellTypes.body.Size
}

// divideWidth gives each column its width. It reports false if words have to be torn.
func (g *grid) divideWidth(needs []need) bool {
	padding := 2 * g.padding
	lo, hi := make([]float64, len(needs)), make([]float64, len(needs))
	var least, mins float64
	for i, n := range needs {
		lo[i], hi[i] = n.least+padding, max(n.natural, n.least)+padding
		least += lo[i]
		mins += n.min + padding
	}
	fits := least <= g.width
	if !fits {
		for i, n := range needs {
			lo[i], hi[i] = n.min+padding, n.least+padding
		}
	}
	if mins > g.width {
		clear(lo)
	}
	x := 0.0
	for i, w := range share(lo, hi, g.width) {
		g.cols[i].x, g.cols[i].width = x, w
		x += w
	}
	return fits
}

// share divides a width among columns of which each takes between lo and hi: those that want much are cut to one
// common width, those that want less get all they want. What is left over is spread evenly.
func share(lo, hi []float64, width float64) []float64 {
	out := make([]float64, len(lo))
	total := 0.0
	give := func(level float64) float64 {
		total = 0
		for i := range out {
			out[i] = min(max(level, lo[i]), hi[i])
			total += out[i]
		}
		return total
	}
	if give(width) > width {
		low, high := 0.0, width
		for range 50 {
			if middle := (low + high) / 2; give(middle) > width {
				high = middle
			} else {
				low = middle
			}
		}
		give(low)
	}
	left := (width - total) / float64(len(out))
	for i := range out {
		out[i] += left
	}
	return out
}

// cell sets a cell of a row. Figures stand with their decimal points below each other, all of them in the middle of
// the column.
func (g *grid) cell(k int, r *document.Row, t typeOf) block {
	col, c := g.cols[k], r.Cells[k]
	inner, depth := g.inner(k), g.depth(k, r)
	if !g.table.Columns[k].Numeric {
		b := g.compose(c.Text, t, inner-depth, 0, col.align)
		for i := range b.lines {
			b.lines[i] = moveAll(b.lines[i], depth, 0)
		}
		return b
	}
	b := g.compose(c.Text, t, inner, 0, left)
	if len(b.lines) != 1 {
		return g.compose(c.Text, t, inner, 0, right)
	}
	free := max(0, inner-col.left-col.right) / 2
	x := g.text(c.Text, t)
	before, _ := x.atPoint()
	if c.Number == nil { // … and - stand where the ones digit does; words in the middle
		if before > col.left {
			return g.compose(c.Text, t, inner, 0, centred)
		}
	}
	dx := min(free+col.left-before, inner-b.width)
	b.lines[0] = moveAll(b.lines[0], max(dx, 0), 0)
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
