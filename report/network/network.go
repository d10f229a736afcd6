// Package network judges many statements about many numbers at once: what each
// number can be while all statements hold, whether all can hold together, and if
// they cannot, a smallest set of numbers that cannot all be true.
//
// It is pure mathematics over intervals of exact rationals. It knows no datasets,
// no texts and no findings: variables and constraints are numbered, and what they
// stand for is the caller's business. Nothing in it depends on anything but its
// arguments, and no System is changed by asking it.
//
// Two methods share the work. Narrowing carries every constraint's consequences
// from variable to variable until nothing changes; it takes constraints of any
// form and decides those that meet in no circle. What meets in circles and is
// linear is decided by a simplex method over rationals, in which open ends are
// infinitesimals. Constraints that are not linear, and those with ≠, take part by
// narrowing only: a system said to be Infeasible is; one said to be Feasible has
// all its linear constraints satisfied at once. Neither is needed where values
// that the caller holds likely are a solution, as those of right figures mostly are.
package network

import (
	"math/big"

	"jianbao/report/figure"
)

// System is variables, each with what it can be, and constraints on them.
type System struct {
	// Domains are what the variables can be; Var v is Domains[v]. The zero
	// Interval is a variable of which nothing is known.
	Domains []figure.Interval
	// Whole marks variables that are whole numbers: ends are moved inward to
	// whole numbers. It may be shorter than Domains; the rest are not.
	Whole []bool
	// Likely are values that the variables may well have together; it may be
	// shorter than Domains, and of a variable whose domain is asked for it is nil.
	// A component that they solve need not be narrowed.
	Likely []*big.Rat
	// Constraints are what must hold. A constraint is named by its position.
	Constraints []Constraint
}

// Constraint is X op Y.
type Constraint struct {
	Op   Op
	X, Y Expr
}

// Op is a comparison.
type Op int

// The comparisons.
const (
	Equal   Op = iota // =
	Differ            // ≠
	Less              // <
	AtMost            // ≤
	More              // >
	AtLeast           // ≥
)

// Expr is an expression over variables: a Var, Constant, Sum, Product, Quotient,
// Abs, Min, Max or Round.
type Expr interface{ expr() }

// Var is a variable of a System, by its position in Domains.
type Var int

// Constant is a number.
type Constant struct{ Value *big.Rat }

// Sum is Constant + Σ Weight · X.
type Sum struct {
	Constant *big.Rat // nil is 0
	Terms    []Weighted
}

// Weighted is one term of a Sum.
type Weighted struct {
	Weight *big.Rat // nil is 1
	X      Expr
}

// Product is X · Y.
type Product struct{ X, Y Expr }

// Quotient is X / Y. Where Y is zero there is none, so the constraint that it
// stands in does not hold.
type Quotient struct{ X, Y Expr }

// Abs is |X|.
type Abs struct{ X Expr }

// Min is the least of one or more expressions.
type Min struct{ Of []Expr }

// Max is the greatest of one or more expressions.
type Max struct{ Of []Expr }

// Round is X rounded to Decimals, ties away from zero or to even.
type Round struct {
	X        Expr
	Decimals int
	TiesEven bool
}

func (Var) expr()      {}
func (Constant) expr() {}
func (Sum) expr()      {}
func (Product) expr()  {}
func (Quotient) expr() {}
func (Abs) expr()      {}
func (Min) expr()      {}
func (Max) expr()      {}
func (Round) expr()    {}

// Verdict says whether all constraints of a system can hold at once.
type Verdict int

// The verdicts. Unknown is a system whose exact decision would take more work
// than the limits allow.
const (
	Unknown Verdict = iota
	Feasible
	Infeasible
)
