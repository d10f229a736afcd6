package compose

import (
	"math/big"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// count is the number of a table's rows: of all, of those whose columns read what
// pairs of a column and a text say, or of those that meet a condition.
func (w words) count(args []value) (value, *problem) {
	texts, ok := textsOf(args)
	if !ok || len(texts) == 0 {
		return nil, wanted("count")
	}
	t, where, p := w.rows(texts[0], texts[1:])
	if p != nil {
		return nil, p
	}
	return w.once("count", texts, func() (value, *problem) {
		n := 0
		for range w.matching(t, where) {
			n++
		}
		return whole(n), nil
	})
}

// whole is a number of rows as a figure.
func whole(n int) figure.Figure {
	number := big.NewRat(int64(n), 1)
	return figure.Of(number, figure.Unit{}, 0, figure.Point(number))
}

// sum is the sum of a table's column, or of indicators.
func (w words) sum(args []value) (value, *problem) {
	texts, ok := textsOf(args)
	if !ok || len(texts) < 2 {
		return nil, wanted("sum")
	}
	if w.byID[texts[0]] != nil {
		return w.reckoned("sum", texts, new(big.Rat).Add)
	}
	t, where, p := w.rows(texts[0], texts[2:])
	if p != nil {
		return nil, p
	}
	k := t.ColumnIndex(texts[1])
	if k < 0 || !t.Columns[k].Numeric {
		return nil, unknownColumn(t, texts[1])
	}
	return w.once("sum", texts, func() (value, *problem) { return w.sumOf(t, k, where) })
}

// sumOf is the total that the table gives of those rows, or else their sum. Of
// rows of which one is not known there is no sum; - and … add nothing.
func (w words) sumOf(t *dataset.Table, k int, where relation.Where) (value, *problem) {
	column := t.Columns[k]
	if f, ok := w.publishedTotal(t, column, where); ok {
		return f, nil
	}
	total := new(big.Rat)
	for r := range w.matching(t, where) {
		f := w.cellValue(t, r, k)
		switch {
		case f.Absent == figure.Unknown:
			return nil, absent(diag.Say("%s的%s", "%[2]s of %[1]s", r.Key(), column.Title.Value))
		case f.Absent != figure.Present:
			continue
		case f.Hedge != figure.Plain && f.Hedge != figure.Reached:
			return nil, unsaid(diag.Say("%s的%s是“%s”，不是确数，不能求和", "%[2]s of %[1]s is %[3]s, which is no exact number to add", r.Key(), column.Title.Value, f))
		}
		total.Add(total, f.Value())
	}
	return exactly(total, unitOf(column.Unit)), nil
}

// publishedTotal is what a table's totals give of rows. It is printed without
// needless zeros, as a sum is.
func (w words) publishedTotal(t *dataset.Table, column *dataset.Column, where relation.Where) (figure.Figure, bool) {
	for _, total := range t.Totals {
		if !sameRows(relation.WhereOf(total.Where), where) {
			continue
		}
		for _, v := range total.Values {
			f := w.figure(t.TotalRef(total, v.Column), v.Figure)
			if v.Column != column || f.Absent != figure.Present {
				continue
			}
			if f.Hedge == figure.Plain {
				f.Text = figure.Decimal(f.Number) + f.Unit.Symbol
			}
			return f, true
		}
	}
	return figure.Figure{}, false
}

// exactly is a figure whose number, in base units, is known to every digit that is
// printed.
func exactly(base *big.Rat, unit figure.Unit) figure.Figure {
	number := unit.FromBase(base)
	decimals, _ := figure.DecimalDigits(number)
	f := figure.Of(number, unit, decimals, figure.Point(base))
	f.Text = figure.Decimal(number) + unit.Symbol
	return f
}

// difference is how far two indicators are apart: 6.24亿元.
func (w words) difference(args []value) (value, *problem) {
	texts, ok := textsOf(args)
	if !ok || len(texts) != 2 {
		return nil, wanted("difference")
	}
	return w.reckoned("difference", texts, func(a, b *big.Rat) *big.Rat {
		d := new(big.Rat).Sub(a, b)
		return d.Abs(d)
	})
}

// reckoned is what the current figures of indicators make together, by their
// numbers as printed, in the unit of the first.
func (w words) reckoned(name string, ids []string, with func(a, b *big.Rat) *big.Rat) (value, *problem) {
	var made *big.Rat
	var first figure.Figure
	for _, id := range ids {
		o, p := w.observation([]value{textValue{s: id}})
		if p != nil {
			return nil, p
		}
		f, p := w.plain(o)
		switch {
		case p != nil:
			return nil, p
		case made == nil:
			first, made = f, f.Value()
			continue
		case !first.Unit.Like(f.Unit):
			return nil, &problem{say: diag.Say("%s和%s单位不同，%s 不能算", "%s and %s have unlike units, of which there is no %s", first, f, name)}
		}
		made = with(made, f.Value())
	}
	f := exactly(made, first.Unit)
	if name == "difference" && first.Unit.Symbol == "%" {
		f.Text = figure.Decimal(f.Number) + "个百分点"
	}
	return f, nil
}

// once keeps what goes through a whole table, so that a text that asks for it
// again, in a loop or in other sections, costs nothing.
func (w words) once(name string, args []string, reckon func() (value, *problem)) (value, *problem) {
	key := name + "\x00" + strings.Join(args, "\x00")
	if known, ok := w.reckonings[key]; ok {
		return known.value, known.problem
	}
	v, p := reckon()
	w.reckonings[key] = reckoning{v, p}
	return v, p
}

// reckoning is what a function made of a table.
type reckoning struct {
	value   value
	problem *problem
}
