package xlsx

import (
	"math/big"
	"strconv"
)

// digits is how many significant decimal digits a cell holds; what is written
// with more is changed by Excel, and what excelize formats with more is cut.
const digits = 15

var (
	one = big.NewRat(1, 1)
	ten = big.NewInt(10)
)

// power is 10ⁿ, for negative n too.
func power(n int) *big.Rat {
	p := new(big.Rat).SetInt(new(big.Int).Exp(ten, big.NewInt(int64(max(n, -n))), nil))
	if n < 0 {
		p.Inv(p)
	}
	return p
}

// rounded is r to so many digits after the point (before it, if negative), ties
// away from zero as Excel's ROUND.
func rounded(r *big.Rat, decimals int) *big.Rat {
	scale := power(decimals)
	scaled := new(big.Rat).Mul(r, scale)
	twice := new(big.Int).Lsh(new(big.Int).Abs(scaled.Num()), 1)
	n := twice.Add(twice, scaled.Denom())
	n.Quo(n, new(big.Int).Lsh(scaled.Denom(), 1))
	if r.Sign() < 0 {
		n.Neg(n)
	}
	return scaled.Quo(new(big.Rat).SetInt(n), scale)
}

// significant is r rounded to the digits a cell holds.
func significant(r *big.Rat) *big.Rat {
	if short(r) {
		return r
	}
	// The first digit stands at 10^e, where e is within one of the difference in
	// length of numerator and denominator.
	abs := new(big.Rat).Abs(r)
	e := len(abs.Num().String()) - len(abs.Denom().String())
	if abs.Cmp(power(e)) < 0 {
		e--
	}
	return rounded(r, digits-1-e)
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
func cached(r *big.Rat) float64 {
	f, _ := significant(r).Float64()
	return f
}

// literal writes r as a number in a formula; ok is false if a cell's digits
// cannot hold it.
func literal(r *big.Rat) (text string, ok bool) {
	if significant(r).Cmp(r) != 0 {
		return "", false
	}
	return strconv.FormatFloat(cached(r), 'f', -1, 64), true
}
