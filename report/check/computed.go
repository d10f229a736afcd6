package check

import (
	"math/big"
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// computation is a figure that was not given, worked out by its formula.
type computation struct {
	values figure.Interval
	point  *big.Rat // from the numbers as printed, not rounded; in base units
	hedged bool
	figure figure.Figure // as it is printed, rounded once
	why    diag.Text     // why it could not be worked out; else zero

	impossible bool // no whole number of things fits the share
	busy       bool // it is being worked out
	circular   bool // it is computed from itself
}

func (v *computation) reading(printed bool) reading {
	switch {
	case !v.why.IsZero():
		return failed(v.why)
	case printed:
		return reading{values: figure.Point(v.point), hedged: v.hedged}
	}
	return reading{values: v.values}
}

// value works a figure out, once; but for cells of long tables. A figure that needs itself is a cycle, which
// is a finding that names all in it.
func (c *checker) value(ref dataset.Ref, r *relation.Relation, row dataset.Row) *computation {
	v, known := c.computed[ref]
	if known {
		if v.busy {
			c.cycle(ref)
			return &computation{why: diag.Say("%s的公式绕了回来", "the formula of %s comes back to itself", ref)}
		}
		return v
	}
	v = &computation{busy: true}
	c.computed[ref] = v
	c.path = append(c.path, ref)
	c.work(v, r, row)
	c.path = c.path[:len(c.path)-1]
	v.busy = false
	if r.Rows != nil && !isSmall(r.Rows) && !v.circular {
		c.pass(ref)
	}
	return v
}

// mostPassing is how many cells of long tables are kept that were computed.
const mostPassing = 1000

// pass notes that a cell of a long table was computed. When they are many all are
// dropped: a row that is come back to is computed anew. Those in a cycle stay, lest it be
// reported again.
func (c *checker) pass(ref dataset.Ref) {
	if len(c.passing) == mostPassing {
		for _, passed := range c.passing {
			delete(c.computed, passed)
		}
		c.passing = c.passing[:0]
	}
	c.passing = append(c.passing, ref)
}

// work fills in what a relation's formula makes of its figures.
func (c *checker) work(v *computation, r *relation.Relation, row dataset.Row) {
	formula := c.ready(r).formula
	ranges := evaluator{c: c, table: r.Rows, row: row}.read(formula)
	if v.why = ranges.why; !v.why.IsZero() {
		return
	}
	numbers := evaluator{c: c, printed: true, table: r.Rows, row: row}.read(formula)
	if v.why = numbers.why; !v.why.IsZero() {
		return
	}
	v.values, v.point, v.hedged = ranges.values, numbers.values.Lo.Value, numbers.hedged
	unit := unitOf(r.Subject)
	if r.Kind == relation.ShareKind {
		if c.fitShare(v, r.Formula.(relation.Arith).Y, unit); v.impossible {
			return
		}
	}
	if !v.values.Bounded() {
		c.oneSided(v, r, unit, row)
		return
	}
	decimals := c.decimals(r, unit, v.point, row)
	number := figure.Round(unit.FromBase(v.point), decimals, c.d.TiesEven)
	v.figure = figure.Of(number, unit, decimals, v.values)
	if v.hedged {
		v.figure = hedged(figure.About, "约", "", number, unit, decimals, v.values)
	}
}

// fitShare narrows the part that a share leaves to what is no more than the
// whole, and to whole numbers if the part counts things.
func (c *checker) fitShare(v *computation, whole relation.Term, unit figure.Unit) {
	most := evaluator{c: c}.read(whole).values.Hi
	if meet, ok := v.values.Meet(figure.Between(figure.Bound{Value: zero}, most)); ok {
		v.values = meet
	}
	if !v.values.Bounded() || !unit.Counting() || unit.Factor != nil {
		return
	}
	if v.values, v.impossible = wholeNumbers(v.values); v.impossible {
		v.why = diag.Say("没有整数符合这个占比", "no whole number fits the share")
	}
}

// oneSided is a figure of which only a bound is known, since one that it comes
// from was said so: a fifth of 200亿元以上 is 40亿元以上. The bound is rounded to
// the side on which it stays true.
func (c *checker) oneSided(v *computation, r *relation.Relation, unit figure.Unit, row dataset.Row) {
	lo, hi := v.values.Lo, v.values.Hi
	end := lo
	if end.Value == nil {
		end = hi
	}
	if end.Value == nil {
		v.why = diag.Say("它所依据的数只有范围，定不下数值", "the figures it comes from leave it open")
		return
	}
	decimals := c.decimals(r, unit, end.Value, row)
	number := unit.FromBase(end.Value)
	shown := figure.Point(number).Outward(decimals)
	v.point, v.hedged = end.Value, true
	switch {
	case lo.Value != nil && lo.Open:
		v.figure = hedged(figure.MoreThan, "超过", "", shown.Lo.Value, unit, decimals, v.values)
	case lo.Value != nil:
		v.figure = hedged(figure.AtLeast, "", "以上", shown.Lo.Value, unit, decimals, v.values)
	case hi.Open:
		v.figure = hedged(figure.LessThan, "不足", "", shown.Hi.Value, unit, decimals, v.values)
	default:
		v.figure = hedged(figure.AtMost, "", "以下", shown.Hi.Value, unit, decimals, v.values)
	}
}

// hedged is a figure said with a word before or after it.
func hedged(h figure.Hedge, before, after string, number *big.Rat, unit figure.Unit, decimals int, values figure.Interval) figure.Figure {
	f := figure.Of(number, unit, decimals, values)
	f.Text, f.Hedge, f.Word = before+f.Text+after, h, before+after
	return f
}

// wholeNumbers narrows an interval to the whole numbers in it; none is true if
// it has none.
func wholeNumbers(i figure.Interval) (within figure.Interval, none bool) {
	lo, hi := ceiling(i.Lo.Value), floor(i.Hi.Value)
	if i.Lo.Open && lo.Cmp(i.Lo.Value) == 0 {
		lo.Add(lo, one)
	}
	if i.Hi.Open && hi.Cmp(i.Hi.Value) == 0 {
		hi.Sub(hi, one)
	}
	return figure.Closed(lo, hi), lo.Cmp(hi) > 0
}

func floor(r *big.Rat) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Div(r.Num(), r.Denom()))
}

