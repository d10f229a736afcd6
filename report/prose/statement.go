package prose

import (
	"fmt"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// statement is a relation that a sentence states between figures of its own:
// 由33亿元增至37亿元，增长12.1%. It is judged by the same intervals as the relations
// of data.
type statement struct {
	kind    string // what it is: change, part, sum, share, list, periods, unit
	subject int    // the quantity that is held against the others
	others  []int

	verdict           diag.Verdict
	reported, derived string    // intervals in the subject's unit
	shown             string    // derived as a reader takes it in, with its unit
	why               diag.Text // why it is unchecked
	message           diag.Text // of the finding if it is inconsistent
	doubtful          bool      // inconsistent only if the words are taken as they most likely are meant
	hint              diag.Hint
}

// The kinds of statement, as the reports' `kind` has them.
const (
	changeStatement = "change"
	partStatement   = "of"
	sumStatement    = "sum"
	shareStatement  = "share"
	listStatement   = "list"
	periodStatement = "cumulative"
	unitStatement   = "unit"
)

// statements are the relations that a sentence states. own is the period of the
// data, whose year is meant where the text names none.
func (p *passage) statements(own period.Period) []statement {
	var all []statement
	all = append(all, p.changes()...)
	all = append(all, p.parts()...)
	all = append(all, p.sums()...)
	all = append(all, p.partitions()...)
	all = append(all, p.structures()...)
	all = append(all, p.shares()...)
	all = append(all, p.periods(own)...)
	all = append(all, p.lists()...)
	all = append(all, p.restatements()...)
	return all
}

// check is how a statement is reported among the checks, under the place of its
// subject.
func (s statement) check(place diag.Place) diag.Check {
	return diag.Check{ID: s.id(place), Kind: s.kind, Verdict: s.verdict, Reported: s.reported, Derived: s.derived, Reason: s.why}
}

func (s statement) id(place diag.Place) string {
	return fmt.Sprintf("%d:%d.%s", place.Line, place.Column, s.kind)
}

// finding is that of a statement that does not hold.
func (s statement) finding(claims []diag.Claim) diag.Finding {
	c := claims[s.subject]
	f := diag.Finding{Code: diag.SelfContradiction, Severity: diag.Error, Check: s.id(c.Place), Message: s.message, Place: c.Place,
		Reported: c.Hedge + c.Text, Derived: s.shown}
	if s.doubtful {
		f.Severity = diag.Warning
	}
	for _, i := range s.others {
		f.Related = append(f.Related, diag.Related{Place: claims[i].Place, Note: diag.Say("%s", "%s", claims[i].Text)})
	}
	if !s.hint.Message.IsZero() {
		f.Hints = []diag.Hint{s.hint}
	}
	return f
}

// hold fills in the verdict on a statement by which the values of reported and
// derived must have some in common. One end that both share is not enough: what
// is rounded half up is never at its upper end.
func (s statement) hold(reported, derived figure.Interval, unit figure.Unit) statement {
	s.verdict, s.reported, s.derived, s.shown = diag.Consistent, reported.In(unit), derived.In(unit), derived.Shown(unit)
	if !overlap(reported, derived) {
		s.verdict = diag.Inconsistent
	}
	return s
}

// isRate reports whether a figure is a ratio printed as one: 82%.
func isRate(f figure.Figure) bool {
	return f.Unit.Dimension == figure.Ratio && f.Unit.Symbol != ""
}

// alike reports whether figures can be added up as those of one kind: they
// measure the same, and what is counted goes by one word.
func alike(a, b figure.Figure) bool {
	return a.Unit.Like(b.Unit) && (!a.Unit.Counting() || a.Unit.Base().Symbol == b.Unit.Base().Symbol)
}

// additive reports whether parts of such a figure add up to it: amounts do,
// rates and what is reckoned for one of many do not.
func additive(f figure.Figure) bool {
	switch f.Unit.Dimension {
	case figure.Ratio:
		return f.Unit.Symbol == ""
	case figure.Points, figure.Fan:
		return false
	}
	return !strings.Contains(f.Unit.Symbol, "/")
}
