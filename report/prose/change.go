package prose

import (
	"slices"
	"strconv"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/pattern"
	"jianbao/report/period"
)

// base is what a change is against.
type base int

// The bases that words name.
const (
	yearEarlier  base = iota // 同比, 比上年, or nothing said
	periodBefore             // 环比, 比上月
	yearsEnd                 // 比年初, 较上年末
	namedYear                // 比1997年
)

var yearNamed = pattern.Of(`[比较]([12]\d{3})年`)

// base is what a change is against, with its year if it names one.
func (c spokenChange) base() (base, int) {
	if m := yearNamed().FindStringSubmatch(c.lead); m != nil {
		year, _ := strconv.Atoi(m[1])
		return namedYear, year
	}
	switch baseWord(c.lead) {
	case "环比":
		return periodBefore, 0
	case "年初":
		return yearsEnd, 0
	}
	return yearEarlier, 0
}

// knownChange is what the data say of a change: as they give it, or as it follows
// from the figure of the earlier period.
type knownChange struct {
	given  *figure.Change
	then   *Fact
	aspect string
}

// changeOf is what is known of a fact's change on a base; ok is false if nothing
// is. A change on a comparable basis does not follow from the figures.
func (f *Fact) changeOf(c spokenChange) (known knownChange, ok bool) {
	if c.then != nil {
		return knownChange{then: c.then}, c.then.of == f.of && c.then != f && f.Figure.Number != nil
	}
	kind, year := c.base()
	if kind == namedYear && year == f.Period.Year()-1 {
		kind = yearEarlier
	}
	var earlier []period.Period
	switch kind {
	case yearEarlier:
		known = knownChange{given: f.YoY, aspect: ".yoy"}
		earlier = []period.Period{f.Period.YearEarlier()}
	case periodBefore:
		known = knownChange{given: f.PoP, aspect: ".pop"}
		earlier = []period.Period{f.Period.Previous()}
	case yearsEnd:
		for _, end := range []string{"-12-31", "-12", ""} {
			if p, err := period.Parse(strconv.Itoa(f.Period.Year()-1) + end); err == nil {
				earlier = append(earlier, p)
			}
		}
	case namedYear:
		p := f.Period
		for back := f.Period.Year() - year; back > 0; back-- {
			p = p.YearEarlier()
		}
		earlier = []period.Period{p}
	}
	// An amount does not follow from a rate, but from the figure of then.
	if known.given != nil && (known.given.Kind == figure.Amount) == (c.Kind == figure.Amount) {
		return known, true
	}
	for _, when := range earlier {
		if known.then = f.of.at(when); known.then != nil && known.then != f && c.Basis == "" && f.Figure.Number != nil {
			known.given = nil
			return known, true
		}
	}
	return known, known.given != nil
}

// at is the fact of exactly that period that has a figure; nil if there is none.
func (s *subject) at(when period.Period) *Fact {
	for _, f := range s.facts {
		if f.Period == when && f.Figure.Number != nil {
			return f
		}
	}
	return nil
}

// agreement holds a claimed change of a fact against what is known of it.
func (k knownChange) agreement(claim figure.Change, f *Fact) agreement {
	if k.given != nil {
		a := agreeOnChange(claim, *k.given, f.BetterLower)
		if a == differs && (claim.Basis != "" && k.given.Basis == "" || isOfGrowth(claim, *k.given, f)) {
			return unlike
		}
		return a
	}
	now, then := f.Figure, k.then.Figure
	if claim.Kind == figure.InPoints && !isRate(now) || claim.Kind == figure.Amount && !claim.Figure.Unit.Like(now.Unit) {
		return unlike
	}
	if claim.ByOneTimesOrMore(f.BetterLower) {
		return differs
	}
	made, ok := claim.Made(now.Range, then.Range)
	switch {
	case !ok:
		return unlike
	case overlap(claim.Claimed(f.BetterLower), made):
		return agrees
	}
	return differs
}

