package compose

import (
	"strings"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/period"
	"jianbao/report/relation"
)

// formulas is what computes each figure, and each change on a year earlier,
// from figures that the data give. A length of a list of names computes
// nothing: no cell of a workbook could change it.
func formulas(r check.Result) (figures, changes map[dataset.Ref]relation.Term) {
	changes = map[dataset.Ref]relation.Term{}
	for j := range r.Judged.Held() {
		c := j.Relation.Change
		if c == nil || j.Relation.Kind != relation.YoYKind || !j.HasSides {
			continue
		}
		if _, right, ok := r.Sides(j); ok {
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

// changeRefs are the names of the changes on a year earlier, by what they are
// changes of. A doubling or a multiple is not the number it is printed as, and has
// none.
func changeRefs(r check.Result) map[*dataset.Observation]dataset.Ref {
	refs := map[*dataset.Observation]dataset.Ref{}
	for _, rel := range r.Relations {
		amount, ok := rel.Subject.(relation.Figure)
		if !ok || rel.Kind != relation.YoYKind || len(rel.Given) != 1 {
			continue
		}
		if kind := rel.Change.Said.Kind; kind != figure.Doubling && kind != figure.TimesOf {
			refs[rel.Given[0]] = amount.Ref
		}
	}
	return refs
}

// rowFormulas is what computes the cells of each column that has a formula.
func rowFormulas(r check.Result) map[*dataset.Column]relation.Term {
	made := map[*dataset.Column]relation.Term{}
	for _, rel := range r.Relations {
		if cell, ok := rel.Subject.(relation.Cell); ok && rel.Formula != nil {
			made[cell.Column] = rel.Formula
		}
	}
	return made
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
	out := document.Checks{Lines: c.checkLines()}
	for _, verdict := range c.r.Judged.Verdicts() {
		switch verdict {
		case diag.Consistent:
			out.Consistent++
		case diag.Inconsistent:
			out.Inconsistent++
		default:
			out.Unchecked++
		}
	}
	for _, d := range c.r.Derived {
		out.Derived = append(out.Derived, document.DerivedLine{
			Name: c.figureName(string(d.Ref)), Interval: d.Range.Span(d.Unit), From: d.How.In(diag.ZH),
		})
	}
	out.Exceptions, out.Revisions = c.exceptions(), c.revisions()
	return out
}

// figureName puts a figure's reference into words: air_index@2019 is
// 空气质量综合指数（2019年）. Others are left as they are.
func (c *composer) figureName(ref string) string {
	id, at, ok := strings.Cut(ref, "@")
	at, isTarget := strings.CutSuffix(at, dataset.TargetMark)
	i := c.byID[id]
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
