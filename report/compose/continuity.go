package compose

import (
	"math/big"
	"slices"
	"strings"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/figure"
)

// exceptions lists what was let pass, and why.
func (c *composer) exceptions() []document.ExceptionLine {
	var lines []document.ExceptionLine
	for _, x := range c.r.Exceptions {
		var what []string
		for _, f := range x.Findings {
			what = append(what, f.Message.In(diag.ZH))
		}
		lines = append(lines, document.ExceptionLine{
			Check: x.Exception.Check.Value, What: strings.Join(what, "；"),
			Reason: x.Exception.Reason.Value, Until: x.Exception.Until.Chinese(),
		})
	}
	return lines
}

// revisions lists what the issue before gave otherwise.
func (c *composer) revisions() []document.RevisionLine {
	var lines []document.RevisionLine
	for _, r := range c.r.Revisions {
		line := document.RevisionLine{Name: c.figureName(string(r.Ref)), Old: r.Old.String(), New: r.New.String()}
		if word := statusWords[r.OldStatus]; word != "" {
			line.Note = "上期为" + word
		}
		for _, x := range c.r.Exceptions {
			if slices.ContainsFunc(x.Findings, func(f diag.Finding) bool { return f.Code == diag.Revised && f.Figure == string(r.Ref) }) {
				line.Note = x.Exception.Reason.Value
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// progress says how much of its target a result is, beside how much of the
// target's period has gone by: 完成年度目标的45.2%，时序进度50%. It is empty
// where there is no target.
func (c *composer) progress(o *dataset.Observation) string {
	for _, p := range c.r.Progress {
		if p.Result != o {
			continue
		}
		said := "完成" + targetName(p) + "的" + c.percent(p.Printed)
		if p.Elapsed.Cmp(big.NewRat(1, 1)) < 0 {
			said += "，时序进度" + c.percent(p.Elapsed)
		}
		return said
	}
	return ""
}

func targetName(p check.Progress) string {
	switch of := p.Target.Period; {
	case of == p.Result.Period:
		return "目标"
	case of.Months() == 12:
		return "年度目标"
	default:
		return of.Chinese() + "目标"
	}
}

// percent is a part of one in %, to a tenth.
func (c *composer) percent(part *big.Rat) string {
	rounded := figure.Round(new(big.Rat).Mul(part, big.NewRat(100, 1)), 1, c.d.TiesEven)
	return figure.Decimal(rounded) + "%"
}

// roundingNote is said of a table whose printed figures do not add up, though
// they are right; only there.
func (c *composer) roundingNote() string {
	if c.d.Rounding == figure.Truncate {
		return "部分数据因舍去尾数，总计与分项合计略有差异。"
	}
	return "部分数据因四舍五入，总计与分项合计略有差异。"
}

// withRounding adds the note on rounding to a table's own.
func (c *composer) withRounding(note string, due bool) string {
	switch {
	case !due:
		return note
	case note == "":
		return c.roundingNote()
	case strings.HasSuffix(note, "。"):
		return note + c.roundingNote()
	}
	return note + "。" + c.roundingNote()
}
