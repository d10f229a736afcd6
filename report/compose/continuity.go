package compose

import (
	"slices"
	"strings"

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
