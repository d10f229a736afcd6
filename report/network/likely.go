package network

import (
	"math/big"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// trying is an attempt at a solution by the values that a system's variables are
// likely to have.
type trying struct {
	*program
	s      *System
	within []int32 // the last row in a node of which each variable was met, counted from 1
}

// fits reports whether a component has the solution in which its variables have
// their likely values. A variable of one row alone need not: it may have whatever
// of its domain that row demands, and such variables do not depend on each other,
// so that their sum can be anything in the sum of their domains.
func (t *trying) fits(c Component) bool {
	for _, v := range c.Variables {
		if t.whole[v] || int(v) >= len(t.s.Likely) || t.s.Likely[v] == nil {
			return false
		}
	}
	for _, i := range c.Constraints {
		if !t.holds(int32(i)) {
			return false
		}
	}
	return true
}

// holds reports whether a row does.
func (t *trying) holds(i int32) bool {
	r := &t.rows[i]
	t.mark(r, i)
	var settled exact.Sum
	settled.Add(r.constant)
	rest := figure.Point(zero)
	for _, term := range r.terms {
		if term.node == nil && len(t.in[term.v]) == 1 && t.within[term.v] != i+1 {
			rest = rest.Add(t.s.Domains[term.v].Scale(term.weight))
			continue
		}
		x, ok := t.term(term)
		if !ok {
			return false
		}
		settled.Add(times(x, term.weight))
	}
	sum := rest.Shift(settled.Rat())
	if r.differ {
		return sum.CanDiffer(figure.Point(zero))
	}
	return sum.Meets(r.target)
}

// mark notes the variables in nodes of a row: they are not only in its sum.
func (t *trying) mark(r *row, i int32) {
	for _, term := range r.terms {
		if term.node != nil {
			for _, arg := range term.node.args {
				arg.visit(func(v Var) { t.within[v] = i + 1 })
			}
		}
	}
}

// term is the value of a term without its weight; ok is false if it has none.
func (t *trying) term(of term) (x *big.Rat, ok bool) {
	if of.node != nil {
		return t.node(of.node)
	}
	x = t.s.Likely[of.v]
	return x, t.s.Domains[of.v].Contains(x)
}

func (t *trying) form(f form) (x *big.Rat, ok bool) {
	var sum exact.Sum
	sum.Add(f.constant)
	for _, each := range f.terms {
		x, ok := t.term(each)
		if !ok {
			return nil, false
		}
		sum.Add(times(x, each.weight))
	}
	return sum.Rat(), true
}

func (t *trying) node(n *node) (x *big.Rat, ok bool) {
	args := make([]*big.Rat, len(n.args))
	for i, arg := range n.args {
		if args[i], ok = t.form(arg); !ok {
			return nil, false
		}
	}
	x = args[0]
	switch n.kind {
	case product:
		return exact.Mul(x, args[1]), true
	case quotient:
		if args[1].Sign() == 0 {
			return nil, false
		}
		return exact.Quo(x, args[1]), true
	case magnitude:
		return new(big.Rat).Abs(x), true
	case rounded:
		return exact.Round(x, n.decimals, n.tiesEven), true
	}
	for _, y := range args[1:] {
		if c := exact.Cmp(y, x); n.kind == least && c < 0 || n.kind == greatest && c > 0 {
			x = y
		}
	}
	return x, true
}
