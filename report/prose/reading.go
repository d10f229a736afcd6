package prose

import (
	"math/big"
	"slices"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/pattern"
)

// reading goes through one sentence.
type reading struct {
	*passage
	v        *verifier
	mentions []mention
	named    mention    // the period last named
	said     bool       // by this sentence
	near     bool       // by this sentence or one before it in its line
	subjects []*subject // those that the sentence may speak of
	last     *Fact      // whose level was told last; nil if the data do not have it
	strange  bool       // the level told last is named, and not in the data
	reckons  bool       // the claim before is the figure of an earlier time: 较2020年的69.9%提高
	then     *Fact      // that figure, if the data have it
	judged   []judgement
	nameless bool // it names nothing besides the only indicator
	regions  []regionMark
	stated   []statement

	askedAim, aims bool // whether it speaks of what is aimed at, once that has been asked

	// fromBase is whether the claim at hand is the figure of an earlier time that
	// is not named.
	fromBase bool
}

// sentence judges one sentence. named is the period that was named last before
// it, near whether in the same line.
func (v *verifier) sentence(s Sentence, named mention, near bool) *reading {
	r := &reading{passage: newPassage(s, v.facts.Rounding), v: v, named: named, near: near}
	r.mentions = mentions(s.Text, v.facts.Period)
	r.subjects = v.spokenOf(r.sentence)
	r.stated = r.statements(v.facts.Period)
	for _, s := range r.stated {
		r.ofPair[s.subject] = r.ofPair[s.subject] || s.kind == changeStatement && len(s.others) > 1
	}
	r.nameless, r.regions = r.isNameless(), v.regions(r.sentence)
	passed := 0 // bytes of the sentence before the claim
	at := 0
	for i := range r.all {
		passed += len(string(r.sentence[at:r.start(i)]))
		at = r.start(i)
		named, said, near := r.named, r.said, r.near
		for len(r.mentions) > 0 && r.mentions[0].at <= passed {
			r.named, r.said, r.near, r.mentions = r.mentions[0], true, true, r.mentions[1:]
		}
		words, isBase := r.earlierTime(i)
		r.fromBase = isBase
		if isBase && namesPeriod(words) {
			r.fromBase = false
			if said := mentions(strings.TrimLeft(words, "比较"), v.facts.Period); len(said) == 1 {
				r.named, r.said, r.near = said[0], true, true
			}
		}
		r.judged = append(r.judged, r.judge(i, r.around(i)))
		r.then = nil
		r.reckons = isBase
		if isBase {
			if j := r.judged[i]; j.aspect == "" {
				r.then = j.fact
			}
			r.named, r.said, r.near = named, said, near // what it became is of the time spoken of before
		}
	}
	return r
}

// meant is the fact of a subject that the claim at hand speaks of; nil if there
// is none.
func (r *reading) meant(s *subject, fits func(*Fact) bool) *Fact {
	f := s.in(r.named.when, r.said, fits)
	if f == nil || !r.fromBase {
		return f
	}
	return s.before(f)
}

// current is what the bare name of a subject means, where f is of a period that a
// line before named and that may not be meant any more; else nil.
func (r *reading) current(s *subject, f *Fact, fits func(*Fact) bool) *Fact {
	if r.near || f.Current {
		return nil
	}
	for _, now := range s.facts {
		if now.Current && fits(now) {
			return now
		}
	}
	return nil
}

// earlier is the figure of an earlier time that the claim at hand agrees with, where
// the text does not say of which: 由4.89降至4.4 may reckon from the year before, or
// from a year earlier. It is nil if there is none.
func (r *reading) earlier(s *subject, fits func(*Fact) bool, agree func(*Fact) agreement) *Fact {
	if !r.fromBase {
		return nil
	}
	now := s.in(r.named.when, r.said, fits)
	for _, f := range s.facts {
		if fits(f) && now != nil && f.Period.Compare(now.Period) < 0 && agree(f) == agrees {
			return f
		}
	}
	return nil
}

// aimWords say that a sentence speaks of what is aimed at.
var aimWords = pattern.Of(`力争|目标|计划|预期|预计|年内|年底|任务|确保|争取|规划|每年|五年|将|要|到[12]\d{3}年|十.五`)

// isAim reports whether the sentence speaks of what is aimed at. It is asked for
// many claims of one sentence, and looked up once.
func (r *reading) isAim() bool {
	if !r.askedAim {
		r.askedAim, r.aims = true, aimWords().MatchString(string(r.sentence))
	}
	return r.aims
}

// isTimely reports whether a fact is of the period that the text speaks of. One
// that is merely nearest to it, the year's of a quarter, can bear a claim out and
// cannot make it wrong; nor can a target what is told as reached.
func (r *reading) isTimely(f *Fact) bool {
	when := r.named.when
	if f.Target && (!r.said || when != f.Period) && !r.isAim() {
		return false
	}
	return when.IsZero() || !r.near || r.fromBase || !when.Contains(f.Period) && !f.Period.Contains(when) || r.named.means(f, r.v.facts.Period)
}

// spokenOf are the subjects that share enough pairs of characters with a
// sentence to be meant in it, in the order of the data. One pair and the last
// character are enough for a name cut short: 优良率.
func (v *verifier) spokenOf(sentence []rune) []*subject {
	plain := plainText(sentence)
	touched := slices.Clone(v.always)
	for i := 1; i < len(plain); i++ {
		for _, k := range v.withPair[[2]rune{plain[i-1], plain[i]}] {
			if v.common[k] == 0 {
				touched = append(touched, k)
			}
			v.common[k]++
		}
	}
	slices.Sort(touched)
	var all []*subject
	for _, k := range slices.Compact(touched) {
		s := v.subjects[k]
		if common := v.common[k]; common >= telling-1 || 3*common >= len(s.name)-1 || len(s.lists) > 1 && common > 1 ||
			common > 0 && slices.Contains(plain, s.name[len(s.name)-1]) || slices.Contains(v.always, k) {
			all = append(all, s)
		}
		v.common[k] = 0
	}
	return all
}

