package relation

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// ParseWhere reads a condition on the rows of a table that stands by itself, as in a
// text. The finding, with no place, is why it cannot be read.
func ParseWhere(d *dataset.Dataset, t *dataset.Table, text string) (Where, *diag.Finding) {
	b := newBinder(d)
	s := scope{b: b, formula: &dataset.Formula{Text: text}, at: d.Period, lenient: true}
	n, ok := s.parse()
	if ok {
		if where, ok := s.conditions(n, t, false); ok {
			return where, nil
		}
	}
	if len(b.findings) == 0 { // the column may be in a member's file that could not be read
		return nil, &diag.Finding{Message: b.fault}
	}
	return nil, &b.findings[0]
}

// conditions lowers the condition of an aggregate over a table: comparisons of
// columns with literals, joined by and, or and not; negated is set below a `not`.
// Bare names are columns of that table.
func (s *scope) conditions(n expr.Node, t *dataset.Table, negated bool) (Where, bool) {
	switch n := n.(type) {
	case *expr.Unary:
		if n.Op == expr.Not {
			return s.conditions(n.X, t, !negated)
		}
	case *expr.Binary:
		if n.Op == expr.And || n.Op == expr.Or {
			return s.bothConditions(n, t, negated)
		}
		if n.Op.Compares() {
			op := n.Op
			if negated {
				op = opposite[op]
			}
			return s.condition(n, op, t)
		}
	}
	s.fail(n, diag.BadExpression, diag.Say("条件应是列与文字或数的比较，几个条件之间用 and、or",
		"a condition compares a column with a text or a number; several are joined by and, or"),
		diag.Hint{Kind: "condition", Message: diag.Say(`如 level == "省级" and investment >= 10`, `as in level == "省级" and investment >= 10`)})
	return nil, false
}

// bothConditions lowers and and or; negated, each becomes the other (De Morgan).
func (s *scope) bothConditions(n *expr.Binary, t *dataset.Table, negated bool) (Where, bool) {
	x, okX := s.conditions(n.X, t, negated)
	y, okY := s.conditions(n.Y, t, negated)
	if !okX || !okY {
		return nil, false
	}
	op := expr.And
	if (n.Op == expr.And) == negated {
		op = expr.Or
	}
	return joinedBy(op, x, y), true
}

// condition is one comparison, with the column on either side.
func (s *scope) condition(n *expr.Binary, op expr.Op, t *dataset.Table) (Where, bool) {
	column, with := n.X, n.Y
	if isLiteral(column) {
		column, with, op = with, column, mirrored[op]
	}
	c, ok := s.conditionColumn(column, t)
	if !ok {
		return nil, false
	}
	w := Condition{Column: c, Op: string(op)}
	if number := literalNumber(with); number != nil && c.Numeric {
		q, m := quantity{term: Constant{Value: number}, measure: literalMeasure}, s.b.columnMeasure(t, c)
		s.doubtLiteral(with, q, quantity{measure: m})
		w.Number = q.as(m).(Constant).Value
		return w, true
	}
	if text, isText := with.(*expr.Text); isText && !c.Numeric {
		w.Text = text.Value
		return w, op == expr.Equal || op == expr.Differ || s.areDates(text, t, c)
	}
	if !c.Numeric {
		s.fail(n, diag.BadExpression, diag.Say("列“%s”是文字，只能与加引号的文字比较", "column %q holds words: compare it with a text in quotes", titleOf(c)))
		return nil, false
	}
	if w.Other, ok = s.columnBeside(with, t); !ok {
		s.fail(with, diag.BadExpression, diag.Say("列“%s”是数，只能与数或本表的另一列数比较",
			"column %q holds figures: compare it with a number or another column of figures of the table", titleOf(c)))
		return nil, false
	}
	if x, y := s.b.columnMeasure(t, c), s.b.columnMeasure(t, w.Other); !x.alike(y) {
		s.b.report(unlike(s.placeOf(n.Span()), x, y))
		return nil, false
	}
	return w, true
}

// columnBeside is the column of figures of a table that a node names.
func (s *scope) columnBeside(n expr.Node, t *dataset.Table) (*dataset.Column, bool) {
	id := ""
	switch n := n.(type) {
	case *expr.Name:
		id = n.ID
	case *expr.Member:
		if n.Table == t.ID.Value {
			id = n.Column
		}
	}
	at := t.ColumnIndex(id)
	if at < 0 || !t.Columns[at].Numeric {
		return nil, false
	}
	return t.Columns[at], true
}

// areDates reports whether a text and all cells of a column of words are dates of one
// kind, days, months or years, so that each is before the other or after it.
func (s *scope) areDates(text *expr.Text, t *dataset.Table, c *dataset.Column) bool {
	wanted, fault := period.Parse(text.Value)
	if fault != nil {
		s.fail(text, diag.BadExpression, diag.Say("列“%s”是文字，只有日期分先后，“%s”不是日期", "column %q holds words, of which only dates are before or after others, and %q is none", titleOf(c), text.Value),
			diag.Hint{Kind: "date", Message: diag.Say(`日期写作 "2021-06-30"、"2021-06" 或 "2021"；文字用 == 或 != 比较`, `write a date as "2021-06-30", "2021-06" or "2021"; compare words by == or !=`)})
		return false
	}
	index := t.ColumnIndex(c.ID.Value)
	for row := range t.Rows() {
		cell := row.Text(index)
		if f, fault := figure.Parse(cell, figure.Options{}); fault == nil && f.Absent != figure.Present {
			continue
		}
		if date, fault := period.Parse(cell); fault != nil || date.Months() != wanted.Months() {
			s.fail(text, diag.BadExpression, diag.Say("列“%s”里的“%s”与“%s”不是同一种日期，比不出先后", "in column %q, %q is no date of the kind of %q, before or after it", titleOf(c), cell, text.Value),
				diag.Hint{Kind: "date", Message: diag.Say("把这一列的日期都写成一样，如 2021-06-30", "write all dates of the column alike, as 2021-06-30")})
			return false
		}
	}
	return true
}

// mirrored is the comparison with its sides exchanged.
var mirrored = map[expr.Op]expr.Op{
	expr.Equal: expr.Equal, expr.Differ: expr.Differ,
	expr.Less: expr.More, expr.More: expr.Less,
	expr.AtMost: expr.AtLeast, expr.AtLeast: expr.AtMost,
}

func isLiteral(n expr.Node) bool {
	_, isText := n.(*expr.Text)
	return isText || literalNumber(n) != nil
}

// literalNumber is the value of a number with or without a sign, else nil.
func literalNumber(n expr.Node) *big.Rat {
	switch n := n.(type) {
	case *expr.Number:
		return n.Value
	case *expr.Unary:
		if x, ok := n.X.(*expr.Number); ok && n.Op == expr.Sub {
			return new(big.Rat).Neg(x.Value)
		}
	}
	return nil
}

func (s *scope) conditionColumn(n expr.Node, t *dataset.Table) (*dataset.Column, bool) {
	switch n := n.(type) {
	case *expr.Name:
		return s.column(n, t, n.ID)
	case *expr.Member:
		if n.Table == t.ID.Value {
			return s.column(n, t, n.Column)
		}
	}
	s.fail(n, diag.BadExpression, diag.Say("条件里只能比较表 %s 的列", "a condition compares columns of table %s only", t.ID.Value))
	return nil, false
}
