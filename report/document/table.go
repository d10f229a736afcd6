package document

import "slices"

// Rows are the rows of a table's body. Those of a long table are made each time
// they are asked for, so that they never are in memory together.
type Rows interface {
	Len() int
	// Row is a row, counted from 0. One that is not held is laid out in the cells
	// given, if those have room.
	Row(n int, cells []Cell) Row
	Cell(n, column int) Cell
}

// Held are rows that are few enough to be held.
type Held []Row

// Len is the number of rows.
func (h Held) Len() int { return len(h) }

// Row is a row, counted from 0.
func (h Held) Row(n int, _ []Cell) Row { return h[n] }

// Cell is a cell of a row.
func (h Held) Cell(n, column int) Cell { return h[n].Cells[column] }

// Len is the number of rows of the body.
func (t *Table) Len() int {
	if t.Rows == nil {
		return 0
	}
	return t.Rows.Len()
}

// Add puts a row below those that a table holds: into the body, or below it.
func (t *Table) Add(r Row) {
	if r.Kind != BodyRow {
		t.Totals = append(t.Totals, r)
		return
	}
	held, _ := t.Rows.(Held)
	t.Rows = append(held, r)
}

// First are the first rows of the body, at most so many of them: its own if they are
// held, else made for the caller.
func (t *Table) First(most int) Held {
	n := min(most, t.Len())
	if held, ok := t.Rows.(Held); ok {
		return held[:n:n]
	}
	rows := make(Held, n)
	cells := cutter{make([]Cell, n*len(t.Columns))}
	for n := range rows {
		rows[n] = t.Rows.Row(n, cells.next(len(t.Columns)))
	}
	return rows
}

// cutter cuts the cells of many rows from one piece of memory.
type cutter struct{ left []Cell }

func (c *cutter) next(n int) []Cell {
	cut := c.left[:n:n]
	c.left = c.left[n:]
	return cut
}

// Keep is the table with only those columns for which keep is true. Its rows are
// held.
func (t Table) Keep(keep func(column int) bool) Table {
	kept := make([]int, 0, len(t.Columns))
	columns := make([]Column, 0, len(t.Columns))
	for k, c := range t.Columns {
		if !keep(k) {
			continue
		}
		if k > 0 && !keep(k-1) {
			c.Beside = "" // what it speaks of is not there
		}
		kept, columns = append(kept, k), append(columns, c)
	}
	rows := t.First(t.Len())
	if len(kept) == len(t.Columns) {
		t.Rows = rows
		return t
	}
	t.Columns, t.Rows, t.Totals = columns, Held(only(rows, kept)), only(t.Totals, kept)
	return t
}

// only are rows with some of their cells.
func only(rows []Row, columns []int) []Row {
	out := slices.Clone(rows)
	cells := cutter{make([]Cell, len(rows)*len(columns))}
	for n := range out {
		out[n].Cells = cells.next(len(columns))
		for i, k := range columns {
			out[n].Cells[i] = rows[n].Cells[k]
		}
	}
	return out
}

// Says reports whether any row of the body says something in a column.
func (t Table) Says(column int) bool {
	for n := range t.Len() {
		if t.Rows.Cell(n, column).Text != "" {
			return true
		}
	}
	return false
}

// Shared is what columns say that say the same in every row, in their order.
func (t Table) Shared() []string {
	var said []string
	for _, c := range t.Columns {
		if c.Shared != "" {
			said = append(said, c.Shared)
		}
	}
	return said
}
