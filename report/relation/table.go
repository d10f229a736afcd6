package relation

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
	"jianbao/report/figure"
)

// table adds a table's relations: its columns' formulas, cells with too many
// digits, and its totals.
func (b *binder) table(t *dataset.Table) {
	formulas := map[*dataset.Column]Term{}
	for index, c := range t.Columns {
		if c.Formula == nil {
			continue
		}
		m := b.columnMeasure(t, c)
		r := Relation{ID: t.ID.Value + "." + c.ID.Value, Kind: FormulaKind, Code: diag.TotalMismatch,
			Subject: Cell{Column: c, Index: index, Unit: m.printed()}, Decimals: c.Decimals, Rows: t,
			Place: c.Formula.Place, Written: c.Formula.Text}
		b.define(&r, m, scope{b: b, formula: c.Formula, at: b.d.Period, lenient: true, row: t})
		formulas[c] = r.Formula
		b.add(r)
	}
	b.cellDigits(t)
	for _, total := range t.Totals {
		b.total(t, total, formulas)
	}
}

// cellDigits adds a relation for each cell with too many digits; the others,
// which may be many, need no mention.
func (b *binder) cellDigits(t *dataset.Table) {
	for index, c := range t.Columns {
		if !c.Numeric {
			continue
		}
		values := t.Values(index)
		for n, brief := range values.Figures {
			if brief != figure.Other && !brief.ExcessDigits(values.Options.Precision) {
				continue
			}
			row := t.Row(n)
			if stated := row.Figure(index); stated.ExcessDigits() {
				f := Cell{Column: c, Index: index, Unit: stated.Unit}.Figure(t, row)
				b.add(Relation{ID: string(f.Ref) + ".digits", Kind: DigitsKind, Code: diag.ExcessDigits,
					Subject: f, Stated: stated, Place: f.Place})
			}
		}
	}
}

// total adds what a total's figures must be over its rows.
func (b *binder) total(t *dataset.Table, total *dataset.Total, formulas map[*dataset.Column]Term) {
	where := WhereOf(total.Where)
	if total.Count != nil {
		b.totalOf(t, total, total.Count, CountKind, diag.CountMismatch, Aggregate{Func: Count, Table: t, Where: where}, countMeasure)
	}
	for i := range total.Values {
		v := &total.Values[i]
		m := b.columnMeasure(t, v.Column)
		b.totalOf(t, total, v, TotalKind, diag.TotalMismatch, ColumnTotal(t, v.Column, where, formulas[v.Column]), m)
	}
}

// ColumnTotal is the total of a column over some rows:
// the sum of its cells, except that a quotient does not add up: the total of
// done / investment is the sum of the one over the sum of the other. The formula
// is the column's own, nil if it has none.
func ColumnTotal(t *dataset.Table, c *dataset.Column, where Where, formula Term) Term {
	if formula == nil || !isQuotient(formula) {
		return Aggregate{Func: Sum, Table: t, Column: c, Where: where}
	}
	return mapCells(formula, func(cell Cell) Term { return ColumnTotal(t, cell.Column, where, nil) })
}

func isQuotient(t Term) bool {
	found := false
	Walk(t, func(t Term) {
		switch t := t.(type) {
		case Arith:
			found = found || t.Op == '/' && !isConstant(t.Y)
		case Apply:
			found = found || t.Func == Share || t.Func == Growth
		}
	})
	return found
}

func isConstant(t Term) bool {
	_, ok := t.(Constant)
	return ok
}

func (b *binder) totalOf(t *dataset.Table, total *dataset.Total, v *dataset.TotalValue, kind Kind, code diag.Code, made Term, m measure) {
	name := total.Label.Value + " 个数"
	if v.Column != nil {
		name = total.Label.Value + " " + titleOf(v.Column)
	}
	f := Figure{Ref: t.TotalRef(total, v.Column), Name: name, Unit: m.printed(), Place: v.Place}
	r := Relation{ID: string(f.Ref), Kind: kind, Code: code, Place: v.Place}
	if v.Column != nil {
		r.Decimals = v.Column.Decimals
	}
	measure := m
	if v.Figure.Absent == figure.Present {
		f.Unit = v.Figure.Unit
		measure = measureOf(f.Unit)
	}
	r.Subject = f
	if measure.alike(m) {
		r.Formula = quantity{term: made, measure: m}.as(measure)
		r.Claim = Compare{Op: expr.Equal, X: f, Y: r.Formula, Unit: f.Unit}
	} else {
		r.Unbound = b.report(unlike(v.Place, measure, m))
	}
	b.add(r)
	if v.Figure.ExcessDigits() {
		b.add(Relation{ID: r.ID + ".digits", Kind: DigitsKind, Code: diag.ExcessDigits, Subject: f, Stated: v.Figure, Place: v.Place})
	}
}
