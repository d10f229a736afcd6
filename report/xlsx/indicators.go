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

// Columns that the sheet has beside those of the document. The unit has its own,
// as in a yearbook: it can be filtered and is not lost to programs that read
// numbers. The others are worked out from the cells beside them.
var (
	unitColumn    = document.Column{ID: "unit", Title: "计量单位"}
	trendColumn   = document.Column{ID: "trend", Title: "趋势"}
	targetColumn  = document.Column{ID: "target", Title: "目标", Numeric: true}
	doneColumn    = document.Column{ID: "rate", Title: "完成率（%）", Numeric: true}
	barColumn     = document.Column{ID: "bar", Title: "完成进度"}
	elapsedColumn = document.Column{ID: "elapsed", Title: "时序进度（%）", Numeric: true}
	verdictColumn = document.Column{ID: "verdict", Title: "核对"}
)

// The ids of the document's columns that others go with.
const (
	changeID = "yoy"
	remarkID = "remark"
)

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
			for _, row := range append(t.First(t.Len()), t.Totals...) {
				s.lines = append(s.lines, indicatorLine{table: &t, row: &row})
			}
			if t.Note != "" {
				s.lines = append(s.lines, indicatorLine{table: &t, note: noteText(t.Note)})
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
	s.addWorkedOut(doc.Checks.Len() > 0)
	return s
}

// addWorkedOut adds the columns that are worked out, each only if some row has
// something to say in it: beside the change what way it goes, before the remarks
// how much of a target is done, and last what the checks came to.
func (s *indicatorSheet) addWorkedOut(checked bool) {
	at := func(id string) int {
		return slices.IndexFunc(s.columns, func(c document.Column) bool { return c.ID == id })
	}
	if i := at(changeID); i >= 0 {
		s.columns = slices.Insert(s.columns, i+1, trendColumn)
	}
	if slices.ContainsFunc(s.lines, func(l indicatorLine) bool { return l.row != nil && l.row.Goal != nil }) {
		i := at(remarkID)
		if i < 0 {
			i = len(s.columns)
		}
		s.columns = slices.Insert(s.columns, i, targetColumn, doneColumn, barColumn, elapsedColumn)
	}
	if checked {
		s.columns = append(s.columns, verdictColumn)
	}
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
			at := spot{indicatorsName, s.column(c) + 1, indicatorHead + 1 + i}
			x.add(at, &l.row.Cells[j])
			if l.row.Figure != "" && at.col == s.value+1 {
				x.rows[l.row.Figure] = place{at, &l.row.Cells[j]}
			}
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
	period := b.statusLine(joined(" ", b.doc.District, b.doc.Period), cell{}, n)
	lines := []line{b.titleLine(indicatorsName, n), period, headLine(titles)}
	last := 0
	for i, l := range s.lines {
		switch {
		case l.row != nil:
			last = len(lines)
			lines = append(lines, b.indicatorRow(l, indicatorHead+1+i, r))
		case l.note != "":
			lines = append(lines, words(noteStyle, b.say(l.note, l.table.ID)))
		default:
			lines = append(lines, b.sectionLine(l, n))
		}
	}
	ruled(lines[max(last, indicatorHead-1)])
	made := b.newSheet(indicatorsName, indicatorsTab, r)
	made.frozen, made.repeat = indicatorHead, [2]int{1, indicatorHead}
	made.notes = b.notesOf(indicatorsName)
	made.rules = s.rules(len(lines))
	for _, text := range b.issued() {
		lines = append(lines, words(noteStyle, text))
	}
	return made.set(lines)
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

func (b *book) indicatorRow(l indicatorLine, row int, r ruler) line {
	made := line{cells: make([]cell, len(b.indicators.columns))}
	for j, c := range l.table.Columns {
		at := b.indicators.column(c)
		figure := &l.row.Cells[j]
		if c.ID == remarkID && l.row.Goal != nil {
			figure = &document.Cell{Text: without(figure.Text, l.row.Goal.Said)}
		}
		made.cells[at] = b.figure(figure, indicatorsName, l.table.ID, bodyLook(c, l.row, j == 0))
		if at == b.indicators.value && numeric(figure) {
			unit := bodyLook(unitColumn, l.row, false)
			made.cells[at-1] = cell{text: b.say(figure.Unit.Symbol, l.table.ID), style: unit}
			r.see(at-1, figure.Unit.Symbol, margin)
			bare := *figure
			bare.Text = strings.Replace(bare.Text, bare.Unit.Symbol, "", 1)
			made.cells[at].style.format = b.numberFormat(&bare)
			figure = &bare
		}
		if c.ID == changeID {
			b.trend(l.row, figure, row, made.cells)
		}
		r.see(at, figure.Text, margin+float64(made.cells[at].style.indent))
	}
	b.goal(l, row, made.cells, r)
	if i := b.indicators.column(verdictColumn); i >= 0 {
		made.cells[i] = b.verdictOf(l.row)
	}
	for i := range made.cells {
		b.mark(&made.cells[i], spot{indicatorsName, i + 1, row})
	}
	return made
}
