package xlsx

import (
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/figure"
)

// checksSurvey is what must be known of all checks before the first is written,
// gathered in one go through them.
type checksSurvey struct {
	widths   ruler
	verdicts map[diag.Verdict]int
	states   map[state]int // by the sheet of their figures
}

// state is a verdict on a figure of a sheet.
type state struct {
	sheet   string
	verdict diag.Verdict
}

func newChecksSurvey() checksSurvey {
	return checksSurvey{newRuler(len(checksTitles)), map[diag.Verdict]int{}, map[state]int{}}
}

// see takes in a check that is about a figure of a sheet, or of none.
func (s *checksSurvey) see(c *document.CheckLine, sheet string) {
	s.verdicts[c.Verdict]++
	if sheet != "" {
		s.states[state{sheet, c.Verdict}]++
	}
	for col, text := range [...]string{
		c.ID, c.Kind, c.Subject, c.Reported, "", "", "", "", c.Unit.Symbol, verdictWords[c.Verdict], c.Derived, c.Reason, sheet,
	} {
		s.widths.see(col, text, margin)
	}
	for col, end := range []figure.Bound{c.Allowed.Lo, c.Allowed.Hi} {
		if end.Open {
			s.widths.see(lowCol-1+col, "-0.000（不含）", 1)
		}
	}
}

// checksWidest keeps the checks legible on a printed page; longer texts wrap.
var checksWidest = []float64{29, 7, 24, 12, 12, 12, 15, 15, 9, 8, 22, 22, 22}

// room is how wide the columns are.
func (s *checksSurvey) room() ruler {
	r := s.widths
	for i, t := range checksTitles {
		r.see(i, t, button)
	}
	for _, col := range []int{reportedCol, derivedCol, differenceCol, lowCol, highCol} {
		r.see(col-1, "-00000.0000", 1)
	}
	for i, widest := range checksWidest {
		r[i] = min(r[i], widest)
	}
	return r
}
