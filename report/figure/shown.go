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
	return i.short(u).String() + u.Symbol
}

// Said is i, which is in base units, as a page tells it: 351.5～352.5亿元.
func (i Interval) Said(u Unit) string {
	if i.IsPoint() {
		return u.Shown(i.Lo.Value)
	}
	return i.short(u).Span(u)
}

// short is i as numbers of u with no long tails.
func (i Interval) short(u Unit) Interval {
	shown := i.Per(u)
	if isLong(shown.Lo.Value) || isLong(shown.Hi.Value) {
		return shown.Outward(shortTail)
	}
	return shown
}

// Span is an interval of numbers of u as prose writes it: 6.55～6.58, 49.3%～50.5%
// (GB/T 15835, 5.1.3), 超过1200亿元, 5%以上. Whether the ends of a span of two belong
// to it is not said: such are rounded outward.
func (i Interval) Span(u Unit) string {
	lo, hi := i.Lo, i.Hi
	switch {
	case i.IsPoint():
		return Decimal(lo.Value) + u.Symbol
	case lo.Value == nil && hi.Value == nil:
		return "不能确定"
	case hi.Value == nil && lo.Open:
		return "超过" + Decimal(lo.Value) + u.Symbol
	case hi.Value == nil:
		return Decimal(lo.Value) + u.Symbol + "以上"
	case lo.Value == nil && hi.Open:
		return "不足" + Decimal(hi.Value) + u.Symbol
	case lo.Value == nil:
		return Decimal(hi.Value) + u.Symbol + "以下"
	}
	text := appendDecimal(make([]byte, 0, 48), lo.Value)
	if u.Symbol == "%" {
		text = append(text, u.Symbol...)
	}
	text = append(text, "～"...)
	text = append(appendDecimal(text, hi.Value), u.Symbol...)
	return string(text)
}

func isLong(r *big.Rat) bool {
	if r == nil {
		return false
	}
	digits, finite := DecimalDigits(r)
	return !finite || digits > longTail
}
