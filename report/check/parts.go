package check

import (
	"math/big"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// partPenalty is that of a part left out of a sum or in it twice, if it is the
// only one whose value the difference is.
const partPenalty = 70

// mostParts is how many parts a sum may have: of more, one fits by chance.
const mostParts = 300

// partSlip is the one part of a sum that its total lacks or has twice: the
// difference is its value. ok is false if there is none, or more than one.
func (c *checker) partSlip(s *suspect, t *tie) (found slip, ok bool) {
	compared, isCompare := t.relation.Claim.(relation.Compare)
	subject := c.subject(t.relation, t.row)
	if !isCompare || subject.Ref != s.Ref || c.roundedParts(t.relation) > mostParts {
		return slip{}, false
	}
	form, isLinear := linear(compared.Y)
	derived := evaluator{c: c, table: t.relation.Rows, row: t.row}.read(compared.Y)
	if !isLinear || !derived.why.IsZero() {
		return slip{}, false
	}
	off := s.now.values.Sub(derived.values)
	fits := 0
	c.eachPart(form, t, func(name string, value figure.Interval) {
		switch {
		case value.Contains(zero):
		case off.Meets(value):
			fits++
			found = slip{"part-twice", partPenalty, diag.Say("%s多算了一次", "%s is in it twice", name)}
		case off.Meets(value.Neg()):
			fits++
			found = slip{"part-omitted", partPenalty, diag.Say("漏算了%s", "%s is left out", name)}
		}
	})
	return found, fits == 1
}

// eachPart visits what a sum adds up, cells of a column one by one, with what
// each adds to it.
func (c *checker) eachPart(form linearForm, t *tie, visit func(name string, value figure.Interval)) {
	e := evaluator{c: c, table: t.relation.Rows, row: t.row}
	for _, part := range form.parts {
		weight := form.weight(part)
		switch part := part.(type) {
		case relation.Figure:
			visit(part.Name, e.read(part).values.Scale(weight))
		case relation.Cell:
			visit(part.Figure(t.relation.Rows, t.row).Name, e.read(part).values.Scale(weight))
		case relation.Aggregate:
			if part.Func == relation.Sum {
				c.eachCell(part, weight, visit)
			}
		}
	}
}

func (c *checker) eachCell(a relation.Aggregate, weight *big.Rat, visit func(name string, value figure.Interval)) {
	where, index := c.filter(a), a.Table.ColumnIndex(a.Column.ID.Value)
	for row := range a.Table.Rows() {
		if f := row.Figure(index); where(row) && f.Absent == figure.Present {
			visit(row.Key(), f.Range.Scale(weight))
		}
	}
}
