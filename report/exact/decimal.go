package exact

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
)

// Round is r rounded once to that many decimals (−3: to thousands), ties away from
// zero or to the even digit. It may be r itself.
func Round(r *big.Rat, decimals int, tiesEven bool) *big.Rat {
	if f, ok := fractionOf(r); ok && 0 <= decimals && decimals <= mostPower {
		if tens[decimals]%f.d == 0 {
			return r
		}
		if n, ok := f.scaled(decimals, tiesEven); ok {
			return New(n, tens[decimals])
		}
	}
	scaled := Mul(r, Power10(decimals))
	if scaled.IsInt() {
		return r
	}
	quotient, rest := new(big.Int).QuoRem(scaled.Num(), scaled.Denom(), new(big.Int))
	twice := rest.Lsh(rest.Abs(rest), 1)
	half := twice.Cmp(scaled.Denom())
	if half > 0 || half == 0 && (!tiesEven || quotient.Bit(0) == 1) {
		quotient.Add(quotient, big.NewInt(int64(scaled.Sign())))
	}
	return Mul(new(big.Rat).SetInt(quotient), Power10(-decimals))
}

// scaled is f · 10^decimals, rounded to a whole number; ok is false if it does not
// fit.
func (f fraction) scaled(decimals int, tiesEven bool) (n int64, ok bool) {
	quotient, rest, ok := f.divided(decimals)
	short := uint64(f.d) - rest // of the next number away from zero
	if short < rest || short == rest && (!tiesEven || quotient%2 == 1) {
		quotient++
	}
	return f.signed(quotient), ok && quotient <= math.MaxInt64
}

// divided is |f| · 10^decimals, and the rest that its division by d leaves; ok is
// false if it does not fit.
func (f fraction) divided(decimals int) (quotient, rest uint64, ok bool) {
	high, low := bits.Mul64(uint64(magnitude(f.n)), uint64(tens[decimals]))
	if high >= uint64(f.d) {
		return 0, 0, false
	}
	quotient, rest = bits.Div64(high, low, uint64(f.d))
	return quotient, rest, quotient < math.MaxInt64 // so that there is a next one
}

// signed is a number of f's size with f's sign.
func (f fraction) signed(size uint64) int64 {
	if f.n < 0 {
		return -int64(size)
	}
	return int64(size)
}

// Floor is the largest number of that many decimals (−3: of thousands) that is at
// most r. It may be r itself.
func Floor(r *big.Rat, decimals int) *big.Rat { return toward(r, decimals, -1) }

// Ceil is the least number of that many decimals that is at least r. It may be r
// itself.
func Ceil(r *big.Rat, decimals int) *big.Rat { return toward(r, decimals, +1) }

// toward is the number of so many decimals next to r, below it or with a side of 1
// above it.
func toward(r *big.Rat, decimals, side int) *big.Rat {
	if f, ok := fractionOf(r); ok && 0 <= decimals && decimals <= mostPower {
		if tens[decimals]%f.d == 0 {
			return r
		}
		if quotient, rest, ok := f.divided(decimals); ok {
			if rest > 0 && (f.n < 0) == (side < 0) {
				quotient++
			}
			return New(f.signed(quotient), tens[decimals])
		}
	}
	scaled := Mul(r, Power10(decimals))
	if scaled.IsInt() {
		return r
	}
	// Div rounds toward −∞ for a positive divisor.
	next := new(big.Int).Div(scaled.Num(), scaled.Denom())
	if side > 0 {
		next.Add(next, big.NewInt(1))
	}
	return Mul(new(big.Rat).SetInt(next), Power10(-decimals))
}

// Digits is how many digits after the point r needs; ok is false if no number of
// them is enough.
func Digits(r *big.Rat) (digits int, ok bool) {
	f, ok := fractionOf(r)
	if !ok {
		return r.FloatPrec()
	}
	twos, fives := bits.TrailingZeros64(uint64(f.d)), 0
	d := f.d >> twos
	for ; d%5 == 0; d /= 5 {
		fives++
	}
	return max(twos, fives), d == 1
}

// Text is r with that many digits after the point, at least none, rounded with ties
// away from zero. What is below zero keeps its sign: −0.00.
func Text(r *big.Rat, digits int) string {
	return string(AppendText(make([]byte, 0, 24), r, digits))
}

// AppendText appends Text(r, digits).
func AppendText(text []byte, r *big.Rat, digits int) []byte {
	f, ok := fractionOf(r)
	if !ok || digits > mostPower {
		return append(text, r.FloatString(digits)...)
	}
	n, ok := f.scaled(digits, false)
	if !ok {
		return append(text, r.FloatString(digits)...)
	}
	whole, rest := magnitude(n)/tens[digits], magnitude(n)%tens[digits]
	if f.n < 0 {
		text = append(text, '-')
	}
	text = strconv.AppendInt(text, whole, 10)
	if digits > 0 {
		point := len(text)
		text = strconv.AppendInt(text, rest+tens[digits], 10) // its first digit gives way to the point
		text[point] = '.'
	}
	return text
}

// Exponent is the place of r's first digit: the e with 10ᵉ ≤ |r| < 10ᵉ⁺¹, for an r
// that is not zero.
func Exponent(r *big.Rat) int {
	if f, ok := fractionOf(r); ok {
		n := uint64(magnitude(f.n))
		if whole := n / uint64(f.d); whole > 0 {
			e := mostPower
			for whole < uint64(tens[e]) {
				e--
			}
			return e
		}
		for e, ten := range tens {
			if high, low := bits.Mul64(n, uint64(ten)); high > 0 || low >= uint64(f.d) {
				return -e
			}
		}
	}
	// It is within one of the difference in length of numerator and denominator.
	size := new(big.Rat).Abs(r)
	e := len(size.Num().String()) - len(size.Denom().String())
	if size.Cmp(Power10(e)) < 0 {
		e--
	}
	return e
}

// Float is the float64 nearest to r.
func Float(r *big.Rat) float64 {
	const exactly = 1 << 53 // whole numbers up to it are floats, and their quotient is rounded once
	if f, ok := fractionOf(r); ok && magnitude(f.n) <= exactly && f.d <= exactly {
		return float64(f.n) / float64(f.d)
	}
	nearest, _ := r.Float64()
	return nearest
}

// mostPower is the largest power of ten that fits 64 bits.
const mostPower = 18

// tens are 10ⁿ.
var tens = func() (all [mostPower + 1]int64) {
	all[0] = 1
	for n := range mostPower {
		all[n+1] = 10 * all[n]
	}
	return all
}()

// Power10 is 10ⁿ, also for a negative n.
func Power10(n int) *big.Rat {
	if -mostPower <= n && n <= mostPower {
		return powers[n+mostPower]
	}
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil)
	if n < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), power)
	}
	return new(big.Rat).SetInt(power)
}

// powers are 10ⁿ from the least to the largest that fits.
var powers = func() (all [2*mostPower + 1]*big.Rat) {
	for n, ten := range tens {
		all[mostPower-n], all[mostPower+n] = New(1, ten), New(ten, 1)
	}
	return all
}()
