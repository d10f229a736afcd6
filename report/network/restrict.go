package network

import (
	"math/big"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// hold narrows the variables of a row to where it can hold; false if nowhere.
func (r *row) hold(b box) bool {
	if r.differ {
		return r.holdApart(b)
	}
	return r.form.restrict(r.target, b)
}

// holdApart narrows for ≠, which says something only once all but one variable
// are settled.
func (r *row) holdApart(b box) bool {
	rest := figure.Point(r.constant)
	var open *term
	for i, t := range r.terms {
		switch v := t.value(b); {
		case v.Empty():
			return false
		case v.IsPoint():
			rest = rest.Add(v.Scale(t.weight))
		case t.node != nil || open != nil:
			return true
		default:
			open = &r.terms[i]
		}
	}
	if open == nil {
		return rest.Lo.Value.Sign() != 0
	}
	return exclude(b, open.v, over(rest.Neg().Lo.Value, open.weight))
}

// exclude takes a number out of a variable's domain where it is an end.
func exclude(b box, v Var, x *big.Rat) bool {
	d := b.domain(v)
	if d.Lo.Value != nil && exact.Cmp(d.Lo.Value, x) == 0 {
		d.Lo.Open = true
	}
	if d.Hi.Value != nil && exact.Cmp(d.Hi.Value, x) == 0 {
		d.Hi.Open = true
	}
	return b.narrow(v, d)
}

// restrict narrows the variables of a form to where it can be in a target: each
// term lies in the target less what all the others can be.
func (f form) restrict(target figure.Interval, b box) bool {
	if target.Empty() {
		return false
	}
	if v, ok := f.alone(); ok {
		return restrictAlone(v, target, b)
	}
	var lower, upper totals
	lower.running.Add(f.constant)
	upper.running.Add(f.constant)
	nodes := f.nodeValues(b)
	for i, t := range f.terms {
		v := t.valueIn(nodes, i, b)
		if v.Empty() {
			return false
		}
		lo, hi := t.ends(v)
		lower.add(t.weight, lo)
		upper.add(t.weight, hi)
	}
	lower.done()
	upper.done()
	if !lower.atMost(target.Hi) || !upper.atLeast(target.Lo) {
		return false
	}
	rise, fall := lower.room(target.Hi), upper.room(target.Lo)
	for i, t := range f.terms {
		v := t.valueIn(nodes, i, b)
		if t.node == nil && v.IsPoint() {
			continue // the sums have been compared
		}
		allowed, narrower := t.allowed(v, rise, fall)
		switch {
		case t.node != nil && !t.node.restrict(allowed, b): // its parts may be narrowed though it is not
			return false
		case t.node == nil && narrower && !b.narrow(t.v, allowed):
			return false
		}
	}
	return true
}

// restrictAlone is restrict for a variable by itself, which needs no reckoning.
func restrictAlone(v Var, target figure.Interval, b box) bool {
	allowed := b.domain(v)
	if allowed.Empty() {
		return false
	}
	narrower := false
	if tighter(target.Hi, allowed.Hi, 1) {
		allowed.Hi, narrower = target.Hi, true
	}
	if tighter(target.Lo, allowed.Lo, -1) {
		allowed.Lo, narrower = target.Lo, true
	}
	return !narrower || b.narrow(v, allowed)
}

// nodeValues is what the nodes among a form's terms can be; nil if there are none.
// They are worked out once: the sums and what is made of them must not differ, and
// a node's value may be a little wider once the parts are known more closely, since
// long fractions are cut.
func (f form) nodeValues(b box) []figure.Interval {
	var values []figure.Interval
	for i, t := range f.terms {
		if t.node != nil {
			if values == nil {
				values = make([]figure.Interval, len(f.terms))
			}
			values[i] = t.node.value(b)
		}
	}
	return values
}

func (t term) valueIn(nodes []figure.Interval, i int, b box) figure.Interval {
	if t.node != nil {
		return nodes[i]
	}
	return b.domain(t.v)
}

// ends are the ends of a term's variable that make weight · variable least and
// greatest.
func (t term) ends(v figure.Interval) (lo, hi figure.Bound) {
	if t.weight.Sign() < 0 {
		return v.Hi, v.Lo
	}
	return v.Lo, v.Hi
}

// totals is a sum of ends: of those that are numbers, and how many are infinite
// or open.
type totals struct {
	running        exact.Sum
	sum            *big.Rat // set by done
	infinite, open int
}

func (s *totals) add(weight *big.Rat, b figure.Bound) {
	if b.Value == nil {
		s.infinite++
		return
	}
	if b.Open {
		s.open++
	}
	switch weight {
	case one:
		s.running.Add(b.Value)
	case minusOne:
		s.running.Sub(b.Value)
	default:
		s.running.Add(exact.Mul(weight, b.Value))
	}
}

func (s *totals) done() { s.sum = s.running.Rat() }

// atMost reports whether a sum of lower ends leaves room below an upper bound.
func (s *totals) atMost(b figure.Bound) bool {
	if b.Value == nil || s.infinite > 0 {
		return true
	}
	c := exact.Cmp(s.sum, b.Value)
	return c < 0 || c == 0 && s.open == 0 && !b.Open
}

// atLeast reports whether a sum of upper ends leaves room above a lower bound.
func (s *totals) atLeast(b figure.Bound) bool {
	if b.Value == nil || s.infinite > 0 {
		return true
	}
	c := exact.Cmp(s.sum, b.Value)
	return c > 0 || c == 0 && s.open == 0 && !b.Open
}

// room is how far a form may rise above the least it can be, or with from the
// greatest fall below that, and stay in its target.
type room struct {
	*totals              // from which
	size    *big.Rat     // nil if the target has no such end, or the sum is infinite
	end     figure.Bound // of the target
}

func (s *totals) room(end figure.Bound) room {
	r := room{totals: s, end: end}
	if end.Value != nil && s.infinite == 0 {
		r.size = minus(end.Value, s.sum)
	}
	return r
}

// reach is how far a term's variable may go from an end of its own, the other
// variables standing where they leave it most room; no bound if it may go anywhere.
func (r room) reach(weight *big.Rat, own figure.Bound) figure.Bound {
	if r.end.Value == nil {
		return figure.Bound{}
	}
	if own.Value == nil {
		// All but the variable itself must be finite: it takes what they leave.
		if r.infinite > 1 {
			return figure.Bound{}
		}
		left := minus(r.end.Value, r.sum)
		return figure.Bound{Value: over(left, weight), Open: r.end.Open || r.open > 0}
	}
	if r.size == nil {
		return figure.Bound{}
	}
	others := r.open
	if own.Open {
		others--
	}
	size := over(r.size, weight)
	return figure.Bound{Value: exact.Add(own.Value, size), Open: r.end.Open || others > 0}
}

func minus(a, b *big.Rat) *big.Rat {
	if a.Sign() == 0 {
		return new(big.Rat).Neg(b)
	}
	return exact.Sub(a, b)
}

// over is r / weight; it may be r itself.
func over(r, weight *big.Rat) *big.Rat {
	switch weight {
	case one:
		return r
	case minusOne:
		return new(big.Rat).Neg(r)
	}
	return exact.Quo(r, weight)
}

// allowed is what a term's variable can be, v, narrowed to where the whole form
// can be in its target; narrower is false if that is all of v.
func (t term) allowed(v figure.Interval, rise, fall room) (allowed figure.Interval, narrower bool) {
	lo, hi := t.ends(v)
	most, least := rise.reach(t.weight, lo), fall.reach(t.weight, hi)
	if t.weight.Sign() < 0 {
		most, least = least, most
	}
	allowed = v
	if tighter(most, v.Hi, 1) {
		allowed.Hi, narrower = most, true
	}
	if tighter(least, v.Lo, -1) {
		allowed.Lo, narrower = least, true
	}
	return allowed, narrower
}

// tighter reports whether a bound leaves out some of what an end leaves: an upper
// end if side is 1, a lower one if it is −1.
func tighter(b, end figure.Bound, side int) bool {
	if b.Value == nil {
		return false
	}
	if end.Value == nil {
		return true
	}
	c := exact.Cmp(b.Value, end.Value) * side
	return c < 0 || c == 0 && b.Open && !end.Open
}