func ceiling(r *big.Rat) *big.Rat {
	down := floor(new(big.Rat).Neg(r))
	return down.Neg(down)
}

// subject is the figure a relation is about, in a row if it is about rows.
func (c *checker) subject(r *relation.Relation, row dataset.Row) relation.Figure {
	switch s := r.Subject.(type) {
	case relation.Cell:
		return s.Figure(r.Rows, row)
	case relation.Figure:
		return s
	}
	return relation.Figure{}
}

// unitOf is the unit in which a relation's subject is printed.
func unitOf(subject relation.Term) figure.Unit {
	switch s := subject.(type) {
	case relation.Cell:
		return s.Unit
	case relation.Figure:
		return s.Unit
	}
	return figure.Unit{}
}

// isCircular reports whether a figure is computed from itself.
func (c *checker) isCircular(ref dataset.Ref) bool {
	v, computed := c.computed[ref]
	return computed && v.circular
}

// cycle reports that a figure is computed from itself, once for each cycle.
func (c *checker) cycle(ref dataset.Ref) {
	refs := slices.Clone(c.path[slices.Index(c.path, ref):])
	names := make([]string, 0, len(refs)+1)
	for _, r := range append(refs, ref) {
		c.computed[r].circular = true
		names = append(names, string(r))
	}
	f := diag.Finding{
		Code: diag.BadExpression, Severity: diag.Error, Figure: string(ref),
		Message: diag.Say("公式循环引用：%s", "formulas refer to each other in a circle: %s", strings.Join(names, " → ")),
		Hints: []diag.Hint{{Kind: "cycle", Message: diag.Say("给其中一个指标写上 value，或改写它的公式",
			"give one of them a value, or change its formula")}},
	}
	for n, r := range refs {
		made := c.defined[r]
		switch {
		case made == nil:
			continue
		case n == 0:
			f.Place = made.Place
		default:
			f.Related = append(f.Related, diag.Related{Place: made.Place, Figure: string(r),
				Note: diag.Say("%s的公式", "the formula of %s", r)})
		}
	}
	c.find(f)
}
