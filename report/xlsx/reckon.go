package xlsx

import (
	"math/big"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/exact"
	"jianbao/report/relation"
)

// fold is sum, min, max or mean of numbers.
func fold(f relation.Func, numbers []*big.Rat) (*big.Rat, bool) {
	made := folded{f: f}
	for _, n := range numbers {
		made.take(n)
	}
	return made.value()
}

// folded is the sum, least, greatest or mean of the numbers it has taken.
type folded struct {
	f     relation.Func
	sum   exact.Sum
	so    *big.Rat // the least or greatest; nil until the first
	count int64
}

func (v *folded) take(n *big.Rat) {
	v.count++
	switch {
	case v.f == relation.Sum || v.f == relation.Mean:
		v.sum.Add(n)
	case v.so == nil, v.f == relation.Min && exact.Cmp(n, v.so) < 0, v.f == relation.Max && exact.Cmp(n, v.so) > 0:
		v.so = n
	}
}

// value is false where there is none: of no numbers there is only a sum.
func (v *folded) value() (*big.Rat, bool) {
	switch {
	case v.f == relation.Sum:
		return v.sum.Rat(), true
	case v.f == relation.Mean && v.count > 0:
		return exact.Times(1, v.count, v.sum.Rat()), true
	}
	return v.so, v.so != nil && (v.f == relation.Min || v.f == relation.Max)
}

func (x *index) aggregate(a relation.Aggregate) (*big.Rat, bool) {
	key := a.Key()
	if v, ok := x.aggregates[key]; ok {
		return v, v != nil
	}
	if t, ok := x.tables[a.Table.ID.Value]; ok {
		x.gather(t.Table, []relation.Aggregate{a}, func(document.Row) {})
	}
	v := x.aggregates[key]
	return v, v != nil
}

// wanted are the aggregates that the document's formulas and checks speak of, by
// the id of their table: a long table is gone through for all of them at once.
func wanted(doc *document.Document) map[string][]relation.Aggregate {
	found, seen, seenWhole := map[string][]relation.Aggregate{}, map[string]bool{}, map[whole]bool{}
	look := func(t relation.Term) {
		if t == nil {
			return
		}
		relation.Walk(t, func(t relation.Term) {
			a, ok := t.(relation.Aggregate)
			if !ok {
				return
			}
			over := whole{how: a.Func, table: a.Table, column: a.Column}
			if a.Where == nil && seenWhole[over] { // nearly all: a key need not be written for each
				return
			}
			seenWhole[over] = a.Where == nil || seenWhole[over]
			if key := a.Key(); !seen[key] {
				seen[key] = true
				found[a.Table.ID.Value] = append(found[a.Table.ID.Value], a)
			}
		})
	}
	for _, section := range doc.Sections {
		for _, block := range section.Blocks {
			t, ok := block.(document.Table)
			if !ok {
				continue
			}
			rows := t.Totals
			if t.Kind == document.IndicatorTable {
				rows = append(t.First(t.Len()), rows...)
			}
			for _, row := range rows {
				for _, c := range row.Cells {
					look(c.Formula)
				}
			}
		}
	}
	if doc.Checks.Lines != nil {
		for t := range doc.Checks.Lines.Terms() {
			look(t)
		}
	}
	return found
}

// gather works out aggregates over a table's rows, in one go through them. What
// else is to be seen of each row, see is given.
func (x *index) gather(t *document.Table, all []relation.Aggregate, see func(document.Row)) {
	over := make([]*overRows, len(all))
	for i, a := range all {
		over[i] = newOverRows(t, a)
	}
	var cells []document.Cell // of one row after the other
	for n := range t.Len() {
		row := t.Rows.Row(n, cells)
		cells = row.Cells
		see(row)
		for _, o := range over {
			if o != nil {
				o.take(row)
			}
		}
	}
	for i, o := range over {
		if key := all[i].Key(); !x.has(key) {
			x.aggregates[key] = o.value()
		}
	}
}

// has reports whether an aggregate is worked out: of two tables of one id the first
// counts.
func (x *index) has(key string) bool {
	_, there := x.aggregates[key]
	return there
}

// overRows is an aggregate in the making.
type overRows struct {
	relation.Aggregate
	where   map[*dataset.Column]int // the conditions' columns
	column  int                     // of the figures; -1: the rows themselves are counted
	numbers folded
	count   int64
}

// newOverRows is nil if the table has not all the columns.
func newOverRows(t *document.Table, a relation.Aggregate) *overRows {
	o := &overRows{Aggregate: a, where: map[*dataset.Column]int{}, column: -1, numbers: folded{f: a.Func}}
	for _, w := range relation.Conditions(a.Where) {
		for _, column := range w.Columns() {
			at := columnOf(t, column.ID.Value)
			if at < 0 {
				return nil
			}
			o.where[column] = at
		}
	}
	if a.Column != nil {
		if o.column = columnOf(t, a.Column.ID.Value); o.column < 0 {
			return nil
		}
	}
	return o
}

func (o *overRows) take(row document.Row) {
	cell := func(column *dataset.Column) *document.Cell { return &row.Cells[o.where[column]] }
	if !relation.Holds(o.Where, func(w relation.Condition) bool { return meets(w, cell) }) {
		return
	}
	if o.column < 0 {
		o.count++
		return
	}
	c := &row.Cells[o.column]
	if c.Number != nil || c.Text != "" {
		o.count++
	}
	if o.Func != relation.Count && numeric(c) {
		o.numbers.take(base(c))
	}
}

// value is nil where there is none.
func (o *overRows) value() *big.Rat {
	switch {
	case o == nil:
		return nil
	case o.Func == relation.Count:
		return new(big.Rat).SetInt64(o.count)
	case o.column < 0:
		return nil
	}
	if v, ok := o.numbers.value(); ok {
		return v
	}
	return nil
}

// meets judges a condition as the workbook's formulas do: texts without regard to
// case, dates as texts, and an absent figure meets no condition on numbers.
func meets(w relation.Condition, cell func(*dataset.Column) *document.Cell) bool {
	if w.OnWords() {
		switch text := cell(w.Column).Text; w.Op {
		case "==", "!=":
			return strings.EqualFold(text, w.Text) == (w.Op == "==")
		default:
			return len(text) == len(w.Text) && w.Holds(strings.Compare(text, w.Text))
		}
	}
	return w.HoldsOf(func(column *dataset.Column) (*big.Rat, bool) {
		c := cell(column)
		if !numeric(c) {
			return nil, false
		}
		return base(c), true
	})
}
