package exact

import (
	"math"
	"math/big"
)

// Sum is a running sum, 0 at first. It is brought to lowest terms only when it is
// read: the figures of one table mostly share a denominator.
type Sum struct {
	n    int64
	less int64 // the denominator less 1, so that the zero Sum is 0
	long *longSum
}

// Add adds r.
func (s *Sum) Add(r *big.Rat) { s.add(r, 1) }

// Sub takes r off.
func (s *Sum) Sub(r *big.Rat) { s.add(r, -1) }

// Rat is the sum so far.
func (s *Sum) Rat() *big.Rat {
	if s.long != nil {
		return new(big.Rat).SetFrac(&s.long.n, &s.long.d)
	}
	return New(s.n, s.less+1)
}

func (s *Sum) add(r *big.Rat, sign int64) {
	if s.long == nil {
		if f, ok := fractionOf(r); ok && s.addSmall(fraction{sign * f.n, f.d}) {
			return
		}
		s.long = &longSum{}
		s.long.n.SetInt64(s.n)
		s.long.d.SetInt64(s.less + 1)
	}
	s.long.add(r, sign)
}

// addSmall is false, and adds nothing, if the sum does not fit 64 bits.
func (s *Sum) addSmall(f fraction) bool {
	d := s.less + 1
	common := f.d
	if d != f.d {
		common = gcd(d, f.d)
	}
	own, okOwn := product(s.n, f.d/common)
	others, okOthers := product(f.n, d/common)
	both, okBoth := product(d, f.d/common)
	n := own + others
	overflown := (own^n)&(others^n) < 0
	if !okOwn || !okOthers || !okBoth || overflown || n == math.MinInt64 {
		return false
	}
	s.n, s.less = n, both-1
	return true
}

// longSum is a sum n/d whose parts do not fit 64 bits.
type longSum struct{ n, d big.Int }

func (s *longSum) add(r *big.Rat, sign int64) {
	n := r.Num()
	switch d := r.Denom(); {
	case s.d.Cmp(d) == 0:
	case r.IsInt():
		n = new(big.Int).Mul(n, &s.d)
	default:
		common := new(big.Int).GCD(nil, nil, &s.d, d)
		n = new(big.Int).Mul(n, new(big.Int).Quo(&s.d, common))
		more := new(big.Int).Quo(d, common)
		s.n.Mul(&s.n, more)
		s.d.Mul(&s.d, more)
	}
	if sign < 0 {
		s.n.Sub(&s.n, n)
	} else {
		s.n.Add(&s.n, n)
	}
}
