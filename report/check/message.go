package check

import (
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/relation"
)

// cumulativeMessage names the periods that should add up.
func (c *checker) cumulativeMessage(j Judged, reported, derived string, apart diag.Text) diag.Text {
	var parts []string
	for _, o := range j.Relation.Given[1:] {
		parts = append(parts, o.Period.Chinese())
	}
	return diag.Say("%s写的是%s，各期（%s）之和为%s，%s", "%s is given as %s, but its periods (%s) add up to %s: %s",
		c.subject(j.Relation, j.Row).Name, reported, strings.Join(parts, "、"), derived, apart)
}

// doubtFlows adds to findings about periods that do not add up, after which
// figure may be wrong, that they may not have to: where the file does not say so.
func (c *checker) doubtFlows() {
	for _, b := range c.broken {
		if r := b.Relation; r.Kind == relation.CumulativeKind && r.Given[0].Indicator.Flow == dataset.FlowNotSaid {
			f := &c.result.Findings[b.finding]
			f.Hints = append(f.Hints, diag.Hint{Kind: "flow", Suggestion: "flow: false",
				Message: diag.Say("如果是时点指标或平均数，各期不能相加，写明 flow: false",
					"if it is a level or an average, whose periods do not add up, say flow: false")})
		}
	}
}

// turnMessage is of 扭亏 and 转亏.
func (c *checker) turnMessage(j Judged) diag.Text {
	change := j.Relation.Change
	return diag.Say("%s写的是%s，两期数值却是%s与%s", "%s is given as %s, but the two figures are %s and %s",
		c.subject(j.Relation, j.Row).Name, change.Said.Text, c.figureText(change.Now), c.figureText(change.Then))
}
