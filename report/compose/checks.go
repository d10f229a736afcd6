package compose

import (
	"strings"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/period"
	"jianbao/report/relation"
)

// formulas is what computes each figure, and each change on a year earlier,
// from figures that the data give. A length of a list of names computes
// nothing: no cell of a workbook could change it.
func formulas(r check.Result) (figures, changes map[dataset.Ref]relation.Term) {
	changes = map[dataset.Ref]relation.Term{}
	for _, j := range r.Judged {
		c := j.Relation.Change
		if c == nil || j.Relation.Kind != relation.YoYKind || !j.HasSides {
			continue
		}
		if _, right, ok := j.Sides(); ok {
			changes[c.Now.Ref] = right
		}
	}
	figures = r.Relations.Formulas()
	for ref, term := range figures {
		if _, fixed := term.(relation.Constant); fixed {
			delete(figures, ref)
		}
	}
	return figures, changes
}

var kindWords = map[relation.Kind]string{
	relation.FormulaKind: "公式", relation.TotalKind: "合计", relation.CountKind: "计数",
	relation.OfKind: "其中", relation.ShareKind: "占比", relation.NamesKind: "名单",
	relation.YoYKind: "同比", relation.PoPKind: "环比", relation.RuleKind: "规则",
	relation.DuplicateKind: "重复", relation.DigitsKind: "位数",
	relation.PreviousKind: "上期", relation.CumulativeKind: "累计", relation.JointKind: "合核",
}

// checks puts the state of the checks into words.
func (c *composer) checks() document.Checks {
	var out document.Checks
	for i, j := range c.r.Judged {
		switch j.Verdict {
		case diag.Consistent:
			out.Consistent++
		case diag.Inconsistent:
			out.Inconsistent++
		default:
			out.Unchecked++
		}
		line := checkLine(j)
		if x := c.r.Checks[i].Exception; x != "" && line.Reason == "" {
			line.Reason = "例外：" + x
		}
		out.Lines = append(out.Lines, line)
	}
	for _, d := range c.r.Derived {
		out.Derived = append(out.Derived, document.DerivedLine{
			Name: c.figureName(string(d.Ref)), Interval: d.Range.Span(d.Unit), From: d.How.In(diag.ZH),
		})
	}
	out.Exceptions, out.Revisions = c.exceptions(), c.revisions()
	return out
}

func checkLine(j check.Judged) document.CheckLine {
	line := document.CheckLine{
		ID: j.ID, Kind: kindWords[j.Relation.Kind], Subject: subject(j), Verdict: j.Verdict,
		Reason: j.Reason.In(diag.ZH), Unit: j.Unit,
	}
	if !j.HasSides {
		return line
	}
	line.Reported = j.Reported.Shown(j.Unit)
	line.Derived = j.Derived.Shown(j.Unit)
	if left, right, ok := j.Sides(); ok && j.HasSlack {
		line.Left, line.Right, line.Allowed = left, right, j.Slack.Per(j.Unit)
	}
	return line
}

// subject is what a check is about: the figure's name, or what a rule says of
// itself.
func subject(j check.Judged) string {
	if j.Relation.Say != "" {
		return j.Relation.Say
	}
	switch s := j.Relation.Subject.(type) {
	case relation.Figure:
		return s.Name
	case relation.Cell:
		return j.Row.Key() + " " + s.Column.Title.Value
	}
	return j.ID
}

// figureName puts a figure's reference into words: air_index@2019 is
// 空气质量综合指数（2019年）. Others are left as they are.
func (c *composer) figureName(ref string) string {
	id, at, ok := strings.Cut(ref, "@")
	at, isTarget := strings.CutSuffix(at, dataset.TargetMark)
	i := c.d.Indicator(id)
	p, err := period.Parse(at)
	if !ok || i == nil || err != nil {
		return ref
	}
	name := i.Name.Value + "（" + p.Chinese() + "）"
	if isTarget {
		name += statusWords[dataset.Target]
	}
	return name
}
