// Package exact reckons with fractions as math/big does, only faster where they
// are small, as those of statistics mostly are: parts that fit 64 bits are reckoned
// with by machine, and what would overflow is left to math/big.
//
// It knows numbers and nothing of what they are of. Numbers are values here: no
// function changes an operand, and a result may be an operand, as a + 0 is a, or be
// held here for everybody, so nobody may change one, not by its Num or Denom either.
// Who wants a number to change adds to a Sum, or to a big.Rat of his own.
package exact

import "math/big"

// New is n/d for d > 0 and an n greater than math.MinInt64.
func New(n, d int64) *big.Rat {
	common := gcd(magnitude(n), d)
	return fraction{n / common, d / common}.rat()
}

// Times is n/d · r for d > 0 and an n greater than math.MinInt64.
func Times(n, d int64, r *big.Rat) *big.Rat {
	g, isSmall := fractionOf(r)
	if isSmall && g.d == 1 && g.n > 0 && g.n%d == 0 { // as where r is a magnitude: 352/10 · 10⁸
		if whole, ok := product(n, g.n/d); ok {
			return fraction{whole, 1}.rat()
		}
	}
	common := gcd(magnitude(n), d)
	f := fraction{n / common, d / common}
	if f.isOne() {
		return r
	}
	if isSmall {
		if product, ok := f.times(g); ok {
			return product.rat()
		}
	}
	return new(big.Rat).Mul(f.rat(), r)
}

// Add is a + b.
func Add(a, b *big.Rat) *big.Rat {
	if x, y, ok := small(a, b); ok {
		if x.n == 0 {
			return b
		}
		if y.n == 0 {
			return a
		}
		if sum, ok := x.plus(y); ok {
			return sum.rat()
		}
	}
	return new(big.Rat).Add(a, b)
}

// Sub is a − b.
func Sub(a, b *big.Rat) *big.Rat {
	if x, y, ok := small(a, b); ok {
		if y.n == 0 {
			return a
		}
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
	x, okX := fractionOf(a)
	if okX && x.isOne() {
		return b
	}
	y, okY := fractionOf(b)
	if okY && y.isOne() {
		return a
	}
	if okX && okY {
		if product, ok := x.times(y); ok {
			return product.rat()
		}
	}
	return new(big.Rat).Mul(a, b)
}

// Quo is a / b for a b that is not zero.
func Quo(a, b *big.Rat) *big.Rat {
	y, okY := fractionOf(b)
	if okY && y.isOne() {
		return a
	}
	if x, ok := fractionOf(a); ok && okY && y.n != 0 {
		if quotient, ok := x.times(y.inverse()); ok {
			return quotient.rat()
		}
	}
	return new(big.Rat).Quo(a, b)
}

// Growth is a / b − 1 for a b that is not zero.
func Growth(a, b *big.Rat) *big.Rat {
	if x, y, ok := small(a, b); ok && y.n != 0 {
		if gap, ok := x.plus(y.negated()); ok {
			if growth, ok := gap.times(y.inverse()); ok {
				return growth.rat()
			}
		}
	}
	return Sub(Quo(a, b), powers[mostPower])
}

// AreOpposite reports whether a = −b.
func AreOpposite(a, b *big.Rat) bool {
	if x, y, ok := small(a, b); ok {
		return x == y.negated()
	}
	return a.Cmp(new(big.Rat).Neg(b)) == 0
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

// Parts are r's numerator and denominator; ok is false if 64 bits hold not both.
func Parts(r *big.Rat) (n, d int64, ok bool) {
	f, ok := fractionOf(r)
	return f.n, f.d, ok
}
