package prose

import (
	"strings"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/pattern"
)

// earlierWords end with what names an earlier figure that follows: 比上年的, 是2016年.
var earlierWords = pattern.Of(`(比|较|是|为|相当于)((上年|去年|上一年|上年同期|去年同期|上月|上季度|年初|上年末|\d{4}年)(同期|末|底)?|原来)的?$`)

// reachedWords lead from a change to what it came to.
var reachedWords = map[string]bool{
	"": true, "至": true, "到": true, "为": true, "目标": true, "目标为": true, "目标值": true, "增至": true, "升至": true, "降至": true, "减至": true, "增加到": true,
	"增长到": true, "提高到": true, "上升到": true, "下降到": true, "减少到": true, "即": true, "总量": true, "实现": true,
}

// reaches reports whether only such words stand before the i-th quantity, with
// 达到 and other hedges among them.
func (p *passage) reaches(i int) bool {
	words, ok := p.gap(i)
	if !ok {
		return false
	}
	words, hedges := unhedged(strings.TrimLeft(words, "，,、 "))
	return reachedWords[words] && (words != "" || len(hedges) > 0)
}

// unhedged is words without the hedges that they end with, and these, the last
// first.
func unhedged(words string) (rest string, hedges []figure.Hedge) {
	for {
		word, hedge := figure.HedgeEnding(words)
		if word == "" {
			return words, hedges
		}
		words, hedges = strings.TrimSuffix(words, word), append(hedges, hedge)
	}
}

// earlierTime is the words that name an earlier time before the i-th quantity, from
// whose figure the sentence reckons: 由2020年的33亿元增至…, 比上年的33亿元增长…. ok is
// false if it is no such figure.
func (p *passage) earlierTime(i int) (words string, ok bool) {
	if made, ok := p.pairs[i]; ok {
		return made.base, true
	}
	words, isNear := p.gap(i)
	if !isNear || i+1 >= len(p.all) {
		return "", false
	}
	words = earlierWords().FindString(words)
	return words, words != ""
}

// onEarlier is a change on a figure that stands before it as its base:
// 37亿元，比上年的33亿元增长12.1%, or with what it came to behind it.
func (p *passage) onEarlier(i int) (statement, bool) {
	words, ok := p.gap(i)
	if !ok || i+1 >= len(p.all) || !earlierWords().MatchString(words) {
		return statement{}, false
	}
	c, ok := p.changeAt(i + 1)
	if !ok || c.from > p.end(i)+2 {
		return statement{}, false
	}
	made := pair{thenIndex: i}
	if made.then, ok = p.level(i); !ok {
		return statement{}, false
	}
	before := strings.TrimLeft(words, "，,、（( ")
	switch {
	case i+2 < len(p.all) && p.reaches(i+2):
		made.nowIndex = i + 2
	case i > 0 && earlierWords().FindString(before) == before:
		made.nowIndex = i - 1
	default:
		return statement{}, false
	}
	if made.now, ok = p.level(made.nowIndex); !ok || !alike(made.now, made.then) {
		return statement{}, false
	}
	return p.changed(made, i+1)
}

// onEarlierTimes is 37亿元，是上年33亿元的1.12倍.
func (p *passage) onEarlierTimes(i int) (statement, bool) {
	words, ok := p.gap(i)
	if !ok || i == 0 || i+1 >= len(p.all) || p.all[i+1].Unit != "倍" {
		return statement{}, false
	}
	before := strings.TrimLeft(words, "，,、（( ")
	if earlierWords().FindString(before) != before || before == "" {
		return statement{}, false
	}
	if of, _ := p.gap(i + 1); !strings.HasPrefix(of, "的") {
		return statement{}, false
	}
	made := pair{thenIndex: i, nowIndex: i - 1}
	var isThen, isNow, isMultiple bool
	made.then, isThen = p.level(i)
	made.now, isNow = p.level(i - 1)
	multiple, isMultiple := p.figureAt(i + 1)
	if !isThen || !isNow || !isMultiple || !alike(made.now, made.then) {
		return statement{}, false
	}
	return judgeChange(made, figure.Change{Text: multiple.Text, Kind: figure.TimesOf, Figure: multiple}, i+1)
}

// between are the words that may stand between an earlier figure and the change
// from it besides periods: ，到2010年要.
var between = strings.NewReplacer("到", "", "至", "", "，", "", ",", "", "力争", "", "将", "", "要", "", "预计", "", "实现", "", "计划", "", " ", "")

