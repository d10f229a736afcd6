package xlsx

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/relation"
)

// index says where in the workbook every figure of the document stands. It is
// made before any sheet is written, so that a formula can speak of cells that
// come later. The cells of a data table's body have no entry: however many they
// are, their places follow from their row and column (see tableSheet.find).
type index struct {
	figures    map[dataset.Ref]place  // of indicators and totals
	rows       map[dataset.Ref]place  // the row of the indicators about a figure, at its value
	tables     map[string]*tableSheet // by the table's id
	checks     map[dataset.Ref][]int  // the rows of the checks about a figure
	remarks    map[spot]*remark       // what was found at a cell
	aggregates map[string]*big.Rat    // values of aggregates, by aggregateKey; nil: there is none
	formulas   map[shownAt]string     // as live has given them
	constant   map[dataset.Ref]bool   // figures that keep their numbers, though they have formulas
}

func newIndex() *index {
	return &index{
		figures:    map[dataset.Ref]place{},
		rows:       map[dataset.Ref]place{},
		tables:     map[string]*tableSheet{},
		checks:     map[dataset.Ref][]int{},
		remarks:    map[spot]*remark{},
		aggregates: map[string]*big.Rat{},
		formulas:   map[shownAt]string{},
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
	id, within, ok := strings.Cut(string(ref), ".")
	if t := x.tables[id]; ok && t != nil {
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
	return within(p.sheet, sheet) + address(p.col, p.row)
}

// link is the target of a hyperlink to the cell.
func (p spot) link() string { return quoted(p.sheet) + "!" + address(p.col, p.row) }

// within is what goes before an address on a sheet when it is spoken of from
// another.
func within(sheet, from string) string {
	if sheet == from {
		return ""
	}
	return quoted(sheet) + "!"
}

func quoted(sheet string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'"
}

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
	return slices.IndexFunc(t.Columns, func(c document.Column) bool { return c.ID == id })
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

// aggregateKey tells aggregates apart.
func aggregateKey(a relation.Aggregate) string {
	var key strings.Builder
	part := func(s string) { key.WriteString(strconv.Quote(s)) }
	part(string(a.Func))
	part(a.Table.ID.Value)
	if a.Column == nil {
		part("")
	} else {
		part(a.Column.ID.Value)
	}
	for _, w := range a.Where {
		part(w.Column.ID.Value)
		part(w.Op)
		part(w.Text)
		if w.Number == nil {
			part("")
		} else {
			part(w.Number.String())
		}
	}
	return key.String()
}
