package figure

import (
	"math/big"

	"jianbao/report/exact"
)

// rangeOf is the interval that f stands for, in base units (SPEC §2, the table
// of figures as printed).
func rangeOf(f Figure, n numeral, rounding Rounding) Interval {
	x := f.Number
	switch f.Hedge {
	case MoreThan:
		return f.inBase(Bound{Value: x, Open: true}, Bound{})
	case LessThan:
		return f.inBase(Bound{}, Bound{Value: x, Open: true})
	case AtLeast:
		return f.inBase(Bound{Value: x}, Bound{})
	case AtMost:
		return f.inBase(Bound{}, Bound{Value: x})
	case About:
		off := exact.Mul(n.step(n.last), half)
		return f.inBase(Bound{Value: exact.Sub(x, off)}, Bound{Value: exact.Add(x, off)})
	case Nearly, Odd:
		return f.besides(n)
	}
	if f.isExact() {
		return Point(f.Unit.ToBase(x))
	}
	unit := n.step(-f.Written)
	if f.Precision.Given {
		unit = exact.Power10(-f.Precision.Decimals)
	}
	lo, hi := rounded(x, unit, rounding)
	return f.inBase(lo, hi)
}

// besides is the range of 近 and 多, which lie on one side of the number: short
// of it, or beyond it. For a negative number both are mirrored.
func (f Figure) besides(n numeral) Interval {
	step := n.step(n.last)
	size := new(big.Rat).Abs(f.Number)
	lo, hi := Bound{Value: exact.Sub(size, step)}, Bound{Value: size, Open: true}
	if f.Hedge == Odd {
		lo, hi = Bound{Value: size, Open: true}, Bound{Value: exact.Add(size, step), Open: true}
	}
	if f.Number.Sign() < 0 {
		lo, hi = hi.negated(), lo.negated()
	}
	return f.inBase(lo, hi)
}

// isExact reports whether f stands for its number alone: by `decimals: exact`,
// or since it counts whole things and nothing says that it was rounded.
func (f Figure) isExact() bool {
	if f.Precision.Given {
		return f.Precision.Exact
	}
	return f.Unit.Factor == nil && f.Unit.Counting() && f.Number.IsInt()
}

// rounded is what a number was before it was rounded to multiples of unit: half
// a unit to either side, or if it was truncated up to a unit further from zero.
func rounded(x, unit *big.Rat, rounding Rounding) (lo, hi Bound) {
	if rounding == Nearest {
		off := exact.Mul(unit, half)
		return Bound{Value: exact.Sub(x, off)}, Bound{Value: exact.Add(x, off)}
	}
	switch x.Sign() {
	case 1:
		return Bound{Value: x}, Bound{Value: exact.Add(x, unit), Open: true}
	case -1:
		return Bound{Value: exact.Sub(x, unit), Open: true}, Bound{Value: x}
	}
	return Bound{Value: exact.Sub(x, unit), Open: true}, Bound{Value: unit, Open: true}
}

// inBase is the interval between two bounds given in f's unit.
func (f Figure) inBase(lo, hi Bound) Interval {
	if lo.Value != nil {
		lo.Value = f.Unit.ToBase(lo.Value)
	}
	if hi.Value != nil {
		hi.Value = f.Unit.ToBase(hi.Value)
	}
	return Interval{Lo: lo, Hi: hi}
}

// rangeOf is the interval of a plain number: what Figure's rangeOf makes of it,
// with less reckoning for the most common of all figures.
func (p plain) rangeOf(f Figure, rounding Rounding) Interval {
	if f.isExact() {
		return Point(f.Unit.ToBase(f.Number))
	}
	if rounding == Nearest && (!f.Precision.Given || f.Precision.Decimals == p.decimals) {
		return Closed(p.half(-1, f.Unit), p.half(+1, f.Unit))
	}
	return rangeOf(f, numeral{number: f.Number, decimals: p.decimals}, rounding)
}

// half is the number in base units, half of its last digit's unit away to a side.
func (p plain) half(side int64, unit Unit) *big.Rat {
	return exact.Times(2*p.digits+side, 2*pow10[p.decimals], unit.factor())
}

var half = big.NewRat(1, 2)
