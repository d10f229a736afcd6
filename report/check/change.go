package check

import (
	"math/big"

	"jianbao/report/diag"
	"jianbao/report/expr"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// changeFact is a change with its sign, in base units of what its kind compares;
// a doubling stands for the multiple it makes.
func changeFact(c *relation.Change) fact {
	f := fact{figure: c.Said.Figure, number: new(big.Rat), values: c.Said.Claimed(c.BetterLower)}
	if v := c.Said.Figure.Value(); v != nil {
		f.number.Set(v)
	}
	if sign, ok := c.Said.Sign(c.BetterLower); ok && sign < 0 && c.Said.Kind != figure.TimesOf {
		f.number.Neg(f.number)
	}
	if c.Said.Kind == figure.Doubling {
		f.number = figure.PowersOf2(figure.Point(f.number)).Lo.Value
	}
	return f
}

// judgeChange judges a change against the two figures. If the earlier one was
// not given, its range is derived.
func (c *checker) judgeChange(r *relation.Relation) {
	j := Judged{ID: r.ID, Relation: r}
	e := evaluator{c: c}
	now, then := e.figure(r.Change.Now), e.figure(r.Change.Then)
	switch {
	case isImpossibleFall(r.Change, now):
		c.impossibleFall(j)
		return
	case !now.why.IsZero():
		c.add(j.unchecked(now.why))
		return
	case !c.given(r.Change.Then.Ref) && c.defined[r.Change.Then.Ref] == nil:
		c.deriveBase(j, now.values)
		return
	case !then.why.IsZero():
		c.add(j.unchecked(then.why))
		return
	}
	if isRelative(r.Change.Said.Kind) {
		if why := badBase(then.values); !why.IsZero() {
			c.add(j.unchecked(why))
			return
		}
	}
	switch r.Change.Said.Kind {
	case figure.Flat:
		c.judgeFlat(j, now, then)
		return
	case figure.LossRate:
		if !then.values.Within(losses) {
			c.add(j.unchecked(diag.Say("基期不是亏损，没有增亏、减亏的比率", "the base is no loss: there is no rate of a loss")))
			return
		}
	}
	c.compare(j)
}

// losses are the numbers below zero.
var losses = figure.Between(figure.Bound{}, figure.Bound{Value: zero, Open: true})

// isRelative reports whether a change is measured by its base.
func isRelative(k figure.ChangeKind) bool {
	return k == figure.Rate || k == figure.Times || k == figure.TimesOf || k == figure.Doubling
}

// judgeFlat judges 持平: both figures show the same number.
func (c *checker) judgeFlat(j Judged, now, then reading) {
	j.Verdict, j.Reported, j.Derived = diag.Consistent, now.values, then.values
	j.Unit, j.HasSides = j.Relation.Change.Now.Unit, true
	a, okA := c.facts[j.Relation.Change.Now.Ref]
	b, okB := c.facts[j.Relation.Change.Then.Ref]
	if okA && okB && !agree(a.figure, b.figure) || !now.values.Meets(then.values) {
		j.Verdict = diag.Inconsistent
	}
	e := evaluator{c: c, printed: true}
	j.agreement = agreementOf(expr.Equal, now.values, e.figure(j.Relation.Change.Now), e.figure(j.Relation.Change.Then))
	c.add(j)
	if j.Verdict == diag.Inconsistent {
		c.findBroken(j)
	}
}

// deriveBase works out what the earlier figure must have been. It is shown to
// the decimals of the current one, rounded outward.
func (c *checker) deriveBase(j Judged, now figure.Interval) {
	change := j.Relation.Change
	then, ok := base(change, c.facts[c.subject(j.Relation, j.Row).Ref].values, now)
	missing := diag.Say("%s没有给出", "%s is not given", change.Then.Name)
	if !ok {
		c.add(j.unchecked(missing))
		return
	}
	unit, decimals := change.Then.Unit, 0
	if known, given := c.facts[change.Now.Ref]; given {
		decimals = known.figure.Written
	} else if v := c.computed[change.Now.Ref]; v != nil {
		decimals = v.figure.Written
	}
	shown := then.Per(unit).Outward(decimals)
	// The period is said even if it is the file's own: two stand beside each other.
	o := j.Relation.Given[0]
	from := o.Indicator.Name.Value + "（" + o.Period.Chinese() + "）"
	c.derive(change.Then, shown, diag.Say("按%s的%s推算", "from %[2]s of %[1]s", from, change.Said.Words(change.BetterLower)))
	c.add(j.unchecked(diag.Say("%s，推算为%s", "%s; it follows to be %s", missing, shown.Span(unit))))
}

// base is the earlier figure by the change and the current one.
func base(c *relation.Change, amount, now figure.Interval) (then figure.Interval, ok bool) {
	switch c.Said.Kind {
	case figure.Flat:
		return now, true
	case figure.InPoints, figure.Amount:
		return now.Sub(amount), true
	case figure.Rate, figure.Times, figure.LossRate:
		amount = amount.Shift(one)
	}
	if !badBase(amount).IsZero() {
		return figure.Interval{}, false
	}
	return now.Quo(amount)
}
