package xlsx

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/relation"
)

// index says where in the workbook every figure of the document stands. It is
// made before any sheet is written, so that a formula can speak of cells that
// come later.
type index struct {
	figures    map[dataset.Ref]place
	tables     map[string]*tableSheet // by the table's id
	aggregates map[string]*big.Rat    // values of aggregates, by aggregateKey; nil: there is none
	constant   map[*document.Cell]bool
}

func newIndex() *index {
	return &index{
		figures:    map[dataset.Ref]place{},
		tables:     map[string]*tableSheet{},
		aggregates: map[string]*big.Rat{},
		constant:   map[*document.Cell]bool{},
	}
}

// place is a cell of the workbook, its row and column counted from 1.
type place struct {
	sheet    string
	col, row int
	cell     *document.Cell
}

// add notes where a figure stands. Of a figure printed twice the first place
// counts.
func (x *index) add(sheet string, col, row int, c *document.Cell) {
	if c.Ref == "" {
		return
	}
	if _, there := x.figures[c.Ref]; !there {
		x.figures[c.Ref] = place{sheet, col, row, c}
	}
}

// from is the cell's address as a formula on the sheet named writes it.
func (p place) from(sheet string) string {
	return within(p.sheet, sheet) + address(p.col, p.row)
}

// link is the target of a hyperlink to the cell.
func (p place) link() string { return quoted(p.sheet) + "!" + address(p.col, p.row) }

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
	for i, c := range t.Columns {
		if c.ID == id {
			return column{t, i}, true
		}
	}
	return column{}, false
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

// sharedFactor finds that unit.
func sharedFactor(body []*document.Row, c document.Column, at int) *big.Rat {
	var shared *big.Rat
	for _, r := range body {
		cell := &r.Cells[at]
		if !numeric(cell) {
			continue
		}
		if shared != nil && shared.Cmp(factor(cell.Unit)) != 0 {
			return nil
		}
		shared = factor(cell.Unit)
	}
	if shared == nil {
		return factor(c.Unit)
	}
	return shared
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
