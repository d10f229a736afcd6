package load

import "jianbao/report/diag"

// writtenCells are the cells of rows that stand in the data file itself.
type writtenCells struct {
	rows [][]writtenCell
}

type writtenCell struct {
	text  string
	place diag.Place
}

// add adds a row of empty cells.
func (c *writtenCells) add(width int) []writtenCell {
	row := make([]writtenCell, width)
	c.rows = append(c.rows, row)
	return row
}

func (c *writtenCells) Len() int                         { return len(c.rows) }
func (c *writtenCells) Text(row, column int) string      { return c.rows[row][column].text }
func (c *writtenCells) Place(row, column int) diag.Place { return c.rows[row][column].place }

func (c *writtenCells) row(n int, r *rowTexts) bool {
	for i, cell := range c.rows[n] {
		r.texts[i] = cell.text
	}
	return true // what is not was reported when it was read
}
