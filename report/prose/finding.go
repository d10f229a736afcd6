package prose

import (
	"strings"

	"jianbao/report/diag"
)

// finding is what is to be said of a judged claim; ok is false if nothing is.
func (j judgement) finding(c diag.Claim) (f diag.Finding, ok bool) {
	f = diag.Finding{Place: c.Place, Reported: c.Hedge + c.Text}
	switch {
	case j.verdict == diag.Contradicted:
		f.Code, f.Severity = diag.ClaimContradicted, diag.Error
		f.Figure, f.Derived = c.Figure, j.expected
		f.Message = diag.Say("文中写“%s”，数据中%s是%s", "the text says %s, the data have %s as %s", c.Text, j.fact.Name, j.expected)
		f.Related = []diag.Related{{Place: j.fact.Place, Figure: c.Figure, Note: diag.Say("%s：%s", "%s: %s", j.fact.Name, j.expected)}}
		f.Hints = []diag.Hint{{Kind: "as-in-data", Figure: c.Figure, Suggestion: j.expected,
			Message: diag.Say("若数据无误，改为%s", "if the data are right, write %s", j.expected)}}
		if !j.hint.Message.IsZero() {
			f.Hints = append(f.Hints, j.hint)
		}
		if j.mild {
			f.Severity = diag.Warning
			f.Message = diag.Say("文中说“%s%s”，数据中%s是%s，不能证实", "the text says %s%s, the data have %s as %s, which does not bear it out",
				c.Hedge, c.Text, j.fact.Name, j.expected)
		}
	case j.verdict == diag.Ambiguous:
		f.Code, f.Severity = diag.ClaimUnknown, diag.Warning
		f.Message = diag.Say("“%s”与数据中名称相近的几个指标都不相符，不能确定指哪一个", "%s agrees with none of several figures of like names", c.Text)
		f.Hints = []diag.Hint{{Kind: "name", Message: diag.Say("把指标名称写全", "write the indicator's name in full")}}
	case j.verdict == diag.Unknown && !j.minor:
		f.Code, f.Severity = diag.ClaimUnknown, diag.Warning
		f.Message = diag.Say("“%s”在数据中找不到", "%s is not found in the data", c.Text)
		f.Hints = []diag.Hint{{Kind: "add", Message: diag.Say("在数据中给出这个指标，或写出指标的名称", "give the indicator in the data, or name it in the text")}}
	default:
		return f, false
	}
	return f, true
}

// wording is the finding about a figure that is hedged twice; ok is false if it
// is not.
func (q Quantity) wording(c diag.Claim) (f diag.Finding, ok bool) {
	if q.further == "" {
		return f, false
	}
	first, _, _ := strings.Cut(q.Word, "…")
	return diag.Finding{Code: diag.HedgedTwice, Severity: diag.Warning, Place: c.Place, Reported: c.Hedge + c.Text,
		Message: diag.Say("“%s”和“%s”修饰同一个数，重复或矛盾", "%s and %s qualify one number: one too many, or they contradict each other", first, q.further),
		Hints:   []diag.Hint{{Kind: "hedge", Message: diag.Say("只保留一个", "keep one of them")}}}, true
}
