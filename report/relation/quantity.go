package relation

import (
	"math/big"

	"jianbao/report/exact"
)

// quantity is a term with what it measures.
type quantity struct {
	term    Term
	measure measure
}

// as is the term of q brought to the scale of another measure: a literal counts
// in that measure's unit, a quotient of other base units is converted.
func (q quantity) as(to measure) Term {
	factor := one
	switch {
	case q.measure.literal && !to.literal:
		if to.unit.Factor != nil && !to.isRatio() {
			factor = to.unit.Factor
		}
	case !q.measure.literal && !to.literal:
		factor = exact.Quo(q.measure.inBase(), to.inBase())
	}
	return scaled(q.term, factor)
}

func scaled(t Term, factor *big.Rat) Term {
	if factor.Cmp(one) == 0 {
		return t
	}
	if c, ok := t.(Constant); ok {
		return Constant{Value: exact.Mul(c.Value, factor)}
	}
	return Arith{Op: '*', X: t, Y: Constant{Value: factor}}
}

// joined brings two quantities to one scale, that of the one with a unit. ok is
// false if they are unlike.
func joined(x, y quantity) (a, b Term, m measure, ok bool) {
	if !x.measure.alike(y.measure) {
		return nil, nil, measure{}, false
	}
	m = x.measure
	if m.literal || m.counted && y.measure.unit.Symbol != "" {
		m = y.measure
	}
	return x.as(m), y.as(m), m, true
}
