package compose

import (
	"math/big"
	"slices"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// tableRows are the rows of a table of the data, laid out as they are asked for:
// the dataset holds a million of them in little room, and typed cells would take
// a hundred times that.
type tableRows struct {
	c       *composer
	t       *dataset.Table
	columns []document.Column
}

// Len is the number of rows.
func (r *tableRows) Len() int { return r.t.Len() }

// Row is a row, counted from 0.
func (r *tableRows) Row(n int, cells []document.Cell) document.Row {
	cells = slices.Grow(cells[:0], len(r.columns))
	for k := range r.columns {
		cells = append(cells, r.Cell(n, k))
	}
	return document.Row{Cells: cells}
}

// Cell is a cell of a row.
func (r *tableRows) Cell(n, k int) document.Cell {
	return r.c.cell(r.t, r.t.Row(n), k, r.columns[k])
}

// cellFigure is the figure in a cell of the data's table.
func (c *composer) cellFigure(t *dataset.Table, row dataset.Row, k int) figure.Figure {
	if f := c.r.Read(t, row, k); f != nil {
		return *f
	}
	return row.Figure(k)
}

// cellValue is the figure in a cell: as given, or as computed.
func (c *composer) cellValue(t *dataset.Table, row dataset.Row, k int) figure.Figure {
	given := row.Figure(k)
	if given.Absent == figure.Unknown {
		if computed, ok := c.r.Computed(t, row, k); ok {
			return computed
		}
	}
	return given
}

// cell is a cell of the data's table.
func (c *composer) cell(t *dataset.Table, row dataset.Row, k int, as document.Column) document.Cell {
	col := t.Columns[k]
	if !col.Numeric {
		return document.Cell{Text: row.Text(k)}
	}
	ref := c.r.CellRef(t, row, k)
	var cell document.Cell
	short := t.Values(k).Figures[row.Number()]
	if _, decimals, plain := short.Plain(); plain {
		// As nearly all of a long table are: its text need not be read again.
		if col.Decimals != nil {
			decimals = as.Decimals
		}
		var number *big.Rat
		if f := c.r.Read(t, row, k); f != nil {
			number = f.Number
		} else {
			number, _ = short.Number()
		}
		cell = document.Cell{Ref: ref, Unit: as.Unit, Decimals: decimals, Number: number,
			Text: figure.Format(number, decimals, c.d.TiesEven)}
	} else {
		cell = c.inColumn(col, ref, c.cellValue(t, row, k), as)
	}
	if formula := c.rowFormulas[col]; formula != nil {
		cell.Formula = c.rowTerm(formula, t, row, col)
	}
	return cell
}

// rowTerm is a column's formula for one row.
func (c *composer) rowTerm(formula relation.Term, t *dataset.Table, row dataset.Row, col *dataset.Column) relation.Term {
	if made := c.rowTerms[col]; made != nil && made[row.Number()] != nil {
		return made[row.Number()]
	}
	return c.r.AtRow(formula, t, row)
}

// keepRowTerm notes a column's formula for the row of a check, which compares the
// row's cell with it; but for those of long tables, whose lines are made each time.
func (c *composer) keepRowTerm(j *check.Judged, col *dataset.Column, term relation.Term) {
	if c.rowFormulas[col] == nil || j.Relation.Rows.Len() > heldLines {
		return
	}
	made := c.rowTerms[col]
	if made == nil {
		made = make([]relation.Term, j.Relation.Rows.Len())
		c.rowTerms[col] = made
	}
	made[j.Row.Number()] = term
}
