package check

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// aggregate is the value of an aggregate, worked out once.
func (e evaluator) aggregate(a relation.Aggregate) reading {
	key := e.aggregateKey(a)
	if known, ok := e.c.aggregates[key]; ok {
		return known
	}
	r := e.overRows(a)
	e.c.aggregates[key] = r
	return r
}

// aggregateKey tells the readings of aggregates apart without a text to be made for
// each row of a formula.
type aggregateKey struct {
	f       relation.Func
	table   *dataset.Table
	column  *dataset.Column
	where   string
	printed bool
}

func (e evaluator) aggregateKey(a relation.Aggregate) aggregateKey {
	key := aggregateKey{f: a.Func, table: a.Table, column: a.Column, printed: e.printed}
	if a.Where != nil {
		key.where = relation.Aggregate{Table: a.Table, Where: a.Where}.Key()
	}
	return key
}

// overRows reads the cells of an aggregate. A figure that is not given leaves a
// sum unknown; "-" (there is none) is no part of it.
func (e evaluator) overRows(a relation.Aggregate) reading {
	if why := e.c.lacking(a); !why.IsZero() {
		return failed(why)
	}
	t := newTally(a.Func)
	index := -1
	if a.Column != nil {
		index = a.Table.ColumnIndex(a.Column.ID.Value)
	}
	switch {
	case index < 0:
		t.rows = int64(e.c.selected(a).count())
	case !a.Column.Numeric:
		for row := range e.c.selected(a).rows() {
			if a.Table.Row(row).Text(index) != "" {
				t.rows++
			}
		}
	default:
		if failed := e.overFigures(t, a, index, e.c.plain(a, index)); !failed.why.IsZero() {
			return failed
		}
	}
	return t.reading()
}

// overFigures adds figures of a column to a tally. If one of them is not known
// neither is the aggregate, and the reading says why.
func (e evaluator) overFigures(t *tally, a relation.Aggregate, index int, numbers *plainSums) (failed reading) {
	for _, n := range numbers.others {
		row := a.Table.Row(n)
		switch absent := row.Figure(index).Absent; {
		case a.Func == relation.Count:
			if absent == figure.Present || absent == figure.BelowUnit {
				t.rows++
			}
		case absent != figure.None:
			cell := e.c.cell(a.Table, row, index, e.printed)
			if !cell.why.IsZero() {
				return cell
			}
			t.add(cell)
		}
	}
	for i := range numbers.classes {
		e.addPlain(t, a, index, &numbers.classes[i])
	}
	return reading{}
}

// tally gathers the cells of an aggregate. Sums are kept as two running ends.
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
