package check

import (
	"fmt"
	"math/big"
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/figure"
	"jianbao/report/network"
	"jianbao/report/relation"
)

func whole(n int) *big.Rat { return big.NewRat(int64(n), 1) }

// mostDivisions is into how many kinds of rows a table may fall. One that falls
// into more takes part with each of its sums as a figure of its own.
const mostDivisions = 200

// divide finds for each table by which of the sums that relations speak of its
// rows are added up: rows that are in the same sums need not be told apart. A
// small table of which a cell is spoken of, or not given, is divided row by row.
func (l *lowering) divide(all []*relation.Relation) map[*dataset.Table][]selection {
	divisions := map[*dataset.Table][]selection{}
	cellwise := map[*dataset.Table]bool{}
	for _, r := range all {
		if r.Rows != nil {
			cellwise[r.Rows] = true
		}
		eachTerm(r, func(t relation.Term) {
			a, ok := t.(relation.Aggregate)
			if !ok || a.Func != relation.Sum {
				return
			}
			if isSmall(a.Table) && lacks(a.Table, a.Table.ColumnIndex(a.Column.ID.Value)) {
				cellwise[a.Table] = true
			}
			if !slices.ContainsFunc(divisions[a.Table], func(s selection) bool { return slices.Equal(s, l.c.selected(a)) }) {
				divisions[a.Table] = append(divisions[a.Table], l.c.selected(a))
			}
		})
	}
	for t, sums := range divisions {
		if cellwise[t] {
			divisions[t] = eachRow(t)
		} else {
			divisions[t] = divided(sums)
		}
	}
	return divisions
}

func eachRow(t *dataset.Table) []selection {
	all := make([]selection, t.Len())
	for row := range all {
		all[row] = make(selection, (t.Len()+63)/64)
		all[row][row/64] = 1 << (row % 64)
	}
	return all
}

// divided is the smallest parts that all sums are made of.
func divided(sums []selection) []selection {
	var parts []selection
	for _, sum := range sums {
		rest := slices.Clone(sum)
		for i := range parts {
			both, only := make(selection, len(sum)), make(selection, len(sum))
			for w := range sum {
				both[w] = parts[i][w] & sum[w]
				only[w] = parts[i][w] &^ sum[w]
				rest[w] &^= parts[i][w]
			}
			if both.count() > 0 && only.count() > 0 {
				parts[i] = both
				parts = append(parts, only)
			}
		}
		if rest.count() > 0 {
			parts = append(parts, rest)
		}
		if len(parts) > mostDivisions {
			return nil
		}
	}
	return parts
}

// aggregate lowers an aggregate: a sum as that of its parts, a count and what is
// exact as its number, another as a figure of its own.
func (l *lowering) aggregate(a relation.Aggregate) (network.Expr, bool) {
	if a.Table.Unread {
		return nil, false
	}
	parts := l.divisions[a.Table]
	if a.Func == relation.Sum && parts != nil {
		return l.sum(a, parts)
	}
	r := evaluator{c: l.c}.aggregate(a)
	if !r.why.IsZero() || r.values.IsPoint() {
		return network.Constant{Value: r.values.Lo.Value}, r.why.IsZero()
	}
	return l.variable(a.Key(), func() (member, figure.Interval) {
		return l.rows(a.Table, a.Column, l.c.selected(a)), r.values
	}), true
}

// total is an aggregate in a column's formula. Every row speaks of it, so it is a
// variable of its own, and what it is made of is said once.
func (l *lowering) total(a relation.Aggregate) (network.Expr, bool) {
	key := "\x00total" + a.Key()
	if v, known := l.variables[key]; known {
		return v, true
	}
	parts, ok := l.aggregate(a)
	if sum, isSum := parts.(network.Sum); !ok || !isSum || len(sum.Terms) < 2 {
		return parts, ok
	}
	v := l.variable(key, func() (member, figure.Interval) {
		m := member{}
		if r := (evaluator{c: l.c, printed: true}).aggregate(a); r.why.IsZero() {
			m.likely = r.values.Lo.Value
		}
		return m, figure.Interval{}
	})
	l.system.Constraints = append(l.system.Constraints, network.Constraint{Op: network.Equal, X: v, Y: parts})
	l.sources = append(l.sources, statement{})
	return v, true
}

