// Package exact reckons with fractions as math/big does, only faster where they
// are small, as those of statistics mostly are: parts that fit 64 bits are reckoned
// with by machine, and what would overflow is left to math/big.
//
// It knows numbers and nothing of what they are of. No function changes an operand,
// and each result is the caller's own, but for Power10's.
package exact

import "math/big"

// New is n/d for d > 0 and an n greater than math.MinInt64.
func New(n, d int64) *big.Rat {
	common := gcd(magnitude(n), d)
	return fraction{n / common, d / common}.rat()
}

// Times is n/d · r for d > 0 and an n greater than math.MinInt64.
func Times(n, d int64, r *big.Rat) *big.Rat {
	common := gcd(magnitude(n), d)
	f := fraction{n / common, d / common}
	if g, ok := fractionOf(r); ok {
		if product, ok := f.times(g); ok {
			return product.rat()
		}
	}
	return Mul(f.rat(), r)
}

// Add is a + b.
func Add(a, b *big.Rat) *big.Rat {
	if x, y, ok := small(a, b); ok {
		if sum, ok := x.plus(y); ok {
			return sum.rat()
		}
	}
	return new(big.Rat).Add(a, b)
}

// Sub is a − b.
func Sub(a, b *big.Rat) *big.Rat {
	if x, y, ok := small(a, b); ok {
		if difference, ok := x.plus(y.negated()); ok {
			return difference.rat()
		}
	}
	return new(big.Rat).Sub(a, b)
}

// Neg is −a.
func Neg(a *big.Rat) *big.Rat {
	if x, ok := fractionOf(a); ok {
		return x.negated().rat()
	}
	return new(big.Rat).Neg(a)
}

// Mul is a · b.
func Mul(a, b *big.Rat) *big.Rat {
	if x, y, ok := small(a, b); ok {
		if product, ok := x.times(y); ok {
			return product.rat()
		}
	}
	return new(big.Rat).Mul(a, b)
}

// Quo is a / b for a b that is not zero.
func Quo(a, b *big.Rat) *big.Rat {
	if x, y, ok := small(a, b); ok && y.n != 0 {
		if quotient, ok := x.times(y.inverse()); ok {
			return quotient.rat()
		}
	}
	return new(big.Rat).Quo(a, b)
}

// Cmp is −1, 0 or 1 as a is less than, equal to or greater than b.
func Cmp(a, b *big.Rat) int {
	if a == b {
		return 0
	}
	if x, y, ok := small(a, b); ok {
		return x.compare(y)
	}
	return a.Cmp(b)
}
