package figure

import (
	"math/big"

	"jianbao/report/exact"
)

// Bound is one end of an interval. A nil Value is no bound at all (infinity);
// an Open bound is approached but not reached.
type Bound struct {
	Value *big.Rat
	Open  bool
}

// Interval is a set of rational numbers between two bounds, in base units of
// whatever it measures. The zero Interval is the whole line.
//
// Intervals are values: no operation changes its operands or the numbers in
// them, and results may share numbers with operands, so nobody may change those.
// Operations on an empty interval give an empty interval, and no comparison
// holds for one.
type Interval struct {
	Lo, Hi Bound
}

// Point is the interval of r alone.
func Point(r *big.Rat) Interval { return Closed(r, r) }

// Closed is the numbers from lo to hi, both included; a nil end is no bound.
func Closed(lo, hi *big.Rat) Interval {
	return Interval{Lo: Bound{Value: lo}, Hi: Bound{Value: hi}}
}

// Between is the numbers between two bounds.
func Between(lo, hi Bound) Interval { return Interval{Lo: lo, Hi: hi} }

// none is an interval that holds no number.
func none() Interval {
	zero := new(big.Rat)
	return Interval{Lo: Bound{Value: zero, Open: true}, Hi: Bound{Value: zero, Open: true}}
}

// Empty reports whether no number is in i.
func (i Interval) Empty() bool {
	if i.Lo.Value == nil || i.Hi.Value == nil {
		return false
	}
	c := exact.Cmp(i.Lo.Value, i.Hi.Value)
	return c > 0 || c == 0 && (i.Lo.Open || i.Hi.Open)
}

// IsPoint reports whether exactly one number is in i.
func (i Interval) IsPoint() bool {
	return i.Lo.Value != nil && i.Hi.Value != nil && !i.Lo.Open && !i.Hi.Open && exact.Cmp(i.Lo.Value, i.Hi.Value) == 0
}

// Bounded reports whether i has two ends.
func (i Interval) Bounded() bool { return i.Lo.Value != nil && i.Hi.Value != nil }

// Contains reports whether r is in i.
func (i Interval) Contains(r *big.Rat) bool { return i.Meets(Point(r)) }

// containsZero is Contains of zero, and positive whether i has a lower end above
// it; neither looks at more than signs.
func (i Interval) containsZero() bool {
	return !i.Empty() &&
		(i.Lo.Value == nil || i.Lo.Value.Sign() < 0 || i.Lo.Value.Sign() == 0 && !i.Lo.Open) &&
		(i.Hi.Value == nil || i.Hi.Value.Sign() > 0 || i.Hi.Value.Sign() == 0 && !i.Hi.Open)
}

func (i Interval) positive() bool { return i.Lo.Value != nil && i.Lo.Value.Sign() > 0 }

// Within reports whether all of i is in j.
func (i Interval) Within(j Interval) bool {
	return i.Empty() || compareLo(j.Lo, i.Lo) <= 0 && compareHi(i.Hi, j.Hi) <= 0
}

// Equal reports whether i and j are the same set.
func (i Interval) Equal(j Interval) bool { return i.Within(j) && j.Within(i) }

// Meet is the numbers in both i and j; ok is false if there are none.
func (i Interval) Meet(j Interval) (meet Interval, ok bool) {
	meet = i
	if compareLo(j.Lo, i.Lo) > 0 {
		meet.Lo = j.Lo
	}
	if compareHi(j.Hi, i.Hi) < 0 {
		meet.Hi = j.Hi
	}
	return meet, !meet.Empty()
}

// Meets reports whether a number is in both i and j.
func (i Interval) Meets(j Interval) bool {
	_, ok := i.Meet(j)
	return ok
}

// Hull is the smallest interval that holds i and j.
func (i Interval) Hull(j Interval) Interval {
	if i.Empty() {
		return j
	}
	if j.Empty() {
		return i
	}
	if compareLo(j.Lo, i.Lo) < 0 {
		i.Lo = j.Lo
	}
	if compareHi(j.Hi, i.Hi) > 0 {
		i.Hi = j.Hi
	}
	return i
}

// Width is the distance between the ends, 0 for an empty interval; ok is false
// if there is no end on a side.
func (i Interval) Width() (width *big.Rat, ok bool) {
	switch {
	case !i.Bounded():
		return nil, false
	case i.Empty():
		return new(big.Rat), true
	}
	return exact.Sub(i.Hi.Value, i.Lo.Value), true
}

// CanEqual reports whether some x in i and y in j have x = y.
func (i Interval) CanEqual(j Interval) bool { return i.Meets(j) }

// CanDiffer reports whether some x in i and y in j have x ≠ y.
func (i Interval) CanDiffer(j Interval) bool { return i.CanBeLess(j) || j.CanBeLess(i) }

// CanBeLess reports whether some x in i and y in j have x < y.
func (i Interval) CanBeLess(j Interval) bool {
	if i.Empty() || j.Empty() {
		return false
	}
	return i.Lo.Value == nil || j.Hi.Value == nil || exact.Cmp(i.Lo.Value, j.Hi.Value) < 0
}

// CanBeAtMost reports whether some x in i and y in j have x ≤ y.
func (i Interval) CanBeAtMost(j Interval) bool { return i.CanBeLess(j) || i.CanEqual(j) }

// compareLo orders lower bounds by where they begin: none first, and at one
// number the closed before the open.
func compareLo(a, b Bound) int {
	switch {
	case a.Value == nil && b.Value == nil:
		return 0
	case a.Value == nil:
		return -1
	case b.Value == nil:
		return 1
	}
	if c := exact.Cmp(a.Value, b.Value); c != 0 || a.Open == b.Open {
		return c
	}
	if b.Open {
		return -1
	}
	return 1
}

// compareHi orders upper bounds by where they end: none last, and at one number
// the open before the closed.
func compareHi(a, b Bound) int {
	switch {
	case a.Value == nil && b.Value == nil:
		return 0
	case a.Value == nil:
		return 1
	case b.Value == nil:
		return -1
	}
	if c := exact.Cmp(a.Value, b.Value); c != 0 || a.Open == b.Open {
		return c
	}
	if a.Open {
		return -1
	}
	return 1
}
