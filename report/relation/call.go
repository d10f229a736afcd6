package relation

import (
	"math/big"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/expr"
	"jianbao/report/period"
)

var minusOne = big.NewRat(-1, 1)

// maxRound is how many digits round may be asked for, before or after the point.
const maxRound = 12

// functions are the names of all functions, for hints.
var functions = []string{"sum", "count", "min", "max", "mean", "abs", "round", "share", "growth", "at", "prev"}

// otherNames are what spreadsheets call functions, with this language's name.
var otherNames = map[string]string{
	"avg": "mean", "average": "mean", "averageif": "mean", "averageifs": "mean",
	"sumif": "sum", "sumifs": "sum", "sumproduct": "sum", "total": "sum", "minifs": "min", "maxifs": "max",
	"counta": "count", "countif": "count", "countifs": "count", "rows": "count",
}

func (s *scope) call(n *expr.Call) (quantity, bool) {
	switch f := Func(n.Func); f {
	case Sum, Min, Max, Mean:
		return s.over(n, f)
	case Count:
		return s.count(n)
	case Abs:
		args, ok := s.args(n, "abs(x)", 1)
		if !ok {
			return quantity{}, false
		}
		return quantity{term: Apply{Func: Abs, Args: terms(args)}, measure: args[0].measure}, true
	case Round:
		return s.round(n)
	case Share, Growth:
		return s.ratio(n, f)
	}
	switch n.Func {
	case "at":
		return s.atPeriod(n)
	case "prev":
		return s.yearEarlier(n)
	}
	s.unknown(n, n.Func, diag.Say("没有名为 %s 的函数", "there is no function %s", n.Func), functions, otherNames[strings.ToLower(n.Func)])
	return quantity{}, false
}

func terms(qs []quantity) []Term {
	ts := make([]Term, len(qs))
	for i, q := range qs {
		ts[i] = q.term
	}
	return ts
}

// arity reports a call with another number of arguments than form shows, a string or
// a diag.Text.
func (s *scope) arity(n *expr.Call, form any, least, most int) bool {
	if len(n.Args) >= least && len(n.Args) <= most {
		return true
	}
	s.fail(n, diag.BadExpression, diag.Say("%s 有%d个参数，应写作 %s", "%s has %d arguments; it is written %s", n.Func, len(n.Args), form))
	return false
}

// args are the arguments of a call, all numbers.
func (s *scope) args(n *expr.Call, form string, count int) ([]quantity, bool) {
	if !s.arity(n, form, count, count) {
		return nil, false
	}
	return s.quantities(n.Args)
}

func (s *scope) quantities(nodes []expr.Node) ([]quantity, bool) {
	all := true
	qs := make([]quantity, len(nodes))
	for i, n := range nodes {
		var ok bool
		qs[i], ok = s.quantity(n)
		all = all && ok
	}
	return qs, all
}

// over is sum, min, max or mean, of a column or of several numbers.
func (s *scope) over(n *expr.Call, f Func) (quantity, bool) {
	form := diag.Say("%[1]s(t.col)、%[1]s(t.col, 条件)、%[1]s(a, b)", "%[1]s(t.col), %[1]s(t.col, condition) or %[1]s(a, b)", string(f))
	if !s.arity(n, form, 1, len(n.Args)) {
		return quantity{}, false
	}
	if m, ok := n.Args[0].(*expr.Member); ok {
		if !s.arity(n, form, 1, 2) {
			return quantity{}, false
		}
		return s.overColumn(n, f, m)
	}
	qs, ok := s.quantities(n.Args)
	if !ok {
		return quantity{}, false
	}
	result := quantity{measure: qs[0].measure}
	for _, q := range qs[1:] {
		if _, _, m, ok := joined(result, q); ok {
			result.measure = m
			continue
		}
		s.b.report(unlike(s.placeOf(n.Span()), result.measure, q.measure))
		return quantity{}, false
	}
	args := make([]Term, len(qs))
	for i, q := range qs {
		args[i] = q.as(result.measure)
	}
	result.term = Apply{Func: f, Args: args}
	return result, true
}

func (s *scope) overColumn(n *expr.Call, f Func, m *expr.Member) (quantity, bool) {
	t, ok := s.table(m, m.Table)
	if !ok {
		return quantity{}, false
	}
	c, ok := s.column(m, t, m.Column)
	if ok && !c.Numeric && f != Count {
		s.failWords(m, c)
		ok = false
	}
	where, okWhere := s.where(n, t)
	if !ok || !okWhere {
		return quantity{}, false
	}
	measure := countMeasure
	if f != Count {
		measure = s.b.columnMeasure(t, c)
	}
	return quantity{term: Aggregate{Func: f, Table: t, Column: c, Where: where}, measure: measure}, true
}

