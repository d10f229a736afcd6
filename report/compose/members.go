package compose

import (
	"math/big"
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/figure"
)

// membersSection is the last chapter of a file that adds others up: its
// districts side by side with the rank of each, for every period of which it
// adds them up. ok is false if there are no members or they share nothing with
// the file.
func (c *composer) membersSection(number int) (s document.Section, ok bool) {
	s = document.Section{ID: dataset.MembersID, Number: ordinal(number), Title: "分地区情况"}
	for _, t := range c.d.MemberTables {
		if shown := shownOfMembers(t); len(shown) > 0 {
			s.Blocks = append(s.Blocks, c.membersTable(t, shown))
		}
	}
	return s, len(s.Blocks) > 0
}

// membersTable is a row a district: each figure, and beside it its rank among
// them; below, what the file itself gives.
func (c *composer) membersTable(t *dataset.Table, columns []int) document.Table {
	out := document.Table{ID: t.ID.Value, Kind: document.DataTable, Title: t.Title.Value, Unit: unitLine(t)}
	rows := make([]document.Row, t.Len()+1)
	add := func(column document.Column, cell func(row dataset.Row) document.Cell, below document.Cell) {
		out.Columns = append(out.Columns, column)
		for row := range t.Rows() {
			rows[row.Number()].Cells = append(rows[row.Number()].Cells, cell(row))
		}
		rows[t.Len()].Cells = append(rows[t.Len()].Cells, below)
	}
	rows[t.Len()].Kind = document.TotalRow
	add(document.Column{ID: dataset.MemberName, Title: "地区", Key: true},
		func(row dataset.Row) document.Cell { return document.Cell{Text: t.Members[row.Number()].Name} },
		document.Cell{Text: c.d.District.Name.Value})
	for _, k := range columns {
		col := t.Columns[k]
		as := c.membersColumn(t, k, out.Unit)
		own := c.byID[col.ID.Value]
		add(as, func(row dataset.Row) document.Cell { return c.asPublished(t.CellRef(row, col), row.Figure(k), as) }, c.ownCell(own, t, as))
		ranks := ranksIn(t, k, own != nil && own.Better == dataset.Lower)
		add(document.Column{ID: col.ID.Value + "_rank", Title: col.Title.Value + "位次", Beside: "位次", Numeric: true}, func(row dataset.Row) document.Cell {
			return rankCell(ranks[row.Number()])
		}, document.Cell{})
	}
	out.Rows, out.Totals = document.Held(rows[:t.Len()]), rows[t.Len():]
	return out
}

// ownCell is what the file gives for an indicator that its members have too.
func (c *composer) ownCell(own *dataset.Indicator, t *dataset.Table, as document.Column) document.Cell {
	if own == nil {
		return document.Cell{}
	}
	o := own.In(t.Period)
	if o == nil || !o.Figure.Unit.Like(as.Unit) {
		return document.Cell{}
	}
	cell := c.asPublished(o.Ref(), c.figure(o.Ref(), o.Figure), as)
	cell.Formula = c.formulas[o.Ref()]
	return cell
}

// asPublished is a figure in a column with its own digits: those of the others
// would say more than its district did.
func (c *composer) asPublished(ref dataset.Ref, f figure.Figure, as document.Column) document.Cell {
	as.Decimals = decimalsIn(f, as.Unit)
	return c.number(ref, f, as)
}

// decimalsIn is how many digits after the point a figure has in a unit, which
// need not be the one it was given in.
func decimalsIn(f figure.Figure, unit figure.Unit) int {
	if f.Number == nil {
		return 0
	}
	if f.Unit.Same(unit) {
		return f.Written
	}
	needed, _ := figure.DecimalDigits(unit.FromBase(f.Value()))
	return needed
}

// membersColumn is a column with the most decimals that a figure in it has.
func (c *composer) membersColumn(t *dataset.Table, k int, common string) document.Column {
	col := t.Columns[k]
	out := document.Column{ID: col.ID.Value, Title: col.Title.Value, Numeric: true, Unit: unitOf(col.Unit)}
	if col.Unit != "" && col.Unit != common {
		out.Title += "（" + col.Unit + "）"
	}
	for row := range t.Rows() {
		out.Decimals = max(out.Decimals, decimalsIn(row.Figure(k), out.Unit))
	}
	return out
}

// shownOfMembers are the columns in which there is a figure.
func shownOfMembers(t *dataset.Table) (columns []int) {
	for k, col := range t.Columns {
		for row := range t.Rows() {
			if col.Numeric && row.Figure(k).Absent == figure.Present {
				columns = append(columns, k)
				break
			}
		}
	}
	return columns
}

// ranksIn is the place of each row's number in a column, the best being first:
// one more than there are better ones, so that equals share a place. It is 0 for
// a row without a number.
func ranksIn(t *dataset.Table, k int, lowerIsBetter bool) []int {
	var numbers []*big.Rat
	for row := range t.Rows() {
		numbers = append(numbers, row.Figure(k).Value())
	}
	better := 1
	if lowerIsBetter {
		better = -1
	}
	order := make([]int, 0, len(numbers))
	for n, x := range numbers {
		if x != nil {
			order = append(order, n)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return numbers[b].Cmp(numbers[a]) * better })
	ranks := make([]int, len(numbers))
	for place, n := range order {
		ranks[n] = place + 1
		if place > 0 && numbers[n].Cmp(numbers[order[place-1]]) == 0 {
			ranks[n] = ranks[order[place-1]]
		}
	}
	return ranks
}

func rankCell(rank int) document.Cell {
	if rank == 0 {
		return document.Cell{}
	}
	number := big.NewRat(int64(rank), 1)
	return document.Cell{Number: number, Text: figure.Decimal(number)}
}