// sum is the sum of a column over the parts of a table that are in an aggregate.
func (l *lowering) sum(a relation.Aggregate, parts []selection) (network.Expr, bool) {
	index := a.Table.ColumnIndex(a.Column.ID.Value)
	selected := l.c.selected(a)
	sum := network.Sum{}
	for n, part := range parts {
		if !selected.has(part.first()) {
			continue
		}
		x, ok := l.part(a, index, n, part)
		if !ok {
			return nil, false
		}
		sum.Terms = append(sum.Terms, network.Weighted{X: x})
	}
	return sum, true
}

// part is the sum of a column over one part of a table.
func (l *lowering) part(a relation.Aggregate, index, n int, part selection) (x network.Expr, ok bool) {
	if part.count() == 1 {
		row := a.Table.Row(part.first())
		if x, ok := l.cell(a.Table, row, index); ok {
			return x, true
		}
		return network.Constant{Value: zero}, true // "-" is no part of a sum
	}
	key := fmt.Sprintf("\x00%s\x00%s\x00%d", a.Table.ID.Value, a.Column.ID.Value, n)
	if v, known := l.variables[key]; known {
		return v, true
	}
	r := l.c.sumOf(a, index, part)
	if !r.why.IsZero() {
		return nil, false
	}
	return l.variable(key, func() (member, figure.Interval) { return l.rows(a.Table, a.Column, part), r.values }), true
}

// sumOf is the sum of a column over some rows.
func (c *checker) sumOf(a relation.Aggregate, index int, rows selection) reading {
	if slices.Equal(rows, c.selected(a)) {
		return evaluator{c: c}.aggregate(a)
	}
	t := newTally(relation.Sum)
	if failed := (evaluator{c: c}).overFigures(t, a, index, addUp(a.Table.Values(index), rows)); !failed.why.IsZero() {
		return failed
	}
	return t.reading()
}

// rows is the cells of a column in some rows, together.
func (l *lowering) rows(t *dataset.Table, column *dataset.Column, rows selection) member {
	index := t.ColumnIndex(column.ID.Value)
	row := t.Row(rows.first())
	f := relation.Cell{Column: column, Index: index, Unit: row.Figure(index).Unit}.Figure(t, row)
	f.Ref = ""
	what := "行"
	if t.Members != nil {
		what = "个地区"
	}
	f.Name = fmt.Sprintf("%s等%d%s%s", row.Key(), rows.count(), what, column.Title.Value)
	return member{Figure: f, rows: rows.count(), given: true}
}

// cell is the variable of a cell; ok is false if there is none in it ("-").
func (l *lowering) cell(t *dataset.Table, row dataset.Row, index int) (network.Expr, bool) {
	ref := l.c.figures.ref(t, row, index)
	if v, known := l.variables[string(ref)]; known {
		return v, true
	}
	f := l.c.figures.of(t, row, index)
	if f.Absent == figure.None {
		return nil, false
	}
	return l.variable(string(ref), func() (member, figure.Interval) {
		cell := relation.Cell{Column: t.Columns[index], Index: index, Unit: f.Unit}.Figure(t, row)
		if f.Absent == figure.Unknown {
			return member{Figure: cell}, figure.Interval{}
		}
		return member{Figure: cell, text: f.String(), given: true, likely: l.c.cell(t, row, index, true).values.Lo.Value},
			l.c.cell(t, row, index, false).values
	}), true
}

// first is the first row of a selection that is not empty.
func (s selection) first() int {
	for row := range s.rows() {
		return row
	}
	return -1
}
