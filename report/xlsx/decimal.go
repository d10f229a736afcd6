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
	n, d, ok := exact.Parts(r)
	if !ok {
		return 0, false
	}
	const most = 1_000_000_000
	if million%d != 0 || n <= -most*d || n >= most*d {
		return 0, false
	}
	return n * (million / d), true
}

// decimalsOf is how many decimals a number has, but no more than are asked for.
func decimalsOf(r *big.Rat, most int) int {
	n, ten := 0, int64(1)
	if _, d, ok := exact.Parts(r); ok {
		for ; n < most && ten%d != 0; n++ {
			ten *= 10
		}
		return n
	}
	if n, ok := exact.Digits(r); ok {
		return min(n, most)
	}
	return most
}

// appendNumber writes the value a cell keeps for r: a decimal of fifteen digits,
// which survives the way through float64 and back unharmed.
func appendNumber(b []byte, r *big.Rat) []byte {
	scaled, ok := millionths(r)
	if !ok {
		return appendSignificant(b, r)
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

// appendSignificant writes r rounded to the digits a cell holds.
func appendSignificant(b []byte, r *big.Rat) []byte {
	decimals := digits - 1 - exact.Exponent(r)
	if decimals < 1 {
		return strconv.AppendFloat(b, exact.Float(rounded(r, decimals)), 'f', -1, 64)
	}
	b = exact.AppendText(b, r, decimals)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
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
