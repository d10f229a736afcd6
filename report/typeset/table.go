package typeset

import (
	"strings"
	"sync"

	"jianbao/report/document"
)

// table sets a 三线表: caption, unit line at the right, rules thick, thin and thick, notes. It spans the type area.
func (s *setter) table(t *document.Table) {
	for _, g := range s.grids(s.printed(*t)) {
		g.set()
	}
}

// set sets a table that has been measured, or a part of one.
func (g *grid) set() {
	t := g.table
	g.of = g.element(Element{Role: RoleTable, Parent: whole})
	opening := g.opening(t.Title, t.Unit)
	if g.entry != "" {
		opening[0].entry = &Entry{Title: g.entry, Level: 1}
	}
	rows := g.rows()
	if len(rows) == 0 {
		rows = []slab{g.row(nil, 1, g.cellTypes.body)}
	}
	notes := g.notes()
	g.closing(rows, sync.OnceValue(func() *slab { return g.repeatedHead(t) }))
	if len(notes) > 0 {
		rows[len(rows)-1].keep = true
		rows[len(rows)-1].after = 0
	}
	for _, part := range [][]slab{opening, rows, notes} {
		for i := range part {
			part[i].landscape = g.landscape
		}
		g.add(part...)
	}
}

// grid is a table with its columns measured.
type grid struct {
	*setter
	table *printed
	entry string // its line of the outline; none if empty
	needs []need
	total bool // it has a total over all rows

	// width and height are those of the type area it stands in: the landscape paper's, if it stands there.
	width, height float64
	landscape     bool
	whole         bool // no word is torn

	of        int // the element it is
	cellTypes tableTypes
	cols      []column
	// scale is the part of its full size that the type has, and padding the blank left and right of a cell's text.
	scale, padding float64
}

// tableTypes are the types of one table's rows: the style's, or smaller where the table is wide.
type tableTypes struct{ head, body, total typeOf }

// scaled is the types at a part of their size.
func (t tableTypes) scaled(k float64) tableTypes {
	for _, role := range []*typeOf{&t.head, &t.body, &t.total} {
		role.Size *= k
		role.Pitch *= k
	}
	return t
}

func (g *grid) rule(y, weight float64) Mark {
	return Line{0, y, g.width, y, weight, colour(g.style.Table.RuleColour)}
}

// opening is the caption, the unit line and the head, kept together and with the first row.
func (g *grid) opening(title, unit string) []slab {
	var out []slab
	caption := ornament
	if title != "" || unit != "" {
		caption = g.element(Element{Role: RoleCaption, Parent: g.of})
	}
	if title != "" {
		b := g.as(RoleP, caption, g.bySense(title, g.types.caption, g.width, centred))
		out = append(out, slabsOf(b, g.types.caption)...)
	}
	if unit != "" {
		b := g.as(RoleP, caption, g.compose("单位："+unit, g.types.unitLine, g.width, 0, right))
		out = append(out, slabsOf(b, g.types.unitLine)...)
	}
	return keepAll(append(out, g.head()))
}

// repeatedHead is the opening as one slab, for the pages on which the table goes on, marked 续表.
func (g *grid) repeatedHead(t *printed) *slab {
	title := "（续表）"
	if t.Title != "" {
		title = t.Title + title
	}
	again := *g
	again.of = ornament
	head := joined(again.opening(title, t.Unit))
	return &head
}

// head is the row of column titles between the thick rule and the thin one.
func (g *grid) head() slab {
	cells := make([]block, len(g.cols))
	lines := 1
	for i, c := range g.table.Columns {
		cells[i] = g.compose(c.Head(), g.cellTypes.head, g.inner(i), 0, centred)
		lines = max(lines, len(cells[i].lines))
	}
	row := g.element(Element{Role: RoleTR, Parent: g.of})
	for i, c := range g.table.Columns {
		cell := g.element(Element{Role: RoleTH, Parent: row, Scope: OfColumn})
		if len(cells[i].lines) > 1 {
			cells[i] = g.headBySense(c.Head(), g.inner(i), cells[i], lines)
		}
		cells[i] = cells[i].of(cell)
	}
	st := g.style.Table
	out := g.row(cells, lines, g.cellTypes.head)
	out.marks = append([]Mark{g.rule(0, st.ThickRule)}, out.marks...)
	out.marks = append(out.marks, g.rule(out.height, st.ThinRule))
	return out
}

// headBySense breaks a column's title by sense, into no more lines than the head has. What is plain stays if it cannot be.
func (g *grid) headBySense(title string, measure float64, plain block, most int) block {
	x := g.text(title, g.cellTypes.head)
	var lines []string
	for count := len(plain.lines); count <= most; count++ {
		some, good := x.shaped(count, measure, false)
		if lines == nil || good {
			lines = some
		}
		if good {
			break
		}
	}
	if lines == nil {
		return plain
	}
	var b block
	for _, l := range lines {
		b.lines = append(b.lines, g.compose(l, g.cellTypes.head, measure, 0, centred).lines...)
	}
	return b
}

