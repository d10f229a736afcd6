package check

import (
	"math/big"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// wouldBe is what the reported figure would have to be if all others are right,
// where one number follows from them: in formulas, totals, counts and lists of
// names. It has as many digits as the figure was written with.
func (c *checker) wouldBe(j Judged, derived shownSide) (diag.Hint, bool) {
	switch j.Relation.Kind {
	case relation.FormulaKind, relation.TotalKind, relation.CountKind, relation.NamesKind:
	default:
		return diag.Hint{}, false
	}
	stated, ok := c.stated(j)
	if !ok || derived.point == nil {
		return diag.Hint{}, false
	}
	number := c.fitted(stated, stated.Unit.FromBase(derived.point))
	text := figure.Decimal(number)
	subject := c.subject(j.Relation, j.Row)
	return diag.Hint{Kind: "would-be", Figure: string(subject.Ref), Suggestion: text,
		Message: diag.Say("如果其他数都对，%s应为%s", "if all others are right, %s is %s", subject.Name, text+stated.Unit.Symbol)}, true
}

// stated is the reported figure as given.
func (c *checker) stated(j Judged) (figure.Figure, bool) {
	if j.Row != nil {
		return j.Row.Cells[j.Relation.Subject.(relation.Cell).Index].Figure, true
	}
	known, ok := c.facts[c.subject(j.Relation, nil).Ref]
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
	unit := digit(decimals)
	whole := floor(new(big.Rat).Quo(new(big.Rat).Abs(r), unit))
	whole.Mul(whole, unit)
	if r.Sign() < 0 {
		whole.Neg(whole)
	}
	return whole
}
