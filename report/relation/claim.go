package relation

import (
	"jianbao/report/expr"
	"jianbao/report/figure"
)

// Claim is a statement about terms that can be true or false: a Compare, or All
// or Any of several. There is no negation: `not` is worked into the
// comparisons below it.
type Claim interface{ claim() }

// Compare holds if X and Y stand in that order.
type Compare struct {
	Op   expr.Op // == != < <= > >=
	X, Y Term
	Unit figure.Unit // in which both sides are printed
}

// All holds if every one of its claims does.
type All []Claim

// Any holds if one of its claims does.
type Any []Claim

func (Compare) claim() {}
func (All) claim()     {}
func (Any) claim()     {}

// opposite is the comparison that holds exactly where op does not.
var opposite = map[expr.Op]expr.Op{
	expr.Equal: expr.Differ, expr.Differ: expr.Equal,
	expr.Less: expr.AtLeast, expr.AtLeast: expr.Less,
	expr.More: expr.AtMost, expr.AtMost: expr.More,
}

// Comparisons are the comparisons of a claim in the order written.
func Comparisons(c Claim) []Compare {
	switch c := c.(type) {
	case Compare:
		return []Compare{c}
	case All:
		return comparisons(c)
	case Any:
		return comparisons(c)
	}
	return nil
}

func comparisons(claims []Claim) []Compare {
	var all []Compare
	for _, c := range claims {
		all = append(all, Comparisons(c)...)
	}
	return all
}
