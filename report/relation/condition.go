package relation

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
)

// conditions lowers the condition of an aggregate over a table: comparisons of
// columns with literals, joined by and. Bare names are columns of that table.
func (s *scope) conditions(n expr.Node, t *dataset.Table) ([]Condition, bool) {
	switch n := n.(type) {
	case *expr.Binary:
		if n.Op == expr.And {
			left, okLeft := s.conditions(n.X, t)
			right, okRight := s.conditions(n.Y, t)
			return append(left, right...), okLeft && okRight
		}
		if n.Op.Compares() {
			c, ok := s.condition(n, n.Op, t)
			return []Condition{c}, ok
		}
	case *expr.Unary:
		if b, ok := n.X.(*expr.Binary); ok && n.Op == expr.Not && b.Op.Compares() {
			c, ok := s.condition(b, opposite[b.Op], t)
			return []Condition{c}, ok
		}
	}
	s.fail(n, diag.BadExpression, diag.Say("条件应是列与文字或数的比较，几个条件之间用 and",
		"a condition compares a column with a text or a number; several are joined by and"),
		diag.Hint{Kind: "condition", Message: diag.Say(`如 level == "省级" and investment >= 10；“或”写成两项相加`,
			`as in level == "省级" and investment >= 10; for “or” add two sums`)})
	return nil, false
}

// condition is one comparison, with the column on either side.
func (s *scope) condition(n *expr.Binary, op expr.Op, t *dataset.Table) (Condition, bool) {
	column, literal := n.X, n.Y
	if isLiteral(column) {
		column, literal, op = literal, column, mirrored[op]
	}
	c, ok := s.conditionColumn(column, t)
	if !ok {
		return Condition{}, false
	}
	if text, isText := literal.(*expr.Text); isText && !c.Numeric && (op == expr.Equal || op == expr.Differ) {
		return Condition{Column: c, Op: string(op), Text: text.Value}, true
	}
	if number := literalNumber(literal); number != nil && c.Numeric {
		q := quantity{term: Constant{Value: number}, measure: literalMeasure}
		return Condition{Column: c, Op: string(op), Number: q.as(s.b.columnMeasure(t, c)).(Constant).Value}, true
	}
	if c.Numeric {
		s.fail(literal, diag.BadExpression, diag.Say("列“%s”是数，只能与数比较", "column %q holds figures: compare it with a number", titleOf(c)))
	} else {
		s.fail(n, diag.BadExpression, diag.Say("列“%s”是文字，只能用 == 或 != 与加引号的文字比较",
			"column %q holds words: compare it by == or != with a text in quotes", titleOf(c)))
	}
	return Condition{}, false
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
