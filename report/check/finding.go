package check

import (
	"jianbao/report/diag"
	"jianbao/report/expr"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// finding says that a relation does not hold: what was written, what the others
// make of it, the difference, and every place that takes part.
func (c *checker) finding(j Judged) diag.Finding {
	r := j.Relation
	f := diag.Finding{Code: r.Code, Severity: diag.Error, Check: j.ID, Place: r.Place}
	if r.Subject != nil {
		subject := c.subject(r, j.Row)
		f.Figure = string(subject.Ref)
		if subject.Place.Line > 0 {
			f.Place = subject.Place
		}
	}
	f.Related = c.related(j, comparedTerms(r)...)
	if r.Written != "" && (f.Place.File != r.Place.File || f.Place.Line != r.Place.Line) {
		f.Related = append(f.Related, diag.Related{Place: r.Place, Note: diag.Say("依据：%s", "by %s", r.Written)})
	}
	compared, ok := r.Claim.(relation.Compare)
	if !ok {
		f.Message = brokenRule(r)
		if r.Change != nil {
			f.Message = c.turnMessage(j)
		}
		return f
	}
	reported, derived := c.show(j, compared.X, j.Reported), c.show(j, compared.Y, j.Derived)
	f.Reported, f.Derived = reported.text, derived.text
	signed, size, exact := difference(reported, derived, j.Unit)
	f.Difference = signed
	f.Message = c.message(j, reported.text, derived.text, apart(size, exact))
	if hint, ok := c.otherDirection(j); ok {
		f.Hints = append(f.Hints, hint)
	}
	return f
}

// message is the sentence for each kind of relation.
func (c *checker) message(j Judged, reported, derived string, apart diag.Text) diag.Text {
	r := j.Relation
	name := c.subject(r, j.Row).Name
	switch r.Kind {
	case relation.TotalKind:
		return diag.Say("%s写的是%s，按表中各行为%s，%s", "%s is given as %s, but the rows make it %s: %s", name, reported, derived, apart)
	case relation.CountKind:
		return diag.Say("%s写的是%s，表中实有%s行，%s", "%s is given as %s, but the table has %s such rows: %s", name, reported, derived, apart)
	case relation.OfKind:
		whole := r.Claim.(relation.Compare).Y.(relation.Figure).Name
		return diag.Say("%s写的是%s，超过了它所属的%s（%s），%s", "%s is given as %s, more than the whole it is part of, %s (%s): %s",
			name, reported, whole, derived, apart)
	case relation.ShareKind:
		return diag.Say("%s写的是%s，按部分与总体计算为%s，%s", "%s is given as %s, but part and whole make it %s: %s", name, reported, derived, apart)
	case relation.NamesKind:
		return diag.Say("%s写的是%s，列出的名称是%s", "%s is given as %s, but the names listed are %s", name, reported, derived)
	case relation.CumulativeKind:
		return c.cumulativeMessage(j, reported, derived, apart)
	case relation.YoYKind, relation.PoPKind:
		return c.changeMessage(j, reported, derived, apart)
	case relation.RuleKind:
		return ruleMessage(j, reported, derived, apart)
	}
	return diag.Say("%s写的是%s，按公式 %s 为%s，%s", "%s is given as %s, but by %s it is %s: %s", name, reported, r.Written, derived, apart)
}

func (c *checker) changeMessage(j Judged, reported, derived string, apart diag.Text) diag.Text {
	change := j.Relation.Change
	now, then := c.figureText(change.Now), c.figureText(change.Then)
	if change.Said.Kind == figure.Flat {
		return diag.Say("%s写的是%s，两期数值却是%s与%s", "%s is given as %s, but the two figures are %s and %s",
			c.subject(j.Relation, j.Row).Name, change.Said.Text, now, then)
	}
	return diag.Say("%s写的是%s，按本期%s与基期%s计算为%s，%s", "%s is given as %s, but %s now and %s then make it %s: %s",
		c.subject(j.Relation, j.Row).Name, reported, now, then, derived, apart)
}

// figureText is a figure as written, or the range of one that was computed.
func (c *checker) figureText(f relation.Figure) string {
	if known, ok := c.facts[f.Ref]; ok {
		return known.figure.String()
	}
	if v, ok := c.computed[f.Ref]; ok && v.why.IsZero() {
		return v.figure.String()
	}
	return ""
}

// ruleMessage names the figure that a rule is about; where there is none, both
// sides.
func ruleMessage(j Judged, reported, derived string, apart diag.Text) diag.Text {
	r := j.Relation
	order := wanted[r.Claim.(relation.Compare).Op]
	if subject, ok := r.Subject.(relation.Figure); ok {
		return diag.Say("%s：%s为%s，应%s%s，%s", "%s: %s is %s, which should be %s %s: %s",
			brokenRule(r), subject.Name, reported, order, derived, apart)
	}
	return diag.Say("%s：左边为%s，应%s右边的%s，%s", "%s: the left side is %s, which should be %s the right side, %s: %s",
		brokenRule(r), reported, order, derived, apart)
}

// brokenRule is what a rule says of itself, with its expression.
func brokenRule(r *relation.Relation) diag.Text {
	if r.Say == "" {
		return diag.Say("规则 %s 不成立（%s）", "rule %s does not hold (%s)", r.ID, r.Written)
	}
	return diag.Say("“%s”不成立（%s）", "“%s” does not hold (%s)", r.Say, r.Written)
}

// wanted names the comparisons.
var wanted = map[expr.Op]diag.Text{
	expr.Equal:   diag.Say("等于", "equal to"),
	expr.Differ:  diag.Say("不等于", "different from"),
	expr.Less:    diag.Say("小于", "less than"),
	expr.AtMost:  diag.Say("不大于", "at most"),
	expr.More:    diag.Say("大于", "more than"),
	expr.AtLeast: diag.Say("不小于", "at least"),
}

// comparedTerms are both sides of every comparison of a relation.
func comparedTerms(r *relation.Relation) []relation.Term {
	var terms []relation.Term
	for _, c := range relation.Comparisons(r.Claim) {
		terms = append(terms, c.X, c.Y)
	}
	return terms
}

// duplicateFinding says that a figure was given twice, differently.
func (c *checker) duplicateFinding(j Judged, known fact) diag.Finding {
	r := j.Relation
	subject := c.subject(r, j.Row)
	f := diag.Finding{
		Code: r.Code, Severity: diag.Error, Check: j.ID, Figure: string(subject.Ref), Place: r.Place,
		Message:  diag.Say("%s%s", "%s: %s", subject.Name, known.clash),
		Reported: known.given[len(known.given)-1].String(),
		Derived:  known.given[0].String(),
	}
	last, first := known.given[len(known.given)-1], known.given[0]
	f.Difference, _, _ = difference(shownSide{values: last.Range, point: last.Value()}, shownSide{values: first.Range, point: first.Value()}, last.Unit)
	for _, o := range r.Given {
		if o.Place != r.Place {
			f.Related = append(f.Related, diag.Related{Place: o.Place, Figure: string(o.Ref()),
				Note: diag.Say("这里写的是%s", "it is %s here", o.Figure)})
		}
	}
	return f
}

// digitsFinding says that a figure has more digits than are known of it.
func (c *checker) digitsFinding(j Judged) diag.Finding {
	r := j.Relation
	subject := c.subject(r, j.Row)
	decimals := r.Stated.Precision.Decimals
	fitting := figure.Format(r.Stated.Number, decimals, c.d.TiesEven)
	return diag.Finding{
		Code: r.Code, Severity: diag.Error, Check: j.ID, Figure: string(subject.Ref), Place: r.Place,
		Message: diag.Say("%s写的是%s，位数多于 decimals: %d 所说", "%s is given as %s, with more digits than decimals: %d says",
			subject.Name, r.Stated, decimals),
		Reported: r.Stated.String(),
		Hints: []diag.Hint{{Kind: "excess-digits", Figure: string(subject.Ref), Suggestion: fitting,
			Message: diag.Say("写作%s，或改 decimals", "write %s, or change decimals", fitting+r.Stated.Unit.Symbol)}},
	}
}

// noWholeNumber says that no number of things can be the given share.
func (c *checker) noWholeNumber(j Judged, part relation.Figure, v *computation) diag.Finding {
	r := j.Relation
	share := r.Given[0].Indicator.Share
	around := part.Unit.Shown(v.point)
	return diag.Finding{
		Code: r.Code, Severity: diag.Error, Check: j.ID, Figure: string(relation.ShareRef(r.Given[0])), Place: share.Place,
		Message: diag.Say("%s占比写的是%s，没有整数符合：应在%s左右", "the share of %s is given as %s, which no whole number fits: it would be about %s",
			part.Name, share.Figure, around),
		Reported: share.Figure.String(),
		Derived:  around,
		Related:  c.related(j, r.Formula),
	}
}
