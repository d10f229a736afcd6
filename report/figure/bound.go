package figure

import (
	"cmp"
	"math/big"

	"jianbao/report/exact"
)

func (b Bound) negated() Bound {
	if b.Value == nil {
		return Bound{}
	}
	return Bound{Value: new(big.Rat).Neg(b.Value), Open: b.Open}
}

// plus adds two lower or two upper bounds.
func (b Bound) plus(c Bound) Bound {
	if b.Value == nil || c.Value == nil {
		return Bound{}
	}
	return Bound{Value: exact.Add(b.Value, c.Value), Open: b.Open || c.Open}
}

// minus is a lower bound less an upper one, or the other way round.
func (b Bound) minus(c Bound) Bound {
	if b.Value == nil || c.Value == nil {
		return Bound{}
	}
	return Bound{Value: exact.Sub(b.Value, c.Value), Open: b.Open || c.Open}
}

// times is b · r for an r that is not zero.
func (b Bound) times(r *big.Rat) Bound {
	if b.Value == nil {
		return b
	}
	return Bound{Value: exact.Mul(b.Value, r), Open: b.Open}
}

// per is b / r for a number above zero.
func (b Bound) per(r *big.Rat) Bound {
	if b.Value == nil {
		return b
	}
	return Bound{Value: exact.Quo(b.Value, r), Open: b.Open}
}

// over is b / c for two numbers above zero.
func (b Bound) over(c Bound) Bound {
	return Bound{Value: exact.Quo(b.Value, c.Value), Open: b.Open || c.Open}
}

// growth is b / c − 1 for two numbers above zero.
func (b Bound) growth(c Bound) Bound {
	return Bound{Value: exact.Growth(b.Value, c.Value), Open: b.Open || c.Open}
}

// inverse is 1/b for a bound of an interval that does not contain zero: no
// bound becomes an open zero, an open zero no bound.
func (b Bound) inverse() Bound {
	switch {
	case b.Value == nil:
		return Bound{Value: new(big.Rat), Open: true}
	case b.Value.Sign() == 0:
		return Bound{}
	}
	return Bound{Value: new(big.Rat).Inv(b.Value), Open: b.Open}
}

// rounded rounds a bound. At an open bound it is the numbers just inside it
// that are rounded, and inward (1 up from a lower bound, −1 down from an upper
// one) says on which side they lie.
func (b Bound) rounded(decimals int, tiesEven bool, inward int) Bound {
	if b.Value == nil {
		return Bound{}
	}
	nearest := Round(b.Value, decimals, tiesEven)
	if !b.Open {
		return Bound{Value: nearest}
	}
	// Only at a tie does it matter that the bound itself is left out.
	half := exact.Mul(exact.Power10(-decimals), big.NewRat(int64(inward), 2))
	if inside := exact.Add(b.Value, half); isMultiple(inside, decimals) {
		return Bound{Value: inside}
	}
	return Bound{Value: nearest}
}

// limit is an end of an interval on the extended line, so that products of ends
// can be compared: a number, or −∞ or +∞ if infinite is not 0.
type limit struct {
	Bound
	infinite int // −1, 0, +1
}

func (i Interval) lower() limit { return limitOf(i.Lo, -1) }
func (i Interval) upper() limit { return limitOf(i.Hi, +1) }

func limitOf(b Bound, side int) limit {
	if b.Value == nil {
		return limit{infinite: side, Bound: Bound{Open: true}}
	}
	return limit{Bound: b}
}

func (l limit) sign() int {
	if l.infinite != 0 {
		return l.infinite
	}
	return l.Value.Sign()
}

// corner is the product of two ends. Zero times infinity is zero: the products
// near that corner reach from zero to where the neighbouring corners are. A
// closed zero makes the product zero whatever the other end is, reached or not.
func corner(a, b limit) limit {
	sign := a.sign() * b.sign()
	switch {
	case sign == 0:
		reached := a.sign() == 0 && !a.Open || b.sign() == 0 && !b.Open
		return limit{Bound: Bound{Value: new(big.Rat), Open: !reached}}
	case a.infinite != 0 || b.infinite != 0:
		return limit{infinite: sign, Bound: Bound{Open: true}}
	}
	return limit{Bound: Bound{Value: exact.Mul(a.Value, b.Value), Open: a.Open || b.Open}}
}

// lesser is the smaller of two limits, a closed one before an open one.
func lesser(a, b limit) limit {
	if c := a.compare(b); c < 0 || c == 0 && !a.Open {
		return a
	}
	return b
}

// greater is the larger of two limits, a closed one before an open one.
func greater(a, b limit) limit {
	if c := a.compare(b); c > 0 || c == 0 && !a.Open {
		return a
	}
	return b
}

func (l limit) compare(m limit) int {
	if l.infinite != 0 || m.infinite != 0 {
		return cmp.Compare(l.infinite, m.infinite)
	}
	return exact.Cmp(l.Value, m.Value)
}

func (l limit) bound() Bound {
	if l.infinite != 0 {
		return Bound{}
	}
	return l.Bound
}
