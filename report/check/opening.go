package check

import (
	"fmt"
	"math/big"
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// opening makes the claims of ties.
type opening struct {
	c       *checker
	suspect *suspect
	table   *dataset.Table
	row     dataset.Row
	away    bool // that row is not the one that the claim is judged for
	touched bool // the suspect was found
	opaque  bool
	guards  []guard
	busy    map[dataset.Ref]bool // computed figures being opened
	above   []*dataset.Column    // that are summed, with this opening in their formula
}

func (o *opening) claim(c relation.Claim) relation.Claim {
	switch c := c.(type) {
	case relation.Compare:
		return relation.Compare{Op: c.Op, X: o.term(c.X), Y: o.term(c.Y), Unit: c.Unit}
	case relation.All:
		return relation.All(o.claims(c))
	case relation.Any:
		return relation.Any(o.claims(c))
	}
	return c
}

func (o *opening) claims(all []relation.Claim) []relation.Claim {
	opened := make([]relation.Claim, len(all))
	for i, c := range all {
		opened[i] = o.claim(c)
	}
	return opened
}

func (o *opening) term(t relation.Term) relation.Term {
	switch t := t.(type) {
	case relation.Figure:
		return o.figure(t)
	case relation.Cell:
		return o.cell(t)
	case relation.Aggregate:
		return o.aggregate(t)
	case relation.Negative:
		return relation.Negative{X: o.term(t.X)}
	case relation.Arith:
		return relation.Arith{Op: t.Op, X: o.term(t.X), Y: o.term(t.Y)}
	case relation.Apply:
		args := make([]relation.Term, len(t.Args))
		for i, arg := range t.Args {
			args[i] = o.term(arg)
		}
		return relation.Apply{Func: t.Func, Args: args}
	}
	return t
}

func (o *opening) found() relation.Term {
	o.touched = true
	return relation.Figure{Ref: openRef}
}

// figure opens a figure; one that is computed from the suspect becomes its
// formula.
func (o *opening) figure(f relation.Figure) relation.Term {
	if f.Ref == o.suspect.Ref {
		return o.found()
	}
	r, ok := o.c.defined[f.Ref]
	if !ok || o.c.given(f.Ref) {
		return f
	}
	return o.computed(f, f.Ref, r.Formula, nil, dataset.Row{})
}

func (o *opening) cell(cell relation.Cell) relation.Term {
	if o.suspect.table == o.table && o.suspect.row == o.row && o.suspect.column == cell.Index {
		return o.found()
	}
	var closed relation.Term = cell
	if o.away {
		closed = o.c.standIn(o.c.cell(o.table, o.row, cell.Index, false).values)
	}
	r, ok := o.c.columns[cell.Column]
	if !ok || o.row.Figure(cell.Index).Absent != figure.Unknown {
		return closed
	}
	return o.computed(closed, o.table.CellRef(o.row, cell.Column), r.Formula, o.table, o.row)
}

// computed opens what a figure is computed by; it is closed again if the suspect
// is not in it.
func (o *opening) computed(as relation.Term, ref dataset.Ref, formula relation.Term, table *dataset.Table, row dataset.Row) relation.Term {
	if o.busy[ref] {
		return as
	}
	inner := opening{c: o.c, suspect: o.suspect, table: table, row: row, away: o.away, above: o.above, busy: map[dataset.Ref]bool{ref: true}}
	for busy := range o.busy {
		inner.busy[busy] = true
	}
	t := inner.term(formula)
	o.opaque = o.opaque || inner.opaque
	if !inner.touched {
		return as
	}
	o.touched = true
	o.guards = append(o.guards, inner.guards...)
	return t
}

// aggregate opens an aggregate over the suspect's row: the rest of it, and what
// the row adds.
func (o *opening) aggregate(a relation.Aggregate) relation.Term {
	if a.Table != o.suspect.table {
		o.opaque = o.opaque || o.underneath(a)
		return a
	}
	row := o.suspect.row
	if slices.ContainsFunc(relation.Conditions(a.Where), o.onSuspect) {
		o.guards = append(o.guards, guard{o.taking(a), o.c.filter(a)(row)})
	}
	if a.Column == nil || a.Func == relation.Count || !o.c.filter(a)(row) {
		return a
	}
	inner := opening{c: o.c, suspect: o.suspect, table: a.Table, row: row, away: true, busy: o.busy, above: o.above}
	index := a.Table.ColumnIndex(a.Column.ID.Value)
	own := inner.cell(relation.Cell{Column: a.Column, Index: index})
	o.opaque = o.opaque || inner.opaque
	if !inner.touched {
		return a
	}
	o.touched = true
	o.guards = append(o.guards, inner.guards...)
	return o.c.withRest(a, row, index, own)
}

// onSuspect reports whether a condition is on figures of the suspect's column.
func (o *opening) onSuspect(w relation.Condition) bool {
	own := o.suspect.table.Columns[o.suspect.column]
	return !w.OnWords() && (w.Column == own || w.Other == own)
}

// taking is whether an aggregate is over the suspect's row, by the suspect's number.
func (o *opening) taking(a relation.Aggregate) func(*big.Rat) bool {
	return func(n *big.Rat) bool {
		return relation.Holds(a.Where, func(w relation.Condition) bool {
			if !o.onSuspect(w) {
				return o.c.meets(a.Table, o.suspect.row, a.Table.ColumnIndex(w.Column.ID.Value), w)
			}
			return w.HoldsOf(func(column *dataset.Column) (*big.Rat, bool) {
				if column == o.suspect.table.Columns[o.suspect.column] {
					return n, true
				}
				return o.c.asPrinted(a.Table, o.suspect.row, column)
			})
		})
	}
}

// underneath reports whether an aggregate's cells are computed from the suspect.
func (o *opening) underneath(a relation.Aggregate) bool {
	if a.Column == nil || o.c.columns[a.Column] == nil || a.Table.Len() == 0 || slices.Contains(o.above, a.Column) {
		return false
	}
	inner := opening{c: o.c, suspect: o.suspect, table: a.Table, row: a.Table.Row(0), busy: o.busy, above: append(o.above, a.Column)}
	inner.term(o.c.columns[a.Column].Formula)
	return inner.touched || inner.opaque
}

// standIn is a figure that stands for values, in the claims of ties only.
func (c *checker) standIn(values figure.Interval) relation.Figure {
	c.standIns++
	ref := dataset.Ref(fmt.Sprintf("\x00%d", c.standIns))
	c.facts[ref] = fact{values: values, number: zero}
	return relation.Figure{Ref: ref}
}

// withRest is an aggregate as the rest of it and what one row adds.
func (c *checker) withRest(a relation.Aggregate, row dataset.Row, index int, own relation.Term) relation.Term {
	if a.Func == relation.Min || a.Func == relation.Max {
		rest := newTally(a.Func)
		where := c.filter(a)
		for other := range a.Table.Rows() {
			if other == row || !where(other) || other.Figure(index).Absent == figure.None {
				continue
			}
			rest.add(c.cell(a.Table, other, index, false))
		}
		if rest.rows == 0 {
			return own
		}
		return relation.Apply{Func: a.Func, Args: []relation.Term{c.standIn(rest.values), own}}
	}
	e := evaluator{c: c}
	sum := e.aggregate(relation.Aggregate{Func: relation.Sum, Table: a.Table, Column: a.Column, Where: a.Where})
	if !sum.why.IsZero() {
		return a
	}
	now := c.cell(a.Table, row, index, false).values
	rest := figure.Between(less(sum.values.Lo, now.Lo), less(sum.values.Hi, now.Hi))
	var whole relation.Term = relation.Arith{Op: '+', X: c.standIn(rest), Y: own}
	if a.Func == relation.Mean {
		whole = relation.Arith{Op: '/', X: whole, Y: relation.Constant{Value: new(big.Rat).SetInt64(c.rowsUnder(a))}}
	}
	return whole
}

// less takes one summand's end from a sum's end. Whether the rest is open cannot
// be told; it is taken to be as open as the sum.
func less(sum, part figure.Bound) figure.Bound {
	if sum.Value == nil || part.Value == nil {
		return figure.Bound{}
	}
	return figure.Bound{Value: exact.Sub(sum.Value, part.Value), Open: sum.Open}
}
