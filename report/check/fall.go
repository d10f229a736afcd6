package check

import (
	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// isImpossibleFall reports whether a change is a fall by one 倍 or more: what
// falls by its own amount is at zero already. Only what fell to a loss can do so.
func isImpossibleFall(c *relation.Change, now reading) bool {
	if !c.Said.ByOneTimesOrMore(c.BetterLower) {
		return false
	}
	return !now.why.IsZero() || !now.values.CanBeLess(figure.Point(zero))
}

// impossibleFall reports such a fall, with what the two figures make of it.
func (c *checker) impossibleFall(j Judged) {
	r := j.Relation
	subject := c.subject(r, j.Row)
	j.Verdict = diag.Inconsistent
	f := diag.Finding{Code: diag.FallByTimes, Severity: diag.Error, Check: j.ID, Figure: string(subject.Ref), Place: subject.Place,
		Reported: r.Change.Said.Text, Related: c.related(j, r.Change.Now, r.Change.Then),
		Message: diag.Say("%s写的是%s：下降不能用倍，降一倍就到零了", "%s is given as %s: a fall cannot be told in 倍, one 倍 less is nothing left",
			subject.Name, r.Change.Said.Text)}
	if fall, points, ok := c.fallOf(r.Change); ok {
		f.Derived = fall
		say := diag.Say("按两期数值写作 %s", "by the two figures write %s", fall)
		if points != "" {
			say = diag.Say("按两期数值写作 %s或%s", "by the two figures write %s or %s", fall, points)
		}
		f.Hints = []diag.Hint{{Kind: "fall-by-times", Figure: string(subject.Ref), Suggestion: fall, Message: say}}
	} else {
		f.Hints = []diag.Hint{{Kind: "fall-by-times", Message: diag.Say("写作下降百分之几，或降为上年的几分之几", "say by how many % it fell, or to what fraction")}}
	}
	c.add(j)
	c.find(f)
}

// fallOf is how far a figure fell, in % and for a rate also in 百分点, by the
// numbers as printed.
func (c *checker) fallOf(change *relation.Change) (fall, points string, ok bool) {
	e := evaluator{c: c, printed: true}
	now, then := e.figure(change.Now), e.figure(change.Then)
	if !now.why.IsZero() || !then.why.IsZero() || now.hedged || then.hedged {
		return "", "", false
	}
	x, y := now.values.Lo.Value, then.values.Lo.Value
	if y.Sign() <= 0 || x.Cmp(y) >= 0 {
		return "", "", false
	}
	gap := exact.Sub(y, x)
	percent := exact.Quo(gap, y)
	fall = "下降" + figure.Decimal(figure.Round(exact.Times(100, 1, percent), percentDecimals, c.d.TiesEven)) + "%"
	if change.Now.Unit.Dimension == figure.Ratio && change.Now.Unit.Factor != nil {
		points = "下降" + figure.Decimal(change.Now.Unit.FromBase(gap)) + "个百分点"
	}
	return fall, points, true
}
