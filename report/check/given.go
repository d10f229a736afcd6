package check

import (
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// judgeDuplicate judges that all observations of one period give one figure.
func (c *checker) judgeDuplicate(r *relation.Relation) {
	j := Judged{ID: r.ID, Relation: r, Verdict: diag.Consistent}
	var given []figure.Figure
	for _, o := range r.Given {
		if o.Figure.Absent == figure.Present {
			given = append(given, o.Figure)
		}
	}
	if len(given) < 2 {
		c.add(j.unchecked(diag.Say("只给出了一个数值", "only one value is given")))
		return
	}
	last := given[len(given)-1]
	others := given[0].Range
	for _, f := range given[1 : len(given)-1] {
		if meet, ok := others.Meet(f.Range); ok {
			others = meet
		}
	}
	j.Reported, j.Derived, j.Unit, j.HasSides = last.Range, others, last.Unit, true
	if known := c.facts[r.Given[0].Ref()]; !known.clash.IsZero() {
		j.Verdict = diag.Inconsistent
		c.find(c.duplicateFinding(j, known))
	}
	c.add(j)
}

// judgeDigits judges that a figure has no more digits than are known of it.
func (c *checker) judgeDigits(r *relation.Relation) {
	j := Judged{ID: r.ID, Relation: r, Verdict: diag.Consistent}
	f := r.Stated
	j.Reported, j.Derived, j.Unit, j.HasSides = figure.Point(f.Value()), f.Range, f.Unit, true
	if f.ExcessDigits() {
		j.Verdict = diag.Inconsistent
		c.find(c.digitsFinding(j))
	}
	c.add(j)
}
