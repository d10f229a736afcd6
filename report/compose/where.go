package compose

import (
	"math/big"
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// rows is a table and what restricts its rows: pairs of a column and a text, or a
// condition as in an expression.
func (w words) rows(id string, said []string) (*dataset.Table, relation.Where, *problem) {
	t := w.d.Table(id)
	if t == nil {
		var known []string
		for _, t := range w.d.Tables() {
			known = append(known, t.ID.Value)
		}
		return nil, nil, unknown(diag.Say("没有表 %s", "no table %s", quoted(id)), id, known)
	}
	if len(said)%2 == 0 {
		where, p := pairs(t, said)
		return t, where, p
	}
	if len(said) > 1 {
		return nil, nil, &problem{say: diag.Say("范围应是一个条件，或几对列名和文字", "rows are restricted by one condition, or by pairs of a column and a text"),
			hint: diag.Say("写作 \"列\" \"文字\" 或 \"列 == '文字' or 列 > 10\"", "write \"column\" \"text\", or \"column == 'text' or column > 10\"")}
	}
	where, fault := relation.ParseWhere(w.d, t, said[0])
	if fault != nil {
		p := &problem{say: diag.Say("条件%s：%s", "the condition %s: %s", quoted(said[0]), fault.Message)}
		if len(fault.Hints) > 0 {
			p.hint = fault.Hints[0].Message
		}
		return nil, nil, p
	}
	return t, where, nil
}

// pairs are the rows whose columns read what is said of them.
func pairs(t *dataset.Table, said []string) (relation.Where, *problem) {
	var where []dataset.Condition
	for ; len(said) > 0; said = said[2:] {
		k := t.ColumnIndex(said[0])
		if k < 0 {
			return nil, unknownColumn(t, said[0])
		}
		where = append(where, dataset.Condition{Column: t.Columns[k], Value: dataset.Text{Value: said[1]}})
	}
	return relation.WhereOf(where), nil
}

// sameRows reports whether two restrictions are the same equations, in whatever order.
func sameRows(a, b relation.Where) bool {
	x, okX := equations(a)
	y, okY := equations(b)
	within := func(x, y []relation.Condition) bool {
		return !slices.ContainsFunc(x, func(c relation.Condition) bool {
			return !slices.ContainsFunc(y, func(d relation.Condition) bool { return c.Column == d.Column && c.Text == d.Text })
		})
	}
	return okX && okY && within(x, y) && within(y, x)
}

// equations are the conditions of a restriction that only says what columns read.
func equations(w relation.Where) ([]relation.Condition, bool) {
	all := relation.Conditions(w)
	every, ok := w.(relation.AllOf)
	return all, (len(all) < 2 || ok && len(every) == len(all)) &&
		!slices.ContainsFunc(all, func(c relation.Condition) bool { return c.Op != "==" || !c.OnWords() })
}

// matching are the rows of a table that meet a restriction.
func (w words) matching(t *dataset.Table, where relation.Where) func(func(dataset.Row) bool) {
	judges := map[relation.Condition]func(dataset.Row) bool{}
	for _, c := range relation.Conditions(where) {
		judges[c] = w.judge(t, c)
	}
	return func(yield func(dataset.Row) bool) {
		for r := range t.Rows() {
			if relation.Holds(where, func(c relation.Condition) bool { return judges[c](r) }) && !yield(r) {
				return
			}
		}
	}
}

// judge is a condition as a judgement on rows, as the checks have it: figures count
// as printed, … as nothing, and one that is missing meets no condition.
func (w words) judge(t *dataset.Table, c relation.Condition) func(dataset.Row) bool {
	if k := t.ColumnIndex(c.Column.ID.Value); c.OnWords() {
		return func(r dataset.Row) bool { return c.Reads(r.Text(k)) }
	}
	return func(r dataset.Row) bool {
		return c.HoldsOf(func(column *dataset.Column) (*big.Rat, bool) {
			f := w.cellValue(t, r, t.ColumnIndex(column.ID.Value))
			if f.Absent == figure.BelowUnit {
				return new(big.Rat), true
			}
			return f.Value(), f.Absent == figure.Present
		})
	}
}

func unknownColumn(t *dataset.Table, id string) *problem {
	var known []string
	for _, c := range t.Columns {
		known = append(known, c.ID.Value)
	}
	return unknown(diag.Say("表 %s 没有这样的列：%s", "table %s has no such column: %s", t.ID.Value, quoted(id)), id, known)
}
