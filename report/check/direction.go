package check

import (
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// otherDirection is a hint for 改善 and 恶化 that hold the other way round: the
// file does not say, or says wrongly, that less of the figure is better.
func (c *checker) otherDirection(j Judged) (diag.Hint, bool) {
	change := j.Relation.Change
	if change == nil || !j.HasSides || !j.Reported.Neg().Meets(j.Derived) {
		return diag.Hint{}, false
	}
	if d := change.Said.Direction; d != figure.Improved && d != figure.Worsened {
		return diag.Hint{}, false
	}
	better, say := "better: lower", diag.Say("两期数值的升降与“%s”相反；以低为好的指标要写 better: lower",
		"the two figures went the other way than “%s” says; where less is better, write better: lower", change.Said.Verb)
	if change.BetterLower {
		better, say = "better: higher", diag.Say("两期数值的升降与“%s”相反；以高为好的指标不写 better: lower",
			"the two figures went the other way than “%s” says; where more is better, do not write better: lower", change.Said.Verb)
	}
	return diag.Hint{Kind: "direction", Figure: string(c.subject(j.Relation, j.Row).Ref), Suggestion: better, Message: say}, true
}