// isOfGrowth reports whether a change in 百分点 is one of the rate at which a figure
// grows, that is no rate itself: 增速提高0.4个百分点. The same number as the rate's is a
// wrong unit.
func isOfGrowth(claim, given figure.Change, f *Fact) bool {
	return claim.Kind == figure.InPoints && given.Kind == figure.Rate && !isRate(f.Figure) &&
		claim.Figure.Number != nil && given.Figure.Number != nil && claim.Figure.Number.Cmp(given.Figure.Number) != 0
}

// text is the change as the data have it, in the measure of a claim.
func (k knownChange) text(claim figure.Change, f *Fact) string {
	if k.given != nil {
		return k.given.Text
	}
	if claim.ByOneTimesOrMore(f.BetterLower) {
		claim.Kind = figure.Rate
	}
	if text := spokenGrowth(f.Figure, k.then.Figure, claim); text != "" {
		return text
	}
	made, _ := claim.Made(f.Figure.Range, k.then.Figure.Range)
	return made.Shown(claim.Figure.Unit)
}

// judgeChange holds a change against those of the indicator that the words
// before it name, or else of the one whose figure was told last.
func (r *reading) judgeChange(i int, change spokenChange, words *surroundings) judgement {
	fits := func(f *Fact) bool { _, ok := f.changeOf(change); return ok }
	agree := func(f *Fact) agreement {
		known, _ := f.changeOf(change)
		return known.agreement(change.Change, f)
	}
	say := func(f *Fact) (string, string) {
		known, _ := f.changeOf(change)
		return known.aspect, known.text(change.Change, f)
	}
	all := r.candidates(words, fits, agree)
	plain := func(c candidate) bool { return r.isTimely(c.fact) && addsNothing(words.noun, nil, c, true) }
	last := r.last
	if last != nil && (r.near || !fits(last)) {
		if f := last.of.in(r.named.when, r.said, fits); f != nil {
			last = f // 而2020年同比改善25.5%
		}
	}
	j := judgement{verdict: diag.Unknown}
	switch {
	case r.strange && len(words.noun) < shortest:
		// 工业投资18.2亿元，增长15.3%: it is of what the data do not have.
	case len(all) > 0 && all[0].close >= nearby:
		j = decide(all, plain, say)
	case last != nil && fits(last):
		whole := contains(words.noun, last.of.name)
		j = decide([]candidate{{fact: last, likeness: likeness{score: 1000, close: 1000, whole: whole}, agreement: agree(last)}}, plain, say)
	case last == nil:
		j = decide(all, plain, say)
	}
	if j.verdict == diag.Contradicted {
		j.hint = otherBase(j.fact, change)
	}
	return j
}

// otherBase says that a change is right, but on another base.
func otherBase(f *Fact, change spokenChange) diag.Hint {
	kind, _ := change.base()
	for _, other := range []struct {
		kind base
		lead string
	}{{yearEarlier, "同比"}, {periodBefore, "环比"}, {yearsEnd, "比年初"}} {
		if other.kind == kind {
			continue
		}
		on := spokenChange{Change: change.Change, lead: other.lead}
		if known, ok := f.changeOf(on); ok && known.agreement(on.Change, f) == agrees {
			return diag.Hint{Kind: "wrong-base", Message: diag.Say("%s是%s的增减", "%s is the change %s", change.Figure.Text, other.lead)}
		}
	}
	return diag.Hint{}
}

// isOnKnownBase reports whether the earlier figure that the i-th quantity is a change of
// is that of a year before the fact, by the data too.
func (r *reading) isOnKnownBase(i int, f *Fact) bool {
	before := f.of.at(f.Period.YearEarlier())
	return before != nil && slices.ContainsFunc(r.stated, func(s statement) bool {
		return s.subject == i && slices.ContainsFunc(s.others, func(k int) bool {
			return k < i && r.judged[k].verdict == diag.Matched && r.judged[k].fact == before
		})
	})
}
