package check

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/figure"
)

// mostKept is how many figures of rows are kept.
const mostKept = 5000

// rowFigures are the figures of rows. They are read from the text of cells each
// time, and a formula's row is asked for them again and again: alone, by the next
// formula, and together with all the others. Of the columns asked for first all are
// kept; of the others, only that of the row at hand.
type rowFigures struct {
	kept    int
	all     map[*dataset.Table][]columnFigures // by column
	table   *dataset.Table                     // the last one asked for
	columns []columnFigures                    // of it
}

// columnFigures are figures of a column, of all rows from the first, or of one row.
type columnFigures struct {
	first int
	cells []readCell
}

// readCell is a figure once it is read.
type readCell struct {
	figure.Figure
	read bool
	ref  dataset.Ref // what the table calls it, if all of the column are kept
	base *big.Rat    // its number in base units, once that is asked for
}

// value is Figure's Value, reckoned once.
func (c *readCell) value() *big.Rat {
	if c.base == nil {
		c.base = c.Value()
	}
	return c.base
}

// of is the figure in a cell. It is not to be changed, and may be another one after
// the next call.
func (r *rowFigures) of(t *dataset.Table, row dataset.Row, column int) *readCell {
	if r.table != t {
		r.turn(t)
	}
	figures := &r.columns[column]
	if figures.cells == nil {
		figures.cells = make([]readCell, r.room(t.Len()))
	}
	if len(figures.cells) == 1 && figures.first != row.Number() {
		*figures = columnFigures{first: row.Number(), cells: figures.cells}
		figures.cells[0].read = false
	}
	cell := &figures.cells[row.Number()-figures.first]
	if !cell.read {
		*cell = readCell{Figure: row.Figure(column), read: true}
		if len(figures.cells) > 1 {
			cell.ref = t.CellRef(row, t.Columns[column])
		}
	}
	return cell
}

// ref names a cell.
func (r *rowFigures) ref(t *dataset.Table, row dataset.Row, column int) dataset.Ref {
	if known := r.read(t, row, column); known != nil && known.ref != "" {
		return known.ref
	}
	return t.CellRef(row, t.Columns[column])
}

// read is a cell if it is at hand, else nil.
func (r *rowFigures) read(t *dataset.Table, row dataset.Row, column int) *readCell {
	if r == nil || r.all[t] == nil {
		return nil
	}
	figures := &r.all[t][column]
	at := row.Number() - figures.first
	if at < 0 || at >= len(figures.cells) || !figures.cells[at].read {
		return nil
	}
	return &figures.cells[at]
}

// turn goes to another table.
func (r *rowFigures) turn(t *dataset.Table) {
	columns, known := r.all[t]
	if !known {
		if r.all == nil {
			r.all = map[*dataset.Table][]columnFigures{}
		}
		columns = make([]columnFigures, len(t.Columns))
		r.all[t] = columns
	}
	r.table, r.columns = t, columns
}

// room is of how many rows the figures of a column are held.
func (r *rowFigures) room(rows int) int {
	if r.kept+rows > mostKept {
		return 1
	}
	r.kept += rows
	return rows
}
