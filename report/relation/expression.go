package relation

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
)

// quantity lowers a node that must be a number. All faults in it are reported.
func (s *scope) quantity(n expr.Node) (quantity, bool) {
	switch n := n.(type) {
	case *expr.Number:
		return quantity{term: Constant{Value: n.Value}, measure: literalMeasure}, true
	case *expr.Name:
		return s.name(n)
	case *expr.Member:
		return s.bareColumn(n)
	case *expr.Unary:
		return s.unary(n)
	case *expr.Binary:
		return s.binary(n)
	case *expr.Call:
		return s.call(n)
	}
	s.fail(n, diag.BadExpression, diag.Say("文字只能在条件里与列比较", "a text can only be compared with a column, in a condition"))
	return quantity{}, false
}

// name is a column of the row at hand, else an indicator.
func (s *scope) name(n *expr.Name) (quantity, bool) {
	if s.row != nil {
		if at := s.row.ColumnIndex(n.ID); at >= 0 {
			return s.cell(n, s.row.Columns[at])
		}
	}
	if i := s.b.indicators[n.ID]; i != nil {
		return s.current(i), true
	}
	if s.b.tables[n.ID] != nil {
		s.fail(n, diag.BadExpression, diag.Say("%s 是一张表，不是数", "%s is a table, not a number", n.ID),
			diag.Hint{Kind: "function", Message: diag.Say("行数写作 count(%[1]s)，一列之和写作 sum(%[1]s.列)",
				"write count(%[1]s) for its rows, sum(%[1]s.column) for a column", n.ID)})
		return quantity{}, false
	}
	s.unknownIndicator(n, n.ID)
	return quantity{}, false
}

// bareColumn is t.col outside a function, which stands for many numbers.
func (s *scope) bareColumn(n *expr.Member) (quantity, bool) {
	if t, ok := s.table(n, n.Table); ok {
		if c, ok := s.column(n, t, n.Column); ok {
			s.fail(n, diag.BadExpression, diag.Say("%s 是整列，不是一个数", "%s is a whole column, not one number", n),
				diag.Hint{Kind: "function", Message: s.insteadOf(n, c)})
		}
	}
	return quantity{}, false
}

// insteadOf is what may have been meant by a whole column where a number is wanted.
func (s *scope) insteadOf(n *expr.Member, c *dataset.Column) diag.Text {
	switch {
	case !c.Numeric:
		return diag.Say(`写作 count(%s, %s == "文字") 等`, `write count(%s, %s == "text") or the like`, n.Table, n.Column)
	case s.row != nil && s.row.ID.Value == n.Table:
		return diag.Say("本行的数写作 %[2]s，整列的写作 sum(%[1]s) 等", "the row's own is written %[2]s, the column's sum(%[1]s) or the like", n, n.Column)
	}
	return diag.Say("写作 sum(%s) 等；要逐行先算再合计的，给表加一列 formula，合计那一列",
		"write sum(%s) or the like; what is reckoned row by row and then added up wants a column with a formula of its own", n)
}

func (s *scope) unary(n *expr.Unary) (quantity, bool) {
	if n.Op == expr.Not {
		return s.notANumber(n)
	}
	x, ok := s.quantity(n.X)
	if c, isConstant := x.term.(Constant); isConstant {
		return quantity{term: scaled(c, minusOne), measure: x.measure}, ok
	}
	return quantity{term: Negative{X: x.term}, measure: x.measure}, ok
}

func (s *scope) notANumber(n expr.Node) (quantity, bool) {
	s.fail(n, diag.BadExpression, diag.Say("这里应是数，不是判断", "a number is wanted here, not a comparison"))
	return quantity{}, false
}

func (s *scope) binary(n *expr.Binary) (quantity, bool) {
	switch n.Op {
	case expr.Add, expr.Sub, expr.Mul, expr.Div:
	default:
		return s.notANumber(n)
	}
	x, okX := s.quantity(n.X)
	y, okY := s.quantity(n.Y)
	if !okX || !okY {
		return quantity{}, false
	}
	switch n.Op {
	case expr.Mul:
		return quantity{term: Arith{Op: '*', X: x.term, Y: y.term}, measure: x.measure.times(y.measure, 1)}, true
	case expr.Div:
		return quantity{term: Arith{Op: '/', X: x.term, Y: y.term}, measure: x.measure.times(y.measure, -1)}, true
	}
	return s.sum(n, x, y)
}

// sum is x + y or x − y.
func (s *scope) sum(n *expr.Binary, x, y quantity) (quantity, bool) {
	op := n.Op[0]
	if x.measure.isRatio() && y.measure.points || x.measure.points && y.measure.isRatio() {
		// A rate moved by 百分点 is a rate.
		return quantity{term: Arith{Op: op, X: x.term, Y: y.term}, measure: ratioBeside(x.measure, y.measure)}, true
	}
	s.doubtLiteral(n.X, x, y)
	s.doubtLiteral(n.Y, y, x)
	a, b, m, ok := joined(x, y)
	if !ok {
		s.b.report(unlike(s.placeOf(n.Span()), x.measure, y.measure))
		return quantity{}, false
	}
	if op == '-' && m.isRatio() {
		m.points = true
	}
	return quantity{term: Arith{Op: op, X: a, Y: b}, measure: m}, true
}

func ratioBeside(x, y measure) measure {
	if !x.ratio {
		x = y
	}
	return measure{unit: x.unit, ratio: true}
}
