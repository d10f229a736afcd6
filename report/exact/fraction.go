package exact

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
)

// fraction is n/d in lowest terms, d > 0 and neither math.MinInt64.
type fraction struct{ n, d int64 }

// small gives two numbers as fractions; ok is false if one does not fit.
func small(a, b *big.Rat) (x, y fraction, ok bool) {
	x, okX := fractionOf(a)
	y, okY := fractionOf(b)
	return x, y, okX && okY
}

// mostWord is the largest word that an int64 holds.
const mostWord = math.MaxInt64 & math.MaxUint

func fractionOf(r *big.Rat) (f fraction, ok bool) {
	n := r.Num().Bits()
	if len(n) == 0 {
		return fraction{0, 1}, true // the zero Rat would have to make its denominator
	}
	d := r.Denom().Bits()
	if len(n) > 1 || len(d) > 1 || d[0] > mostWord {
		return fraction{}, false
	}
	f.d = int64(d[0])
	f.n = int64(n[0])
	if r.Sign() < 0 {
		f.n = -f.n
	}
	return f, n[0] <= mostWord
}

// rat spares big.Rat's constructors the greatest common divisor, since a fraction
// is in lowest terms, and has number and digits in one piece of memory.
func (f fraction) rat() *big.Rat {
	if bits.UintSize < 64 { // a word is no longer than that
		r := new(big.Rat).SetInt64(f.n)
		r.Denom().SetInt64(f.d) // r's own, since r is set
		return r
	}
	whole := &struct {
		big.Rat
		n, d [1]big.Word
	}{Rat: unset, n: [1]big.Word{big.Word(magnitude(f.n))}, d: [1]big.Word{big.Word(f.d)}}
	r := &whole.Rat
	r.Num().SetBits(whole.n[:])
	r.Denom().SetBits(whole.d[:])
	if f.n < 0 {
		r.Num().Neg(r.Num())
	}
	return r
}

// unset is copied for the denominator that it has: that of the zero Rat could not
// be set. Nothing of it is kept.
var unset = *big.NewRat(1, 1)

func (f fraction) isOne() bool { return f.n == 1 && f.d == 1 }

func (f fraction) negated() fraction { return fraction{-f.n, f.d} }

// inverse is 1/f for an f that is not zero.
func (f fraction) inverse() fraction {
	if f.n < 0 {
		return fraction{-f.d, -f.n}
	}
	return fraction{f.d, f.n}
}

// plus adds with the least intermediate numbers (Knuth, TAOCP 4.5.1).
func (f fraction) plus(g fraction) (sum fraction, ok bool) {
	common := gcd(f.d, g.d)
	x, okX := product(f.n, g.d/common)
	y, okY := product(g.n, f.d/common)
	sum.n = x + y
	if overflown := (x^sum.n)&(y^sum.n) < 0; overflown || sum.n == math.MinInt64 {
		return fraction{}, false
	}
	again := gcd(magnitude(sum.n), common)
	sum.n /= again
	d, okD := product(f.d/common, g.d/again)
	sum.d = d
	return sum, okX && okY && okD
}

// times crosses out before it multiplies, so that the result is in lowest terms.
func (f fraction) times(g fraction) (result fraction, ok bool) {
	left, right := gcd(magnitude(f.n), g.d), gcd(magnitude(g.n), f.d)
	n, okN := product(f.n/left, g.n/right)
	d, okD := product(f.d/right, g.d/left)
	return fraction{n, d}, okN && okD
}

func (f fraction) compare(g fraction) int {
	if f.d == g.d {
		return cmp.Compare(f.n, g.n)
	}
	if (f.n < 0) != (g.n < 0) {
		return cmp.Compare(f.n, g.n)
	}
	fHigh, fLow := bits.Mul64(uint64(magnitude(f.n)), uint64(g.d))
	gHigh, gLow := bits.Mul64(uint64(magnitude(g.n)), uint64(f.d))
	order := cmp.Compare(fHigh, gHigh)
	if order == 0 {
		order = cmp.Compare(fLow, gLow)
	}
	if f.n < 0 {
		return -order
	}
	return order
}

// product is a·b for b ≥ 0; ok is false if it does not fit.
func product(a, b int64) (p int64, ok bool) {
	high, low := bits.Mul64(uint64(magnitude(a)), uint64(b))
	return a * b, high == 0 && low <= math.MaxInt64
}

func magnitude(a int64) int64 { return max(a, -a) }

// gcd is the greatest common divisor of a ≥ 0 and b > 0 (Stein's algorithm).
func gcd(a, b int64) int64 {
	x, y := min(uint64(a), uint64(b)), max(uint64(a), uint64(b))
	if x == 0 {
		return b
	}
	// Mostly one divides the other, or is so much the smaller that one division
	// spares most rounds of the loop, of which there is one for each bit or so.
	if y %= x; y == 0 {
		return int64(x)
	}
	shift := bits.TrailingZeros64(x | y)
	x >>= bits.TrailingZeros64(x)
	for y != 0 {
		y >>= bits.TrailingZeros64(y)
		x, y = min(x, y), max(x, y)-min(x, y) // which of them it is cannot be foreseen, so no branch
	}
	return int64(x << shift)
}