// count is the number of a table's rows, or of a column's cells that hold
// something.
func (s *scope) count(n *expr.Call) (quantity, bool) {
	if !s.arity(n, diag.Say("count(t)、count(t, 条件)", "count(t) or count(t, condition)"), 1, 2) {
		return quantity{}, false
	}
	switch arg := n.Args[0].(type) {
	case *expr.Member:
		return s.overColumn(n, Count, arg)
	case *expr.Name:
		t, ok := s.table(arg, arg.ID)
		if !ok {
			return quantity{}, false
		}
		where, ok := s.where(n, t)
		return quantity{term: Aggregate{Func: Count, Table: t, Where: where}, measure: countMeasure}, ok
	}
	s.fail(n.Args[0], diag.BadExpression, diag.Say("count 的参数应是表或表的列", "count takes a table or a column of one"))
	return quantity{}, false
}

// where is the condition of an aggregate, its second argument if there is one.
func (s *scope) where(n *expr.Call, t *dataset.Table) (Where, bool) {
	if len(n.Args) < 2 {
		return nil, true
	}
	return s.conditions(n.Args[1], t, false)
}

// round rounds to decimals of the unit the number is printed in: round(x, 1) of
// a figure in 亿元 is to 0.1亿元.
func (s *scope) round(n *expr.Call) (quantity, bool) {
	if !s.arity(n, "round(x, 2)", 1, 2) {
		return quantity{}, false
	}
	x, ok := s.quantity(n.Args[0])
	decimals := new(big.Rat)
	if len(n.Args) == 2 {
		if decimals = wholeNumber(n.Args[1]); decimals == nil {
			s.fail(n.Args[1], diag.BadExpression, diag.Say("round 的位数应是%d至%d的整数", "round takes a whole number of digits from %d to %d", -maxRound, maxRound))
			return quantity{}, false
		}
	}
	if !ok {
		return quantity{}, false
	}
	factor := x.measure.unit.Factor
	if factor == nil {
		factor = one
	}
	rounded := Apply{Func: Round, Args: []Term{scaled(x.term, new(big.Rat).Inv(factor)), Constant{Value: decimals}}}
	return quantity{term: scaled(rounded, factor), measure: x.measure}, true
}

// wholeNumber is the value of a literal within the limits of round, else nil.
func wholeNumber(n expr.Node) *big.Rat {
	sign := one
	if u, ok := n.(*expr.Unary); ok && u.Op == expr.Sub {
		n, sign = u.X, minusOne
	}
	literal, ok := n.(*expr.Number)
	if !ok || !literal.Value.IsInt() || literal.Value.Cmp(big.NewRat(maxRound, 1)) > 0 {
		return nil
	}
	return exact.Mul(literal.Value, sign)
}

// ratio is share(part, whole) or growth(now, then).
func (s *scope) ratio(n *expr.Call, f Func) (quantity, bool) {
	form := "share(part, whole)"
	if f == Growth {
		form = "growth(now, then)"
	}
	args, ok := s.args(n, form, 2)
	if !ok {
		return quantity{}, false
	}
	a, b, _, ok := joined(args[0], args[1])
	if !ok {
		s.b.report(unlike(s.placeOf(n.Span()), args[0].measure, args[1].measure))
		return quantity{}, false
	}
	return quantity{term: Apply{Func: f, Args: []Term{a, b}}, measure: measure{unit: percent, ratio: true}}, true
}

// atPeriod is an indicator's figure in a named period.
func (s *scope) atPeriod(n *expr.Call) (quantity, bool) {
	const form = `at(id, "2020")`
	if !s.arity(n, form, 2, 2) {
		return quantity{}, false
	}
	i, ok := s.indicator(n.Args[0])
	text, isText := n.Args[1].(*expr.Text)
	if !isText {
		s.fail(n.Args[1], diag.BadExpression, diag.Say("报告期要加引号，写作 %s", "a period stands in quotes: %s", form))
		return quantity{}, false
	}
	p, err := period.Parse(strings.TrimSpace(text.Value))
	if fault, bad := err.(*period.Error); bad {
		s.fail(text, diag.BadPeriod, fault.Say, diag.Hint{Kind: "period", Message: fault.Hint})
		return quantity{}, false
	}
	if !ok {
		return quantity{}, false
	}
	return s.in(i, p), true
}

// yearEarlier is an indicator's figure a year before the one its bare name
// means.
func (s *scope) yearEarlier(n *expr.Call) (quantity, bool) {
	if !s.arity(n, "prev(id)", 1, 1) {
		return quantity{}, false
	}
	i, ok := s.indicator(n.Args[0])
	if !ok {
		return quantity{}, false
	}
	p := s.at
	if o := i.In(p); o == nil && s.lenient {
		if o = i.Current(p); o != nil {
			p = o.Period
		}
	}
	return s.in(i, p.YearEarlier()), true
}
