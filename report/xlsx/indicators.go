package xlsx

import (
	"slices"
	"strings"

	"jianbao/report/document"
)

// indicatorSheet is the indicators of all sections below each other, under one
// header.
type indicatorSheet struct {
	columns []document.Column
	value   int // the column whose units stand in the one before it; -1: none
	lines   []indicatorLine
}

// indicatorLine is a section's heading, one of its rows, or a note below them.
type indicatorLine struct {
	table   *document.Table
	heading string
	row     *document.Row
	note    string
}

// indicatorHead is the rows above the first section.
const indicatorHead = 3

// The unit of the indicators' numbers has a column of its own beside them, as in
// a yearbook: it can be filtered and is not lost to programs that read numbers.
var unitColumn = document.Column{ID: "unit", Title: "计量单位"}

// newIndicatorSheet is nil if the document has no indicators.
func newIndicatorSheet(doc *document.Document) *indicatorSheet {
	s := &indicatorSheet{}
	for _, section := range doc.Sections {
		for _, block := range section.Blocks {
			t, ok := block.(document.Table)
			if !ok || t.Kind != document.IndicatorTable {
				continue
			}
			s.take(t.Columns)
			s.lines = append(s.lines, indicatorLine{table: &t, heading: sectionTitle(section)})
			for i := range t.Rows {
				s.lines = append(s.lines, indicatorLine{table: &t, row: &t.Rows[i]})
			}
			if t.Note != "" {
				s.lines = append(s.lines, indicatorLine{table: &t, note: "注：" + t.Note})
			}
			if t.Source != "" {
				s.lines = append(s.lines, indicatorLine{table: &t, note: "资料来源：" + t.Source})
			}
		}
	}
	if len(s.lines) == 0 {
		return nil
	}
	s.value = slices.IndexFunc(s.columns, func(c document.Column) bool { return c.Numeric })
	if s.value >= 0 && s.column(unitColumn) < 0 {
		s.columns = slices.Insert(s.columns, s.value, unitColumn)
		s.value++
	} else {
		s.value = -1
	}
	return s
}

// take makes room for a section's columns among those of the sections before:
// each goes after its own left neighbour. Columns of one id under different
// titles stay apart, for a title may say the unit.
func (s *indicatorSheet) take(columns []document.Column) {
	after := -1
	for _, c := range columns {
		at := s.column(c)
		if at < 0 {
			at = after + 1
			s.columns = slices.Insert(s.columns, at, c)
		}
		after = at
	}
}

func (s *indicatorSheet) column(c document.Column) int {
	return slices.IndexFunc(s.columns, func(d document.Column) bool { return d.ID == c.ID && d.Title == c.Title })
}

// rows are the lines that hold indicators.
func (s *indicatorSheet) rows() []*document.Row {
	var rows []*document.Row
	for _, l := range s.lines {
		if l.row != nil {
			rows = append(rows, l.row)
		}
	}
	return rows
}

// place notes where the indicators stand.
func (s *indicatorSheet) place(x *index) {
	for i, l := range s.lines {
		if l.row == nil {
			continue
		}
		for j, c := range l.table.Columns {
			x.add(indicatorsName, s.column(c)+1, indicatorHead+1+i, &l.row.Cells[j])
		}
	}
}

func (b *book) indicatorsSheet() *sheet {
	s := b.indicators
	n := max(len(s.columns), 2)
	r := newRuler(n)
	titles := make([]string, len(s.columns))
	for i, c := range s.columns {
		titles[i] = b.say(c.Title, indicatorsName)
		r.see(i, c.Title, margin)
	}
	period := cell{text: b.say(joined(" ", b.doc.District, b.doc.Period), ""), style: lineStyle}
	lines := []line{b.titleLine(indicatorsName, n), between(period, cell{}, n), headLine(titles)}
	last := 0
	for _, l := range s.lines {
		switch {
		case l.row != nil:
			last = len(lines)
			lines = append(lines, b.indicatorRow(l, r))
		case l.note != "":
			lines = append(lines, words(noteStyle, b.say(l.note, l.table.ID)))
		default:
			lines = append(lines, b.sectionLine(l, n))
		}
	}
	ruled(lines[max(last, indicatorHead-1)])
	return (&sheet{
		name: indicatorsName, tab: indicatorsTab, widths: r, heading: b.marked(b.doc.Title),
		frozen: indicatorHead, repeat: [2]int{1, indicatorHead},
	}).set(lines)
}

// sectionLine is a section's heading, with the unit its rows share.
func (b *book) sectionLine(l indicatorLine, n int) line {
	head := filled(b.say(l.heading, l.table.ID), sectionStyle, n)
	if l.table.Unit != "" {
		last := &head.cells[n-1]
		last.text = "计量单位：" + b.say(l.table.Unit, l.table.ID)
		last.style = style{size: 10, across: "right", fill: sectionFill}
	}
	head.height = 20
	return head
}

func (b *book) indicatorRow(l indicatorLine, r ruler) line {
	made := line{cells: make([]cell, len(b.indicators.columns))}
	for j, c := range l.table.Columns {
		at := b.indicators.column(c)
		figure := &l.row.Cells[j]
		made.cells[at] = b.figure(figure, indicatorsName, l.table.ID, bodyLook(c, l.row, j == 0))
		if at == b.indicators.value && numeric(figure) {
			unit := bodyLook(unitColumn, l.row, false)
			made.cells[at-1] = cell{text: b.say(figure.Unit.Symbol, l.table.ID), style: unit}
			r.see(at-1, figure.Unit.Symbol, margin)
			bare := *figure
			bare.Text = strings.Replace(bare.Text, bare.Unit.Symbol, "", 1)
			made.cells[at].style.format = numberFormat(&bare)
			figure = &bare
		}
		r.see(at, figure.Text, margin+float64(made.cells[at].style.indent))
	}
	return made
}
