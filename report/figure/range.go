package figure

import (
	"math/big"
	"math/bits"
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
		half := halfOf(n.step(n.last))
		return f.inBase(Bound{Value: minus(x, half)}, Bound{Value: plus(x, half)})
	case Nearly, Odd:
		return f.besides(n)
	}
	if f.isExact() {
		return Point(f.Unit.ToBase(x))
	}
	unit := n.step(-f.Written)
	if f.Precision.Given {
		unit = powerOf10(-f.Precision.Decimals)
	}
	lo, hi := rounded(x, unit, rounding)
	return f.inBase(lo, hi)
}

// besides is the range of 近 and 多, which lie on one side of the number: short
// of it, or beyond it. For a negative number both are mirrored.
func (f Figure) besides(n numeral) Interval {
	step := n.step(n.last)
	size := new(big.Rat).Abs(f.Number)
	lo, hi := Bound{Value: minus(size, step)}, Bound{Value: size, Open: true}
	if f.Hedge == Odd {
		lo, hi = Bound{Value: size, Open: true}, Bound{Value: plus(size, step), Open: true}
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
		half := halfOf(unit)
		return Bound{Value: minus(x, half)}, Bound{Value: plus(x, half)}
	}
	switch x.Sign() {
	case 1:
		return Bound{Value: x}, Bound{Value: plus(x, unit), Open: true}
	case -1:
		return Bound{Value: minus(x, unit), Open: true}, Bound{Value: x}
	}
	return Bound{Value: minus(x, unit), Open: true}, Bound{Value: unit, Open: true}
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

func plus(a, b *big.Rat) *big.Rat  { return new(big.Rat).Add(a, b) }
func minus(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func halfOf(a *big.Rat) *big.Rat   { return new(big.Rat).Mul(a, big.NewRat(1, 2)) }

// rangeOf is the interval of a plain number. It does in machine integers what
// Figure's rangeOf does in Rats, where they are wide enough.
func (p plain) rangeOf(f Figure, rounding Rounding) Interval {
	if f.isExact() {
		return Point(f.Unit.ToBase(f.Number))
	}
	if rounding == Nearest && (!f.Precision.Given || f.Precision.Decimals == p.decimals) {
		lo, okLo := p.half(-1, f.Unit)
		hi, okHi := p.half(+1, f.Unit)
		if okLo && okHi {
			return Closed(lo, hi)
		}
	}
	return rangeOf(f, numeral{number: f.Number, decimals: p.decimals}, rounding)
}

// half is the number in base units, half of its last digit's unit away to a
// side; ok is false if that does not fit.
func (p plain) half(side int64, unit Unit) (r *big.Rat, ok bool) {
	numerator, denominator, ok := unit.machineFactor()
	if !ok {
		return nil, false
	}
	divisor := 2 * pow10[p.decimals]
	g := gcd(numerator, divisor)
	numerator, divisor = numerator/g, divisor/g
	n, okN := times(2*p.digits+side, numerator)
	d, okD := times(divisor, denominator)
	if !okN || !okD {
		return nil, false
	}
	return ratio(n, d), true
}

// machineFactor is the factor as a fraction; ok is false if that does not fit.
func (u Unit) machineFactor() (numerator, denominator int64, ok bool) {
	numerator, denominator = 1, 1
	if u.Factor == nil {
		return numerator, denominator, true
	}
	if !u.Factor.IsInt() {
		if !u.Factor.Denom().IsInt64() {
			return 0, 0, false
		}
		denominator = u.Factor.Denom().Int64()
	}
	return u.Factor.Num().Int64(), denominator, u.Factor.Num().IsInt64()
}

// ratio is a/b for b > 0. It spares big.Rat the greatest common divisor, which
// takes most of the time of reading a table.
func ratio(a, b int64) *big.Rat {
	if a%b == 0 {
		return new(big.Rat).SetInt64(a / b)
	}
	return big.NewRat(a, b)
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// times is a·b for b > 0; ok is false if it overflows.
func times(a, b int64) (product int64, ok bool) {
	hi, lo := bits.Mul64(uint64(max(a, -a)), uint64(b))
	return a * b, hi == 0 && lo < 1<<63
}
