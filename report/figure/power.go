package figure

import (
	"math/big"

	"jianbao/report/exact"
)

// Bounds of exponents that PowersOf2 takes: 翻n番 with n beyond them says
// nothing about statistics.
const (
	mostDoublings = 64
	powerDigits   = 18 // binary roots are enclosed to 10^-18
)

// PowersOf2 is {2^n} for n in an interval. A power that is not rational is
// replaced by a rational one just outside the interval.
func PowersOf2(exponents Interval) Interval {
	i := Interval{Lo: Bound{Value: new(big.Rat), Open: true}}
	if lo := exponents.Lo; lo.Value != nil {
		down, _ := power(lo.Value)
		i.Lo = Bound{Value: down, Open: lo.Open}
	}
	if hi := exponents.Hi; hi.Value != nil {
		_, up := power(hi.Value)
		i.Hi = Bound{Value: up, Open: hi.Open}
	}
	return i
}

// power encloses 2^n between two rationals, equal for a whole n.
func power(n *big.Rat) (down, up *big.Rat) {
	if n.Cmp(big.NewRat(mostDoublings, 1)) > 0 {
		n = big.NewRat(mostDoublings, 1)
	}
	if n.Cmp(big.NewRat(-mostDoublings, 1)) < 0 {
		n = big.NewRat(-mostDoublings, 1)
	}
	whole := new(big.Rat).SetInt(new(big.Int).Div(n.Num(), n.Denom()))
	scale := new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), uint(new(big.Int).Abs(whole.Num()).Uint64())))
	if whole.Sign() < 0 {
		scale.Inv(scale)
	}
	down, up = root(exact.Sub(n, whole))
	return exact.Mul(down, scale), exact.Mul(up, scale)
}

// root encloses 2^f for 0 ≤ f < 1 by bisection of f: 2^f is the product of
// 2^(1/2^k) over the binary digits of f, each a square root enclosed outward.
func root(f *big.Rat) (down, up *big.Rat) {
	down, up = big.NewRat(1, 1), big.NewRat(1, 1)
	stepDown, stepUp := big.NewRat(2, 1), big.NewRat(2, 1)
	rest := new(big.Rat).Set(f)
	for k := 0; k < 60 && rest.Sign() > 0; k++ {
		stepDown, stepUp = squareRoot(stepDown, false), squareRoot(stepUp, true)
		if rest.Add(rest, rest); rest.Cmp(one) >= 0 {
			rest.Sub(rest, one)
			down.Mul(down, stepDown)
			up.Mul(up, stepUp)
		}
	}
	if rest.Sign() > 0 { // the digits left out make less than one more step
		up.Mul(up, stepUp)
	}
	return roundTo(down, false), roundTo(up, true)
}

// squareRoot is the root of r to powerDigits, rounded down or up.
func squareRoot(r *big.Rat, up bool) *big.Rat {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(2*powerDigits), nil)
	n := new(big.Int).Mul(r.Num(), scale)
	n.Div(n, r.Denom())
	n.Sqrt(n)
	if up {
		n.Add(n, big.NewInt(1))
	}
	return new(big.Rat).SetFrac(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(powerDigits), nil))
}

// roundTo is r to powerDigits − 4, rounded down or up.
func roundTo(r *big.Rat, up bool) *big.Rat {
	if r.IsInt() {
		return r
	}
	i := Point(r).Outward(powerDigits - 4)
	if up {
		return i.Hi.Value
	}
	return i.Lo.Value
}
