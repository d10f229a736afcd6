package xlsx

import (
	"iter"
	"math/big"
	"strings"
)

// sheet is one sheet as it will be written. Its lines are made as they are
// asked for, so that a long table is never held twice.
type sheet struct {
	name    string
	tab     string // colour of the tab, ARGB
	widths  []float64
	frozen  int    // rows that stay in view
	repeat  [2]int // first and last row repeated on every printed page; zero: none
	filter  [2]int // first and last row of the columns with filter buttons; zero: none
	list    list   // the table that its filter buttons, sorting and new rows belong to
	rows    int
	lines   iter.Seq[line] // each holds until the next
	rules   []rule
	notes   []note
	charts  []placedChart
	breaks  []int  // rows that begin a printed page
	upright bool   // printed upright however wide
	heading string // what the printed pages say at their head
	mark    string // and at its left: 草稿, 含示例数据
}

// list is an Excel table; none if its name is empty.
type list struct {
	name  string
	cells string   // its range, from its header on
	heads []string // the titles in it
}

// line is one row.
type line struct {
	height float64 // in points; 0: by its content
	cells  []cell
}

// cell is what one cell shows. With a formula, text or number is its cached
// value.
type cell struct {
	text    string
	number  *big.Rat // nil: text
	formula string
	shared  *sharing // nil: the formula is the cell's alone
	style   style
	link    link
}

// sharing is a formula that stands in many cells of a column, in each about the
// cells of its own row. The first of them has its text, as it is there; the others
// have none.
type sharing struct {
	number int    // among those of the sheet, from 0
	cells  string // in which it may stand
}

// link is where a cell leads: to a place in the workbook, or out of it; if neither
// is set, nowhere.
type link struct {
	to  spot
	url string
}

// rule changes the look of the cells of a range where a formula holds.
type rule struct {
	cells, formula string
	look           tint
}

// note is a comment at a cell.
type note struct{ at, text string }

// Heights of rows in points. They are given rather than left to the reader's
// program, which may not fit them to wrapped texts when it opens the file.
const (
	singleLine = 18
	moreLines  = 15
	tallest    = 400
)

// heightIn is the line's height in columns so wide.
func (l *line) heightIn(widths []float64) float64 {
	if l.height != 0 {
		return l.height
	}
	most := 1
	for i := range min(len(l.cells), len(widths)) {
		c := &l.cells[i] // too large to be copied
		if !c.style.wrap || c.text == "" {
			continue
		}
		lines := 0
		for rest, more := c.text, true; more; {
			var part string
			part, rest, more = strings.Cut(rest, "\n")
			lines += 1 + int(float64(max(columns(part)-1, 0))/(widths[i]-float64(c.style.indent)-1))
		}
		most = max(most, lines)
	}
	return min(singleLine+float64(most-1)*moreLines, tallest)
}

// columnsWide is the sheet's width in widths of a digit.
func (s *sheet) columnsWide() float64 {
	sum := 0.0
	for _, w := range s.widths {
		sum += w
	}
	return sum
}

// Bounds of a column's width, in widths of a digit. Wider texts wrap.
const (
	narrowest = 8
	widestFor = 48
	margin    = 3 // beside the text
	button    = 4 // for the filter's button
)

// ruler finds the widths of a sheet's columns.
type ruler []float64

// see makes room for a text in the column, counted from 0.
func (r ruler) see(col int, text string, more float64) {
	r[col] = min(max(r[col], float64(columns(text))+more), widestFor)
}

func newRuler(n int) ruler {
	r := make(ruler, n)
	for i := range r {
		r[i] = narrowest
	}
	return r
}

// hold widens the last column until a text laid across all has room.
func (r ruler) hold(text string, scale float64) {
	sum := 0.0
	for _, w := range r {
		sum += w
	}
	if need := min(float64(columns(text))*scale, 80); need > sum && len(r) > 0 {
		r[len(r)-1] += need - sum
	}
}
