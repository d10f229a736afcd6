package xlsx

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jianbao/report/dataset"
	"jianbao/report/document"
)

// index says where in the workbook every figure of the document stands. It is
// made before any sheet is written, so that a formula can speak of cells that
// come later. The cells of a data table's body have no entry: however many they
// are, their places follow from their row and column (see tableSheet.find).
type index struct {
	figures    map[dataset.Ref]place  // of indicators and totals
	rows       map[dataset.Ref]place  // the row of the indicators about a figure, at its value
	tables     map[string]*tableSheet // by the table's id
	last       *tableSheet            // in which a figure was found last
	checks     checkRows              // the rows of the checks about a figure
	remarks    map[spot]*remark       // what was found at a cell
	aggregates map[string]*big.Rat    // values of aggregates, by their Key; nil: there is none
	wholes     map[whole]expression   // those over all rows, as they are written
	scaling    scaling                // of the last formula that needed one
	formulas   map[shownAt]string     // as live has given them
	constant   map[dataset.Ref]bool   // figures that keep their numbers, though they have formulas
}

// newIndex is one for a document of so many checks, most of them about a figure
// with a formula.
func newIndex(checks int) *index {
	return &index{
		figures:    map[dataset.Ref]place{},
		rows:       map[dataset.Ref]place{},
		tables:     map[string]*tableSheet{},
		remarks:    map[spot]*remark{},
		aggregates: map[string]*big.Rat{},
		wholes:     map[whole]expression{},
		formulas:   make(map[shownAt]string, min(checks, mostFormulas)),
		constant:   map[dataset.Ref]bool{},
	}
}

// spot is the position of a cell, its row and column counted from 1.
type spot struct {
	sheet    string
	col, row int
}

// place is a cell of the workbook.
type place struct {
	spot
	cell *document.Cell
}

// add notes where a figure stands. Of a figure printed twice the first place
// counts.
func (x *index) add(at spot, c *document.Cell) {
	if c.Ref == "" {
		return
	}
	if _, there := x.figures[c.Ref]; !there {
		x.figures[c.Ref] = place{at, c}
	}
}

// find is the cell that holds a figure.
func (x *index) find(ref dataset.Ref) (place, bool) {
	if p, ok := x.figures[ref]; ok {
		return p, true
	}
	if x.last != nil && ref != "" { // mostly: formulas speak of their own rows
		if p, ok := x.last.nearby(ref); ok {
			return p, true
		}
	}
	id, within, ok := strings.Cut(string(ref), ".")
	if t := x.tables[id]; ok && t != nil {
		x.last = t
		return t.find(ref, within)
	}
	return place{}, false
}

// shows is the cell to look at for a figure: the one that holds it, else the
// value of its row.
func (x *index) shows(ref dataset.Ref) (place, bool) {
	if p, ok := x.find(ref); ok {
		return p, true
	}
	p, ok := x.rows[ref]
	return p, ok
}

// from is the cell's address as a formula on the sheet named writes it.
func (p spot) from(sheet string) string {
	if p.sheet == sheet {
		return address(p.col, p.row)
	}
	return "'" + apostrophes(p.sheet) + "'!" + columnName(p.col) + strconv.Itoa(p.row)
}

// appendLocation writes the place as hyperlinks name it.
func (p spot) appendLocation(b []byte) []byte {
	b = appendEscaped(append(b, '\''), apostrophes(p.sheet), inAttribute)
	b = append(append(b, "'!"...), columnName(p.col)...)
	return strconv.AppendInt(b, int64(p.row), 10)
}

// within is what goes before an address on a sheet when it is spoken of from
// another.
func within(sheet, from string) string {
	if sheet == from {
		return ""
	}
	return quoted(sheet) + "!"
}

func quoted(sheet string) string { return "'" + apostrophes(sheet) + "'" }

func apostrophes(sheet string) string { return strings.ReplaceAll(sheet, "'", "''") }

func columnName(col int) string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	if 1 <= col && col <= len(letters) { // nearly all
		return letters[col-1 : col]
	}
	name, err := excelize.ColumnNumberToName(col)
	if err != nil {
		return "XFD" // no table is that wide: such a row is refused when it is written
	}
	return name
}

func address(col, row int) string { return columnName(col) + strconv.Itoa(row) }

// absolute is the address that stays when a formula is copied.
func absolute(col, row int) string {
	return "$" + columnName(col) + "$" + strconv.Itoa(row)
}

// column is one column of a data table: its place in the rows and on the sheet.
type column struct {
	table *tableSheet
	at    int // index of its cells in a row
}

// column finds a column of the table by its id.
func (t *tableSheet) column(id string) (column, bool) {
	at := columnOf(t.Table, id)
	return column{t, at}, at >= 0
}

// columnOf is the place of the column with an id among a table's, or -1.
func columnOf(t *document.Table, id string) int {
	for i := range t.Columns { // each would be copied for a function
		if t.Columns[i].ID == id {
			return i
		}
	}
	return -1
}

// span is the range of the column's body rows, as written on the sheet named.
func (c column) span(sheet string) string {
	name := columnName(c.at + 1)
	return within(c.table.name, sheet) + name + "$" + strconv.Itoa(c.table.first()) +
		":" + name + "$" + strconv.Itoa(c.table.last())
}

// factor is the one unit all numbers of the column are printed in, as base
// units; false if they are printed in several.
func (c column) factor() (*big.Rat, bool) {
	f := c.table.factors[c.at]
	return f, f != nil
}
