package prose

import (
	"strings"

	"jianbao/report/figure"
)

// passage is a sentence as it is judged: its characters, and what its
// quantities say. What is worked out about a quantity is kept, since several
// questions are asked about each.
type passage struct {
	sentence []rune
	offset   int // of the sentence in its text
	all      []Quantity
	rounding figure.Rounding
	read     []readQuantity
	pairs    map[int]pair // by the quantity that each begins at
	became   map[int]int  // the figures that others became, with those
	ofPair   map[int]bool // the changes between two figures that the sentence gives

	// speaksOfLoss tells a sentence about what can be below zero.
	speaksOfLoss bool
}

// readQuantity is what is known of a quantity so far.
type readQuantity struct {
	hasFigure, hasChange, hasGap bool // whether what follows has been looked for
	figure                       figure.Figure
	isFigure                     bool
	change                       spokenChange
	isChange                     bool
	gap                          string
	isNear                       bool
}

func newPassage(s Sentence, rounding figure.Rounding) *passage {
	p := &passage{sentence: []rune(s.Text), offset: s.Start, all: s.Quantities, rounding: rounding, read: make([]readQuantity, len(s.Quantities)),
		pairs: map[int]pair{}, became: map[int]int{}, ofPair: map[int]bool{},
		speaksOfLoss: strings.ContainsAny(s.Text, "亏负利净")}
	for i := range p.all {
		made, ok := p.shapeAt(i)
		if !ok {
			continue
		}
		p.became[made.nowIndex] = i
		for _, k := range p.changesOf(made) {
			p.ofPair[k] = true
		}
		if made, ok = p.fromTo(made); ok {
			p.pairs[i] = made
		}
	}
	return p
}

// start and end are where the i-th quantity stands in the sentence.
func (p *passage) start(i int) int { return p.all[i].Start - p.offset }
func (p *passage) end(i int) int   { return p.all[i].End - p.offset }

// lead is where the words begin that stand between the i-th quantity and the one
// before it.
func (p *passage) lead(i int) int {
	if i == 0 {
		return 0
	}
	return p.end(i - 1)
}

// longestGap is how many characters between two quantities are looked at: in
// what is longer than that, they have nothing to do with each other.
const longestGap = 40

// gap is the words between the i-th quantity and the one before it, or from the
// beginning of the sentence; ok is false if they are too many.
func (p *passage) gap(i int) (words string, ok bool) {
	r := &p.read[i]
	if !r.hasGap {
		r.hasGap = true
		r.gap, r.isNear = p.wordsBefore(i)
	}
	return r.gap, r.isNear
}

func (p *passage) wordsBefore(i int) (words string, ok bool) {
	from, to := p.lead(i), p.start(i)
	if to-from > longestGap {
		if i > 0 {
			return "", false
		}
		from = to - longestGap
	}
	return string(p.sentence[from:to]), true
}

// before is the words before the i-th quantity, whatever quantities are among them.
func (p *passage) before(i int) string {
	return string(p.sentence[max(0, p.start(i)-longestGap):p.start(i)])
}

// figureAt is the figure that the i-th quantity stands for; ok is false for a
// range, a place in an order, and what package figure cannot read.
func (p *passage) figureAt(i int) (figure.Figure, bool) {
	r := &p.read[i]
	if !r.hasFigure {
		r.hasFigure = true
		if q := p.all[i]; q.Number != nil && q.Kind != Rank {
			r.figure, r.isFigure = q.figureOf(p.rounding)
		}
	}
	return r.figure, r.isFigure
}

// level is the figure of the i-th quantity, if it is no change.
func (p *passage) level(i int) (figure.Figure, bool) {
	if i < 0 || i >= len(p.all) {
		return figure.Figure{}, false
	}
	f, ok := p.figureAt(i)
	if _, isChange := p.changeAt(i); isChange || f.Unit.Dimension == figure.Points || f.Unit.Dimension == figure.Fan || f.Unit.Symbol == "倍" {
		return figure.Figure{}, false
	}
	return f, ok
}

// changeAt reads the change that the i-th quantity is the amount of: 同比改善13.9%,
// or with a sign +2.3个百分点.
func (p *passage) changeAt(i int) (spokenChange, bool) {
	r := &p.read[i]
	if !r.hasChange {
		r.hasChange = true
		r.change, r.isChange = p.readChange(i)
	}
	return r.change, r.isChange
}

