package prose

import (
	"slices"

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

// Result is what is found about an article.
type Result struct {
	Claims   []diag.Claim   // never nil
	Checks   []diag.Check   // the relations that its sentences state
	Findings []diag.Finding // in no particular order
}

// Verify finds the quantities of a text and judges what its sentences say of the
// relations between them. If facts are given it holds each against them: claims
// have verdicts, and there is a finding for each that is contradicted or unknown.
// file is the text's name.
func Verify(file, text string, facts *Facts) Result {
	result := Result{Claims: []diag.Claim{}}
	if facts == nil {
		for _, s := range Sentences(text, Find(text)) {
			p := newPassage(s, figure.Nearest)
			result.add(p, s.Claims(file), p.statements(someYear), nil)
		}
		return result
	}
	v := newVerifier(*facts)
	var named mention
	line, near := 0, false
	for _, s := range Sentences(text, Find(text)) {
		r := v.sentence(s, named, near && s.Quantities[0].Line == line)
		named, near, line = r.named, r.near, s.Quantities[0].Line
		result.add(r.passage, s.Claims(file), r.stated, r.judged)
	}
	return result
}

// someYear is what periods are reckoned from where no data say.
var someYear = func() period.Period {
	p, _ := period.Parse("2000")
	return p
}()

// add takes in the claims of a sentence. A figure that its own sentence
// contradicts is told once: if the data contradict one of the figures in
// question, that says it.
func (r *Result) add(p *passage, claims []diag.Claim, stated []statement, judged []judgement) {
	for i, j := range judged {
		claims[i].Verdict = j.verdict
		if j.fact != nil && j.verdict != diag.Unknown {
			claims[i].Figure, claims[i].Name, claims[i].Expected = j.fact.Ref+j.aspect, j.fact.Name, j.expected
		}
	}
	told := map[int]bool{}
	for _, s := range stated {
		if s.verdict == diag.Consistent && (s.kind == changeStatement || s.kind == shareStatement || s.kind == sumStatement) {
			bearOut(claims, s)
		}
		r.Checks = append(r.Checks, s.check(claims[s.subject].Place))
		isContradicted := func(i int) bool { return claims[i].Verdict == diag.Contradicted }
		if s.verdict != diag.Inconsistent || told[s.subject] || isContradicted(s.subject) || slices.ContainsFunc(s.others, isContradicted) {
			continue
		}
		told[s.subject] = true
		r.Findings = append(r.Findings, s.finding(claims))
		if c := &claims[s.subject]; (c.Verdict != diag.Matched || len(s.others) == 0) && !s.doubtful {
			c.Verdict, c.Expected = diag.Contradicted, s.shown
		}
	}
	for i, q := range p.all {
		if f, ok := q.wording(claims[i]); ok {
			r.Findings = append(r.Findings, f)
		}
		if i < len(judged) && !told[i] && claims[i].Verdict == judged[i].verdict {
			if f, ok := judged[i].finding(claims[i]); ok {
				r.Findings = append(r.Findings, f)
			}
		}
	}
	r.Claims = append(r.Claims, claims...)
}

// bearOut matches a change, a share or a sum that the data do not give but that follows
// from figures which they bear out.
func bearOut(claims []diag.Claim, s statement) {
	for _, i := range s.others {
		if claims[i].Verdict != diag.Matched {
			return
		}
	}
	if c := &claims[s.subject]; (c.Verdict == diag.Unknown || c.Verdict == diag.Ambiguous) && len(s.others) > 1 {
		now := claims[s.others[len(s.others)-1]]
		c.Verdict, c.Figure, c.Name, c.Expected = diag.Matched, now.Figure, now.Name, s.shown
	}
}

// judgement is what the facts make of one claim.
type judgement struct {
	verdict  diag.ClaimVerdict
	fact     *Fact
	aspect   string // .yoy, .pop, .rank: what of the fact
	expected string
	mild     bool // contradicted, but possible by rounding
	minor    bool // too slight to be missed in the data: 一个, 两天
	hint     diag.Hint
}
