package check

import (
	"math/big"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/expr"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// Rounded is where a reader who adds up what is printed gets another number than
// is printed, though both are right: there a note on rounding is due.
type Rounded struct {
	Tables   map[*dataset.Table]bool   // some total
	Sections map[*dataset.Section]bool // some indicator that is a sum of others
}

// rounding looks at a sum that holds, though what is printed does not add up:
// it is noted where that shows, and a warning if it is hardly possible. where is
// the range in which reported less derived lies.
func (c *checker) rounding(j Judged, where figure.Interval) {
	compared, ok := j.Relation.Claim.(relation.Compare)
	if !ok || compared.Op != expr.Equal || !where.Bounded() || c.d.Rounding == figure.Nearest && isCentred(where) {
		return // so are most rows of a table
	}
	ready := c.ready(j.Relation)
	if !ready.isLinear {
		return
	}
	form := ready.difference
	gap := evaluator{c: c, printed: true, table: j.Relation.Rows, row: j.Row}.readLinear(form)
	if !gap.why.IsZero() || gap.hedged || gap.values.Lo.Value.Sign() == 0 {
		return
	}
	c.noteRounding(j, compared)
	e := evaluator{c: c, table: j.Relation.Rows, row: j.Row}
	if e.isFar(form, where) {
		c.broken = append(c.broken, broken{Judged: j, finding: len(c.result.Findings)})
		c.find(c.farFinding(j, where))
	}
}

// isCentred reports whether an interval lies around zero evenly, as where printed
// numbers add up.
func isCentred(i figure.Interval) bool {
	return exact.AreOpposite(i.Lo.Value, i.Hi.Value)
}

// noteRounding notes a total that the sum of the printed parts, rounded to the
// total's digits, is not.
func (c *checker) noteRounding(j Judged, compared relation.Compare) {
	stated, ok := c.stated(j)
	if !ok || stated.Absent != figure.Present || j.Relation.Formula != nil && !isSum(j.Relation.Formula) {
		return
	}
	sum := evaluator{c: c, printed: true, table: j.Relation.Rows, row: j.Row}.read(compared.Y)
	if !sum.why.IsZero() || c.fitted(stated, stated.Unit.FromBase(sum.values.Lo.Value)).Cmp(stated.Number) == 0 {
		return
	}
	switch kind := j.Relation.Kind; {
	case !j.Row.IsZero():
		c.result.Rounded.Tables[j.Relation.Rows] = true
	case kind == relation.TotalKind:
		relation.Walk(compared.Y, func(t relation.Term) {
			if a, ok := t.(relation.Aggregate); ok {
				c.result.Rounded.Tables[a.Table] = true
			}
		})
	case kind == relation.FormulaKind, kind == relation.CumulativeKind:
		id, _, _ := strings.Cut(string(c.subject(j.Relation, j.Row).Ref), "@")
		if i := c.d.Indicator(id); i != nil {
			c.result.Rounded.Sections[i.Section] = true
		}
	}
}

var (
	nine   = big.NewRat(9, 1)
	twelve = big.NewRat(12, 1)
)

// isFar reports whether a sum that holds is possible only beyond three standard
// deviations of rounding (SPEC §3.7). A rounded figure is off by anything within
// its range of width u, so σ² = Σ wᵢ²·uᵢ²/12 over all of them; by how much they
// must be off together is how far the middle of where is from zero. Up to three
// rounded figures cannot be off by that much. Of a column whose cells are rounded
// differently the variance is taken from above, so that in doubt nothing is said.
func (e evaluator) isFar(form linearForm, where figure.Interval) bool {
	off := squared(exact.Times(1, 2, exact.Add(where.Lo.Value, where.Hi.Value)))
	variance := new(big.Rat) // twelve times
	var aggregates []relation.Aggregate
	for _, part := range form.parts {
		if a, ok := part.(relation.Aggregate); ok {
			aggregates = append(aggregates, a)
			continue
		}
		if f, ok := part.(relation.Figure); ok && !e.c.given(f.Ref) {
			return false
		}
		w, bounded := e.read(part).values.Width()
		if !bounded {
			return false
		}
		variance.Add(variance, squared(exact.Mul(w, form.weight(part))))
	}
	far := func() bool {
		return exact.Mul(off, twelve).Cmp(exact.Mul(nine, variance)) > 0
	}
	// Most totals are settled by their own rounding, before a column is looked at.
	for _, a := range aggregates {
		if !far() {
			return false
		}
		more, ok := e.varianceOf(a)
		if !ok {
			return false
		}
		variance.Add(variance, exact.Mul(more, squared(form.weight(a))))
	}
	return far()
}

func squared(r *big.Rat) *big.Rat { return exact.Mul(r, r) }

// varianceOf is Σ u² of the cells of an aggregate, or more: their widths
// together times the widest in the column. ok is false if they are not all
// figures as written.
func (e evaluator) varianceOf(a relation.Aggregate) (variance *big.Rat, ok bool) {
	switch {
	case a.Func == relation.Count:
		return new(big.Rat), true
	case a.Func != relation.Sum || e.c.columns[a.Column] != nil:
		return nil, false
	}
	together, ok := e.read(a).values.Width()
	if !ok {
		return nil, false
	}
	return exact.Mul(together, e.c.widest(a.Table, a.Column)), true
}

// widest is the width of what the least precise cell of a column stands for.
func (c *checker) widest(t *dataset.Table, column *dataset.Column) *big.Rat {
	if known, ok := c.widths[column]; ok {
		return known
	}
	index, widest := t.ColumnIndex(column.ID.Value), new(big.Rat)
	for row := range t.Rows() {
		f := row.Figure(index)
		if w, bounded := f.Range.Width(); f.Absent == figure.Present && bounded && w.Cmp(widest) > 0 {
			widest = w
		}
	}
	c.widths[column] = widest
	return widest
}

// farFinding says that a sum is possible only if nearly all was rounded one way.
func (c *checker) farFinding(j Judged, where figure.Interval) diag.Finding {
	f := c.finding(j)
	width, _ := where.Width()
	most := j.Unit.Shown(exact.Times(1, 2, width))
	f.Code, f.Severity = diag.FarRounding, diag.Warning
	f.Message = diag.Say("%s写的是%s，与各项之和相差%s；舍入误差至多%s，只有各项几乎都偏向一边才可能（超过三倍标准差）",
		"%s is given as %s, %s off the sum of its parts; rounding makes at most %s, so nearly all must be off to one side (beyond three standard deviations)",
		c.subject(j.Relation, j.Row).Name, f.Reported, strings.TrimPrefix(f.Difference, "-"), most)
	f.Hints = []diag.Hint{{Kind: "far-rounding", Message: diag.Say("核对未经舍入的原始数据；确实如此的，在 exceptions 里写明理由",
		"check the figures before rounding; if they are right, say so in exceptions")}}
	return f
}
