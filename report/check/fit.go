package check

import (
	"math/big"

	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/expr"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// How badly a relation fits, in tenths of squared standard deviations: if it
// cannot hold, and at most if it can. A relation that is mended by a change
// speaks more for it than one that only fits better.
const (
	brokenMisfit = 500
	mostMisfit   = 250
)

// fit is how badly a tie's relation fits with its suspect at a value. Where it
// is an equation, it is the square of how far its sides are apart, in standard
// deviations of what rounding does to them: of n parts known to ±w/2 together,
// each off by as much as any other, it is w/√(12n).
func (c *checker) fit(t *tie, f fact) fit {
	c.facts[openRef] = f
	o := c.evaluatorOf(t).claim(t.claim)
	switch {
	case o.verdict == diag.Unchecked:
		return fit{brokenMisfit, o.verdict}
	case o.verdict == diag.Inconsistent || !c.stillFlat(t, f):
		return fit{brokenMisfit, diag.Inconsistent}
	}
	compared, ok := t.claim.(relation.Compare)
	if !ok || compared.Op != expr.Equal || !o.difference.Bounded() {
		return fit{0, o.verdict}
	}
	width, _ := o.difference.Width()
	if width.Sign() == 0 {
		return fit{0, o.verdict}
	}
	twice := exact.Quo(exact.Add(o.difference.Lo.Value, o.difference.Hi.Value), width)
	misfit := exact.Times(30*max(c.roundedParts(t.relation), 1), 1, squared(twice))
	if misfit.Cmp(big.NewRat(mostMisfit, 1)) >= 0 {
		return fit{mostMisfit, o.verdict}
	}
	return fit{int(new(big.Int).Quo(misfit.Num(), misfit.Denom()).Int64()), o.verdict}
}

// stillFlat reports whether figures that are 持平 show the same number; it is
// true of all other relations.
func (c *checker) stillFlat(t *tie, f fact) bool {
	change := t.relation.Change
	if change == nil || change.Said.Kind != figure.Flat {
		return true
	}
	other := change.Now
	if compared := t.claim.(relation.Compare); compared.Y != (relation.Figure{Ref: openRef}) {
		other = change.Then
	}
	known, ok := c.facts[other.Ref]
	return !ok || agree(f.figure, known.figure)
}

// roundedParts is how many figures that stand for more than one number a
// relation speaks of.
func (c *checker) roundedParts(r *relation.Relation) int64 {
	if n, ok := c.reaching.parts[r]; ok {
		return n
	}
	reach := c.reaching.of[r]
	n := int64(len(reach.cells))
	for _, f := range reach.figures {
		if !c.facts[f.Ref].values.IsPoint() {
			n++
		}
	}
	for _, a := range reach.aggregates {
		n += c.rowsUnder(a)
	}
	c.reaching.parts[r] = n
	return n
}

// rowsUnder is how many cells with a number an aggregate is over.
func (c *checker) rowsUnder(a relation.Aggregate) int64 {
	key := a.Key()
	if n, ok := c.reaching.rows[key]; ok {
		return n
	}
	n := int64(0)
	where, index := c.filter(a), a.Table.ColumnIndex(a.Column.ID.Value)
	for row := range a.Table.Rows() {
		if where(row) && row.Figure(index).Absent == figure.Present {
			n++
		}
	}
	c.reaching.rows[key] = n
	return n
}

// keepsRows reports whether a value leaves a suspect's row in and out of the
// sums that it is in and out of.
func (t *tie) keepsRows(f fact) bool {
	for _, g := range t.guards {
		if g.takes(f.number) != g.taken {
			return false
		}
	}
	return true
}
