package check

import (
	"jianbao/report/diag"
	"jianbao/report/expr"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// outcome is the verdict on a claim, with the two sides of a comparison.
type outcome struct {
	verdict     diag.Verdict
	why         diag.Text // why it is unchecked
	left, right figure.Interval
	difference  figure.Interval // left − right, exact also where both speak of one figure
	hasSides    bool
}

// claim judges whether a claim can be true. The claims of All and Any are
// judged one by one: All is consistent if each can hold, if perhaps not at once.
func (e evaluator) claim(c relation.Claim) outcome {
	switch c := c.(type) {
	case relation.Compare:
		return e.compare(c)
	case relation.All:
		return e.several(c, diag.Inconsistent)
	case relation.Any:
		return e.several(c, diag.Consistent)
	}
	return outcome{verdict: diag.Unchecked}
}

// several judges claims of which one with the deciding verdict settles all; an
// unchecked one leaves the rest open.
func (e evaluator) several(claims []relation.Claim, deciding diag.Verdict) outcome {
	result := outcome{verdict: diag.Consistent}
	if deciding == diag.Consistent {
		result.verdict = diag.Inconsistent
	}
	for _, c := range claims {
		o := e.claim(c)
		switch {
		case o.verdict == deciding:
			return outcome{verdict: deciding}
		case o.verdict == diag.Unchecked && result.verdict != diag.Unchecked:
			result = outcome{verdict: diag.Unchecked, why: o.why}
		}
	}
	return result
}

func (e evaluator) compare(c relation.Compare) outcome {
	x, y := e.read(c.X), e.read(c.Y)
	for _, r := range []reading{x, y} {
		if !r.why.IsZero() {
			return outcome{verdict: diag.Unchecked, why: r.why}
		}
	}
	o := outcome{verdict: diag.Inconsistent, left: x.values, right: y.values, hasSides: true}
	left, right := x.values, y.values
	o.difference = left.Sub(right)
	if overlap(c.X, c.Y) {
		if form, ok := linear(relation.Arith{Op: '-', X: c.X, Y: c.Y}); ok {
			o.difference = e.readLinear(form).values
			left, right = o.difference, figure.Point(zero)
		}
	}
	if possible(c.Op, left, right) {
		o.verdict = diag.Consistent
	}
	return o
}

// slack is where the difference of the printed numbers of a comparison may lie,
// given its outcome, and how far they bear it out.
func (e evaluator) slack(c relation.Compare, o outcome) (slack figure.Interval, ok bool, a agreement) {
	e.printed = true
	x, y := e.read(c.X), e.read(c.Y)
	a = agreementOf(c.Op, o.left, x, y)
	if c.Op == expr.Differ || !x.why.IsZero() || !y.why.IsZero() {
		return slack, false, a
	}
	slack = x.values.Sub(y.values).Sub(o.difference)
	switch c.Op {
	case expr.Less, expr.AtMost:
		slack.Lo = figure.Bound{}
		slack.Hi.Open = slack.Hi.Open || c.Op == expr.Less
	case expr.More, expr.AtLeast:
		slack.Hi = figure.Bound{}
		slack.Lo.Open = slack.Lo.Open || c.Op == expr.More
	}
	return slack, true, a
}

// possible reports whether values of x and y can stand in that order.
func possible(op expr.Op, x, y figure.Interval) bool {
	switch op {
	case expr.Equal:
		return x.CanEqual(y)
	case expr.Differ:
		return x.CanDiffer(y)
	case expr.Less:
		return x.CanBeLess(y)
	case expr.AtMost:
		return x.CanBeAtMost(y)
	case expr.More:
		return y.CanBeLess(x)
	}
	return y.CanBeAtMost(x)
}
