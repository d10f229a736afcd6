package figure

import "math/big"

// Claimed is what the change claims in the measure that Made gives: as Growth,
// but for a doubling the multiple now/then that it makes.
func (c Change) Claimed(betterLower bool) Interval {
	if c.Kind == Doubling {
		return PowersOf2(c.Growth(betterLower))
	}
	return c.Growth(betterLower)
}

// Made is what going from then to now amounts to in the measure of c: the
// difference for 百分点 and amounts, else the rate, or the multiple. Both are in
// base units. ok is false if there is no such measure: of a base that can be zero
// or less (LossRate: of one that can be no loss) no rate is reckoned, and none of
// Flat and Turned.
func (c Change) Made(now, then Interval) (amount Interval, ok bool) {
	switch c.Kind {
	case InPoints, Amount:
		return now.Sub(then), true
	case Flat, Turned:
		return Interval{}, false
	case LossRate:
		now, then = now.Neg(), then.Neg()
	}
	if nought := Point(new(big.Rat)); then.CanBeAtMost(nought) {
		return Interval{}, false
	}
	if amount, ok = now.Quo(then); ok && c.Kind != TimesOf && c.Kind != Doubling {
		amount = amount.Shift(big.NewRat(-1, 1))
	}
	return amount, ok
}

// ByOneTimesOrMore reports whether the change is a fall by one 倍 or more, which
// leaves nothing: 下降1倍. Only what turned into a loss falls so far.
func (c Change) ByOneTimesOrMore(betterLower bool) bool {
	if sign, ok := c.Sign(betterLower); c.Kind != Times || !ok || sign >= 0 {
		return false
	}
	if c.Figure.Hedge == Plain || c.Figure.Hedge == Reached {
		return c.Figure.Number.Cmp(one) >= 0
	}
	return !c.Figure.Range.CanBeLess(Point(one))
}
