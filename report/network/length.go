package network

import (
	"math/big"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// Fractions grow with every division and every sum of unlike ones. An end whose
// denominator has more than longestFraction bits is moved outward to keptDecimals;
// one with more than longestNumber bits before the point, which is no figure's, is
// taken for no bound. Nothing that holds is lost by it.
const (
	longestFraction = 1024
	keptDecimals    = 60
	longestNumber   = 1024
	// What constraints that are not linear leave is never exact for long.
	longestCurved  = 128
	curvedDecimals = 30
)

// kept is an interval with its ends within those lengths.
func kept(i figure.Interval) figure.Interval {
	if isHuge(i.Lo.Value) {
		i.Lo = figure.Bound{}
	}
	if isHuge(i.Hi.Value) {
		i.Hi = figure.Bound{}
	}
	if isFine(i.Lo.Value) || isFine(i.Hi.Value) {
		return i.Outward(keptDecimals)
	}
	return i
}

// coarse is an interval with shorter ends yet.
func coarse(i figure.Interval) figure.Interval {
	if isLonger(i.Lo.Value, longestCurved) || isLonger(i.Hi.Value, longestCurved) {
		return kept(i.Outward(curvedDecimals))
	}
	return kept(i)
}

func isHuge(r *big.Rat) bool {
	return r != nil && r.Num().BitLen()-r.Denom().BitLen() > longestNumber
}

func isFine(r *big.Rat) bool { return isLonger(r, longestFraction) }

func isLonger(r *big.Rat, bits int) bool { return r != nil && r.Denom().BitLen() > bits }

// wholeNumbers moves the ends of an interval inward to whole numbers.
func wholeNumbers(i figure.Interval) figure.Interval {
	if lo := i.Lo.Value; lo != nil && (i.Lo.Open || !lo.IsInt()) {
		i.Lo = figure.Bound{Value: nextWhole(lo)}
	}
	if hi := i.Hi.Value; hi != nil && (i.Hi.Open || !hi.IsInt()) {
		below := nextWhole(new(big.Rat).Neg(hi))
		i.Hi = figure.Bound{Value: exact.Neg(below)}
	}
	return i
}

// nextWhole is the least whole number above r.
func nextWhole(r *big.Rat) *big.Rat {
	floor := new(big.Int).Div(r.Num(), r.Denom())
	return new(big.Rat).SetInt(floor.Add(floor, big.NewInt(1)))
}
