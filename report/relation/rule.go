package relation

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
)

// rule adds an assertion of the file's own.
func (b *binder) rule(rule *dataset.Rule) {
	r := Relation{ID: rule.ID.Value, Kind: RuleKind, Code: diag.RuleBroken,
		Place: rule.Assert.Place, Written: rule.Assert.Text, Say: rule.Say.Value}
	s := scope{b: b, formula: &rule.Assert, at: b.d.Period, lenient: true}
	b.fault = diag.Text{}
	n, ok := s.parse()
	if ok {
		r.Claim, ok = s.claim(n, false)
	}
	if !ok {
		r.Claim, r.Unbound = nil, b.reason()
		b.add(r)
		return
	}
	if c, isCompare := r.Claim.(Compare); isCompare {
		c = reportedFirst(c)
		r.Claim = c
		if f, isFigure := c.X.(Figure); isFigure {
			r.Subject = f
		}
	}
	b.add(r)
}

// reportedFirst turns a comparison so that a figure that stands alone on one
// side is on the left: `a + b <= total` is about the total.
func reportedFirst(c Compare) Compare {
	_, left := c.X.(Figure)
	_, right := c.Y.(Figure)
	if right && !left {
		return Compare{Op: mirrored[c.Op], X: c.Y, Y: c.X, Unit: c.Unit}
	}
	return c
}

// claim lowers a node that must be a judgement; negated is set below a `not`.
func (s *scope) claim(n expr.Node, negated bool) (Claim, bool) {
	switch n := n.(type) {
	case *expr.Unary:
		if n.Op == expr.Not {
			return s.claim(n.X, !negated)
		}
	case *expr.Binary:
		if n.Op == expr.And || n.Op == expr.Or {
			return s.both(n, negated)
		}
		if n.Op.Compares() {
			return s.comparison(n, negated)
		}
	}
	s.fail(n, diag.BadExpression, diag.Say("这里应是判断，如 a <= b，而不是数", "a comparison such as a <= b is wanted here, not a number"))
	return nil, false
}

// both lowers and and or; negated, each becomes the other (De Morgan).
func (s *scope) both(n *expr.Binary, negated bool) (Claim, bool) {
	x, okX := s.claim(n.X, negated)
	y, okY := s.claim(n.Y, negated)
	if (n.Op == expr.And) != negated {
		return All{x, y}, okX && okY
	}
	return Any{x, y}, okX && okY
}

func (s *scope) comparison(n *expr.Binary, negated bool) (Claim, bool) {
	x, okX := s.quantity(n.X)
	y, okY := s.quantity(n.Y)
	if !okX || !okY {
		return nil, false
	}
	s.doubtLiteral(n.X, x, y)
	s.doubtLiteral(n.Y, y, x)
	a, b, m, ok := joined(x, y)
	if !ok {
		s.b.report(unlike(s.placeOf(n.Span()), x.measure, y.measure))
		return nil, false
	}
	op := n.Op
	if negated {
		op = opposite[op]
	}
	return Compare{Op: op, X: a, Y: b, Unit: m.printed()}, true
}
