package prose

import (
	"slices"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/figure"
)

// pair is two figures of one thing at two times, as a sentence gives them.
type pair struct {
	then, now           figure.Figure
	thenIndex, nowIndex int
	inside              int    // a change that stands between the two: 由33亿元增长12.1%至37亿元; else −1
	verb                string // the words that lead from the one to the other
	base                string // what names the earlier time
}

// shapeAt is a pair by its words alone, without its figures.
func (p *passage) shapeAt(i int) (pair, bool) {
	words, ok := p.gap(i)
	if !ok || i+1 >= len(p.all) {
		return pair{}, false
	}
	base, ok := baseOf(words)
	if !ok {
		return pair{}, false
	}
	made := pair{thenIndex: i, nowIndex: i + 1, inside: -1, base: base}
	if _, isChange := p.changeAt(i + 1); isChange && i+2 < len(p.all) {
		made.inside, made.nowIndex = i+1, i+2
	}
	if words, ok = p.gap(made.nowIndex); !ok {
		return pair{}, false
	}
	made.verb, ok = leadsTo(words, made.inside >= 0)
	return made, ok
}

// fromTo fills in the figures of a pair: 由33亿元增至37亿元; ok is false if they are
// not of one kind.
func (p *passage) fromTo(made pair) (pair, bool) {
	var isNow, isThen bool
	made.now, isNow = p.level(made.nowIndex)
	made.then, isThen = p.levelLike(made.thenIndex, made.nowIndex)
	return made, isNow && isThen
}

// levelLike is the i-th quantity as a figure, in the unit of the j-th if it has
// none of its own: 由40降至29.8微克/立方米.
func (p *passage) levelLike(i, j int) (figure.Figure, bool) {
	q, model := p.all[i], p.all[j]
	if q.Unit != "" || q.Number == nil || model.Unit == "" || q.Kind == Rank {
		f, ok := p.level(i)
		now, _ := p.figureAt(j)
		return f, ok && f.Unit.Like(now.Unit)
	}
	q.Unit = model.Unit
	if q.number.power == 0 {
		q.Number, q.number.power = exact.Mul(q.Number, exact.Power10(model.number.power)), model.number.power
	}
	return q.figureOf(p.rounding)
}

// baseOf are the words behind 由 or 从 that name the earlier time: 上年的.
func baseOf(words string) (base string, ok bool) {
	clause := lastClause(words)
	at := max(strings.LastIndex(clause, "由"), strings.LastIndex(clause, "从"))
	if at < 0 {
		return "", false
	}
	const longestBase = 14
	base = clause[at+len("由"):]
	if first := []rune(base); len(first) > longestBase || len(first) > 0 && anyOf(first[0], "于此来而事业中") {
		return "", false
	}
	return base, true
}

// leadsTo reports whether words lead to what a figure became: 增至, ，提高到2020年的.
// Behind a change 达到 is enough.
func leadsTo(words string, behindChange bool) (verb string, ok bool) {
	const longest = 10
	verb = strings.Trim(words, "，, ")
	if strings.ContainsAny(verb, "，；。、,;") {
		return "", false
	}
	for _, sign := range []string{"盈利", "亏损"} { // 由亏损1.2亿元转为盈利0.35亿元
		verb = strings.TrimSuffix(verb, sign)
	}
	verb, hedges := unhedged(verb)
	reached := slices.Contains(hedges, figure.Reached)
	verb = strings.TrimSuffix(withoutPeriods(strings.TrimSuffix(verb, "的")), "的")
	if len([]rune(verb)) > longest {
		return "", false
	}
	for _, to := range []string{"到", "至", "为", "成"} {
		if rest, found := strings.CutSuffix(verb, to); found {
			return rest, rest != "" || behindChange || to == "到" || to == "至"
		}
	}
	return verb, reached && (behindChange || verb != "")
}

// risingWords and fallingWords say which way a figure went.
var (
	risingWords  = []string{"增", "提高", "提升", "上升", "升", "扩大", "扩", "涨", "发展", "壮大", "攀", "跃", "拓展"}
	fallingWords = []string{"减", "降", "下滑", "回落", "压", "缩", "收窄", "跌", "下调"}
)

// direction is +1 if the words of a pair say that the figure rose, −1 if they
// say that it fell, 0 if they leave it open.
func (made pair) direction() int {
	says := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(made.verb, w) })
	}
	switch {
	case says(fallingWords):
		return -1
	case says(risingWords):
		return 1
	}
	return 0
}

// went judges the direction that a pair states.
func (made pair) went() (statement, bool) {
	s := statement{kind: changeStatement, subject: made.nowIndex, others: []int{made.thenIndex}, verdict: diag.Consistent}
	s.reported, s.derived, s.shown = made.now.Range.In(made.now.Unit), made.then.Range.In(made.now.Unit), made.then.Text
	switch made.direction() {
	case 1:
		if !made.then.Range.CanBeLess(made.now.Range) {
			s.verdict = diag.Inconsistent
			s.message = diag.Say("文中写%s，而%s不大于%s", "the text says %s, but %s is not more than %s", made.verb, made.now, made.then)
		}
	case -1:
		if !made.now.Range.CanBeLess(made.then.Range) {
			s.verdict = diag.Inconsistent
			s.message = diag.Say("文中写%s，而%s不小于%s", "the text says %s, but %s is not less than %s", made.verb, made.now, made.then)
		}
	default:
		return s, false
	}
	return s, true
}
