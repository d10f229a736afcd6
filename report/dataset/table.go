package dataset

import (
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// Table is a list of rows with typed columns and totals over them.
type Table struct {
	ID      Text
	Title   Text
	Sample  bool // 示例数据: said in every output
	Unit    Text // the unit line; empty: from the columns
	Note    Text
	Source  Text
	Period  period.Period // zero: the file's
	Columns []*Column
	Totals  []*Total
	Section *Section

	// Unread says that rows could not be read, as a finding tells: nothing is known
	// of sums over the table.
	Unread bool

	// Members are the rows of a table of members, in their order; nil in any
	// other table. Others are the columns that it could have but does not, since
	// nothing asked for them.
	Members []Member
	Others  []*Column

	body body
}

// Column is one column of a table.
type Column struct {
	ID       Text
	Title    Text
	Key      bool // its text names the row
	Numeric  bool // its cells are figures
	Unit     string
	Decimals *int
	Formula  *Formula
	OneOf    []Text
}

// Total is a row of sums over all rows, or over those where conditions hold.
type Total struct {
	Label  Text
	Where  []Condition
	Count  *TotalValue // the number of rows
	Values []TotalValue
}

// TotalValue is one figure of a total; Column is nil for a count.
type TotalValue struct {
	Column *Column
	Figure figure.Figure
	Place  diag.Place
}

// Condition restricts rows to those whose Column reads Value.
type Condition struct {
	Column *Column
	Value  Text
}

// CellRef names the figure in a column of a row.
func (t *Table) CellRef(r Row, c *Column) Ref {
	return Ref(t.ID.Value + "." + c.ID.Value + "[" + r.Key() + "]")
}

// TotalRef names a figure of a total; column is nil for its count.
func (t *Table) TotalRef(total *Total, c *Column) Ref {
	name := "count"
	if c != nil {
		name = c.ID.Value
	}
	return Ref(t.ID.Value + ".total[" + total.Label.Value + "]." + name)
}

// ColumnIndex is the position of the column with that id, or -1.
func (t *Table) ColumnIndex(id string) int {
	for i, c := range t.Columns {
		if c.ID.Value == id {
			return i
		}
	}
	return -1
}
