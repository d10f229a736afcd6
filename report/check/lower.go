package check

import (
	"math/big"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/expr"
	"jianbao/report/figure"
	"jianbao/report/network"
	"jianbao/report/relation"
)

// lowering brings statements into one system of constraints over intervals. Each
// figure that they speak of is a variable.
type lowering struct {
	c         *checker
	system    network.System
	variables map[string]network.Var
	members   []member    // what each variable stands for
	sources   []statement // what each constraint says
	divisions map[*dataset.Table][]selection
}

// member is what a variable of the system stands for.
type member struct {
	relation.Figure
	text   string // as written; empty if it was not given
	rows   int    // how many cells it is the sum of; 0 for a figure
	given  bool
	likely *big.Rat // the number as printed; nil if it was not given, or is of several cells
}

// lower lowers statements. The tables are divided for all relations that hang
// together, so that it makes no difference which of them are lowered.
func (c *checker) lower(all []statement, hanging []*relation.Relation) *lowering {
	l := &lowering{c: c, variables: map[string]network.Var{}}
	l.divisions = l.divide(hanging)
	for _, s := range all {
		constraints, ok := l.statement(s)
		if !ok {
			continue // it cannot be judged: a divisor can be zero, a figure is in doubt
		}
		for _, x := range constraints {
			l.system.Constraints = append(l.system.Constraints, x)
			l.sources = append(l.sources, s)
		}
	}
	return l
}

// variable is the variable of that key; made says what it is if it is new.
func (l *lowering) variable(key string, made func() (member, figure.Interval)) network.Var {
	if v, known := l.variables[key]; known {
		return v
	}
	v := network.Var(len(l.members))
	l.variables[key] = v
	m, domain := made()
	l.members = append(l.members, m)
	l.system.Domains = append(l.system.Domains, domain)
	l.system.Whole = append(l.system.Whole, !m.given && l.c.isWhole(m.Figure))
	l.system.Likely = append(l.system.Likely, m.likely)
	return v
}

// statement lowers one statement; ok is false if it takes no part.
func (l *lowering) statement(s statement) (constraints []network.Constraint, ok bool) {
	r := s.relation
	subject, isFigure := r.Subject.(relation.Figure)
	switch {
	case r.Kind == relation.PreviousKind:
		return l.previous(s)
	case l.c.isCircular(s.subject()):
		return nil, false
	case isFigure && l.c.defined[subject.Ref] == r:
		equal, ok := l.compare(s, relation.Compare{Op: expr.Equal, X: subject, Y: r.Formula})
		if r.Kind != relation.ShareKind {
			return equal, ok
		}
		whole := r.Formula.(relation.Arith).Y
		within, okWithin := l.claim(s, relation.All{
			relation.Compare{Op: expr.AtMost, X: subject, Y: whole},
			relation.Compare{Op: expr.AtLeast, X: subject, Y: relation.Constant{Value: zero}},
		})
		return append(equal, within...), ok && okWithin
	case r.Claim == nil:
		return nil, false
	}
	return l.claim(s, r.Claim)
}

// subject names the figure that a statement is about, if it is about one.
func (s statement) subject() dataset.Ref {
	switch subject := s.relation.Subject.(type) {
	case relation.Figure:
		return subject.Ref
	case relation.Cell:
		return dataset.Ref(s.id)
	}
	return ""
}

// previous is that this issue and the one before give one figure.
func (l *lowering) previous(s statement) ([]network.Constraint, bool) {
	subject := s.relation.Subject.(relation.Figure)
	now, ok := l.term(s, subject)
	if !ok || !s.checked {
		return nil, false
	}
	given := s.relation.Given[1]
	before := l.variable("\x00previous\x00"+string(subject.Ref), func() (member, figure.Interval) {
		f := relation.Figure{Ref: given.Ref(), Name: subject.Name + "（上一期）", Unit: given.Figure.Unit, Place: given.Place}
		return member{Figure: f, text: given.Figure.String(), given: true, likely: given.Figure.Value()}, given.Figure.Range
	})
	return []network.Constraint{{Op: network.Equal, X: now, Y: before}}, true
}

// claim lowers what must hold; of alternatives none need hold, so they are left
// out.
func (l *lowering) claim(s statement, c relation.Claim) ([]network.Constraint, bool) {
	switch c := c.(type) {
	case relation.Compare:
		return l.compare(s, c)
	case relation.All:
		var all []network.Constraint
		for _, each := range c {
			constraints, ok := l.claim(s, each)
			if !ok {
				return nil, false
			}
			all = append(all, constraints...)
		}
		return all, true
	}
	return nil, true
}

var operators = map[expr.Op]network.Op{
	expr.Equal: network.Equal, expr.Differ: network.Differ, expr.Less: network.Less,
	expr.AtMost: network.AtMost, expr.More: network.More, expr.AtLeast: network.AtLeast,
}

func (l *lowering) compare(s statement, c relation.Compare) ([]network.Constraint, bool) {
	x, okX := l.term(s, c.X)
	y, okY := l.term(s, c.Y)
	return []network.Constraint{{Op: operators[c.Op], X: x, Y: y}}, okX && okY
}

