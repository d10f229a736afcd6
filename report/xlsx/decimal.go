package xlsx

import (
	"math/big"
	"strconv"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// digits is how many significant decimal digits a cell holds; what is written
// with more is changed by Excel, and what excelize formats with more is cut.
const digits = 15

var one = big.NewRat(1, 1)

// rounded is r to so many digits after the point (before it, if negative), ties
// away from zero as Excel's ROUND.
func rounded(r *big.Rat, decimals int) *big.Rat { return figure.Round(r, decimals, false) }

// significant is r rounded to the digits a cell holds.
func significant(r *big.Rat) *big.Rat {
	if short(r) {
		return r
	}
	return rounded(r, digits-1-exact.Exponent(r))
}

// short reports most decimals that need no rounding, without reckoning.
func short(r *big.Rat) bool {
	const decimals = 1_000_000
	if !r.Num().IsInt64() || !r.Denom().IsInt64() {
		return false
	}
	n, d := r.Num().Int64(), r.Denom().Int64()
	most := int64(1_000_000_000) // times decimals: fifteen digits
	return decimals%d == 0 && -most < n/d && n/d < most
}

// cached is the value a cell keeps for r. A decimal of fifteen digits survives
// the way through float64 and back to its shortest text unharmed, which a
// quotient in binary does not.
func cached(r *big.Rat) float64 { return exact.Float(significant(r)) }

// literal writes r as a number in a formula; ok is false if a cell's digits
// cannot hold it.
func literal(r *big.Rat) (text string, ok bool) {
	if exact.Cmp(significant(r), r) != 0 {
		return "", false
	}
	return strconv.FormatFloat(cached(r), 'f', -1, 64), true
}
