package check

import (
	"jianbao/report/dataset"
	"jianbao/report/figure"
)

// keptRows is of how many rows figures are kept.
const keptRows = 1000

// rowFigures are the figures of rows. They are read from the text of cells each
// time, and a formula's row is asked for them again and again: alone, and together
// with all the others. Those of the first rows are kept; of the others, only those
// of the row at hand.
type rowFigures struct {
	row     dataset.Row
	cells   []readCell // of row
	kept    map[dataset.Row][]readCell
	passing []readCell // made use of for each row that is not kept
}

// readCell is a figure once it is read.
type readCell struct {
	figure figure.Figure
	read   bool
}

// of is the figure in a cell.
func (r *rowFigures) of(row dataset.Row, column int) figure.Figure {
	if r.row != row {
		r.turn(row)
	}
	cell := &r.cells[column]
	if !cell.read {
		*cell = readCell{row.Figure(column), true}
	}
	return cell.figure
}

// turn goes to another row.
func (r *rowFigures) turn(row dataset.Row) {
	r.row = row
	cells, known := r.kept[row]
	switch columns := row.Columns(); {
	case known:
		r.cells = cells
	case len(r.kept) < keptRows:
		if r.kept == nil {
			r.kept = map[dataset.Row][]readCell{}
		}
		r.cells = make([]readCell, columns)
		r.kept[row] = r.cells
	case len(r.passing) < columns:
		r.passing = make([]readCell, columns)
		r.cells = r.passing
	default:
		clear(r.passing)
		r.cells = r.passing
	}
}
