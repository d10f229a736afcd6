package check

import (
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// hint says what a figure would have to be. The suggestion is a number in the
// figure's own unit; of a change it is the change in its words.
func (c *checker) hint(a amendment) diag.Hint {
	s := a.suspect
	shown := a.text + s.now.figure.Unit.Symbol
	h := diag.Hint{Kind: a.slip.kind, Figure: string(s.Ref), Suggestion: a.text}
	if s.change != nil {
		shown = a.change()
		h.Suggestion = shown
	}
	say := a.slip.say
	if s.change != nil && a.slip.kind == flippedSign.kind {
		say = diag.Say("增减的方向说反", "it goes the other way")
	}
	switch {
	case a.slip.kind == noSlip.kind && a.limit == atMost:
		h.Message = diag.Say("如果其他数都对，%s应不大于%s", "if all others are right, %s is at most %s", s.Name, shown)
	case a.slip.kind == noSlip.kind && a.limit == atLeast:
		h.Message = diag.Say("如果其他数都对，%s应不小于%s", "if all others are right, %s is at least %s", s.Name, shown)
	case a.slip.kind == noSlip.kind:
		h.Message = diag.Say("如果其他数都对，%s应为%s", "if all others are right, %s is %s", s.Name, shown)
	case len(a.mended) > 1:
		h.Message = diag.Say("%s %s 可能是 %s 之误：%s（改后%d项核对都成立）", "%s, %s, may be a slip for %s: %s (%d checks then hold)",
			s.Name, s.text(), shown, say, len(a.mended))
	default:
		h.Message = diag.Say("%s %s 可能是 %s 之误：%s", "%s, %s, may be a slip for %s: %s", s.Name, s.text(), shown, say)
	}
	return h
}

// sameCause refers to the finding that says more of a figure.
func (c *checker) sameCause(a amendment, first string) diag.Hint {
	h := c.hint(a)
	h.Message = diag.Say("与 %s 同因：%s", "same cause as %s: %s", first, h.Message)
	return h
}

// verbs are the words for a change the other way.
var verbs = map[figure.Direction]string{
	figure.Up: "下降", figure.Down: "增长", figure.Improved: "恶化", figure.Worsened: "改善",
}

// change is an amendment of a change in words.
func (a amendment) change() string {
	s := a.suspect
	switch {
	case a.slip.kind == percentForPoints:
		return s.before + s.written.String() + measures[figure.InPoints]
	case a.slip.kind == pointsForPercent:
		return s.before + s.written.String() + measures[figure.Rate]
	case a.number.Sign() < 0:
		return verbs[s.change.Said.Direction] + a.text[len("-"):] + s.after
	}
	return s.before + a.text + s.after
}
