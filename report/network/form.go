package network

import (
	"math/big"
	"slices"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// form is an expression as constant + Σ weight · atom, each variable once.
type form struct {
	constant *big.Rat
	terms    []term
}

// term is weight · a variable, or weight · a node if that is not nil.
type term struct {
	weight *big.Rat // never zero
	v      Var
	node   *node
}

// node is what a form cannot express: an operation on forms.
type node struct {
	kind kind
	args []form

	decimals int  // of rounded
	tiesEven bool // of rounded
}

type kind int

const (
	product kind = iota
	quotient
	magnitude
	least
	greatest
	rounded
)

// row is a constraint as a form that must lie in its target: within −∞ and 0 for
// X ≤ Y, and so on. Of ≠ the target is the whole line, and the form may not be 0.
type row struct {
	form
	target  figure.Interval
	differ  bool
	linear  bool  // no term is a node
	members []Var // all variables in it, each once, in order
}

var (
	zero     = new(big.Rat)
	one      = big.NewRat(1, 1)
	minusOne = big.NewRat(-1, 1)
)

// targets are what X − Y lies in for each comparison.
var targets = map[Op]figure.Interval{
	Equal:   figure.Point(zero),
	Differ:  {},
	Less:    {Hi: figure.Bound{Value: zero, Open: true}},
	AtMost:  {Hi: figure.Bound{Value: zero}},
	More:    {Lo: figure.Bound{Value: zero, Open: true}},
	AtLeast: {Lo: figure.Bound{Value: zero}},
}

// compile brings a constraint into the form of a row.
func compile(c Constraint) row {
	b := builder{form: form{constant: new(big.Rat)}}
	b.add(c.X, one)
	b.add(c.Y, minusOne)
	r := row{form: b.done(), target: targets[c.Op], differ: c.Op == Differ, linear: true}
	for _, t := range r.terms {
		r.linear = r.linear && t.node == nil
	}
	r.form.visit(func(v Var) { r.members = append(r.members, v) })
	slices.Sort(r.members)
	r.members = slices.Compact(r.members)
	return r
}

func formOf(x Expr) form {
	b := builder{form: form{constant: new(big.Rat)}}
	b.add(x, one)
	return b.done()
}

// builder gathers a form.
type builder struct {
	form
	at map[Var]int // the term of a variable, once there are many
}

// fewTerms are looked through faster than a map is made.
const fewTerms = 8

// done is the form, without variables that cancel out. A weight of 1 or −1 is the
// one such number, so that it is known without looking.
func (b *builder) done() form {
	b.terms = slices.DeleteFunc(b.terms, func(t term) bool { return t.weight.Sign() == 0 })
	for i, t := range b.terms {
		switch {
		case exact.Cmp(t.weight, one) == 0:
			b.terms[i].weight = one
		case exact.Cmp(t.weight, minusOne) == 0:
			b.terms[i].weight = minusOne
		}
	}
	return b.form
}

// add adds weight · x.
func (b *builder) add(x Expr, weight *big.Rat) {
	switch x := x.(type) {
	case Var:
		b.addTerm(term{weight: weight, v: x})
	case Constant:
		b.constant.Add(b.constant, times(weight, x.Value))
	case Sum:
		if x.Constant != nil {
			b.constant.Add(b.constant, times(weight, x.Constant))
		}
		for _, t := range x.Terms {
			b.add(t.X, times(weight, t.Weight))
		}
	case Product:
		left, right := formOf(x.X), formOf(x.Y)
		switch {
		case left.isConstant():
			b.addForm(right, times(weight, left.constant))
		case right.isConstant():
			b.addForm(left, times(weight, right.constant))
		default:
			b.addNode(&node{kind: product, args: []form{left, right}}, weight)
		}
	case Quotient:
		above, below := formOf(x.X), formOf(x.Y)
		if below.isConstant() && below.constant.Sign() != 0 {
			b.addForm(above, exact.Quo(weight, below.constant))
			return
		}
		b.addNode(&node{kind: quotient, args: []form{above, below}}, weight)
	case Abs:
		b.addNode(&node{kind: magnitude, args: []form{formOf(x.X)}}, weight)
	case Min:
		b.addNode(&node{kind: least, args: formsOf(x.Of)}, weight)
	case Max:
		b.addNode(&node{kind: greatest, args: formsOf(x.Of)}, weight)
	case Round:
		b.addNode(&node{kind: rounded, args: []form{formOf(x.X)}, decimals: x.Decimals, tiesEven: x.TiesEven}, weight)
	}
}

// times is a·b, where a nil b is 1.
func times(a, b *big.Rat) *big.Rat {
	switch {
	case b == nil || b == one:
		return a
	case a == one:
		return b
	case b == minusOne:
		return exact.Neg(a)
	}
	return exact.Mul(a, b)
}

func formsOf(xs []Expr) []form {
	forms := make([]form, len(xs))
	for i, x := range xs {
		forms[i] = formOf(x)
	}
	return forms
}

func (b *builder) addForm(f form, weight *big.Rat) {
	b.constant.Add(b.constant, times(weight, f.constant))
	for _, t := range f.terms {
		t.weight = times(weight, t.weight)
		b.addTerm(t)
	}
}

func (b *builder) addNode(n *node, weight *big.Rat) { b.addTerm(term{weight: weight, node: n}) }

func (b *builder) addTerm(t term) {
	if t.node == nil {
		if i := b.find(t.v); i >= 0 {
			b.terms[i].weight = exact.Add(b.terms[i].weight, t.weight)
			return
		}
		if b.at != nil {
			b.at[t.v] = len(b.terms)
		}
	}
	b.terms = append(b.terms, t)
}

// find is the term of a variable, or −1.
func (b *builder) find(v Var) int {
	if len(b.terms) <= fewTerms {
		return slices.IndexFunc(b.terms, func(t term) bool { return t.node == nil && t.v == v })
	}
	if b.at == nil {
		b.at = make(map[Var]int, 2*len(b.terms))
		for i, t := range b.terms {
			if t.node == nil {
				b.at[t.v] = i
			}
		}
	}
	if i, ok := b.at[v]; ok {
		return i
	}
	return -1
}

// alone is the variable that a form is; ok is false if it is more than that.
func (f form) alone() (v Var, ok bool) {
	if len(f.terms) != 1 || f.terms[0].node != nil || f.terms[0].weight != one || f.constant.Sign() != 0 {
		return 0, false
	}
	return f.terms[0].v, true
}

func (f form) isConstant() bool { return len(f.terms) == 0 }

// visit calls tell for every variable in a form, as often as it stands there.
func (f form) visit(tell func(Var)) {
	for _, t := range f.terms {
		if t.node == nil {
			tell(t.v)
			continue
		}
		for _, arg := range t.node.args {
			arg.visit(tell)
		}
	}
}
