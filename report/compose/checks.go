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
	for i := range r.Judged {
		j := &r.Judged[i]
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
	out := document.Checks{Lines: make([]document.CheckLine, 0, len(c.r.Judged))}
	given := c.given()
	for i := range c.r.Judged {
		j := &c.r.Judged[i]
		switch j.Verdict {
		case diag.Consistent:
			out.Consistent++
		case diag.Inconsistent:
			out.Inconsistent++
		default:
			out.Unchecked++
		}
		line := c.checkLine(j, given)
		if x := j.Exception; x != "" && line.Reason == "" {
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

func (c *composer) checkLine(j *check.Judged, given map[dataset.Ref][]said) document.CheckLine {
	line := document.CheckLine{
		ID: j.ID, Figure: figureOf(j), Kind: kindWords[j.Relation.Kind], Subject: subject(j), Verdict: j.Verdict,
		Reason: j.Reason.In(diag.ZH), Unit: j.Unit,
	}
	if !j.HasSides {
		return line
	}
	var reported []said
	cell, isCell := j.Relation.Subject.(relation.Cell)
	if isCell {
		f := c.cellFigure(j.Relation.Rows, j.Row, cell.Index)
		reported = []said{{f.String(), f.Range}}
	} else {
		reported = append(published(j, 0), given[line.Figure]...)
	}
	line.Reported = sideText(j.Reported, j.Unit, reported)
	derived := published(j, 1)
	left, right, ok := c.r.Sides(j)
	if isCell && ok {
		c.keepRowTerm(j, cell.Column, right)
	}
	if f, isFigure := right.(relation.Figure); isFigure {
		derived = append(derived, given[f.Ref]...)
	}
	line.Derived = sideText(j.Derived, j.Unit, derived)
	if ok && j.HasSlack {
		line.Left, line.Right, line.Allowed = left, right, j.Slack.Per(j.Unit)
		if count, ok := printedCount(j); ok {
			line.Left = count
		}
	}
	return line
}

// printedCount is the number of a total's count, which stands within its label and
// so in no cell of its own.
func printedCount(j *check.Judged) (relation.Constant, bool) {
	return relation.Constant{Value: j.Reported.Lo.Value}, j.Relation.Kind == relation.CountKind && j.Reported.IsPoint()
}

// said is a figure or change as it was published.
type said struct {
	text   string
	values figure.Interval
}

// sideText is one side of a comparison: as published where it is a figure that
// was, else the range of what the others make it.
func sideText(values figure.Interval, unit figure.Unit, known []said) string {
	for _, k := range known {
		if k.values.Equal(values) {
			return k.text
		}
	}
	return values.Said(unit)
}

// given are the observations and totals that were published.
func (c *composer) given() map[dataset.Ref][]said {
	all := map[dataset.Ref][]said{}
	add := func(ref dataset.Ref, f figure.Figure) {
		if f.Absent == figure.Present {
			all[ref] = append(all[ref], said{f.String(), f.Range})
		}
	}
	for _, i := range c.d.Indicators() {
		for _, o := range i.Observations {
			add(o.Ref(), o.Figure)
		}
	}
	for _, t := range c.d.Tables() {
		for _, total := range t.Totals {
			for _, v := range total.Values {
				add(t.TotalRef(total, v.Column), v.Figure)
			}
		}
	}
	return all
}

// published is what was published of the nth observation that a check is about.
func published(j *check.Judged, n int) []said {
	if n >= len(j.Relation.Given) {
		return nil
	}
	o := j.Relation.Given[n]
	lower := isLower(o)
	var all []said
	add := func(c *dataset.Change) {
		if c != nil && c.Change.Figure.Number != nil {
			all = append(all, said{c.Change.Words(lower), c.Change.Growth(lower)})
		}
	}
	switch j.Relation.Kind {
	case relation.YoYKind:
		add(o.YoY)
	case relation.PoPKind:
		add(o.PoP)
	case relation.ShareKind:
		if share := o.Indicator.Share; share != nil {
			all = append(all, said{share.Figure.String(), share.Figure.Range})
		}
	default:
		if o.Figure.Absent == figure.Present {
			all = append(all, said{o.Figure.String(), o.Figure.Range})
		}
	}
	return all
}

// subject is what a check is about: the figure's name, or what a rule says of
// itself.
func subject(j *check.Judged) string {
	if j.Relation.Say != "" {
		return j.Relation.Say
	}
	switch s := j.Relation.Subject.(type) {
	case relation.Figure:
		return s.Name
	case relation.Cell:
		if j.Row.IsZero() { // its formula could not be read, for no row
			return s.Column.Title.Value
		}
		return j.Row.Key() + " " + s.Column.Title.Value
	}
	return j.ID
}

// figureOf is the figure that a check is about.
func figureOf(j *check.Judged) dataset.Ref {
	switch s := j.Relation.Subject.(type) {
	case relation.Figure:
		return s.Ref
	case relation.Cell:
		if j.Row.IsZero() {
			return ""
		}
		return dataset.Ref(j.ID) // the check is called what its cell is
	}
	if len(j.Relation.Given) > 0 {
		return j.Relation.Given[0].Ref()
	}
	return ""
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
