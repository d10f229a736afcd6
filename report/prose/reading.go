package prose

import (
	"slices"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
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
	last     *Fact      // whose level was told last
	judged   []judgement
	nameless bool // it names nothing besides the only indicator
	regions  []regionMark
	stated   []statement

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
		words, isBase := r.baseWords(i)
		r.fromBase = isBase
		if isBase && namesPeriod(words) {
			r.fromBase = false
			if said := mentions(strings.TrimLeft(words, "，,、（( 比较是为"), v.facts.Period); len(said) == 1 {
				r.named, r.said, r.near = said[0], true, true
			}
		}
		r.judged = append(r.judged, r.judge(i, r.around(i)))
		if isBase {
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

// isTimely reports whether a fact is of the period that the text speaks of. One
// that is merely nearest to it, the year's of a quarter, can bear a claim out and
// cannot make it wrong.
func (r *reading) isTimely(f *Fact) bool {
	when := r.named.when
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
		return r.judgeRank(q, words)
	}
	if words.elsewhere {
		r.last = nil
	}
	change, ok := r.changeAt(i)
	if !ok {
		return r.judgeLevel(i, words)
	}
	j := r.judgeChange(i, change, words)
	if j.verdict == diag.Contradicted && r.ofPair[i] && !namesBase(change.lead) {
		return judgement{verdict: diag.Unknown, minor: true} // it is on the figure that the sentence gives
	}
	if j.verdict != diag.Unknown {
		return j
	}
	// 改造提升10多条 is no change, though it reads like one.
	if level := r.judgeLevel(i, words); level.verdict == diag.Matched || change.Kind == figure.Amount {
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
	if unit = claim.Unit; q.Number == nil {
		unit, ok = q.unitOf()
	}
	if !ok {
		return judgement{verdict: diag.Unknown, minor: true}
	}
	all := r.candidates(words, func(f *Fact) bool { return f.Figure.Number != nil }, func(f *Fact) agreement {
		if q.Number == nil {
			return rangeAgrees(q, unit, f.Figure)
		}
		return agreeOn(claim, f.Figure)
	})
	j := decide(all, words.plainly, func(f *Fact) (string, string) { return "", f.Figure.Text })
	if j.fact != nil {
		r.last = j.fact
	}
	j.minor = isMinor(q)
	return j
}

// judgeRank holds a place in an order against the ranks.
func (r *reading) judgeRank(q Quantity, words *surroundings) judgement {
	all := r.candidates(words, func(f *Fact) bool { return f.Rank > 0 }, func(f *Fact) agreement {
		if q.Number.IsInt() && q.Number.Num().Cmp(bigInt(f.Rank)) == 0 {
			return agrees
		}
		return differs
	})
	return decide(all, words.plainly, func(f *Fact) (string, string) { return ".rank", rankText(f.Rank) })
}

// isMinor reports whether a claim is of a kind that data do not hold: durations,
// and small counts told in Chinese numerals.
func isMinor(q Quantity) bool {
	if q.Number == nil || timeUnits[q.Unit] || q.number.bare {
		return true
	}
	return q.Unit == "" || q.Unit == "点" || q.Unit == "岁" || q.Unit == "小时" || q.Unit == "分钟"
}
