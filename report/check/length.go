package check

import (
	"math/big"

	"jianbao/report/diag"
	"jianbao/report/figure"
)

// Exact fractions grow with every division and every sum of unlike ones: the
// mean of a long column of quotients would need millions of digits. Beyond
// longestFraction an end is moved outward to keptDecimals, so that a verdict
// could only ever err to consistent, and by less than anything printed shows.
// Numbers with more than longestNumber bits before the point are no statistics.
const (
	longestFraction = 4096 // bits of a denominator
	keptDecimals    = 60
	longestNumber   = 4096 // bits of a number's whole part
)

// kept is a reading with its ends within those lengths.
func (r reading) kept(printed bool) reading {
	if !r.why.IsZero() {
		return r
	}
	lo, hi := r.values.Lo.Value, r.values.Hi.Value
	switch {
	case isHuge(lo) || isHuge(hi):
		return failed(diag.Say("数字太大，无法计算", "the number is too large to reckon with"))
	case !isFine(lo) && !isFine(hi):
	case printed:
		r.values = figure.Point(figure.Round(lo, keptDecimals, false))
	default:
		r.values = r.values.Outward(keptDecimals)
	}
	return r
}

func isHuge(r *big.Rat) bool {
	return r != nil && r.Num().BitLen()-r.Denom().BitLen() > longestNumber
}

func isFine(r *big.Rat) bool { return r != nil && r.Denom().BitLen() > longestFraction }

// keep moves a running sum outward if it has grown too fine: the lower end
// down, the upper end up.
func (e *end) keep(upper bool) {
	if !isFine(e.sum) {
		return
	}
	i := figure.Point(e.sum).Outward(keptDecimals)
	e.sum = new(big.Rat).Set(i.Lo.Value)
	if upper {
		e.sum.Set(i.Hi.Value)
	}
}