// row puts cells side by side, each in the middle of the row's height.
func (g *grid) row(cells []block, lines int, t typeOf) slab {
	out := slab{height: g.rowHeight(lines, t)}
	all := 0
	for _, b := range cells {
		all += len(b.lines)
	}
	out.marks = g.faces.texts.marks.take(all)[:0]
	for i, b := range cells {
		y := (out.height - float64(len(b.lines))*t.Pitch) / 2
		for n := range b.lines {
			out.marks = append(out.marks, b.lines[n].shift(g.cols[i].x+g.padding+b.shift, y))
			y += t.Pitch
		}
	}
	return out
}

// rowHeight is the height of a row of some lines.
func (g *grid) rowHeight(lines int, t typeOf) float64 {
	return float64(lines)*t.Pitch + 2*g.style.Table.RowPadding
}

// rows are the table's rows. One that is higher than a page can be is given out line by line.
func (g *grid) rows() []slab {
	out := make([]slab, 0, len(g.table.rows))
	cells := make([]block, len(g.cols))
	for i := range g.table.rows {
		r := &g.table.rows[i]
		t := g.rowType(r)
		clear(cells)
		lines := 1
		row := g.element(Element{Role: RoleTR, Parent: g.of})
		for k, c := range g.table.Columns {
			cell := Element{Role: RoleTD, Parent: row}
			if c.Key {
				cell.Role, cell.Scope = RoleTH, OfRow
			}
			of := g.element(cell)
			if k < len(r.Cells) {
				cells[k] = g.cell(k, r, t).of(of)
				lines = max(lines, len(cells[k].lines))
			}
		}
		first := len(out)
		if g.rowHeight(lines, t) > g.height/2 {
			out = append(out, g.torn(cells, lines, t)...)
		} else {
			out = append(out, g.row(cells, lines, t))
		}
		if i > 0 && (r.Kind == document.BodyRow) != (g.table.rows[i-1].Kind == document.BodyRow) {
			out[first].marks = append([]Mark{g.rule(0, g.style.Table.ThinRule)}, out[first].marks...)
		}
	}
	return out
}

// torn is a row line by line, at the pitch that lines have in other rows. Its cells begin on its first line.
func (g *grid) torn(cells []block, lines int, t typeOf) []slab {
	out := make([]slab, lines)
	for n := range out {
		top := 0.0
		if n == 0 {
			top = g.style.Table.RowPadding
		}
		out[n].height = top + t.Pitch
		for i, c := range cells {
			if n < len(c.lines) {
				out[n].marks = append(out[n].marks, c.lines[n].shift(g.cols[i].x+g.padding+c.shift, top))
			}
		}
	}
	out[lines-1].height += g.style.Table.RowPadding
	return out
}

// closing rules off the table's end, and its parts where a page ends. A small table stays on one page; of others each
// page has a few rows, or what is as high as these.
func (g *grid) closing(rows []slab, head func() *slab) {
	st := g.style.Table
	few := fewest*g.rowHeight(1, g.cellTypes.body) - epsilon
	above, below := 0.0, heightOf(rows)
	small, long := below <= g.height/4, below >= 2*few
	var foot []Mark
	for i := range rows {
		r, last := &rows[i], len(rows)-1
		if i > 0 {
			r.head = head
		}
		above, below = above+r.height, below-r.height
		r.keep = i < last && (small || long && (above < few || below < few))
		if i == last {
			r.marks = append(r.marks, g.rule(r.height, st.ThickRule))
			r.after = g.below()
			break
		}
		if i == 0 || r.height != rows[i-1].height {
			foot = []Mark{g.rule(r.height, st.ThinRule)}
		}
		r.foot = foot
	}
}

// notes are the lines below a table.
func (g *grid) notes() []slab {
	t := g.table
	var out []slab
	for _, n := range []struct{ mark, str string }{{"", t.cut}, {"注：", t.Note}, {"资料来源：", t.Source}} {
		if n.str != "" {
			if !strings.HasPrefix(n.str, n.mark) { // as some offices write it themselves
				n.str = n.mark + n.str
			}
			b := g.as(RoleP, whole, g.compose(n.str, g.types.note, g.width, 0, justified))
			out = append(out, slabsOf(b, g.types.note)...)
		}
	}
	if len(out) > 0 {
		keepAll(out[:len(out)-1])
		out[len(out)-1].after = g.below()
	}
	return out
}

// below is the blank below a table. Lines that stand on a grid bring some of their own.
func (g *grid) below() float64 {
	if g.style.Official != nil {
		return g.types.body.Pitch * 0.2
	}
	return g.types.body.Pitch * 0.6
}

// column is a column's place, and of a numeric one the widest parts before and from the decimal point.
type column struct {
	x, width    float64 // padding included
	left, right float64
}

// inner is the width for the text of column k.
func (g *grid) inner(k int) float64 { return g.cols[k].width - 2*g.padding }
