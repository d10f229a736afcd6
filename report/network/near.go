package network

import (
	"math/big"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// near is number + small · δ for a δ greater than zero and less than any number:
// beyond an open end is at least one δ beyond it.
type near struct{ number, small *big.Rat }

func exactly(r *big.Rat) near { return near{number: r, small: zero} }

// nearLo is the least number above a lower bound; ok is false if it is none.
func nearLo(b figure.Bound) (n near, ok bool) { return nearEnd(b, one) }

// nearHi is the greatest number below an upper bound; ok is false if it is none.
func nearHi(b figure.Bound) (n near, ok bool) { return nearEnd(b, minusOne) }

func nearEnd(b figure.Bound, inward *big.Rat) (n near, ok bool) {
	if b.Value == nil {
		return near{}, false
	}
	n = exactly(b.Value)
	if b.Open {
		n.small = inward
	}
	return n, true
}

func (n near) cmp(m near) int {
	if c := n.number.Cmp(m.number); c != 0 {
		return c
	}
	return n.small.Cmp(m.small)
}

// plus is n + weight · m.
func (n near) plus(weight *big.Rat, m near) near {
	return near{number: combined(n.number, weight, m.number), small: combined(n.small, weight, m.small)}
}

func combined(a, weight, b *big.Rat) *big.Rat {
	if b.Sign() == 0 {
		return a
	}
	return exact.Add(exact.Mul(weight, b), a)
}

// over is (n − m) / divisor.
func (n near) over(m near, divisor *big.Rat) near {
	inverse := new(big.Rat).Inv(divisor)
	difference := n.plus(minusOne, m)
	return near{number: scaled(difference.number, inverse), small: scaled(difference.small, inverse)}
}

func scaled(a, inverse *big.Rat) *big.Rat {
	if a.Sign() == 0 {
		return zero
	}
	return exact.Mul(a, inverse)
}
