package prose

import (
	"math/big"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// agreement is what a fact makes of a claim about it.
type agreement int

const (
	agrees  agreement = iota
	allows            // true as a bound that says less: 至少20个 of 33个
	strains           // true only by rounding: 突破100亿元 of 100亿元
	differs
	unlike // the units do not compare
	other  // the claim is none about this
)

// agreeOn holds a claimed figure against one of the data (SPEC §2: intervals
// that meet). Of a fact that is itself a bound, only the bound or less is known:
// a claim beyond it repeats something else.
func agreeOn(claim, fact figure.Figure) agreement {
	if !claim.Unit.Like(fact.Unit) {
		return unlike
	}
	toward, known := direction(claim.Hedge), direction(fact.Hedge)
	if toward == 0 && known == 0 { // most are: no need of their values
		if overlap(claim.Range, fact.Range) {
			return agrees
		}
		return differs
	}
	sameNumber := claim.Value().Cmp(fact.Value()) == 0
	switch {
	case known != 0 && toward == -known:
		return differs
	case known != 0 && sameNumber:
		return agrees
	case toward != 0 && !sameNumber && isFar(claim, fact):
		return differs
	case known != 0 && fact.Range.Within(claim.Range):
		return allows
	case known != 0:
		return differs
	case !overlap(claim.Range, fact.Range):
		return differs
	case toward != 0 && !sameNumber:
		return allows
	case fact.Range.Within(claim.Range):
		return agrees
	case toward != 0 && sameNumber && (claim.Hedge == figure.MoreThan || claim.Hedge == figure.LessThan):
		return strains
	}
	return agrees
}

// overlap reports whether two intervals meet in more than the end that two
// neighbours share: 5万 and 6万 are different figures (SPEC §3.4).
func overlap(a, b figure.Interval) bool {
	both, ok := a.Meet(b)
	return ok && (!both.IsPoint() || a.IsPoint() || b.IsPoint())
}

// isFar reports whether a bound is so far from a figure that nobody would say it
// of that: 突破1200万元 of 1200亿元. One is more than twice the other.
func isFar(claim, fact figure.Figure) bool {
	two := big.NewRat(2, 1)
	a, b := new(big.Rat).Abs(claim.Value()), new(big.Rat).Abs(fact.Value())
	return exact.Mul(a, two).Cmp(b) < 0 || exact.Mul(b, two).Cmp(a) < 0
}

// direction is +1 for a figure that is known only to be so much or more, −1 for
// so much or less.
func direction(h figure.Hedge) int {
	switch h {
	case figure.MoreThan, figure.AtLeast:
		return 1
	case figure.LessThan, figure.AtMost:
		return -1
	}
	return 0
}

// rangeAgrees holds a range, 63%～68%, against a figure.
func rangeAgrees(q Quantity, unit figure.Unit, fact figure.Figure) agreement {
	if !unit.Like(fact.Unit) {
		return unlike
	}
	if figure.Closed(unit.ToBase(q.Low), unit.ToBase(q.High)).Meets(fact.Range) {
		return agrees
	}
	return differs
}

// agreeOnChange holds a claimed change against one of the data.
func agreeOnChange(claim, fact figure.Change, betterLower bool) agreement {
	now, known := measure(claim.Kind), measure(fact.Kind)
	switch {
	case now != known && (now == figure.InPoints || known == figure.InPoints) && now != figure.Amount && known != figure.Amount:
		return differs // % for 百分点
	case now != known:
		return unlike
	case now == figure.Amount && !claim.Figure.Unit.Like(fact.Figure.Unit):
		return unlike
	case overlap(grown(claim, betterLower), grown(fact, betterLower)) && sameHedge(claim.Figure, fact.Figure):
		return agrees
	}
	return differs
}

func sameHedge(claim, fact figure.Figure) bool {
	if direction(fact.Hedge) == 0 || claim.Number == nil || fact.Number == nil {
		return true
	}
	return claim.Value().Cmp(fact.Value()) == 0 && direction(claim.Hedge) != -direction(fact.Hedge)
}

// measure is the kind of a change, 倍 and 番 as rates: all tell now/then − 1.
func measure(k figure.ChangeKind) figure.ChangeKind {
	switch k {
	case figure.Times, figure.TimesOf, figure.Doubling:
		return figure.Rate
	}
	return k
}

// grown is what a change claims, as a rate if it can be told as one: 1.2 of
// 是上年的2.2倍.
func grown(c figure.Change, betterLower bool) figure.Interval {
	made := c.Claimed(betterLower)
	if c.Kind == figure.TimesOf || c.Kind == figure.Doubling {
		return made.Shift(big.NewRat(-1, 1))
	}
	return made
}
