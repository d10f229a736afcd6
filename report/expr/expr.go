// Package expr reads the expressions of the data format (SPEC §2) into trees:
// formulas, assertions and conditions. It knows syntax only; what a name means
// and what a tree is worth is for package relation and package check.
package expr

import "math/big"

// Node is an expression: *Number, *Text, *Name, *Member, *Unary, *Binary or
// *Call. Its span is counted in characters of the text it was parsed from, end
// exclusive. String writes it with as few parentheses as its meaning needs;
// what it writes parses to the same tree.
type Node interface {
	Span() (start, end int)
	String() string
	widen(span)
}

type span struct{ start, end int }

func (s span) Span() (start, end int) { return s.start, s.end }

// widen takes the parentheses around a node into its span.
func (s *span) widen(to span) { *s = to }

// Number is a literal number, exact.
type Number struct {
	span
	Value *big.Rat
}

// Text is a literal in double or single quotes.
type Text struct {
	span
	Value string
}

// Name is an indicator, a table, or in a column's formula a column of the row.
type Name struct {
	span
	ID string
}

// Member is a column of a table: t.col.
type Member struct {
	span
	Table, Column string
}

// Unary is -x or not x.
type Unary struct {
	span
	Op Op
	X  Node
}

// Binary is x op y.
type Binary struct {
	span
	Op   Op
	X, Y Node
}

// Call is a function applied to arguments.
type Call struct {
	span
	Func string
	Args []Node
}

// Op is an operator as written.
type Op string

// The operators, loosest first: or, and, not, comparisons, + -, * /, unary -.
const (
	Or      Op = "or"
	And     Op = "and"
	Not     Op = "not"
	Equal   Op = "=="
	Differ  Op = "!="
	Less    Op = "<"
	AtMost  Op = "<="
	More    Op = ">"
	AtLeast Op = ">="
	Add     Op = "+"
	Sub     Op = "-"
	Mul     Op = "*"
	Div     Op = "/"
)

// binding is how tightly each operator holds its operands. Operators of one
// strength group from the left, except comparisons, which do not chain.
const (
	loosest = iota
	orBinding
	andBinding
	notBinding
	comparison
	sumBinding
	productBinding
	signBinding
	tightest
)

func binding(op Op) int {
	switch op {
	case Or:
		return orBinding
	case And:
		return andBinding
	case Add, Sub:
		return sumBinding
	case Mul, Div:
		return productBinding
	case Equal, Differ, Less, AtMost, More, AtLeast:
		return comparison
	}
	return loosest
}

// Compares reports whether the operator compares two numbers.
func (op Op) Compares() bool { return binding(op) == comparison }

// Walk calls visit for a node and, where it returns true, for the nodes below
// it, in the order they are written.
func Walk(n Node, visit func(Node) bool) {
	if !visit(n) {
		return
	}
	switch n := n.(type) {
	case *Unary:
		Walk(n.X, visit)
	case *Binary:
		Walk(n.X, visit)
		Walk(n.Y, visit)
	case *Call:
		for _, arg := range n.Args {
			Walk(arg, visit)
		}
	}
}
