package prose

import (
	"math/big"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// spokenGrowth is what going from then to now comes to in the measure of c, by the
// numbers as printed: 增长12.1%. It is empty if a number is hedged, or there is no
// such measure.
func spokenGrowth(now, then figure.Figure, c figure.Change) string {
	if isHedged(now) || isHedged(then) {
		return ""
	}
	made, ok := c.Made(figure.Point(now.Value()), figure.Point(then.Value()))
	if !ok {
		return ""
	}
	const mostDecimals = 2
	value, decimals, unit := made.Lo.Value, min(mostDecimals, max(1, c.Figure.Written)), "%"
	switch c.Kind {
	case figure.InPoints:
		value, decimals, unit = exact.Mul(value, exact.Power10(2)), min(mostDecimals, max(now.Written, then.Written)), "个百分点"
	case figure.Amount:
		value, decimals, unit = now.Unit.FromBase(value), max(now.Written, then.Written), now.Unit.Symbol
	case figure.TimesOf, figure.Doubling:
		return "是原来的" + figure.Decimal(figure.Round(value, decimals, false)) + "倍"
	case figure.Times:
		unit = "倍"
	default:
		value = exact.Mul(value, exact.Power10(2))
	}
	value = figure.Round(value, decimals, false)
	verb := "增长"
	switch c.Kind {
	case figure.InPoints:
		verb = "提高"
	case figure.Amount:
		verb = "增加"
	}
	switch value.Sign() {
	case 0:
		return "持平"
	case -1:
		verb = "下降"
		value = new(big.Rat).Neg(value)
	}
	return verb + figure.Decimal(value) + unit
}

// isHedged reports whether a figure is said to be more, less or about its number.
func isHedged(f figure.Figure) bool {
	return f.Number == nil || f.Hedge != figure.Plain && f.Hedge != figure.Reached
}
