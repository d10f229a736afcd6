package dataset

import (
	"iter"

	"jianbao/report/diag"
	"jianbao/report/figure"
)

// Row is a handle on one row of a table: it holds nothing itself, and what it is
// asked for is read from the table then. Equal handles are the same row. The
// zero Row is none.
type Row struct {
	table *Table
	n     int
}

// Len is the number of rows.
func (t *Table) Len() int {
	if t.body.cells == nil {
		return 0
	}
	return t.body.cells.Len()
}

// Row is a row, counted from 0.
func (t *Table) Row(n int) Row { return Row{t, n} }

// Rows are all rows in order.
func (t *Table) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for n := range t.Len() {
			if !yield(Row{t, n}) {
				return
			}
		}
	}
}

// IsZero reports whether r is no row.
func (r Row) IsZero() bool { return r.table == nil }

// Number is where the row stands in its table, counted from 0.
func (r Row) Number() int { return r.n }

// Columns is how many cells the row has.
func (r Row) Columns() int { return len(r.table.Columns) }

// Key names the row in findings and is unique in the table: the key column's
// text, or #n counting from 1, with the number added where a key text repeats.
func (r Row) Key() string { return r.table.body.key(r.n) }

// Renamed reports whether the key is not the text of the key column: there is none,
// or a row above has it.
func (r Row) Renamed() bool { return r.table.body.numbered != nil && r.table.body.numbered[r.n] > 0 }

// Text is a cell as written, column counted from 0.
func (r Row) Text(column int) string { return r.table.body.cells.Text(r.n, column) }

// Place is where a cell stands.
func (r Row) Place(column int) diag.Place { return r.table.body.cells.Place(r.n, column) }

// BorneOut reports whether a cell is a member's figure that a check in its own
// data file agrees with.
func (r Row) BorneOut(column int) bool {
	cells, ok := r.table.body.cells.(FigureCells)
	return ok && cells.BorneOut(r.n, column)
}

// Figure is the figure in a cell, the zero Figure in a column of words. It is
// made anew each time: a loop over many rows does better with Values.
func (r Row) Figure(column int) figure.Figure {
	v := &r.table.body.values[column]
	if v.Figures == nil {
		return figure.Figure{}
	}
	if finished, ok := r.table.body.cells.(FigureCells); ok {
		return finished.Figure(r.n, column)
	}
	if v.Figures[r.n] != figure.Missing {
		if f, problem := figure.Parse(r.Text(column), v.Options); problem == nil {
			return f
		}
	}
	unit, _ := figure.ParseUnit(v.Options.Unit) // a bad one was a finding
	return figure.Figure{Absent: figure.Unknown, Unit: unit, Precision: v.Options.Precision}
}
