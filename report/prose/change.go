package prose

import (
	"strings"

	"jianbao/report/diag"
	"jianbao/report/figure"
)

// longestLead is how many characters before a number say that it is a change:
// 比上年同期实际增长.
const longestLead = 16

// changeBeginnings are the characters that begin a change and its base.
const changeBeginnings = "同环比较与和按可扣剔增提上扩回下减降收缩改好恶变升涨跌翻相达是为亏扭转由持"

// changeAt reads the change that q is the amount of: 同比改善13.9%, or with a sign
// +2.3个百分点.
func (r *reading) changeAt(q Quantity) (spokenChange, bool) {
	start, end := q.Start-r.offset, q.End-r.offset
	first := start
	for first > max(0, start-longestLead) && !anyOf(r.sentence[first-1], "，。；：、,;:（(") && !isDigit(r.sentence[first-1]) {
		first--
	}
	tail := ""
	if word, hedge := figure.HedgeBeginning(string(r.sentence[end:min(end+2, len(r.sentence))])); hedge != figure.Odd {
		tail = word
	}
	for ; first <= start; first++ {
		if first < start && !anyOf(r.sentence[first], changeBeginnings) {
			continue
		}
		lead := string(r.sentence[first:start])
		change, problem := figure.ParseChange(lead+string(normalized(r.sentence[start:end]))+tail, r.v.facts.Rounding)
		if problem != nil || change.Verb == "" && !strings.ContainsAny(string(r.sentence[start:start+1]), "+-−－＋") {
			continue
		}
		if change.Kind == figure.Amount && change.Verb == "" || change.Figure.Number == nil {
			continue
		}
		return spokenChange{change, string(r.sentence[max(0, first-longestLead):start]), first}, true
	}
	return spokenChange{}, false
}

// spokenChange is a change with the words before its amount.
type spokenChange struct {
	figure.Change
	lead string
	from int // where it begins in the sentence
}

// onPeriodBefore reports whether the change is on the period before (环比).
func (c spokenChange) onPeriodBefore() bool {
	for _, word := range []string{"环比", "比上月", "较上月", "比上季", "较上季"} {
		if strings.Contains(c.lead, word) {
			return true
		}
	}
	return false
}

// judgeChange holds a change against those of the indicator that the words
// before it name, or else of the one whose figure was told last.
func (r *reading) judgeChange(q Quantity, change spokenChange, words surroundings) judgement {
	given, aspect := func(f *Fact) *figure.Change { return f.YoY }, ".yoy"
	if change.onPeriodBefore() {
		given, aspect = func(f *Fact) *figure.Change { return f.PoP }, ".pop"
	}
	fits := func(f *Fact) bool { return given(f) != nil }
	agree := func(f *Fact) agreement { return agreeOnChange(change.Change, *given(f), f.BetterLower) }
	say := func(f *Fact) (string, string) { return aspect, given(f).Text }
	all := r.candidates(words, fits, agree)
	// What the words add to the name is the change itself.
	plain := func(candidate) bool { return true }
	if len(all) > 0 && all[0].close >= nearby {
		return decide(all, plain, say)
	}
	if r.last != nil && fits(r.last) {
		return decide([]candidate{{fact: r.last, likeness: likeness{score: 1000, close: 1000}, agreement: agree(r.last)}}, plain, say)
	}
	if r.last != nil {
		return judgement{verdict: diag.Unknown}
	}
	return decide(all, plain, say)
}
