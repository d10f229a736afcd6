package xlsx

import (
	"math/big"
	"strconv"

	"jianbao/report/document"
)

// tableSheet is the sheet of a data table: title, unit line, header, body,
// totals, notes. The totals stand below the body wherever the document has
// them, so that filters, sorting and the ranges of formulas take in the body
// rows and nothing else.
type tableSheet struct {
	*document.Table
	name         string
	section      string
	body, totals []*document.Row
	factors      []*big.Rat // of each column; see column.factor
}

// tableHead is the rows above the body.
const tableHead = 3

func newTableSheet(t *document.Table, name string, section document.Section) *tableSheet {
	s := &tableSheet{Table: t, name: name, section: sectionTitle(section)}
	for i := range t.Rows {
		if t.Rows[i].Kind == document.BodyRow {
			s.body = append(s.body, &t.Rows[i])
		} else {
			s.totals = append(s.totals, &t.Rows[i])
		}
	}
	for i, c := range t.Columns {
		s.factors = append(s.factors, sharedFactor(s.body, c, i))
	}
	return s
}

// sectionTitle is 一、产业转型.
func sectionTitle(s document.Section) string {
	if s.Number == "" {
		return s.Title
	}
	return s.Number + "、" + s.Title
}

// first and last are the sheet's rows that hold the body.
func (t *tableSheet) first() int { return tableHead + 1 }
func (t *tableSheet) last() int  { return tableHead + len(t.body) }

// place notes where the table's figures stand.
func (t *tableSheet) place(x *index) {
	if _, there := x.tables[t.ID]; !there {
		x.tables[t.ID] = t
	}
	row := tableHead
	for _, rows := range [][]*document.Row{t.body, t.totals} {
		for _, r := range rows {
			row++
			for i := range r.Cells {
				x.add(t.name, i+1, row, &r.Cells[i])
			}
		}
	}
}

// notes are the lines below the table.
func (t *tableSheet) notes() []string {
	var notes []string
	if t.Note != "" {
		notes = append(notes, "注："+t.Note)
	}
	if t.Source != "" {
		notes = append(notes, "资料来源："+t.Source)
	}
	return notes
}

func (b *book) tableSheet(t *tableSheet) *sheet {
	s := &sheet{
		name: t.name, tab: tableTab, frozen: tableHead, repeat: [2]int{1, tableHead},
		rows:    tableHead + len(t.body) + len(t.totals) + len(t.notes()),
		lines:   func(yield func(line) bool) { b.tableLines(t, yield) },
		heading: b.marked(b.doc.Title), widths: t.ruler(),
	}
	if t.Sample {
		s.tab = sampleTab
	}
	if len(t.body) > 0 && len(t.Columns) > 0 {
		s.filter = "A" + strconv.Itoa(tableHead) + ":" + address(len(t.Columns), t.last())
	}
	return s
}

func (t *tableSheet) ruler() ruler {
	r := newRuler(max(len(t.Columns), 2))
	for i, c := range t.Columns {
		r.see(i, c.Title, button)
	}
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			r.see(j, t.Rows[i].Cells[j].Text, margin)
		}
	}
	r.hold(t.Title, 1.5)
	return r
}

func (b *book) tableLines(t *tableSheet, yield func(line) bool) {
	n := max(len(t.Columns), 2)
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = b.say(c.Title, t.ID)
	}
	for _, l := range []line{b.titleLine(b.say(t.Title, t.ID), n), b.unitLine(t.Sample, t.Unit, n), headLine(titles)} {
		if !yield(l) {
			return
		}
	}
	all := len(t.body) + len(t.totals)
	cells := make([]cell, len(t.Columns)) // of one row after the other
	for i := range all {
		var row *document.Row
		if i < len(t.body) {
			row = t.body[i]
		} else {
			row = t.totals[i-len(t.body)]
		}
		l := line{cells: cells}
		b.fillRow(cells, t, row)
		if i == len(t.body) {
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
	for _, note := range t.notes() {
		if !yield(words(noteStyle, b.say(note, t.ID))) {
			return
		}
	}
}

func (b *book) fillRow(cells []cell, t *tableSheet, row *document.Row) {
	for i := range cells {
		cells[i] = b.figure(&row.Cells[i], t.name, t.ID, bodyLook(t.Columns[i], row, i == 0))
	}
}

// unitLine says what a table is counted in, and that it is sample data.
func (b *book) unitLine(sample bool, unit string, n int) line {
	var left, right cell
	if sample {
		left = cell{text: "示例数据", style: sampleStyle}
	}
	if unit != "" {
		right = cell{text: "计量单位：" + b.say(unit, ""), style: unitStyle}
	}
	return between(left, right, n)
}
