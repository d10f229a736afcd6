package figure

import "math/big"

// For readers, numbers with more digits after the point than longTail are shown
// with shortTail of them, ranges rounded outward. Reports to programs print
// them exactly.
const (
	longTail  = 6
	shortTail = 4
)

// Shown is a number of base units as a reader takes it in: 350.2亿元.
func (u Unit) Shown(base *big.Rat) string {
	number := u.FromBase(base)
	if isLong(number) {
		return Format(number, shortTail, false) + u.Symbol
	}
	return Decimal(number) + u.Symbol
}

// Shown is i, which is in base units, as a reader takes it in: a point as a
// plain number, [351.5, 352.5]亿元 otherwise.
func (i Interval) Shown(u Unit) string {
	if i.IsPoint() {
		return u.Shown(i.Lo.Value)
	}
	shown := i.Per(u)
	if isLong(shown.Lo.Value) || isLong(shown.Hi.Value) {
		shown = shown.Outward(shortTail)
	}
	return shown.String() + u.Symbol
}

// Span is a closed interval of numbers of u as prose writes it: 6.55～6.58,
// 49.3%～50.5% (GB/T 15835, 5.1.3); others are shown as intervals.
func (i Interval) Span(u Unit) string {
	switch {
	case i.IsPoint():
		return Decimal(i.Lo.Value) + u.Symbol
	case !i.Bounded() || i.Lo.Open || i.Hi.Open:
		return i.String() + u.Symbol
	}
	lo := Decimal(i.Lo.Value)
	if u.Symbol == "%" {
		lo += u.Symbol
	}
	return lo + "～" + Decimal(i.Hi.Value) + u.Symbol
}

func isLong(r *big.Rat) bool {
	if r == nil {
		return false
	}
	digits, finite := DecimalDigits(r)
	return !finite || digits > longTail
}
