package figure

import (
	"math/big"

	"jianbao/report/exact"
)

// ChangeKind is the measure in which a change is said.
type ChangeKind int

// The measures of change.
const (
	Rate     ChangeKind = iota // %: now/then − 1
	InPoints                   // 百分点: now − then, of rates
	Times                      // 倍: 增长2倍 is three times as much: now/then − 1 in ones
	TimesOf                    // 是上年的2倍: now/then
	Doubling                   // 番: now/then = 2ⁿ
	Flat                       // 持平: no change to the digits shown
	Amount                     // 增加277万元: now − then in the figure's own unit
	LossRate                   // 增亏20%, 减亏20%: the rate of two losses, |now|/|then| − 1
	Turned                     // 扭亏为盈, 由盈转亏: from a loss to none, or back
)

// Direction is which way a change goes.
type Direction int

// The directions. Improved and Worsened depend on which way is better.
const (
	Up Direction = iota
	Down
	Improved // 改善
	Worsened // 恶化
)

// Change is a change as printed: 改善25.5%, 提高20个百分点, +16pp, 翻一番.
type Change struct {
	Text      string
	Kind      ChangeKind
	Direction Direction
	Verb      string // as written: 改善; empty for a signed number
	Figure    Figure // the amount, unsigned, with its hedge
	Basis     string // words that it is on a comparable basis: 按可比口径计算; else empty
	Bare      string // as written but for Basis and what it is against: 增长8.3% of 按可比价格计算，同比增长8.3%
}

// Sign is the direction in which the change claims that the figure went: +1 for
// a rise, −1 for a fall, 0 for 持平 or an amount of zero. A fall is an
// improvement if betterLower, else a rise is. ok is false if the words leave
// the direction open: 是上年的1倍多 or 不到2倍 as a multiple of the year before.
func (c Change) Sign(betterLower bool) (sign int, ok bool) {
	switch {
	case c.Kind == Flat:
		return 0, true
	case c.Kind == TimesOf:
		return side(c.Figure.Range, one)
	case c.Figure.Number == nil:
		return 0, false
	case c.Figure.Number.Sign() == 0 && c.Figure.Hedge == Plain:
		return 0, true
	case c.falls(betterLower):
		return -1, true
	}
	return 1, true
}

// side is where all of i lies: above r, below it, or on it.
func side(i Interval, r *big.Rat) (sign int, ok bool) {
	at := Point(r)
	switch {
	case i.Empty():
		return 0, false
	case !i.CanBeAtMost(at):
		return 1, true
	case !at.CanBeAtMost(i):
		return -1, true
	}
	return 0, i.IsPoint()
}

// falls reports whether the figure went down.
func (c Change) falls(betterLower bool) bool {
	return c.Direction == Down ||
		c.Direction == Improved && betterLower ||
		c.Direction == Worsened && !betterLower
}

// Growth is the interval of the amount with its sign, in base units. What that
// measures is for Kind to say:
//
//   - Rate, LossRate and Times: now/then − 1; −0.255 for 改善25.5% if lower is better,
//     2 for 增长2倍;
//   - InPoints: now − then of two rates; 0.2 for 提高20个百分点;
//   - Amount: now − then; 2770000 元 for 增加277万元;
//   - TimesOf: now/then itself, 2 for 是上年的2倍;
//   - Doubling: the exponent n of now/then = 2ⁿ, see doublings;
//   - Turned: any number;
//   - Flat: 0. Figures that are 持平 print the same digits, which is for the
//     checker to compare: their unrounded difference is not zero.
//
// The range is that of the amount as written: 8.2% is known to half a tenth. An
// amount at most or below some number is no less than zero: 增长不到5% is no fall.
func (c Change) Growth(betterLower bool) Interval {
	switch c.Kind {
	case Flat:
		return Point(new(big.Rat))
	case TimesOf:
		return c.Figure.Range
	}
	amount := c.Figure.Range
	if c.Kind == Doubling {
		amount = c.doublings()
	}
	if c.Figure.Hedge == LessThan || c.Figure.Hedge == AtMost {
		if positive, ok := amount.Meet(Between(Bound{Value: new(big.Rat)}, Bound{})); ok {
			amount = positive
		}
	}
	if c.falls(betterLower) {
		return amount.Neg()
	}
	return amount
}

// A whole number of doublings is said with a word for what is short of it (近一番)
// and one for what is beyond (一番多), so 翻一番 stands for a doubling that was
// reached: a tenth of a 番 less is allowed for rounding, which is 1.87 times, and
// up to half of one more, 2.83 times.
var (
	shortOfDoubling = big.NewRat(1, 10)
	beyondDoubling  = big.NewRat(1, 2)
)

// doublings is the exponents that 翻n番 stands for. With digits after the point n
// is rounded as any other number is.
func (c Change) doublings() Interval {
	n := c.Figure.Number
	if n == nil || !n.IsInt() || c.Figure.Written > 0 || c.Figure.Hedge != Plain && c.Figure.Hedge != Reached {
		return c.Figure.Range
	}
	return Between(
		Bound{Value: exact.Sub(n, shortOfDoubling)},
		Bound{Value: exact.Add(n, beyondDoubling), Open: true})
}
