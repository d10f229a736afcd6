package relation

import (
	"math/big"
	"sort"
	"strings"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// measure is what a term measures: a product of powers of dimensions, as 元/人.
//
// A literal measures nothing of its own: beside a figure with a unit it counts
// in that figure's printed unit (`project_invest >= 300` is 300亿元 where the
// figure is in 亿元); beside a plain number or a percentage it is that number.
// A count of rows measures whatever is counted.
type measure struct {
	literal bool
	counted bool
	unit    figure.Unit              // in which it is printed; zero for a plain number and a compound
	powers  map[figure.Dimension]int // without zeros; empty for a ratio
	points  bool                     // 百分点, or the difference of two ratios, which counts as both
	ratio   bool                     // false for what is printed in 百分点
	base    *big.Rat                 // what the term's 1 is in base units of the dimensions; nil is 1
}

var (
	literalMeasure = measure{literal: true, ratio: true}
	ratioMeasure   = measure{ratio: true}
	countMeasure   = measure{counted: true, ratio: true, powers: map[figure.Dimension]int{figure.Counts: 1}}
)

// measureOf is the measure of a figure printed in a unit. A unit such as
// 万元/亩 is taken apart, so that it is held against a quotient of 万元 and 亩.
func measureOf(u figure.Unit) measure {
	switch u.Dimension {
	case figure.Ratio:
		return measure{unit: u, ratio: true}
	case figure.Points:
		return measure{unit: u, points: true}
	}
	m := measure{unit: u, ratio: true, powers: map[figure.Dimension]int{}}
	above, below, isQuotient := strings.Cut(string(u.Dimension), "/")
	if !isQuotient {
		m.powers[u.Dimension] = 1
		return m
	}
	m.powers[figure.Dimension(above)]++
	if per, err := figure.ParseUnit(below); err == nil {
		m.powers[per.Dimension]--
		if per.Factor != nil {
			m.base = new(big.Rat).Inv(per.Factor)
		}
	}
	return m.tidied()
}

func (m measure) tidied() measure {
	for d, power := range m.powers {
		if power == 0 {
			delete(m.powers, d)
		}
	}
	return m
}

// isRatio reports whether it is a plain number or a percentage.
func (m measure) isRatio() bool { return len(m.powers) == 0 && m.ratio && !m.literal }

// isCompound reports whether it has dimensions but no unit of its own.
func (m measure) isCompound() bool {
	return !m.counted && len(m.powers) > 0 && m.unit.Dimension == figure.Ratio
}

// alike reports whether two measures can be compared. What is counted may be
// left out of a quotient's unit, as usage has it: 人均收入 in 元, not 元/人.
func (m measure) alike(n measure) bool {
	switch {
	case m.literal || n.literal:
		return true
	case m.counted || n.counted:
		return countable(m) && countable(n)
	case m.isCompound() || n.isCompound():
		return sameKeys(uncounted(m.powers), uncounted(n.powers))
	case len(m.powers) == 0 && len(n.powers) == 0:
		return m.ratio && n.ratio || m.points && n.points
	}
	return m.unit.Like(n.unit) || len(m.powers) > 0 && sameKeys(m.powers, n.powers)
}

// countable reports whether a number of rows can be held against it.
func countable(m measure) bool {
	if m.counted || m.literal || m.isRatio() && m.unit.Like(figure.Unit{Symbol: "个", Dimension: figure.Counts}) {
		return true
	}
	return m.unit.Counting() || unknownDimension(m.unit.Dimension)
}

// unknownDimension reports whether a unit is of its own kind, such as 个水厂:
// rows of a table may be just that.
func unknownDimension(d figure.Dimension) bool {
	switch d {
	case figure.Ratio, figure.Points, figure.Money, figure.Length, figure.Area, figure.Volume, figure.Mass,
		figure.Energy, figure.Power, figure.Time, figure.Months, figure.Fan:
		return false
	}
	return !strings.Contains(string(d), "/")
}

func uncounted(powers map[figure.Dimension]int) map[figure.Dimension]int {
	rest := map[figure.Dimension]int{}
	for d, power := range powers {
		if !(figure.Unit{Dimension: d}).Counting() {
			rest[d] = power
		}
	}
	return rest
}

func sameKeys(a, b map[figure.Dimension]int) bool {
	if len(a) != len(b) {
		return false
	}
	for d, power := range a {
		if b[d] != power {
			return false
		}
	}
	return true
}

// times is the measure of a product, or with sign −1 of a quotient.
func (m measure) times(n measure, sign int) measure {
	switch {
	case m.literal && n.literal:
		return literalMeasure
	case len(n.powers) == 0: // a plain number changes how much, not of what
		if m.literal {
			return ratioMeasure
		}
		return measure{unit: m.unit, powers: m.powers, points: m.points, ratio: m.ratio, counted: m.counted, base: m.base}
	case len(m.powers) == 0 && sign > 0:
		return measure{unit: n.unit, powers: n.powers, ratio: true, counted: n.counted, base: n.base}
	}
	product := measure{ratio: true, powers: map[figure.Dimension]int{}}
	for d, power := range m.powers {
		product.powers[d] += power
	}
	for d, power := range n.powers {
		product.powers[d] += sign * power
	}
	a, b := m.inBase(), n.inBase()
	if sign < 0 {
		b = new(big.Rat).Inv(b)
	}
	product.base = exact.Mul(a, b)
	return product.tidied()
}

var one = big.NewRat(1, 1)

func (m measure) inBase() *big.Rat {
	if m.base == nil {
		return one
	}
	return m.base
}

// symbol is the unit as messages name it.
func (m measure) symbol() string {
	if m.unit.Symbol != "" {
		return m.unit.Symbol
	}
	var above, below []string
	for d, power := range m.powers {
		for ; power > 0; power-- {
			above = append(above, string(d))
		}
		for ; power < 0; power++ {
			below = append(below, string(d))
		}
	}
	sort.Strings(above)
	sort.Strings(below)
	switch {
	case len(below) == 0:
		return strings.Join(above, "·")
	case len(above) == 0:
		return "1/" + strings.Join(below, "/")
	}
	return strings.Join(above, "·") + "/" + strings.Join(below, "/")
}

// printed is the unit in which a value of this measure is printed where the
// data do not say: that of the figures it came from, else the compound's own.
func (m measure) printed() figure.Unit {
	if m.unit.Symbol != "" {
		return m.unit
	}
	if m.counted {
		return figure.Unit{Symbol: "个", Dimension: figure.Counts}
	}
	if u, err := figure.ParseUnit(m.symbol()); err == nil {
		return u
	}
	return figure.Unit{}
}
