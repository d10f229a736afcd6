package check

import (
	"cmp"
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// mostRowsRanked is how many rows are ranked for all findings of a data file
// together. Beyond it the first rows stand for the rest.
const mostRowsRanked = 4_000_000

// likelyRows are the rows of an aggregate to look for the wrong figure in: all of
// them, or if they are many those that most broken relations meet in, and among
// them those in which the likeliest slip makes up for the difference. The
// difference is the same for every row, so it is worked out once.
func (c *checker) likelyRows(b broken, a relation.Aggregate, index int) []dataset.Row {
	where := c.filter(a)
	var rows []dataset.Row
	for row := range a.Table.Rows() {
		if where(row) {
			rows = append(rows, row)
		}
	}
	if len(rows) <= mostSuspects {
		return rows
	}
	if c.reaching.rowsLeft -= len(rows); c.reaching.rowsLeft < 0 {
		return rows[:mostSuspects]
	}
	type candidate struct {
		row           dataset.Row
		met, unlikely int
	}
	meets := c.crossing(a.Column)
	ranked := make([]candidate, len(rows))
	for i, row := range rows {
		ranked[i] = candidate{row: row, met: meets(row)}
	}
	slices.SortStableFunc(ranked, func(x, y candidate) int { return cmp.Compare(y.met, x.met) })
	last := ranked[mostSuspects-1].met
	slipIn := c.slipOfRow(b, a, index, rows)
	for i := range ranked {
		if ranked[i].met == last {
			ranked[i].unlikely = slipIn(ranked[i].row)
		}
	}
	slices.SortStableFunc(ranked, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.met, x.met), cmp.Compare(x.unlikely, y.unlikely))
	})
	rows = rows[:mostSuspects]
	for i := range rows {
		rows[i] = ranked[i].row
	}
	return rows
}

// crossing is how many of the broken relations a row's figure takes part in.
func (c *checker) crossing(column *dataset.Column) func(dataset.Row) int {
	var filters []func(dataset.Row) bool
	own := map[dataset.Row]int{}
	for _, other := range c.broken[:min(len(c.broken), mostDiagnosed)] {
		reach := c.reaching.of[other.Relation]
		if reach == nil {
			continue
		}
		for _, a := range reach.aggregates {
			if a.Column == column {
				filters = append(filters, c.filter(a))
			}
		}
		for _, cell := range reach.cells {
			if cell.Column == column && !other.Row.IsZero() {
				own[other.Row]++
			}
		}
	}
	return func(row dataset.Row) int {
		n := own[row]
		for _, meets := range filters {
			if meets(row) {
				n++
			}
		}
		return n
	}
}

// slipOfRow is the penalty of the likeliest slip that makes up for a broken
// relation in a row. The change it takes is that of any row with a plain number.
func (c *checker) slipOfRow(b broken, a relation.Aggregate, index int, rows []dataset.Row) func(dataset.Row) int {
	none := func(dataset.Row) int { return noSlip.penalty }
	cell := relation.Cell{Column: a.Column, Index: index, Unit: rows[0].Figure(index).Unit}
	for _, row := range rows[:mostSuspects] {
		if cell.Unit = row.Figure(index).Unit; a.Table.Members != nil && a.Table.Values(index).Figures[row.Number()] == figure.Other {
			continue // it may be in another unit than the others
		}
		s := c.suspectCell(a.Table, row, cell)
		if s == nil || !s.readable || !isPlain(s.now.figure) {
			continue
		}
		open := opening{c: c, suspect: s, table: b.Relation.Rows, row: b.Row}
		claim := open.claim(b.Relation.Claim)
		if open.opaque || !open.touched {
			return none
		}
		required := evaluator{c: c, table: b.Relation.Rows, row: b.Row}.required(claim).Sub(s.now.values)
		change := bandOf(required.Per(s.Unit), s.usual)
		return func(row dataset.Row) int {
			brief := a.Table.Values(index).Figures[row.Number()]
			if brief == figure.Other && a.Table.Members != nil {
				return c.slipOfMember(a, row, index, required)
			}
			return slipWithin(brief, change)
		}
	}
	return none
}

// slipWithin is the penalty of the likeliest slip in a number that changes it by
// an amount within the band.
func slipWithin(b figure.Brief, change band) int {
	digits, decimals, ok := b.Plain()
	if !ok || decimals > mostDigits {
		return noSlip.penalty
	}
	return written{digits: max(digits, -digits), decimals: decimals, negative: digits < 0}.slipWithin(change)
}

func (n written) slipWithin(change band) int {
	least := noSlip.penalty
	around := change.from(n)
	n.corrections(func(found correction) {
		if found.slip.penalty < least && around.near(found.to) {
			least = found.slip.penalty
		}
	})
	return least
}