// sinceThen is a figure of an earlier time, a change, and what it came to:
// 1980年2500亿元，到2010年翻三番，目标20000亿元.
func (p *passage) sinceThen(i int) (statement, bool) {
	words, ok := p.gap(i)
	if !ok || i+2 >= len(p.all) || !p.reaches(i+2) || !namesPeriod(words) {
		return statement{}, false
	}
	c, ok := p.changeAt(i + 1)
	if !ok || c.from < p.end(i) {
		return statement{}, false
	}
	middle := string(p.sentence[p.end(i):c.from])
	if between.Replace(withoutPeriods(middle)) != "" || c.Kind != figure.Doubling && !namesPeriod(middle) {
		return statement{}, false
	}
	made := pair{thenIndex: i, nowIndex: i + 2}
	var isThen, isNow bool
	made.then, isThen = p.level(i)
	made.now, isNow = p.level(i + 2)
	if !isThen || !isNow || !alike(made.now, made.then) {
		return statement{}, false
	}
	return p.changed(made, i+1)
}

// byAmountAndRate is a figure with the amount and the rate by which it changed:
// 1763万元，比上年增加277万元，增长18.64%. The base is what the amount leaves.
func (p *passage) byAmountAndRate(i int) (statement, bool) {
	if i+2 >= len(p.all) {
		return statement{}, false
	}
	first, ok := p.changeAt(i + 1)
	if !ok || !p.follows(i+1, first) {
		return statement{}, false
	}
	second, ok := p.changeAt(i + 2)
	if !ok || !p.follows(i+2, second) || namesBase(second.lead) && baseWord(first.lead) != baseWord(second.lead) {
		return statement{}, false
	}
	amount, rate, at := first.Change, second.Change, i+2
	if rate.Kind == figure.Amount {
		amount, rate, at = rate, amount, i+1
	}
	now, ok := p.level(i)
	if !ok || amount.Kind != figure.Amount || rate.Kind != figure.Rate && rate.Kind != figure.Times || !amount.Figure.Unit.Like(now.Unit) {
		return statement{}, false
	}
	s := statement{kind: changeStatement, subject: at, others: []int{i, 2*i + 3 - at}, verdict: diag.Unchecked}
	if first.Basis != "" || second.Basis != "" {
		s.why = diag.Say("按可比口径，不能由绝对数反算", "at comparable scope it cannot be reckoned from the figures")
		return s, true
	}
	change := amount.Growth(false)
	then := now.Range.Sub(change)
	made, ok := rate.Made(now.Range, then)
	if !ok {
		s.why = diag.Say("基数可能为零或为负，没有增长率", "the base can be zero or less: there is no rate of change")
		return s, true
	}
	// The same rate as amount by base: now occurs once in each, so that both enclose it.
	if closer, ok := change.Quo(then); ok {
		made, _ = made.Meet(closer)
	}
	if s = s.hold(rate.Claimed(false), made, rate.Figure.Unit); s.verdict == diag.Inconsistent {
		s.message = diag.Say("%s，%s，算来不是%s", "%s with %s is not %s", now, amount.Text, rate.Text)
	}
	return s, true
}

// baseWord is the kind of time that a change is against; empty if it is not said.
func baseWord(lead string) string {
	for _, group := range [][]string{{"环比", "上月", "上季"}, {"年初", "上年末", "年末"}, {"同比", "上年", "去年", "同期"}} {
		for _, word := range group {
			if strings.Contains(lead, word) {
				return group[0]
			}
		}
	}
	return ""
}

// impossibleFall is a fall by one 倍 or more, whatever it fell from, and a fall
// that is said twice over: 下降-3.2%.
func (p *passage) impossibleFall(i int) (statement, bool) {
	c, ok := p.changeAt(i)
	if !ok {
		return statement{}, false
	}
	s := statement{kind: changeStatement, subject: i, verdict: diag.Inconsistent}
	switch {
	case c.Direction == figure.Down && c.ByOneTimesOrMore(false) && !p.speaksOfLoss:
		s.message = fallInTimes(c.Change)
		s.hint = diag.Hint{Kind: "fall-by-times", Message: diag.Say("写作下降百分之几，或降为原来的几分之几", "say by how many % it fell, or to what fraction")}
	case c.Verb == "" && c.Direction == figure.Down && endsWithFall(string(p.sentence[max(0, p.start(i)-len("改善")):p.start(i)])):
		s.message = diag.Say("%s前面已经说了增减，又带负号", "a fall is said twice: in words and by the sign of %s", p.all[i].Text)
		s.hint = diag.Hint{Kind: "sign", Message: diag.Say("去掉负号，或去掉前面的词", "leave out the sign or the word before it")}
	default:
		return statement{}, false
	}
	return s, true
}

// endsWithFall reports whether words end with a verb that a minus sign
// contradicts. 增长-3.2% is how statistics offices tell a fall in tables.
func endsWithFall(words string) bool {
	for _, word := range []string{"改善", "好转", "下降", "减少", "降低", "回落", "下滑", "收窄", "缩小", "恶化"} {
		if strings.HasSuffix(words, word) {
			return true
		}
	}
	return false
}
