package figure

import "jianbao/report/exact"

// String prints i with exact decimals or fractions: [351.5, 352.5],
// (1200, +∞), [1/3, 1/2), ∅ if it is empty.
func (i Interval) String() string {
	if i.Empty() {
		return "∅"
	}
	lo, hi := "(-∞", "+∞)"
	if v := i.Lo.Value; v != nil {
		lo = bracket("[", "(", i.Lo.Open) + Decimal(v)
	}
	if v := i.Hi.Value; v != nil {
		hi = Decimal(v) + bracket("]", ")", i.Hi.Open)
	}
	return lo + ", " + hi
}

// In prints i, which is in base units, in the scale of u and without its
// symbol: [351.5, 352.5] for 352亿元.
func (i Interval) In(u Unit) string { return i.Per(u).String() }

// Per is i, which is in base units, as numbers of u.
func (i Interval) Per(u Unit) Interval {
	if u.Factor == nil {
		return i
	}
	if i.isOne() {
		return Point(exact.Quo(i.Lo.Value, u.Factor))
	}
	if i.Empty() {
		return none()
	}
	return Interval{Lo: i.Lo.per(u.Factor), Hi: i.Hi.per(u.Factor)}
}

func bracket(closed, open string, isOpen bool) string {
	if isOpen {
		return open
	}
	return closed
}
