package check

import (
	"math/big"

	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// stated is the reported figure as given.
func (c *checker) stated(j Judged) (figure.Figure, bool) {
	if !j.Row.IsZero() {
		return c.figures.of(j.Relation.Rows, j.Row, j.Relation.Subject.(relation.Cell).Index).Figure, true
	}
	known, ok := c.facts[c.subject(j.Relation, j.Row).Ref]
	return known.figure, ok
}

// fitted is a number with the digits that a figure shows. An exact one keeps
// all of its own.
func (c *checker) fitted(as figure.Figure, number *big.Rat) *big.Rat {
	decimals := as.Written
	switch {
	case as.Precision.Exact:
		return number
	case as.Precision.Given:
		decimals = as.Precision.Decimals
	}
	if c.d.Rounding == figure.Truncate {
		return truncated(number, decimals)
	}
	return figure.Round(number, decimals, c.d.TiesEven)
}

// truncated drops the digits after so many decimals.
func truncated(r *big.Rat, decimals int) *big.Rat {
	unit := exact.Power10(-decimals)
	whole := floor(exact.Quo(new(big.Rat).Abs(r), unit))
	whole.Mul(whole, unit)
	if r.Sign() < 0 {
		whole.Neg(whole)
	}
	return whole
}
