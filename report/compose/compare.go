package compose

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// compare sets an indicator beside itself in another period, or beside another
// indicator, by the numbers as printed:
//
//	compare "retail" "prev"     比上年同期增加2.26亿元，增长5.9%
//	compare "tax" "non_tax"     比非税收入多6.24亿元
func (w words) compare(args []value) (value, *problem) {
	texts, ok := textsOf(args)
	if !ok || len(texts) != 2 {
		return nil, wanted("compare")
	}
	now, p := w.observation(args[:1])
	if p != nil {
		return nil, p
	}
	var then *dataset.Observation
	other := w.byID[texts[1]]
	_, notPeriod := period.Parse(texts[1])
	switch {
	case texts[1] != yearEarlier && texts[1] != ofTarget && notPeriod != nil:
		then, p = w.observation(args[1:])
	default:
		other = nil
		then, p = w.observed(now.Indicator, texts[1])
	}
	if p != nil {
		return nil, p
	}
	a, p := w.plain(now)
	if p != nil {
		return nil, p
	}
	b, p := w.plain(then)
	if p != nil {
		return nil, p
	}
	if !a.Unit.Like(b.Unit) {
		return nil, &problem{say: diag.Say("%s和%s的单位不能比较", "the units of %s and %s do not compare", a, b)}
	}
	if other != nil {
		return filled(beside(a, b, other.Name.Value)), nil
	}
	return filled(w.since(a, b, against(now, then), isLower(now))), nil
}

// against is what a period is called beside a later one.
func against(now, then *dataset.Observation) string {
	switch {
	case then.Status == dataset.Target:
		return "目标"
	case then.Period != now.Period.YearEarlier() || now.Period.IsPoint():
		return then.Period.Chinese()
	case now.Period.Months() == 12:
		return "上年"
	}
	return "上年同期"
}

// gapOf is how far two figures are apart, as printed: in the first one's unit,
// 百分点 for rates.
func gapOf(a, b figure.Figure) string {
	difference := new(big.Rat).Sub(a.Value(), b.Value())
	number := figure.Decimal(difference.Abs(a.Unit.FromBase(difference)))
	if a.Unit.Symbol == "%" {
		return number + "个百分点"
	}
	return number + a.Unit.Symbol
}

// beside compares two indicators.
func beside(a, b figure.Figure, name string) string {
	order := a.Value().Cmp(b.Value())
	if order == 0 {
		return "与" + name + "持平"
	}
	more, less := "多", "少"
	if a.Unit.Dimension == figure.Ratio {
		more, less = "高", "低"
	}
	if order < 0 {
		more = less
	}
	return "比" + name + more + gapOf(a, b)
}

// since compares two periods of one indicator. The rate is said only where the
// figures are precise enough for each of its digits, and of no base that is zero
// or less.
func (w words) since(a, b figure.Figure, base string, betterLower bool) string {
	now, then := a.Value(), b.Value()
	if now.Cmp(then) == 0 {
		return "与" + base + "持平"
	}
	if a.Unit.Dimension == figure.Money && (now.Sign() < 0 || then.Sign() < 0) {
		return loss(a, b, base)
	}
	rise, fall := "增加", "减少"
	switch {
	case a.Unit.Dimension != figure.Ratio:
	case betterLower:
		rise, fall = "上升", "下降"
	default:
		rise, fall = "提高", "下降"
	}
	if now.Cmp(then) < 0 {
		rise = fall
	}
	said := "比" + base + rise + gapOf(a, b)
	if a.Unit.Symbol == "%" || then.Sign() <= 0 || now.Sign() < 0 {
		return said
	}
	ratio, ok := a.Range.Quo(b.Range)
	if !ok {
		return said
	}
	one := big.NewRat(1, 1)
	rate, sure := w.sure(new(big.Rat).Sub(new(big.Rat).Quo(now, then), one), ratio.Shift(new(big.Rat).Neg(one)))
	if !sure {
		return said
	}
	return said + "，" + rateVerb(rate.Sign(), betterLower) + figure.Decimal(new(big.Rat).Abs(rate)) + "%"
}

func rateVerb(sign int, betterLower bool) string {
	switch {
	case sign > 0 && betterLower:
		return "恶化"
	case sign > 0:
		return "增长"
	case betterLower:
		return "改善"
	}
	return "下降"
}

// loss compares two figures of which one is a loss.
func loss(a, b figure.Figure, base string) string {
	now, then := a.Value(), b.Value()
	switch {
	case then.Sign() < 0 && now.Sign() >= 0:
		return "比" + base + "扭亏为盈"
	case then.Sign() >= 0:
		return "比" + base + "由盈转亏"
	case now.Cmp(then) < 0:
		return "比" + base + "增亏" + gapOf(a, b)
	}
	return "比" + base + "减亏" + gapOf(a, b)
}

// sure rounds a part of one to tenths of 1%; ok is false if the figures that it is
// reckoned from leave the digits open.
func (c *composer) sure(part *big.Rat, values figure.Interval) (percent *big.Rat, ok bool) {
	percent, values = c.inPercent(part), values.Scale(big.NewRat(100, 1))
	if !values.Bounded() {
		return percent, false
	}
	return percent, figure.Round(values.Lo.Value, 1, c.d.TiesEven).Cmp(percent) == 0 &&
		figure.Round(values.Hi.Value, 1, c.d.TiesEven).Cmp(percent) == 0
}
