package check

import (
	"math/big"

	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// shownSide is one side of a comparison as messages show it.
type shownSide struct {
	text   string
	values figure.Interval
	point  *big.Rat // from the printed numbers; nil if one of them is hedged
}

// show puts a term with its values into words: as written if it is a figure
// that was given, as a number if all its figures are plain, else as a range.
func (c *checker) show(j Judged, t relation.Term, values figure.Interval) shownSide {
	s := shownSide{values: values}
	printed := evaluator{c: c, printed: true, table: j.Relation.Rows, row: j.Row}.read(t)
	if printed.why.IsZero() && !printed.hedged {
		s.point = printed.values.Lo.Value
	}
	switch given := c.written(j, t); {
	case given != "":
		s.text = given
	case s.point != nil:
		s.text = j.Unit.Shown(s.point)
	default:
		s.text = values.Shown(j.Unit)
	}
	return s
}

// written is a figure's own text, empty for other terms and for computed ones.
func (c *checker) written(j Judged, t relation.Term) string {
	switch t := t.(type) {
	case relation.Cell:
		return c.figures.of(j.Relation.Rows, j.Row, t.Index).String()
	case relation.Figure:
		if change := j.Relation.Change; change != nil && t.Ref == c.subject(j.Relation, j.Row).Ref {
			return change.Said.Text
		}
		return c.facts[t.Ref].figure.String()
	}
	return ""
}

// difference is reported less derived, as a number if both are, else how far
// the two ranges are apart. Rates differ by 百分点.
func difference(reported, derived shownSide, unit figure.Unit) (signed, size string, isExact bool) {
	if unit.Symbol == "%" {
		unit.Symbol = "个百分点"
	}
	if reported.point != nil && derived.point != nil {
		d := exact.Sub(reported.point, derived.point)
		return unit.Shown(d), unit.Shown(new(big.Rat).Abs(d)), true
	}
	gap := new(big.Rat)
	switch {
	case !reported.values.CanBeAtMost(derived.values) && derived.values.Hi.Value != nil && reported.values.Lo.Value != nil:
		gap.Sub(reported.values.Lo.Value, derived.values.Hi.Value)
	case reported.values.Hi.Value != nil && derived.values.Lo.Value != nil:
		gap.Sub(reported.values.Hi.Value, derived.values.Lo.Value)
	}
	return unit.Shown(gap), unit.Shown(new(big.Rat).Abs(gap)), false
}

// apart says a difference in a message.
func apart(size string, isExact bool) diag.Text {
	if isExact {
		return diag.Say("相差%s", "a difference of %s", size)
	}
	return diag.Say("至少相差%s", "a difference of at least %s", size)
}
