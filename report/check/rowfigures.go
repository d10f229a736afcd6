package check

import (
	"jianbao/report/dataset"
	"jianbao/report/figure"
)

// rowFigures are the figures of one row: they are read from the text of its cells
// each time, and a formula's row is asked for them again and again.
type rowFigures struct {
	row     dataset.Row
	figures []figure.Figure
	read    []bool
}

// of is the figure in a cell.
func (r *rowFigures) of(row dataset.Row, column int) figure.Figure {
	if r.row != row {
		r.row = row
		clear(r.read)
	}
	for len(r.figures) <= column {
		r.figures, r.read = append(r.figures, figure.Figure{}), append(r.read, false)
	}
	if !r.read[column] {
		r.figures[column], r.read[column] = row.Figure(column), true
	}
	return r.figures[column]
}
