package check

import (
	"iter"
	"math/big"
	"math/bits"
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// selection is the rows of a table that meet conditions, a bit each.
type selection []uint64

func (s selection) has(row int) bool { return s[row/64]&(1<<(row%64)) != 0 }

func (s selection) count() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// rows are the numbers of the rows, in order.
func (s selection) rows() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, w := range s {
			for ; w != 0; w &= w - 1 {
				if !yield(64*i + bits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}

// keep drops the rows that do not meet a condition.
func (s selection) keep(meets func(row int) bool) {
	for i, w := range s {
		for kept := w; w != 0; w &= w - 1 {
			if !meets(64*i + bits.TrailingZeros64(w)) {
				kept &^= w & -w
			}
			s[i] = kept
		}
	}
}

// selected is the rows of an aggregate, found once for all over the same rows.
func (c *checker) selected(a relation.Aggregate) selection {
	key := relation.Aggregate{Table: a.Table, Where: a.Where}.Key()
	s, known := c.selections[key]
	if known {
		return s
	}
	n := a.Table.Len()
	s = make(selection, (n+63)/64)
	for i := range s {
		s[i] = ^uint64(0)
	}
	if n%64 != 0 {
		s[len(s)-1] = 1<<(n%64) - 1
	}
	c.restrict(s, a.Table, a.Where)
	c.selections[key] = s
	return s
}

// restrict drops the rows that are not among those of a condition, or of several.
func (c *checker) restrict(s selection, t *dataset.Table, w relation.Where) {
	switch w := w.(type) {
	case relation.Condition:
		s.keep(c.condition(t, w))
	case relation.AllOf:
		for _, part := range w {
			c.restrict(s, t, part)
		}
	case relation.AnyOf:
		left := slices.Clone(s) // met none yet
		for _, part := range w {
			met := slices.Clone(left)
			c.restrict(met, t, part)
			left.drop(met)
		}
		s.drop(left)
	}
}

// drop takes away the rows of another selection.
func (s selection) drop(other selection) {
	for i, w := range other {
		s[i] &^= w
	}
}

// filter is the condition of an aggregate as a judgement on rows.
func (c *checker) filter(a relation.Aggregate) func(dataset.Row) bool {
	s := c.selected(a)
	return func(row dataset.Row) bool { return s.has(row.Number()) }
}

// condition is a condition as a judgement on rows, by number, as meets has it.
func (c *checker) condition(t *dataset.Table, w relation.Condition) func(row int) bool {
	index := t.ColumnIndex(w.Column.ID.Value)
	if w.OnWords() && (w.Op == "==" || w.Op == "!=") {
		reads, wanted := t.Reads(index, w.Text), w.Op == "=="
		return func(row int) bool { return reads(row) == wanted }
	}
	if w.Number == nil {
		return func(row int) bool { return c.meets(t, t.Row(row), index, w) }
	}
	figures, plain := t.Values(index).Figures, plainOrder(t.Values(index), w.Number)
	return func(row int) bool {
		if digits, decimals, ok := figures[row].Plain(); ok {
			return w.Holds(plain[decimals].of(digits))
		}
		return c.meets(t, t.Row(row), index, w)
	}
}

// meets judges a condition on a row. Figures count as printed; one that is not
// there meets no condition on numbers.
func (c *checker) meets(t *dataset.Table, row dataset.Row, index int, w relation.Condition) bool {
	if w.OnWords() {
		return w.Reads(row.Text(index))
	}
	return w.HoldsOf(func(column *dataset.Column) (*big.Rat, bool) { return c.asPrinted(t, row, column) })
}

// asPrinted is the number in a row's cell, if there is one.
func (c *checker) asPrinted(t *dataset.Table, row dataset.Row, column *dataset.Column) (*big.Rat, bool) {
	cell := c.cell(t, row, t.ColumnIndex(column.ID.Value), true)
	return cell.values.Lo.Value, cell.why.IsZero()
}

// threshold is a number among plain numbers of so many decimals: their digits
// up to floor are less, but that floor itself is equal if it is exact.
type threshold struct {
	floor *big.Int
	small int64 // floor, if it is that of a plain number
	exact bool
}

// plainOrder is a number, in base units, as a threshold for each number of
// decimals of a column's plain numbers.
func plainOrder(v *dataset.Values, number *big.Rat) (all [figure.MostDecimals + 1]threshold) {
	unit, _ := figure.ParseUnit(v.Options.Unit) // of a bad one no figure is plain
	for decimals := range all {
		scaled := exact.Quo(unit.FromBase(number), exact.Power10(-decimals))
		floor := new(big.Int).Div(scaled.Num(), scaled.Denom())
		all[decimals] = threshold{floor: floor, small: floor.Int64(), exact: scaled.IsInt()}
	}
	return all
}

// of is the order of a plain number's digits and the threshold.
func (t threshold) of(digits int64) int {
	switch {
	case !t.floor.IsInt64():
		return -t.floor.Sign()
	case digits > t.small:
		return 1
	case digits == t.small && t.exact:
		return 0
	}
	return -1
}
