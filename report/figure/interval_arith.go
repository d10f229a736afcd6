package figure

import (
	"math/big"

	"jianbao/report/exact"
)

// points are the numbers of two intervals of one number each whose ends are one and
// the same: what is reckoned from printed numbers, which is not to be reckoned
// twice. ok may be false of other points.
func points(i, j Interval) (x, y *big.Rat, ok bool) {
	return i.Lo.Value, j.Lo.Value, i.isOne() && j.isOne()
}

func (i Interval) isOne() bool { return i.Lo == i.Hi && i.Lo.Value != nil && !i.Lo.Open }

// Neg is {−x}.
func (i Interval) Neg() Interval {
	return Interval{Lo: i.Hi.negated(), Hi: i.Lo.negated()}
}

// Add is {x + y}.
func (i Interval) Add(j Interval) Interval {
	if x, y, ok := points(i, j); ok {
		return Point(exact.Add(x, y))
	}
	if i.Empty() || j.Empty() {
		return none()
	}
	return Interval{Lo: i.Lo.plus(j.Lo), Hi: i.Hi.plus(j.Hi)}
}

// Sub is {x − y}.
func (i Interval) Sub(j Interval) Interval {
	if x, y, ok := points(i, j); ok {
		return Point(exact.Sub(x, y))
	}
	if i.Empty() || j.Empty() {
		return none()
	}
	return Interval{Lo: i.Lo.minus(j.Hi), Hi: i.Hi.minus(j.Lo)}
}

// Shift is {x + r}.
func (i Interval) Shift(r *big.Rat) Interval { return i.Add(Point(r)) }

// Mul is {x · y}, x and y independent of each other.
func (i Interval) Mul(j Interval) Interval {
	if x, y, ok := points(i, j); ok {
		return Point(exact.Mul(x, y))
	}
	if i.Empty() || j.Empty() {
		return none()
	}
	if i.positive() && j.positive() { // nearly all are; their ends need no comparing
		return Interval{Lo: corner(i.lower(), j.lower()).bound(), Hi: corner(i.upper(), j.upper()).bound()}
	}
	return hullOfCorners(i, j)
}

// hullOfCorners is the product of intervals that are not empty.
func hullOfCorners(i, j Interval) Interval {
	lo, hi := corner(i.lower(), j.lower()), corner(i.lower(), j.lower())
	for _, c := range []limit{corner(i.lower(), j.upper()), corner(i.upper(), j.lower()), corner(i.upper(), j.upper())} {
		lo, hi = lesser(lo, c), greater(hi, c)
	}
	return Interval{Lo: lo.bound(), Hi: hi.bound()}
}

// Quo is the hull of {x / y}; ok is false if j contains zero.
func (i Interval) Quo(j Interval) (quotient Interval, ok bool) {
	if j.containsZero() {
		return Interval{}, false
	}
	if x, y, ok := points(i, j); ok {
		return Point(exact.Quo(x, y)), true
	}
	if i.Empty() || j.Empty() {
		return none(), true
	}
	if i.Hi.Value != nil && j.Hi.Value != nil && i.positive() && j.positive() { // as nearly all are
		return Interval{Lo: i.Lo.over(j.Hi), Hi: i.Hi.over(j.Lo)}, true
	}
	// On one side of zero 1/y falls as y rises, so the ends change places.
	reciprocal := Interval{Lo: j.Hi.inverse(), Hi: j.Lo.inverse()}
	return i.Mul(reciprocal), true
}

// Growth is the hull of {x / y − 1}; ok is false if j contains zero.
func (i Interval) Growth(j Interval) (growth Interval, ok bool) {
	if x, y, ok := points(i, j); ok && y.Sign() != 0 {
		return Point(exact.Growth(x, y)), true
	}
	if i.Hi.Value != nil && j.Hi.Value != nil && i.positive() && j.positive() && !i.Empty() && !j.Empty() { // as nearly all are
		return Interval{Lo: i.Lo.growth(j.Hi), Hi: i.Hi.growth(j.Lo)}, true
	}
	quotient, ok := i.Quo(j)
	return quotient.Shift(minusOne), ok
}

var minusOne = big.NewRat(-1, 1)

// Scale is {r · x}: a negative r swaps the ends, open and closed with them, and
// zero times anything is zero.
func (i Interval) Scale(r *big.Rat) Interval {
	switch {
	case i.Empty():
		return none()
	case r.Sign() == 0:
		return Point(new(big.Rat))
	case i.isOne():
		return Point(i.Lo.times(r).Value)
	case r.Sign() < 0:
		i.Lo, i.Hi = i.Hi, i.Lo
	}
	return Interval{Lo: i.Lo.times(r), Hi: i.Hi.times(r)}
}

// Abs is {|x|}.
func (i Interval) Abs() Interval {
	if i.Empty() {
		return none()
	}
	zero := new(big.Rat)
	switch {
	case i.Lo.Value != nil && i.Lo.Value.Sign() >= 0:
		return i
	case i.Hi.Value != nil && i.Hi.Value.Sign() <= 0:
		return i.Neg()
	}
	// Zero lies inside; the far end is the larger of the two.
	hi := i.Hi
	if compareHi(i.Lo.negated(), hi) > 0 {
		hi = i.Lo.negated()
	}
	return Interval{Lo: Bound{Value: zero}, Hi: hi}
}

// Min is {min(x, y)}.
func (i Interval) Min(j Interval) Interval {
	if i.Empty() || j.Empty() {
		return none()
	}
	if compareLo(j.Lo, i.Lo) < 0 {
		i.Lo = j.Lo
	}
	if compareHi(j.Hi, i.Hi) < 0 {
		i.Hi = j.Hi
	}
	return i
}

// Max is {max(x, y)}.
func (i Interval) Max(j Interval) Interval { return i.Neg().Min(j.Neg()).Neg() }

// Round is the hull of {x rounded to decimals}, ties away from zero or to even.
func (i Interval) Round(decimals int, tiesEven bool) Interval {
	if i.Empty() {
		return none()
	}
	return Interval{
		Lo: i.Lo.rounded(decimals, tiesEven, 1),
		Hi: i.Hi.rounded(decimals, tiesEven, -1),
	}
}

// Outward is i with both ends moved outward to that many decimals, for printing
// a derived range: it holds all of i. An open end stays open.
func (i Interval) Outward(decimals int) Interval {
	if i.Lo.Value != nil {
		i.Lo.Value = exact.Floor(i.Lo.Value, decimals)
	}
	if i.Hi.Value != nil {
		i.Hi.Value = exact.Ceil(i.Hi.Value, decimals)
	}
	return i
}
