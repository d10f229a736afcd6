package dataset

import (
	"slices"
	"strconv"

	"jianbao/report/diag"
	"jianbao/report/figure"
)

// Cells are the texts of a table's rows, column counted as in the table. A
// table may have a million rows, so they may be kept as the file has them and
// taken apart only when asked for. Several goroutines may ask.
type Cells interface {
	Len() int // rows
	Text(row, column int) string
	Place(row, column int) diag.Place
}

// Values are what the cells of one column come to, in short form and one a row.
type Values struct {
	// Figures is nil in a column of words. Options are how its texts are read,
	// Decimals the most digits after the point that any of them has.
	Figures  []figure.Brief
	Options  figure.Options
	Decimals int

	// Words are positions in Distinct, which has the different texts of a column
	// of words in the order of the rows; both are nil if there are more than
	// MostDistinct.
	Words    []uint16
	Distinct []string
}

// MostDistinct is how many different words of a column are told apart by number.
const MostDistinct = 1 << 12

// body is the rows of a table.
type body struct {
	cells  Cells
	values []Values // one a column
	keyed  int      // the column whose text names the rows, or -1
	// numbered is how often a row's number is added to its key; nil if all keys
	// are their texts.
	numbered []uint32
}

// Fill gives a table its rows, once, after its columns: the column with Key is
// what names them.
func (t *Table) Fill(cells Cells, values []Values) {
	t.body = body{cells: cells, values: values,
		keyed: slices.IndexFunc(t.Columns, func(c *Column) bool { return c.Key })}
	t.body.nameRows()
}

// Values are the cells of a column, counted from 0, in short form; none if the
// table's rows were not read.
func (t *Table) Values(column int) *Values {
	if column >= len(t.body.values) {
		return &Values{}
	}
	return &t.body.values[column]
}

// key is the name of a row.
func (b *body) key(row int) string {
	key := ""
	if b.keyed >= 0 {
		key = b.cells.Text(row, b.keyed)
	}
	if b.numbered == nil {
		return key
	}
	for range b.numbered[row] {
		key += "#" + strconv.Itoa(row+1)
	}
	return key
}
