package compose

import (
	"iter"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// heldLines is how many lines of checks are held.
const heldLines = 5000

// checkLines are the lines of the checks. The first are held, for they are asked for
// again and again; the others, of which long tables make millions, are made each time.
type checkLines struct {
	c     *composer
	given map[dataset.Ref][]said
	held  document.HeldLines
}

func (c *composer) checkLines() *checkLines {
	l := &checkLines{c: c, given: c.given()}
	l.held = make(document.HeldLines, 0, min(l.Len(), heldLines))
	for n, j := range c.r.Judged.All() {
		if n == heldLines {
			break
		}
		l.held = append(l.held, c.checkLine(j, l.given))
	}
	return l
}

// Len is the number of lines.
func (l *checkLines) Len() int { return l.c.r.Judged.Len() }

// Line is a line, counted from 0.
func (l *checkLines) Line(n int) *document.CheckLine {
	if n < len(l.held) {
		return &l.held[n]
	}
	line := l.c.checkLine(l.c.r.Judged.At(n), l.given)
	return &line
}

// Open goes through the lines that are not consistent.
func (l *checkLines) Open() iter.Seq[*document.CheckLine] {
	return func(yield func(*document.CheckLine) bool) {
		for n, verdict := range l.c.r.Judged.Verdicts() {
			if verdict != diag.Consistent && !yield(l.Line(n)) {
				return
			}
		}
	}
}

// Terms goes through what the lines compare.
func (l *checkLines) Terms() iter.Seq[relation.Term] { return l.c.r.Judged.Compared() }

// checkLine puts a check into words.
func (c *composer) checkLine(j *check.Judged, given map[dataset.Ref][]said) document.CheckLine {
	line := document.CheckLine{
		ID: j.ID, Figure: figureOf(j), Kind: kindWords[j.Relation.Kind], Subject: subject(j), Verdict: j.Verdict,
		Reason: j.Reason.In(diag.ZH), Unit: j.Unit,
	}
	if x := j.Exception; x != "" && line.Reason == "" {
		line.Reason = "例外：" + x
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
