package network

import (
	"math/big"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// box is what each variable can be.
type box interface {
	// domain is what a variable can be.
	domain(Var) figure.Interval
	// narrow restricts a variable to an interval; false if nothing is left of it.
	narrow(Var, figure.Interval) bool
}

// empty holds no number.
var empty = figure.Between(figure.Bound{Value: zero, Open: true}, figure.Bound{Value: zero, Open: true})

// value is what a term can be without its weight.
func (t term) value(b box) figure.Interval {
	if t.node != nil {
		return t.node.value(b)
	}
	return b.domain(t.v)
}

// value is what a form can be.
func (f form) value(b box) figure.Interval {
	if v, ok := f.alone(); ok {
		return kept(b.domain(v))
	}
	sum := figure.Point(f.constant)
	for _, t := range f.terms {
		sum = sum.Add(t.value(b).Scale(t.weight))
	}
	return kept(sum)
}

// value is what a node can be; empty where it is never defined.
func (n *node) value(b box) figure.Interval {
	first := n.args[0].value(b)
	switch n.kind {
	case product:
		return kept(first.Mul(n.args[1].value(b)))
	case quotient:
		return kept(divided(first, n.args[1].value(b)))
	case magnitude:
		return first.Abs()
	case rounded:
		return first.Round(n.decimals, n.tiesEven)
	}
	for _, arg := range n.args[1:] {
		if n.kind == least {
			first = first.Min(arg.value(b))
		} else {
			first = first.Max(arg.value(b))
		}
	}
	return first
}

// divided is the hull of {x / y} over y other than zero.
func divided(x, y figure.Interval) figure.Interval {
	y = withoutZero(y)
	if x.Empty() || y.Empty() {
		return empty
	}
	if q, ok := x.Quo(y); ok {
		return q
	}
	if x.IsPoint() && x.Lo.Value.Sign() == 0 {
		return x
	}
	return figure.Interval{}
}

// withoutZero leaves zero out of an interval where it is an end.
func withoutZero(i figure.Interval) figure.Interval {
	if i.Lo.Value != nil && i.Lo.Value.Sign() == 0 {
		i.Lo.Open = true
	}
	if i.Hi.Value != nil && i.Hi.Value.Sign() == 0 {
		i.Hi.Open = true
	}
	return i
}

// factor is the values x with x · y = z for some y and z.
func factor(z, y figure.Interval) figure.Interval {
	if y.Contains(zero) && z.Contains(zero) {
		return figure.Interval{}
	}
	return divided(z, y)
}

// restrict narrows the variables of a node to where it can be in a target.
func (n *node) restrict(target figure.Interval, b box) bool {
	switch n.kind {
	case product:
		x, y := n.args[0], n.args[1]
		return x.restrict(factor(target, y.value(b)), b) && y.restrict(factor(target, x.value(b)), b)
	case quotient:
		x, y := n.args[0], n.args[1]
		return x.restrict(target.Mul(withoutZero(y.value(b))), b) && y.restrict(divisor(x.value(b), target), b)
	case magnitude:
		return n.args[0].restrict(unsigned(target, n.args[0].value(b)), b)
	case rounded:
		return n.args[0].restrict(unrounded(target, n.decimals), b)
	}
	return n.restrictExtreme(target, b)
}

// divisor is the values y other than zero with x / y = z for some x and z.
func divisor(x, z figure.Interval) figure.Interval {
	if x.Contains(zero) && z.Contains(zero) {
		return figure.Interval{}
	}
	return withoutZero(divided(x, z))
}

// unsigned is the values of x, of which range is known, with |x| in size.
func unsigned(size, values figure.Interval) figure.Interval {
	size, ok := size.Meet(figure.Interval{Lo: figure.Bound{Value: zero}})
	switch {
	case !ok:
		return empty
	case !values.CanBeLess(figure.Point(zero)):
		return size
	case !figure.Point(zero).CanBeLess(values):
		return size.Neg()
	}
	return size.Hull(size.Neg())
}

// unrounded is what can be rounded to a number of an interval, at most.
func unrounded(i figure.Interval, decimals int) figure.Interval {
	half := exact.Quo(big.NewRat(1, 2), exact.Power10(decimals))
	return i.Add(figure.Closed(new(big.Rat).Neg(half), half))
}

// restrictExtreme narrows the arguments of a minimum or maximum: none lies beyond
// the target, and if only one can reach it, that one does.
func (n *node) restrictExtreme(target figure.Interval, b box) bool {
	all := figure.Interval{Lo: target.Lo}
	if n.kind == greatest {
		all = figure.Interval{Hi: target.Hi}
	}
	reaching, reached := 0, 0
	for i, arg := range n.args {
		if !arg.restrict(all, b) {
			return false
		}
		if arg.value(b).Meets(target) {
			reaching, reached = reaching+1, i
		}
	}
	switch reaching {
	case 0:
		return false
	case 1:
		return n.args[reached].restrict(target, b)
	}
	return true
}
