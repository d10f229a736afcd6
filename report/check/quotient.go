package check

import (
	"math/big"

	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// quotient is p / q for terms with the values x and y. Where both are linear
// and speak of one figure, as in share(a, a + b), the range is that of the
// quotient as a whole; otherwise p and q are independent.
func (e evaluator) quotient(p, q relation.Term, x, y reading) reading {
	values, ok := x.values.Quo(y.values)
	if !ok {
		return failed(diag.Say("除数可能为零", "the divisor can be zero"))
	}
	result := reading{values: values, hedged: x.hedged || y.hedged}
	if e.printed || !overlap(p, q) {
		return result.kept(e.printed)
	}
	above, okAbove := linear(p)
	below, okBelow := linear(q)
	if okAbove && okBelow {
		if exact, ok := e.fraction(above, below, y.values); ok {
			result.values = exact
		}
	}
	return result.kept(e.printed)
}

// fraction is the range of above/below over all values of the figures in them.
// It is false where a figure has no end on a side.
func (e evaluator) fraction(above, below linearForm, divisor figure.Interval) (figure.Interval, bool) {
	if divisor.CanBeLess(figure.Point(zero)) {
		above, below = above.negated(), below.negated()
	}
	hi, ok := e.greatest(above, below)
	if !ok {
		return figure.Interval{}, false
	}
	least, ok := e.greatest(above.negated(), below)
	if !ok {
		return figure.Interval{}, false
	}
	return figure.Between(figure.Bound{Value: new(big.Rat).Neg(least.Value), Open: least.Open}, hi), true
}

// side is one figure of a fraction: what it can be, and how it weighs above and
// below the line.
type side struct {
	values       figure.Interval
	above, below *big.Rat
}

// box is every figure of a fraction; ok is false if one has no end on a side.
func (e evaluator) box(above, below linearForm) (box []side, ok bool) {
	seen := map[string]bool{}
	for _, part := range append(append([]relation.Term{}, above.parts...), below.parts...) {
		if key := partKey(part); !seen[key] {
			seen[key] = true
			s := side{e.read(part).values, above.weight(part), below.weight(part)}
			if !s.values.Bounded() {
				return nil, false
			}
			box = append(box, s)
		}
	}
	return box, true
}

func (form linearForm) negated() linearForm {
	n := linearForm{constant: new(big.Rat).Neg(form.constant), parts: form.parts, at: form.at}
	for _, w := range form.weights {
		n.weights = append(n.weights, new(big.Rat).Neg(w))
	}
	return n
}

// greatest is the least upper bound of above/below where below is positive
// (Dinkelbach): from a ratio r, the corner where above − r·below is greatest
// gives a ratio no less; when it is r again, r is the bound. Each step moves to
// another corner, so it ends. Below can be zero at an open end, and the bound is
// then not found.
func (e evaluator) greatest(above, below linearForm) (bound figure.Bound, ok bool) {
	box, ok := e.box(above, below)
	if !ok {
		return figure.Bound{}, false
	}
	r, ok := atCorner(above, below, box, func(side) bool { return true })
	for ok {
		toHi := func(s side) bool { return gain(s, r).Sign() > 0 }
		var next *big.Rat
		if next, ok = atCorner(above, below, box, toHi); !ok || next.Cmp(r) <= 0 {
			break
		}
		r = next
	}
	if !ok {
		return figure.Bound{}, false
	}
	return figure.Bound{Value: r, Open: unreached(box, r)}, true
}

// gain is how above − r·below moves with a figure.
func gain(s side, r *big.Rat) *big.Rat {
	return exact.Sub(s.above, exact.Mul(r, s.below))
}

// atCorner is above/below with every figure at one of its ends.
func atCorner(above, below linearForm, box []side, toHi func(side) bool) (*big.Rat, bool) {
	p, q := new(big.Rat).Set(above.constant), new(big.Rat).Set(below.constant)
	for _, s := range box {
		end := s.values.Lo.Value
		if toHi(s) {
			end = s.values.Hi.Value
		}
		p.Add(p, exact.Mul(s.above, end))
		q.Add(q, exact.Mul(s.below, end))
	}
	if q.Sign() <= 0 {
		return nil, false
	}
	return p.Quo(p, q), true
}

// unreached reports whether the bound r needs an end that is open. A figure
// that does not move the ratio there can be anything.
func unreached(box []side, r *big.Rat) bool {
	for _, s := range box {
		g := gain(s, r).Sign()
		if g > 0 && s.values.Hi.Open || g < 0 && s.values.Lo.Open {
			return true
		}
	}
	return false
}
