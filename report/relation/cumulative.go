package relation

import (
	"math/big"
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// cumulative adds that a figure of a longer period is the sum of those of the
// shorter ones that make it up: 1-5月 and 6月, quarters, halves, years. It holds
// of flows only, see isFlow. Targets take no part: those of a year are seldom
// meant to add up to the one of the plan.
func (b *binder) cumulative(i *dataset.Indicator, figures [][]*dataset.Observation) {
	if i.Flow == dataset.IsNoFlow || i.Flow == dataset.FlowNotSaid && !b.mayFlow(i) {
		return
	}
	results := map[period.Period]*dataset.Observation{}
	var observed []period.Period
	for _, same := range figures {
		if o := firstGiven(same); o.Status != dataset.Target {
			results[o.Period] = o
			observed = append(observed, o.Period)
		}
	}
	var sums []periodSum
	for _, whole := range observed {
		for _, tiling := range period.Tilings(whole, observed) {
			if s, ok := b.periodSum(results, whole, tiling); ok {
				sums = append(sums, s)
			}
		}
	}
	if i.Flow == dataset.FlowNotSaid && !bornOut(sums) {
		return
	}
	for _, s := range sums {
		r := Relation{ID: id(s.whole, CumulativeKind), Kind: CumulativeKind, Code: diag.PeriodSum,
			Subject: b.observed(s.whole), Place: s.whole.Place, Given: append([]*dataset.Observation{s.whole}, s.parts...)}
		sum := Apply{Func: Sum}
		for _, part := range s.parts {
			sum.Args = append(sum.Args, b.observed(part))
		}
		r.Claim = Compare{Op: expr.Equal, X: r.Subject, Y: sum, Unit: b.unit(s.whole)}
		b.add(r)
	}
}

// periodSum is a figure and those it should be the sum of.
type periodSum struct {
	whole *dataset.Observation
	parts []*dataset.Observation
}

// periodSum finds the figures of a tiling. ok is false if they do not measure
// the same.
func (b *binder) periodSum(results map[period.Period]*dataset.Observation, whole period.Period, tiling []period.Period) (s periodSum, ok bool) {
	s.whole = results[whole]
	for _, p := range tiling {
		part := results[p]
		if !b.measureOf(s.whole).alike(b.measureOf(part)) {
			return s, false
		}
		s.parts = append(s.parts, part)
	}
	return s, true
}

// mayFlow reports whether an indicator's figures may be flows, which add up over
// time, where the file does not say. It must be certain, since a level that is
// added up would raise a false alarm:
//
//   - the unit is one of flows: 万元 and 亿元, tons, energy, visits (人次). What is
//     given in 元 is mostly a price or per head; things and persons, lengths and
//     areas are counted at a date as often as over a period;
//   - neither name nor note speaks of a level, an average or a plan (余额, 人均);
//   - no figure is of a day;
//   - and the figures bear it out, see bornOut.
func (b *binder) mayFlow(i *dataset.Indicator) bool {
	if len(i.Observations) < 3 || speaksOfLevel(i.Name.Value) {
		return false
	}
	for _, o := range i.Observations {
		if !flowUnit(b.unit(o)) || o.Period.IsPoint() || speaksOfLevel(o.Note.Value) && !saysComparable(o.Note.Value) {
			return false
		}
	}
	return true
}

// bornOut reports whether figures are those of a flow. A level of a half-year is
// that of its second quarter, and an average lies between those of its parts, so
// both lie within the range of the parts. Of a flow some figure lies outside and
// is the sum, or none lies within. All must be given, and be firm to the same
// degree.
func bornOut(sums []periodSum) bool {
	added, within := false, false
	for _, s := range sums {
		total, hull := figure.Point(new(big.Rat)), s.parts[0].Figure.Range
		for _, part := range s.parts {
			if part.Figure.Absent != figure.Present || part.Status != s.whole.Status {
				return false
			}
			total, hull = total.Add(part.Figure.Range), hull.Hull(part.Figure.Range)
		}
		if s.whole.Figure.Absent != figure.Present {
			return false
		}
		adds, inside := total.Meets(s.whole.Figure.Range), hull.Meets(s.whole.Figure.Range)
		added = added || adds && !inside
		within = within || inside && !adds
	}
	return added || !within
}

var tenThousand = big.NewRat(10000, 1)

// flowUnit reports whether a unit is one of flows.
func flowUnit(u figure.Unit) bool {
	switch u.Dimension {
	case figure.Money:
		return u.Factor != nil && u.Factor.Cmp(tenThousand) >= 0
	case figure.Mass:
		return u.Factor == nil || u.Factor.Cmp(one) >= 0
	case figure.Energy:
		return true
	}
	return strings.HasSuffix(string(u.Dimension), "人次")
}

// levelWords are words of names and notes for what there is at a date, for
// averages and prices, and for what is meant to be. 资产 is not among them: most
// of all it stands in 固定资产投资.
var levelWords = strings.Fields("余额 存款 贷款 结余 结存 库存 存量 保有 储量 储备 总资产 净资产 资产总 负债 债务 权益 市值 估值 资本 " +
	"能力 产能 容量 水平 标准 期末 年末 月末 季末 均 价 工资 薪 额度 限额 上限 下限 最高 最低 在建 计划 目标 预计")

func speaksOfLevel(text string) bool {
	return strings.HasSuffix(text, "规模") || slices.ContainsFunc(levelWords, func(word string) bool { return strings.Contains(text, word) })
}