// longestLead is how many characters before a number say that it is a change:
// 比上年同期实际增长.
const longestLead = 16

// changeBeginnings are the characters that begin a change and its base.
const changeBeginnings = "同环比较与和按可扣剔增提上扩回下减降收缩改好恶变升涨跌翻相达是为亏扭转由持"

func (p *passage) readChange(i int) (spokenChange, bool) {
	start, end := p.start(i), p.end(i)
	if p.all[i].Kind == Rank {
		return spokenChange{}, false
	}
	first := start
	for first > max(0, start-longestLead) && !anyOf(p.sentence[first-1], "，。；：、,;:（(") && !isDigit(p.sentence[first-1]) {
		first--
	}
	clause, tail, hasYear := first, "", false
	if first > len("2020") && yearNamed().MatchString(string(p.sentence[first-len("2020")-1:start])) {
		clause = first - len("2020") - 1 // 比1997年上升
		hasYear = true
	}
	if word, hedge := figure.HedgeBeginning(string(p.sentence[end:min(end+2, len(p.sentence))])); hedge != figure.Odd {
		tail = word
	}
	amount := string(normalized(p.sentence[start:end])) + tail
	verb := ""
	if before, ok := p.listedChange(i); ok {
		if change, problem := figure.ParseChange(before.verb+amount, p.rounding); problem == nil && change.Figure.Number != nil {
			return spokenChange{Change: change, verb: before.verb, lead: before.lead, from: start}, true
		}
	}
	for ; first <= start; first++ {
		if first < start && !anyOf(p.sentence[first], changeBeginnings) || first == start && !anyOf(p.sentence[start], "+-−－＋") {
			continue
		}
		lead := measureWords.Replace(strings.TrimRight(string(p.sentence[first:start]), "*")) // **5.6%** in Markdown
		change, problem := figure.ParseChange(lead+amount, p.rounding)
		if problem != nil || change.Verb == "" && first < start {
			continue
		}
		if change.Kind == figure.Amount && change.Verb == "" || change.Figure.Number == nil {
			continue
		}
		if change.Basis == "" {
			change.Basis = p.basisBehind(end)
		}
		if words, _ := p.gap(i); strings.Contains(words, "分别") {
			verb = lead
		}
		said := spokenChange{Change: change, verb: verb, lead: string(p.sentence[clause:start]), from: first}
		if hasYear {
			said.from = clause
		}
		return said, true
	}
	return spokenChange{}, false
}

// listedChange is the change before the i-th quantity in a list that 分别 begins,
// whose verb is that of all: 分别增长3.1%、6.2%和5.5%.
func (p *passage) listedChange(i int) (spokenChange, bool) {
	words, _ := p.gap(i)
	if i == 0 || words == "" || strings.Trim(words, listMarks) != "" {
		return spokenChange{}, false
	}
	before, ok := p.changeAt(i - 1)
	return before, ok && before.verb != ""
}

// measureWords are nouns that say a change as a verb does: 增幅为8.2%.
var measureWords = strings.NewReplacer("增速为", "增长", "增速达到", "增长", "增速达", "增长", "增速", "增长", "增幅为", "增长", "增幅达", "增长", "增幅", "增长", "涨幅为", "增长", "涨幅达", "增长", "涨幅", "增长",
	"降幅为", "下降", "降幅达", "下降", "降幅", "下降", "减少了", "减少", "多了", "增加", "少了", "减少")

// basisBehind are the words in brackets behind a change that it is on a
// comparable basis: 17.1%（按可比口径计算）.
func (p *passage) basisBehind(end int) string {
	const longest = 24
	rest := string(p.sentence[end:min(end+longest, len(p.sentence))])
	if !strings.HasPrefix(rest, "（") && !strings.HasPrefix(rest, "(") {
		return ""
	}
	inside, _, _ := strings.Cut(strings.NewReplacer("(", "（", ")", "）").Replace(rest), "）")
	for _, word := range []string{"可比口径", "同口径", "可比价", "不变价", "价格因素"} {
		if strings.Contains(inside, word) {
			return strings.TrimPrefix(inside, "（")
		}
	}
	return ""
}

// spokenChange is a change with the words of its clause before its amount.
type spokenChange struct {
	figure.Change
	lead string
	from int    // where it begins in the sentence
	verb string // what 分别 says of all changes in its list, if it is one of them
	then *Fact  // the earlier figure that the sentence gives right before it, if any
}
