package transcribe

import (
	"strings"

	"jianbao/report/xlsx/foreign"
)

// cell is a cell of the workbook; taken says that the data file has it.
type cell struct {
	foreign.CellValue
	taken bool
}

func (c *cell) text() string { return strings.TrimSpace(c.Shown.Text) }

// number reports whether the cell is a number that is shown as one: a date is none.
func (c *cell) number() bool { return c.Kind == foreign.Number && c.Shown.Figure != "" }

// row is a row that holds something.
type row struct {
	n     int
	cells []*cell
}

// sheet is a sheet with its cells.
type sheet struct {
	name   string
	rows   []*row
	at     map[[2]int]*cell // by row and column
	row    map[int]*row     // by their numbers
	merges []foreign.Area
	begun  map[int][]foreign.Area // of those, the ones that begin in a row
	blocks []*block
}

func newSheet(s *foreign.Sheet) *sheet {
	made := &sheet{name: s.Name, at: map[[2]int]*cell{}, row: map[int]*row{}, merges: s.Merges(), begun: map[int][]foreign.Area{}}
	for _, m := range made.merges {
		made.begun[m.Top] = append(made.begun[m.Top], m)
	}
	for v := range s.Cells() {
		c := &cell{CellValue: v}
		if n := len(made.rows); n == 0 || made.rows[n-1].n != v.Row {
			made.rows = append(made.rows, &row{n: v.Row})
			made.row[v.Row] = made.rows[n]
		}
		last := made.rows[len(made.rows)-1]
		last.cells = append(last.cells, c)
		made.at[[2]int{v.Row, v.Column}] = c
	}
	return made
}

func (s *sheet) address(c *cell) string {
	return s.name + "!" + foreign.Address(c.Column, c.Row)
}

// shown is the cell that a reader sees at a place: in a merged area its first.
func (s *sheet) shown(row, column int) *cell {
	if c := s.at[[2]int{row, column}]; c != nil {
		return c
	}
	for _, m := range s.merges {
		if m.Holds(column, row) {
			return s.at[[2]int{m.Top, m.Left}]
		}
	}
	return nil
}

// bottom is the last row that a row's merged cells reach.
func (s *sheet) bottom(r *row) int {
	last := r.n
	for _, m := range s.begun[r.n] {
		last = max(last, m.Bottom)
	}
	return last
}
