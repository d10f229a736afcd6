package check

import (
	"math/big"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// band is a range of numbers moved outward to whole multiples of 10^-decimals,
// so that most numbers outside the range are told by comparing integers.
type band struct {
	lo, hi         int64
	openLo, openHi bool // no end on that side
	decimals       int
}

// bandOf is the band of a range for numbers with about so many decimals.
func bandOf(within figure.Interval, decimals int) band {
	b := band{decimals: min(decimals+1, mostDigits), openLo: true, openHi: true}
	scale := new(big.Rat).SetInt64(powers[b.decimals])
	if v := within.Lo.Value; v != nil {
		b.lo, b.openLo = clamped(floor(exact.Mul(v, scale)))
	}
	if v := within.Hi.Value; v != nil {
		b.hi, b.openHi = clamped(ceiling(exact.Mul(v, scale)))
	}
	return b
}

// clamped is a whole number as a machine integer; beyond is true if it is out of
// the range of written numbers, where the band is taken to have no end.
func clamped(r *big.Rat) (n int64, beyond bool) {
	if !r.Num().IsInt64() {
		return 0, true
	}
	return r.Num().Int64(), false
}

// near reports whether a number can be in the range: it is false only for
// numbers outside.
func (b band) near(n written) bool {
	value := n.digits
	switch {
	case n.decimals > b.decimals:
		value /= powers[n.decimals-b.decimals] // toward zero: the ends give way by one
	case n.digits >= powers[17-(b.decimals-n.decimals)]:
		return true
	default:
		value *= powers[b.decimals-n.decimals]
	}
	if n.negative {
		value = -value
	}
	return (b.openLo || value >= b.lo-1) && (b.openHi || value <= b.hi+1)
}

// from is the band of numbers that differ from n by an amount in b.
func (b band) from(n written) band {
	value := n.digits
	if n.decimals > b.decimals {
		value /= powers[n.decimals-b.decimals]
	} else {
		value *= powers[b.decimals-n.decimals]
	}
	if n.negative {
		value = -value
	}
	b.lo += value
	b.hi += value
	return b
}
