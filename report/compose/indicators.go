package compose

import (
	"math/big"
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// The columns of a section's table of indicators. A column that would be empty
// is left out.
var indicatorColumns = []document.Column{
	{ID: "name", Title: "指标", Key: true},
	{ID: "period", Title: "报告期"},
	{ID: "value", Title: "数值", Numeric: true},
	{ID: "yoy", Title: "同比", Numeric: true},
	{ID: "remark", Title: "备注"},
}

// indicatorTable sets a section's indicators out, an observation a row, each
// figure as it was published.
func (c *composer) indicatorTable(s *dataset.Section) document.Table {
	out := document.Table{
		ID: s.ID.Value, Kind: document.IndicatorTable, Title: s.Title.Value + "主要指标",
		Columns: indicatorColumns,
	}
	deep := depths(s)
	for n, i := range s.Indicators {
		for _, o := range i.Observations {
			out.Add(document.Row{Depth: deep[n], Cells: []document.Cell{
				{Text: i.Name.Value},
				{Text: o.Period.Chinese()},
				c.valueCell(o),
				c.changeCell(o),
				{Text: c.remark(o)},
			}, Figure: o.Ref(), LowerIsBetter: i.Better == dataset.Lower, Goal: c.goal(o)})
		}
	}
	if p, ok := commonPeriod(s); ok {
		out.Columns = slices.Clone(indicatorColumns)
		out.Columns[periodColumn].Shared = p.Chinese()
	}
	out.Source = c.commonSource(s)
	out.Note = c.withRounding("", c.r.Rounded.Sections[s])
	return out.Keep(out.Says)
}

// periodColumn is where indicatorColumns has the period.
const periodColumn = 1

// commonPeriod is the period of all observations of a section, if it is one.
func commonPeriod(s *dataset.Section) (common period.Period, ok bool) {
	for _, i := range s.Indicators {
		for _, o := range i.Observations {
			if ok && o.Period != common {
				return common, false
			}
			common, ok = o.Period, true
		}
	}
	return common, ok
}

// deepest is how far parts of parts are indented; those of still deeper ones stand as these do.
const deepest = 4

// depths are how deep a section's indicators lie as parts (其中) of those above them: 1 for a part of one that is no part
// itself, 2 for a part of such a part. Only parts of a whole may stand between it and its parts; else these are not
// indented.
func depths(s *dataset.Section) []int {
	deep := make([]int, len(s.Indicators))
	var above []string // the indicator before and the wholes it is part of, outermost first
	for n, i := range s.Indicators {
		whole := -1
		if i.Of != nil {
			whole = slices.Index(above, i.Of.Value)
		}
		above = append(above[:whole+1], i.ID.Value)
		deep[n] = min(whole+1, deepest)
	}
	return deep
}

// valueCell is an observation's figure as printed; where only a share or a rank
// was published, that is what was.
func (c *composer) valueCell(o *dataset.Observation) document.Cell {
	f := c.figure(o.Ref(), o.Figure)
	switch {
	case f.Absent == figure.Present:
		return document.Cell{
			Text: f.String(), Number: f.Number, Unit: f.Unit, Decimals: f.Written, Hedge: f.Hedge,
			Ref: o.Ref(), Formula: c.formulas[o.Ref()],
		}
	case o.Indicator.Share != nil:
		share := o.Indicator.Share.Figure
		return document.Cell{Text: share.String(), Number: share.Number, Unit: share.Unit, Decimals: share.Written, Hedge: share.Hedge}
	case o.Rank != nil:
		return document.Cell{Text: rankText(o.Rank)}
	}
	return document.Cell{Text: absentSign(f.Absent), Ref: o.Ref()}
}

func rankText(r *dataset.Rank) string { return "第" + ordinal(r.Value) + "位" }

// changeCell is the change on a year earlier, in words for the briefing and as
// a signed number for the workbook.
func (c *composer) changeCell(o *dataset.Observation) document.Cell {
	if o.YoY == nil {
		return document.Cell{}
	}
	change := o.YoY.Change
	lower := isLower(o)
	cell := document.Cell{Text: changeInWords(change, lower), Ref: c.changeRefs[o]}
	if change.Kind == figure.Flat || change.Figure.Number == nil {
		return cell
	}
	cell.Number = change.Figure.Number
	if sign, ok := change.Sign(lower); ok && sign < 0 {
		cell.Number = new(big.Rat).Neg(cell.Number)
	}
	cell.Unit, cell.Decimals = change.Figure.Unit, change.Figure.Written
	cell.Formula = c.changes[o.Ref()]
	return cell
}

// remark says what else is known of an observation: that it is a target, what
// it is a part of, its names, its note.
func (c *composer) remark(o *dataset.Observation) string {
	i := o.Indicator
	var parts []string
	if word := statusWords[o.Status]; word != "" {
		parts = append(parts, word)
	}
	if i.Of != nil {
		if whole := c.byID[i.Of.Value]; whole != nil {
			part := "占" + whole.Name.Value
			if i.Share != nil && o.Figure.Absent == figure.Present {
				part += "的" + i.Share.Figure.String()
			} else if i.Share == nil {
				part = "其中：" + whole.Name.Value
			}
			parts = append(parts, part)
		}
	}
	if len(i.Names) > 0 {
		parts = append(parts, strings.Join(namesOf(i), "、"))
	}
	if o.Rank != nil && o.Figure.Absent == figure.Present {
		parts = append(parts, "居"+rankText(o.Rank))
	}
	if progress := c.progress(o); progress != "" {
		parts = append(parts, progress)
	}
	if o.Note.Value != "" {
		parts = append(parts, o.Note.Value)
	}
	return strings.Join(parts, document.RemarkSeparator)
}

var statusWords = map[dataset.Status]string{
	dataset.Preliminary: "初步数", dataset.Estimate: "估计数", dataset.Target: "目标",
}

// commonSource is the source of all observations of a section, if it is one.
func (c *composer) commonSource(s *dataset.Section) string {
	source, first := "", true
	for _, i := range s.Indicators {
		for _, o := range i.Observations {
			if !first && o.Source.Value != source {
				return ""
			}
			source, first = o.Source.Value, false
		}
	}
	return c.sourceTitle(source)
}