func (r *reading) judge(i int, words *surroundings) judgement {
	q := r.all[i]
	if q.Kind == Rank {
		return r.judgeRank(i, words)
	}
	if words.elsewhere {
		r.last = nil
	}
	change, ok := r.changeAt(i)
	if !ok {
		return r.judgeLevel(i, words)
	}
	if r.reckons && change.from <= r.end(i-1)+1 {
		if change.then = r.then; change.then == nil {
			return judgement{verdict: diag.Unknown, minor: true}
		}
	}
	j := r.judgeChange(i, change, words)
	if j.verdict == diag.Contradicted && r.ofPair[i] && !namesBase(change.lead) && !r.isOnKnownBase(i, j.fact) {
		return judgement{verdict: diag.Unknown, minor: true} // it is on the figure that the sentence gives
	}
	if j.verdict != diag.Unknown {
		return j
	}
	// 改造提升10多条 is no change, though it reads like one, nor is -6.13‰ where the
	// figure is below zero.
	level := r.judgeLevel(i, words)
	isNegative := change.Verb == "" && level.fact != nil && level.fact.Figure.Value().Sign() < 0
	if level.verdict == diag.Matched || change.Kind == figure.Amount || isNegative {
		return level
	}
	return j
}

// judgeLevel holds an amount against the figures of the indicators that the
// sentence names.
func (r *reading) judgeLevel(i int, words *surroundings) judgement {
	q := r.all[i]
	var unit figure.Unit
	claim, ok := r.figureAt(i)
	if made, isPair := r.pairs[i]; isPair {
		claim, q.Unit = made.then, r.all[made.nowIndex].Unit // 由40降至29.8微克/立方米
	}
	if unit = claim.Unit; q.Number == nil {
		unit, ok = q.unitOf()
	}
	if !ok {
		return judgement{verdict: diag.Unknown, minor: true}
	}
	if j, ok := r.judgeShare(i, claim); ok {
		return j
	}
	all := r.candidates(words, func(f *Fact) bool { return f.Figure.Number != nil }, func(f *Fact) agreement {
		if isOther(q, unit, f.Figure) {
			return other
		}
		if q.Number == nil {
			return rangeAgrees(q, unit, f.Figure)
		}
		if f.Figure.Value().Sign() < 0 && r.isLoss(i) {
			return agreeOn(negative(claim), f.Figure)
		}
		return agreeOn(claim, f.Figure)
	})
	plain := func(c candidate) bool {
		alike := q.Number == nil || sameWord(claim.Unit, c.fact.Figure.Unit)
		return r.isTimely(c.fact) && (c.whole || alike) && words.plainly(c, alike && c.agreement != unlike) && !r.isEclipsed(c, words)
	}
	j := decide(all, plain, func(f *Fact) (string, string) { return "", f.Figure.Text })
	j.minor = isMinor(q)
	switch {
	case j.fact != nil:
		r.last, r.strange = j.fact, false
	case len(words.noun) >= shortest && !j.minor:
		r.last, r.strange = nil, true
	}
	return j
}

// isEclipsed reports whether the clause before, on which a candidate counts, names
// another thing in more words, 每年铺开重点技改项目20个以上，总投资15亿元, one that the
// data do not have, or the whole of which the claim is a part: 第二产业增加值48亿元，其中
// 工业增加值41亿元.
func (r *reading) isEclipsed(c candidate, words *surroundings) bool {
	leans := 3*c.own < 2*c.length
	switch {
	case r.last == nil:
		return r.strange && leans
	case r.last.of == c.fact.of:
		return words.part && !c.whole
	}
	return leans && words.before.borneOut(r.last.of.name) >= words.before.borneOut(c.fact.of.name)+telling
}

// isLoss reports whether the words before the i-th quantity say that it is less
// than nothing.
func (r *reading) isLoss(i int) bool {
	words, _ := r.gap(i)
	return strings.HasSuffix(words, "亏损") || strings.HasSuffix(words, "亏损额")
}

// negative is a figure with the other sign.
func negative(f figure.Figure) figure.Figure {
	f.Number, f.Range = new(big.Rat).Neg(f.Number), f.Range.Neg()
	return f
}

// isOther reports whether a claim cannot be meant for a figure, however much the
// words speak for it: a count is no amount of money, and a decimal without unit
// counts nothing.
func isOther(q Quantity, claim figure.Unit, fact figure.Figure) bool {
	counts := fact.Unit.Counting() || fact.Unit.Symbol == "" && fact.Written == 0 && fact.Number.IsInt() // a total's count has no unit
	if q.Unit == "" {
		return q.number.decimals > 0 && counts
	}
	return claim.Counting() && !counts
}

// sameWord reports whether what is counted goes by one word in a claim and the
// data: 12个 may say another thing than 1526户.
func sameWord(claim, fact figure.Unit) bool {
	return !claim.Counting() || fact.Symbol == "" || claim.Base().Symbol == fact.Base().Symbol
}

// isMinor reports whether a claim is of a kind that data do not hold: durations,
// and small counts told in Chinese numerals.
func isMinor(q Quantity) bool {
	if q.Number == nil || timeUnits[q.Unit] || q.number.bare {
		return true
	}
	return q.Unit == "" || q.Unit == "点" || q.Unit == "岁" || q.Unit == "小时" || q.Unit == "分钟"
}
