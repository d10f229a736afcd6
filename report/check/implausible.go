package check

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// isImplausible reports whether nobody can have meant a number, though it mends
// a broken relation: one below zero among amounts that are not, or a slip's for
// what only has to be nothing, as 0.00000012 for the sum of no rows. numbers is
// what the relations ask for.
func (c *checker) isImplausible(a amendment, numbers figure.Interval, broken *tie) bool {
	s := a.suspect
	if s.change != nil {
		return false
	}
	if a.slip.kind != noSlip.kind && numbers.Contains(zero) {
		least := exact.Mul(half, exact.Power10(-s.decimals(numbers)))
		if new(big.Rat).Abs(a.number).Cmp(least) < 0 {
			return true
		}
	}
	if a.number.Sign() >= 0 || s.now.number.Sign() < 0 || s.Unit.Dimension == figure.Ratio || s.Unit.Dimension == figure.Points {
		return false
	}
	reported := c.subject(broken.relation, broken.row).Ref == s.Ref
	if hi := numbers.Hi.Value; reported && hi != nil && hi.Sign() < 0 {
		return false // the others make it a loss
	}
	return !c.hasNegative(broken, s.Unit)
}

var half = big.NewRat(1, 2)

// hasNegative reports whether a figure of a unit that a tie's relation speaks of
// is below zero.
func (c *checker) hasNegative(t *tie, unit figure.Unit) bool {
	reach := c.reaching.of[t.relation]
	for _, f := range reach.figures {
		if f.Unit.Like(unit) && c.facts[f.Ref].number.Sign() < 0 {
			return true
		}
	}
	for _, cell := range reach.cells {
		if !t.row.IsZero() && cell.Unit.Like(unit) && isNegative(t.row, cell.Index) {
			return true
		}
	}
	for _, a := range reach.aggregates {
		if c.hasNegativeCell(a) {
			return true
		}
	}
	return false
}

// hasNegativeCell reports whether a cell of an aggregate's column is below zero,
// of whatever unit. It is asked for many suspects, and looked up once.
func (c *checker) hasNegativeCell(a relation.Aggregate) bool {
	known, ok := c.reaching.negative[a.Column]
	if !ok {
		index := a.Table.ColumnIndex(a.Column.ID.Value)
		for row := range a.Table.Rows() {
			if known = isNegative(row, index); known {
				break
			}
		}
		c.reaching.negative[a.Column] = known
	}
	return known
}

func isNegative(row dataset.Row, index int) bool {
	number := row.Figure(index).Number
	return number != nil && number.Sign() < 0
}
