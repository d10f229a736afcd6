package prose

import (
	"slices"
	"strings"
)

// Bounds on the words that are looked at around one claim.
const (
	longestNear = 60
	longestFar  = 160
)

// around are the words that belong to the i-th claim: from the claim or the mark
// before it to the mark or the claim behind it.
func (r *reading) around(i int) *surroundings {
	q := r.all[i]
	start, end := r.start(i), r.end(i)
	elsewhere := q.Kind != Rank && r.isElsewhere(start)
	if made, ok := r.apportioned(i); ok {
		return &surroundings{
			near: stretchOf(append(plainText(made.own), '|')), before: stretchOf(plainText(made.last)), noun: plainText(made.own),
			share: q.Unit == "%" && strings.Contains(made.lead, "占"), elsewhere: elsewhere,
		}
	}
	clause, behind := r.clauseStart(i), r.clauseEnd(i)
	// The clause before, a heading among them (生产总值：256亿元), or the part of this one
	// before the claim before.
	before := clause
	for before > 0 && anyOf(r.sentence[before-1], "，、,：:") {
		before--
	}
	for before > max(0, clause-longestNear) && !anyOf(r.sentence[before-1], "，；：,;:") {
		before--
	}
	phrase := plainText(r.sentence[clause:start])
	if then, ok := r.became[i]; ok {
		// 优良率从69.9%提高到79.6%: what it was tells what it is.
		words, _ := r.gap(then)
		words = lastClause(words)
		phrase = plainText([]rune(words[:max(0, strings.LastIndex(words, "由"), strings.LastIndex(words, "从"))]))
	}
	after := plainText(r.sentence[end:behind])
	near := append(slices.Clone(phrase), '|')
	near = append(near, after...)
	called := r.called(phrase)
	return &surroundings{
		called:    called,
		noun:      plainText([]rune(changeWords.Replace(string(withoutMeasure(called))))),
		after:     nameBehind(after),
		regions:   r.v.facts.Regions,
		nameless:  r.nameless,
		part:      strings.HasPrefix(string(phrase), "其中"),
		share:     q.Unit == "%" && slices.Contains(phrase, '占'),
		short:     r.shortName(phrase, r.sentence[:clause]),
		elsewhere: elsewhere,
		near:      stretchOf(near),
		before:    stretchOf(plainText(r.sentence[before:clause])),
		far:       stretchOf(plainText(r.sentence[max(0, before-longestFar):before])),
	}
}

// clauseStart is where the words begin that stand before the i-th claim and are
// its own: at a mark, or behind the claim before it.
func (r *reading) clauseStart(i int) int {
	start, from := r.start(i), r.lead(i)
	clause := start
	for clause > max(from, start-longestNear) && !anyOf(r.sentence[clause-1], "，；：,;:") {
		clause--
	}
	if clause == from && i > 0 {
		// 33家高新技术企业、34家…: what stands before the mark is the other claim's.
		for k := clause; k < start; k++ {
			if r.sentence[k] == '、' {
				return k + 1
			}
		}
	}
	return clause
}

// clauseEnd is where the words end that stand behind the i-th claim and are its
// own: at a mark, or before the next claim. A list of single characters is one
// word: 60个省、市、区重点项目.
func (r *reading) clauseEnd(i int) int {
	end, to := r.end(i), len(r.sentence)
	if i+1 < len(r.all) {
		to = r.start(i + 1)
	}
	behind, mark := end, end
	for ; behind < min(to, end+longestNear) && !anyOf(r.sentence[behind], "，；：,;:（("); behind++ {
		if r.sentence[behind] != '、' {
			continue
		}
		if behind-mark != 1 {
			break
		}
		mark = behind + 1
	}
	return behind
}

// nameBehind is what may be the end of a name: 重点项目 of 60个重点项目中.
func nameBehind(after []rune) []rune {
	for _, word := range []string{"中", "里", "之中"} {
		if endsAt(after, len(after), word) {
			after = after[:len(after)-len([]rune(word))]
		}
	}
	if len(after) < telling {
		return nil
	}
	return after
}

// isNameless reports whether a sentence names nothing besides its figures, or
// nothing but a part of the name of the only indicator there is.
func (r *reading) isNameless() bool {
	if r.v.only == nil {
		return false
	}
	for i := 0; i <= len(r.all); i++ {
		to := len(r.sentence)
		if i < len(r.all) {
			to = r.start(i)
		}
		words := string(r.sentence[r.lead(i):to])
		for _, region := range r.v.facts.Regions {
			words = strings.ReplaceAll(words, region, "")
		}
		words = changeWords.Replace(fillers.Replace(withoutPeriods(words)))
		for _, clause := range strings.FieldsFunc(words, func(c rune) bool { return !isHan(c) && !isLatin(c) && !isDigit(c) }) {
			if name := []rune(clause); len(name) >= shortest && !contains(r.v.only.name, name) {
				return false
			}
		}
	}
	return true
}

// withoutMeasure is what stands before the amount of a change without the noun that
// says which way it went: 增速 of 工业增加值增速7.3%.
func withoutMeasure(words []rune) []rune {
	for _, noun := range []string{"增速", "增幅", "涨幅", "降幅", "跌幅"} {
		if endsAt(words, len(words), noun) {
			return words[:len(words)-len([]rune(noun))]
		}
	}
	return words
}

// changeWords are those of changes and shares, which name nothing.
var changeWords = strings.NewReplacer("同比", "", "环比", "", "同期", "", "比上年", "", "较上年", "", "比上月", "", "增长", "", "下降", "", "提高", "", "上升", "", "增加", "", "减少", "", "改善", "", "恶化", "", "好转", "", "回落", "", "下滑", "", "降低", "", "提升", "", "扩大", "", "收窄", "", "上涨", "", "下跌", "",
	"降了", "", "增至", "", "降至", "", "由", "", "从", "", "占", "", "个百分点", "", "左右", "", "以上", "", "以下", "", "目标", "", "翻", "", "上年同期", "", "人民币", "")

// shortName is what a clause calls its figure, if the sentence before it names no
// more than a period or a region: 优良率 of 2020年，全区优良率为. It may be the end of
// an indicator's name.
func (r *reading) shortName(phrase, lead []rune) []rune {
	const longestLead = 30
	if len(lead) > longestLead || len(r.called(lead)) >= shortest {
		return nil
	}
	if name := r.called(phrase); len(name) >= shortestName {
		return name
	}
	return nil
}

// shortestName is how many characters an indicator is called by at least.
const shortestName = 3

// called is words without regions, periods and what says nothing of a figure.
func (r *reading) called(words []rune) []rune {
	text := string(words)
	for _, region := range r.v.facts.Regions {
		text = strings.ReplaceAll(text, region, "")
	}
	return plainText([]rune(fillers.Replace(withoutPeriods(text))))
}
