package prose

import (
	"slices"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// Thresholds of likeness, in thousandths of a name. It takes less to believe a
// figure that agrees than to call one wrong.
const (
	likely   = 420 // a fact of that likeness that agrees is the one meant
	certain  = 650 // a claim that differs from a fact of that likeness is wrong
	nearby   = 500 // of which the words of its own clause and the one before say so much
	verbatim = 850 // the likeness of a name that stands there but for a word
	telling  = 4   // characters of a name beside a claim that are enough for one that agrees
	margin   = 90  // by which a fact must be likelier than the next
)

// Verify holds the quantities of a text against facts: it gives the claims with
// their verdicts and a finding for each that is contradicted or unknown. file
// is the text's name.
func Verify(file, text string, facts Facts) ([]diag.Claim, []diag.Finding) {
	v := newVerifier(facts)
	claims := []diag.Claim{}
	var findings []diag.Finding
	var when period.Period
	for _, s := range Sentences(text, Find(text)) {
		r := v.sentence(s, when)
		when = r.when
		for i, c := range s.Claims(file) {
			j := r.judged[i]
			c.Verdict = j.verdict
			if j.fact != nil && j.verdict != diag.Unknown {
				c.Figure, c.Expected = j.fact.Ref+j.aspect, j.expected
			}
			claims = append(claims, c)
			if f, ok := j.finding(c); ok {
				findings = append(findings, f)
			}
		}
	}
	return claims, findings
}

// judgement is what the facts make of one claim.
type judgement struct {
	verdict  diag.ClaimVerdict
	fact     *Fact
	aspect   string // .yoy, .pop, .rank: what of the fact
	expected string
	mild     bool // contradicted, but possible by rounding
	minor    bool // too slight to be missed in the data: 一个, 两天
}

// reading goes through one sentence.
type reading struct {
	v        *verifier
	sentence []rune
	offset   int
	mentions []mention
	when     period.Period // the period last named
	said     bool          // by this sentence
	subjects []*subject    // those that the sentence may speak of
	last     *Fact         // whose level was told last
	judged   []judgement
}

func (v *verifier) sentence(s Sentence, when period.Period) *reading {
	r := &reading{v: v, sentence: []rune(s.Text), offset: s.Start, when: when}
	r.mentions = mentions(s.Text, v.facts.Period)
	r.subjects = v.spokenOf(r.sentence)
	passed := 0 // bytes of the sentence before the claim
	at := 0
	for i, q := range s.Quantities {
		passed += len(string(r.sentence[at : q.Start-s.Start]))
		at = q.Start - s.Start
		for len(r.mentions) > 0 && r.mentions[0].at <= passed {
			r.when, r.said, r.mentions = r.mentions[0].when, true, r.mentions[1:]
		}
		r.judged = append(r.judged, r.judge(q, r.around(s.Quantities, i)))
	}
	return r
}

// spokenOf are the subjects that share enough pairs of characters with a
// sentence to be meant in it.
func (v *verifier) spokenOf(sentence []rune) []*subject {
	plain := plainText(sentence)
	pairs := make(map[[2]rune]bool, len(plain))
	for i := 1; i < len(plain); i++ {
		pairs[[2]rune{plain[i-1], plain[i]}] = true
	}
	var all []*subject
	for _, s := range v.subjects {
		common := 0
		for i := 1; i < len(s.name); i++ {
			if pairs[[2]rune{s.name[i-1], s.name[i]}] {
				common++
			}
		}
		if s.stripped != nil || common >= telling-1 || 3*common >= len(s.name)-1 || len(s.lists) > 1 && (surroundings{near: plain}).lists(s.lists) > 1 {
			all = append(all, s)
		}
	}
	return all
}

// Bounds on the words that are looked at around one claim.
const (
	longestNear = 60
	longestFar  = 160
)

// around are the words that belong to the i-th claim: from the claim or the mark
// before it to the mark or the claim behind it.
func (r *reading) around(all []Quantity, i int) surroundings {
	q := all[i]
	start, end := q.Start-r.offset, q.End-r.offset
	from := 0
	if i > 0 {
		from = all[i-1].End - r.offset
	}
	to := len(r.sentence)
	if i+1 < len(all) {
		to = all[i+1].Start - r.offset
	}
	clause := start
	for clause > max(from, start-longestNear) && !anyOf(r.sentence[clause-1], "，；：,;:") {
		clause--
	}
	behind := end
	for behind < min(to, end+longestNear) && !anyOf(r.sentence[behind], "，；：、,;:（(") {
		behind++
	}
	if clause == from && i > 0 {
		// 33家高新技术企业、34家…: what stands before the mark is the other claim's.
		for k := clause; k < start; k++ {
			if r.sentence[k] == '、' {
				clause = k + 1
				break
			}
		}
	}
	// The clause before, or the part of this one before the claim before.
	before := clause
	for before > 0 && anyOf(r.sentence[before-1], "，、,") {
		before--
	}
	for before > max(0, clause-longestNear) && !anyOf(r.sentence[before-1], "，；：,;:") {
		before--
	}
	phrase := plainText(r.sentence[clause:start])
	near := append(slices.Clone(phrase), '|')
	near = append(near, plainText(r.sentence[end:behind])...)
	return surroundings{
		short:     r.shortName(phrase, r.sentence[:clause]),
		elsewhere: q.Kind != Rank && r.v.isElsewhere(string(r.sentence[max(0, start-longestFar):start])),
		near:      near,
		before:    plainText(r.sentence[before:clause]),
		far:       plainText(r.sentence[max(0, before-longestFar):before]),
	}
}

// shortName is what a clause calls its figure, if the sentence before it names no
// more than a period or a region: 优良率 of 2020年，全区优良率为. It may be the end of
// an indicator's name.
func (r *reading) shortName(phrase, lead []rune) []rune {
	const shortestName, longestLead = 3, 30
	if len(lead) > longestLead || len(phrase) < shortestName {
		return nil
	}
	strip := func(text string) []rune {
		for _, region := range r.v.facts.Regions {
			text = strings.ReplaceAll(text, region, "")
		}
		return plainText([]rune(fillers.Replace(spoken.ReplaceAllString(text, ""))))
	}
	if name := strip(string(phrase)); len(name) >= shortestName && len(strip(string(lead))) < shortest {
		return name
	}
	return nil
}

func (r *reading) judge(q Quantity, words surroundings) judgement {
	if q.Kind == Rank {
		return r.judgeRank(q, words)
	}
	if words.elsewhere {
		r.last = nil
	}
	change, ok := r.changeAt(q)
	if !ok {
		return r.judgeLevel(q, words)
	}
	j := r.judgeChange(q, change, words)
	if j.verdict != diag.Unknown {
		return j
	}
	// 改造提升10多条 is no change, though it reads like one.
	if level := r.judgeLevel(q, words); level.verdict == diag.Matched || change.Kind == figure.Amount {
		return level
	}
	return j
}

// judgeLevel holds an amount against the figures of the indicators that the
// sentence names.
func (r *reading) judgeLevel(q Quantity, words surroundings) judgement {
	var unit figure.Unit
	claim, ok := q.figureOf(r.v.facts.Rounding)
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
func (r *reading) judgeRank(q Quantity, words surroundings) judgement {
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
