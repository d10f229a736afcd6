package prose

import (
	"slices"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/figure"
)

// changes are the statements of a sentence about figures that it gives for two
// times.
func (p *passage) changes() []statement {
	var all []statement
	for i := range p.all {
		if made, ok := p.pairs[i]; ok {
			if went, ok := made.went(); ok {
				all = append(all, went)
			}
			for _, k := range p.changesOf(made) {
				if s, ok := p.changed(made, k); ok {
					all = append(all, s)
				}
			}
			continue
		}
		for _, find := range []func(int) (statement, bool){p.onEarlier, p.onEarlierTimes, p.sinceThen, p.byAmountAndRate} {
			if s, ok := find(i); ok {
				all = append(all, s)
			}
		}
		if s, ok := p.impossibleFall(i); ok && !slices.ContainsFunc(all, func(other statement) bool { return other.subject == i }) {
			all = append(all, s)
		}
	}
	return all
}

// mostChanges is how many changes behind a pair may be its own: 增加4亿元、增长12.1%.
const mostChanges = 3

// changesOf are the changes that speak of a pair: those right behind it, and the
// one right before it or inside.
func (p *passage) changesOf(made pair) []int {
	var all []int
	if made.inside >= 0 {
		all = append(all, made.inside)
	} else if before := made.thenIndex - 1; before >= 0 {
		words, _ := p.gap(made.thenIndex)
		if _, ok := p.changeAt(before); ok && strings.Trim(strings.TrimSuffix(words, made.base), "，,（( 由从") == "" {
			all = append(all, before)
		}
	}
	for k := made.nowIndex + 1; k < len(p.all) && k <= made.nowIndex+mostChanges; k++ {
		c, ok := p.changeAt(k)
		if !ok || !p.follows(k, c) || namesBase(c.lead) && hasYear(made.base) {
			break
		}
		all = append(all, k)
	}
	return all
}

// follows reports whether nothing stands between the i-th quantity, a change, and
// the one before that would give it another subject.
func (p *passage) follows(i int, c spokenChange) bool {
	from := p.lead(i)
	if c.from < from {
		return false
	}
	switch strings.Trim(string(p.sentence[from:c.from]), "，,、；（( ") {
	case "", "累计", "共", "共计", "净", "总共", "整体", "总体", "五年累计", "合计":
		return true
	}
	return false
}

// namesBase reports whether the words of a change name what it is against.
func namesBase(lead string) bool {
	for _, word := range []string{"同比", "环比", "上年", "去年", "同期", "上月", "上季", "年初"} {
		if strings.Contains(lead, word) {
			return true
		}
	}
	return false
}

func hasYear(words string) bool {
	i := strings.Index(words, "年")
	return i > 0 && isDigit(rune(words[i-1]))
}

// changed judges the i-th quantity, a change, against the two figures of a pair;
// ok is false if it does not fit them.
func (p *passage) changed(made pair, i int) (statement, bool) {
	c, ok := p.changeAt(i)
	if !ok {
		return statement{}, false
	}
	return judgeChange(made, c.Change, i)
}

// judgeChange judges the i-th quantity, the change c, against a pair by the rules
// of package figure, as package check does those of data.
func judgeChange(made pair, c figure.Change, i int) (statement, bool) {
	s := statement{kind: changeStatement, subject: i, others: []int{made.thenIndex, made.nowIndex}, verdict: diag.Unchecked}
	switch {
	case c.Basis != "":
		s.why = diag.Say("%s，不能由两数反算", "%s: it cannot be reckoned from the two figures", c.Basis)
		return s, true
	case c.Kind == figure.InPoints && !isRate(made.now), c.Kind == figure.Amount && !c.Figure.Unit.Like(made.now.Unit), c.Kind == figure.Flat, c.Kind == figure.Turned:
		return s, false
	case c.ByOneTimesOrMore(false) && c.Direction == figure.Down:
		return fallByTimes(made, c, s), true
	}
	values, ok := c.Made(made.now.Range, made.then.Range)
	if !ok {
		s.why = diag.Say("基数可能为零或为负，没有增长率", "the base can be zero or less: there is no rate of change")
		return s, true
	}
	unit := c.Figure.Unit
	if c.Kind == figure.Doubling {
		unit = figure.Unit{Symbol: "倍"}
	}
	claimed := c.Claimed(false)
	if (c.Direction == figure.Improved || c.Direction == figure.Worsened) && !claimed.Meets(values) {
		claimed = c.Claimed(true) // which way is better the words do not say
	}
	s = s.hold(claimed, values, unit)
	if s.verdict == diag.Inconsistent {
		s.message = diag.Say("文中由%s到%s，不是%s", "from %s to %s is not %s", made.then, made.now, c.Text)
		s.hint = changeHint(made, c)
	}
	return s, true
}

// fallByTimes is the statement that a figure fell by one 倍 or more.
func fallByTimes(made pair, c figure.Change, s statement) statement {
	s.verdict = diag.Inconsistent
	s.message = fallInTimes(c)
	s.hint = changeHint(made, figure.Change{Kind: figure.Rate, Figure: figure.Figure{Unit: figure.Unit{Symbol: "%"}}})
	return s
}

func fallInTimes(c figure.Change) diag.Text {
	return diag.Say("%s：下降不能用倍，降一倍就到零了", "%s: a fall cannot be told in 倍, one 倍 less is nothing left", c.Text)
}

// changeHint says what the two figures of a pair come to, by the numbers as
// printed.
func changeHint(made pair, c figure.Change) diag.Hint {
	points := made.now.Range.Sub(made.then.Range)
	if c.Kind == figure.Rate && isRate(made.now) && c.Figure.Number != nil && points.Meets(c.Claimed(false)) {
		text := figure.Decimal(c.Figure.Number) + "个百分点"
		return diag.Hint{Kind: "percent-for-points", Suggestion: text, Message: diag.Say("两个比率之差是百分点：写作%s", "the difference of two rates is in 百分点: write %s", text)}
	}
	text := spokenGrowth(made.now, made.then, c)
	if text == "" {
		return diag.Hint{}
	}
	if isRate(made.now) && c.Kind != figure.InPoints {
		text += "或" + spokenGrowth(made.now, made.then, figure.Change{Kind: figure.InPoints})
	}
	return diag.Hint{Kind: "computed", Suggestion: text, Message: diag.Say("按两数写作%s", "by the two figures write %s", text)}
}