// term lowers a term; ok is false if it has no value.
func (l *lowering) term(s statement, t relation.Term) (x network.Expr, ok bool) {
	switch t := t.(type) {
	case relation.Constant:
		return network.Constant{Value: t.Value}, true
	case relation.Figure:
		return l.figure(s, t)
	case relation.Cell:
		return l.cell(s.relation.Rows, s.row, t.Index)
	case relation.Aggregate:
		if s.relation.Rows != nil {
			return l.total(t)
		}
		return l.aggregate(t)
	case relation.Negative:
		x, ok := l.term(s, t.X)
		return network.Sum{Terms: []network.Weighted{{Weight: minusOne, X: x}}}, ok
	case relation.Arith:
		return l.arith(s, t)
	case relation.Apply:
		return l.apply(s, t)
	}
	return nil, false
}

func (l *lowering) arith(s statement, t relation.Arith) (network.Expr, bool) {
	x, okX := l.term(s, t.X)
	y, okY := l.term(s, t.Y)
	if !okX || !okY {
		return nil, false
	}
	switch t.Op {
	case '+':
		return network.Sum{Terms: []network.Weighted{{X: x}, {X: y}}}, true
	case '-':
		return network.Sum{Terms: []network.Weighted{{X: x}, {Weight: minusOne, X: y}}}, true
	case '*':
		return network.Product{X: x, Y: y}, true
	}
	return network.Quotient{X: x, Y: y}, l.divides(s, t.Y)
}

// divides reports whether a term can be a divisor: it is not known, or it cannot
// be zero.
func (l *lowering) divides(s statement, t relation.Term) bool {
	e := evaluator{c: l.c, table: s.relation.Rows, row: s.row}
	r := e.read(t)
	return !r.why.IsZero() || !r.values.Contains(zero)
}

// bases reports whether a rate of change can have a term as its base.
func (l *lowering) bases(s statement, t relation.Term) bool {
	e := evaluator{c: l.c, table: s.relation.Rows, row: s.row}
	r := e.read(t)
	return !r.why.IsZero() || badBase(r.values).IsZero()
}

func (l *lowering) apply(s statement, t relation.Apply) (network.Expr, bool) {
	args := make([]network.Expr, len(t.Args))
	for i, arg := range t.Args {
		var ok bool
		if args[i], ok = l.term(s, arg); !ok {
			return nil, false
		}
	}
	switch t.Func {
	case relation.Abs:
		return network.Abs{X: args[0]}, true
	case relation.Round:
		decimals := t.Args[1].(relation.Constant).Value.Num().Int64()
		return network.Round{X: args[0], Decimals: int(decimals), TiesEven: l.c.d.TiesEven}, true
	case relation.Share:
		return network.Quotient{X: args[0], Y: args[1]}, l.divides(s, t.Args[1])
	case relation.Growth:
		rate := network.Sum{Constant: minusOne, Terms: []network.Weighted{{X: network.Quotient{X: args[0], Y: args[1]}}}}
		return rate, l.bases(s, t.Args[1])
	case relation.Min:
		return network.Min{Of: args}, true
	case relation.Max:
		return network.Max{Of: args}, true
	}
	sum := network.Sum{}
	for _, x := range args {
		sum.Terms = append(sum.Terms, network.Weighted{X: x})
	}
	if t.Func == relation.Mean {
		return network.Quotient{X: sum, Y: network.Constant{Value: whole(len(args))}}, true
	}
	return sum, true
}

// figure is the variable of a figure; ok is false if it was given differently.
func (l *lowering) figure(s statement, f relation.Figure) (network.Expr, bool) {
	known, given := l.c.facts[f.Ref]
	if !known.clash.IsZero() {
		return nil, false
	}
	return l.variable(string(f.Ref), func() (member, figure.Interval) {
		m := member{Figure: f, given: given, likely: known.number}
		if given {
			m.text = l.c.written(Judged{Relation: s.relation, Row: s.row}, f)
		}
		return m, known.values
	}), true
}

// isWhole reports whether a figure that was not given counts whole things: it is
// a part of a whole in such a unit, or of an indicator whose given figures are all
// exact numbers of them.
func (c *checker) isWhole(f relation.Figure) bool {
	if !f.Unit.Counting() || f.Unit.Factor != nil {
		return false
	}
	if r, ok := c.defined[f.Ref]; ok {
		return r.Kind == relation.ShareKind
	}
	id, _, _ := strings.Cut(string(f.Ref), "@")
	i := c.d.Indicator(id)
	if i == nil {
		return false
	}
	for _, o := range i.Observations {
		if o.Figure.Absent == figure.Present && (!o.Figure.Range.IsPoint() || !o.Figure.Value().IsInt()) {
			return false
		}
	}
	return true
}

// isOpen reports whether a variable is a figure that was not given.
func (l *lowering) isOpen(v network.Var) bool { return !l.members[v].given }
