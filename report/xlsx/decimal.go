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
	_, ok := millionths(r)
	return ok
}

const million = 1_000_000

// millionths is how many millionths a number is, if they are whole and fifteen
// digits hold them.
func millionths(r *big.Rat) (int64, bool) {
	if !r.Num().IsInt64() || !r.Denom().IsInt64() {
		return 0, false
	}
	n, d := r.Num().Int64(), r.Denom().Int64()
	const most = 1_000_000_000
	if million%d != 0 || n <= -most*d || n >= most*d {
		return 0, false
	}
	return n * (million / d), true
}

// appendNumber writes the value a cell keeps for r: a decimal of fifteen digits,
// which survives the way through float64 and back unharmed.
func appendNumber(b []byte, r *big.Rat) []byte {
	scaled, ok := millionths(r)
	if !ok {
		return strconv.AppendFloat(b, exact.Float(significant(r)), 'f', -1, 64)
	}
	if scaled < 0 {
		b, scaled = append(b, '-'), -scaled
	}
	b = strconv.AppendInt(b, scaled/million, 10)
	rest := scaled % million
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for unit := int64(million / 10); rest > 0; unit /= 10 {
		b = append(b, byte('0'+rest/unit))
		rest %= unit
	}
	return b
}

// literal writes r as a number in a formula; ok is false if a cell's digits
// cannot hold it.
func literal(r *big.Rat) (text string, ok bool) {
	if exact.Cmp(significant(r), r) != 0 {
		return "", false
	}
	return string(appendNumber(nil, r)), true
}
