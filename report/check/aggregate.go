package check

import (
	"fmt"
	"math/big"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// partKey names a part of a linear form: equal keys are the same value.
func partKey(t relation.Term) string {
	switch t := t.(type) {
	case relation.Figure:
		return string(t.Ref)
	case relation.Cell:
		return "\x00" + t.Column.ID.Value
	case relation.Aggregate:
		return aggregateKey(t)
	}
	return ""
}

func aggregateKey(a relation.Aggregate) string {
	var key strings.Builder
	fmt.Fprintf(&key, "\x00%s\x00%s", a.Func, a.Table.ID.Value)
	if a.Column != nil {
		key.WriteString("\x00" + a.Column.ID.Value)
	}
	for _, w := range a.Where {
		fmt.Fprintf(&key, "\x00\x00%s\x00%s\x00%s\x00%v", w.Column.ID.Value, w.Op, w.Text, w.Number)
	}
	return key.String()
}

// aggregate is the value of an aggregate, worked out once.
func (e evaluator) aggregate(a relation.Aggregate) reading {
	key := aggregateKey(a)
	if e.printed {
		key += "\x00printed"
	}
	if known, ok := e.c.aggregates[key]; ok {
		return known
	}
	r := e.overRows(a)
	e.c.aggregates[key] = r
	return r
}

// overRows reads the cells of an aggregate. A figure that is not given leaves a
// sum unknown; "-" (there is none) is no part of it.
func (e evaluator) overRows(a relation.Aggregate) reading {
	index := -1
	if a.Column != nil {
		index = a.Table.ColumnIndex(a.Column.ID.Value)
	}
	where := e.c.filter(a)
	t := newTally(a.Func)
	for _, row := range a.Table.Rows {
		switch {
		case !where(row):
		case index < 0:
			t.rows++
		case a.Func == relation.Count:
			if holdsSomething(&row.Cells[index], a.Column) {
				t.rows++
			}
		case row.Cells[index].Figure.Absent != figure.None:
			cell := e.c.cell(a.Table, row, index, e.printed)
			if !cell.why.IsZero() {
				return cell
			}
			t.add(cell)
		}
	}
	return t.reading()
}

func holdsSomething(cell *dataset.Cell, column *dataset.Column) bool {
	if column.Numeric {
		return cell.Figure.Absent == figure.Present || cell.Figure.Absent == figure.BelowUnit
	}
	return cell.Text != ""
}

// filter is the condition of an aggregate as a judgement on rows.
func (c *checker) filter(a relation.Aggregate) func(*dataset.Row) bool {
	indexes := make([]int, len(a.Where))
	for i, w := range a.Where {
		indexes[i] = a.Table.ColumnIndex(w.Column.ID.Value)
	}
	return func(row *dataset.Row) bool {
		for i, w := range a.Where {
			if !c.meets(a.Table, row, indexes[i], w) {
				return false
			}
		}
		return true
	}
}

// meets judges a condition on a row. Figures count as printed; one that is not
// there meets no condition on numbers.
func (c *checker) meets(t *dataset.Table, row *dataset.Row, index int, w relation.Condition) bool {
	if w.Number == nil {
		return (row.Cells[index].Text == w.Text) == (w.Op == "==")
	}
	cell := c.cell(t, row, index, true)
	if !cell.why.IsZero() {
		return false
	}
	order := cell.values.Lo.Value.Cmp(w.Number)
	switch w.Op {
	case "==":
		return order == 0
	case "!=":
		return order != 0
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	}
	return order >= 0
}

// tally gathers the cells of an aggregate. Sums are kept as two running ends, so
// that a long column costs two additions a row.
type tally struct {
	f      relation.Func
	rows   int64
	hedged bool
	values figure.Interval // of min and max
	lo, hi end             // of sum and mean
}

// end is a sum of bounds: nil once one of them is none.
type end struct {
	sum  *big.Rat
	open bool
}

func newTally(f relation.Func) *tally {
	return &tally{f: f, lo: end{sum: new(big.Rat)}, hi: end{sum: new(big.Rat)}}
}

func (t *tally) add(cell reading) {
	t.rows++
	t.hedged = t.hedged || cell.hedged
	switch {
	case t.f == relation.Sum || t.f == relation.Mean:
		t.lo.add(cell.values.Lo)
		t.hi.add(cell.values.Hi)
		t.lo.keep(false)
		t.hi.keep(true)
	case t.rows == 1:
		t.values = cell.values
	default:
		t.values = fold(t.f, t.values, cell.values)
	}
}

func (e *end) add(b figure.Bound) {
	if b.Value == nil {
		e.sum = nil
	}
	if e.sum != nil {
		e.sum.Add(e.sum, b.Value)
		e.open = e.open || b.Open
	}
}

func (e end) bound() figure.Bound { return figure.Bound{Value: e.sum, Open: e.open && e.sum != nil} }

func (t *tally) reading() reading {
	r := reading{hedged: t.hedged, values: t.values}
	switch {
	case t.f == relation.Count:
		r.values = figure.Point(new(big.Rat).SetInt64(t.rows))
	case t.f == relation.Sum:
		r.values = figure.Between(t.lo.bound(), t.hi.bound())
	case t.rows == 0:
		return failed(diag.Say("没有符合条件的行", "no row meets the condition"))
	case t.f == relation.Mean:
		r.values = figure.Between(t.lo.bound(), t.hi.bound()).Scale(big.NewRat(1, t.rows))
	}
	return r
}
