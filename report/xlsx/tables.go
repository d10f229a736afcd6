package xlsx

import (
	"jianbao/report/document"
	"jianbao/report/exact"
	"jianbao/report/relation"
)

// tableSheet is the sheet of a data table: title, unit line, header, body,
// totals, notes. Filters, sorting and the ranges of formulas take in the body rows
// and nothing else. The rows are made as they are asked for: one who goes through
// them must not keep them.
type tableSheet struct {
	*document.Table
	name    string
	section string
	heads   []string // the columns' titles as the header has them
	survey

	filled map[*document.Cell]*document.Cell // open cells of the totals, with their numbers

	near   document.Row // of the body, last asked for
	nearAt int
	keys   []hashed // the rows of the body by their keys; nil until asked for
}

// tableHead is the rows above the body.
const tableHead = 3

// sectionTitle is 一、产业转型.
func sectionTitle(s document.Section) string {
	if s.Number == "" {
		return s.Title
	}
	return s.Number + "、" + s.Title
}

// first and last are the sheet's rows that hold the body.
func (t *tableSheet) first() int { return tableHead + 1 }
func (t *tableSheet) last() int  { return tableHead + t.Len() }

// place notes where the table's totals stand, and that its body does.
func (t *tableSheet) place(x *index) {
	if _, there := x.tables[t.ID]; !there {
		x.tables[t.ID] = t
	}
	for i, r := range t.Totals {
		for j := range r.Cells {
			x.add(spot{t.name, j + 1, t.last() + 1 + i}, &r.Cells[j])
		}
	}
}

// notes are the lines below the table.
func (b *book) notes(t *tableSheet) []string {
	var notes []string
	if t.Note != "" {
		notes = append(notes, noteText(t.Note))
	}
	if len(t.filled) > 0 {
		notes = append(notes, "注：合计中以灰色列出的数没有公布，由公式算出。")
	}
	if t.Source != "" {
		notes = append(notes, "资料来源："+t.Source)
	}
	return append(notes, b.issued()...)
}

// fillTotals works out what was not published of the totals: the open cells. None
// is worked out where a figure of the rows is not known: what is known of them
// makes no total.
func (b *book) fillTotals(t *tableSheet) {
	t.filled = map[*document.Cell]*document.Cell{}
	for _, r := range t.Totals {
		for i := range r.Cells {
			c := &r.Cells[i]
			if !c.Open() || !b.index.known(c.Formula) {
				continue
			}
			value, ok := b.index.eval(c.Formula)
			if !ok {
				continue
			}
			made := *c
			made.Number = rounded(exact.Quo(value, factor(c.Unit)), c.Decimals)
			made.Text = made.Number.FloatString(max(c.Decimals, 0))
			if numeric(&made) {
				t.filled[c] = &made
			}
		}
	}
}

// known reports whether no cell of the columns that a term goes over is empty.
func (x *index) known(t relation.Term) bool {
	all := true
	relation.Walk(t, func(t relation.Term) {
		a, ok := t.(relation.Aggregate)
		if !ok || a.Column == nil {
			return
		}
		table, ok := x.tables[a.Table.ID.Value]
		if !ok {
			return
		}
		c, ok := table.column(a.Column.ID.Value)
		all = all && ok && !table.gaps[c.at]
	})
	return all
}

func (b *book) tableSheet(t *tableSheet) *sheet {
	b.fillTotals(t)
	notes := b.notes(t)
	t.widths.hold(t.Title, 1.5)
	s := b.newSheet(t.name, tableTab, t.widths)
	s.frozen, s.repeat = tableHead, [2]int{1, tableHead}
	s.rows = tableHead + t.Len() + len(t.Totals) + len(notes)
	s.lines = func(yield func(line) bool) { b.tableLines(t, notes, yield) }
	if t.Sample {
		s.tab = sampleTab
	}
	s.notes = b.notesOf(t.name)
	if t.Len() > 0 && len(t.Columns) > 0 {
		s.list = list{name: b.listName(t.ID), cells: address(1, tableHead) + ":" + address(len(t.Columns), t.last()), heads: t.heads}
	}
	return s
}

func (b *book) tableLines(t *tableSheet, notes []string, yield func(line) bool) {
	n := max(len(t.Columns), 2)
	for _, l := range []line{b.titleLine(b.say(t.Title, t.ID), n), b.unitLine(t.Sample, t.Unit, n), headLine(t.heads)} {
		if !yield(l) {
			return
		}
	}
	all := t.Len() + len(t.Totals)
	cells := make([]cell, len(t.Columns)) // of one row after the other
	var made []document.Cell
	for i := range all {
		var row document.Row
		if i < t.Len() {
			row = t.Rows.Row(i, made)
			made = row.Cells
		} else {
			row = t.Totals[i-t.Len()]
		}
		l := line{cells: cells}
		b.fillRow(cells, t, &row, t.first()+i)
		if i == t.Len() {
			for j := range l.cells {
				l.cells[j].style.top = lightRule
			}
		}
		if i == all-1 {
			l = ruled(l)
		}
		if !yield(l) {
			return
		}
	}
	for _, note := range notes {
		if !yield(words(noteStyle, b.say(note, t.ID))) {
			return
		}
	}
}

func (b *book) fillRow(cells []cell, t *tableSheet, row *document.Row, at int) {
	for i := range cells {
		look := bodyLook(t.Columns[i], row, i == 0)
		figure := &row.Cells[i]
		if row.Kind != document.BodyRow {
			if filled, ok := t.filled[figure]; ok {
				figure, look.color = filled, quiet
			}
		}
		cells[i] = b.figure(figure, t.name, t.ID, look)
		if row.Kind != document.BodyRow || figure.Formula != nil {
			cells[i].link = b.checkLink(figure.Ref)
		}
		b.mark(&cells[i], spot{t.name, i + 1, at})
	}
}
