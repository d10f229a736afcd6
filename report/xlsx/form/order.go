package form

import (
	"slices"

	"jianbao/report/xlsx/foreign"
)

// columnKey is a column of a sheet.
type columnKey struct {
	sheet  *foreign.Sheet
	column int
}

// placed is a formula by its row.
type placed struct{ row, index int }

// ordered puts formulas into an order in which each comes after those it depends
// on. What stands in a circle, or behind one, is left over, and so is what goes
// through more cells than are calculated. Names are not looked into.
func (f *filling) ordered(formulas []calculated) (ready, left []calculated) {
	columns := map[columnKey][]placed{}
	for i, c := range formulas {
		column, row, _ := foreign.Cell(c.cell.Attr("r"))
		key := columnKey{c.sheet, column}
		columns[key] = append(columns[key], placed{row, i}) // from the top down, as the sheet has them
	}
	users := make([][]int32, len(formulas)) // of each formula, those that depend on it
	waits := make([]int, len(formulas))     // for how many it waits
	gone := 0
	for i, c := range formulas {
		for _, r := range foreign.References(c.formula) {
			sheet := c.sheet
			if r.Sheet != "" {
				sheet = f.book.Sheet(r.Sheet)
			}
			if !r.WholeColumns && !r.WholeRows {
				gone += (r.Area.Right - r.Area.Left + 1) * (r.Area.Bottom - r.Area.Top + 1)
			}
			for column := r.Area.Left; column <= r.Area.Right && gone <= mostAdded; column++ {
				for _, p := range within(columns[columnKey{sheet, column}], r.Area) {
					users[p.index] = append(users[p.index], int32(i))
					waits[i]++
					gone++
				}
			}
		}
		if gone > mostAdded {
			waits[i]++ // for ever
		}
	}
	var order []int
	for i := range formulas {
		if waits[i] == 0 {
			order = append(order, i)
		}
	}
	for n := 0; n < len(order); n++ {
		ready = append(ready, formulas[order[n]])
		for _, user := range users[order[n]] {
			if waits[user]--; waits[user] == 0 {
				order = append(order, int(user))
			}
		}
	}
	for i, c := range formulas {
		if waits[i] > 0 {
			left = append(left, c)
		}
	}
	return ready, left
}

// within are the formulas of a column that stand in an area.
func within(column []placed, a foreign.Area) []placed {
	from, _ := slices.BinarySearchFunc(column, a.Top, func(p placed, row int) int { return p.row - row })
	to, _ := slices.BinarySearchFunc(column, a.Bottom+1, func(p placed, row int) int { return p.row - row })
	return column[from:max(from, to)]
}
