package relation

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// Term is an expression over figures, in base units.
type Term interface{ term() }

// Figure is the value of one figure of the dataset.
type Figure struct {
	Ref   dataset.Ref
	Name  string      // in words: 总投资, 省级 总投资
	Unit  figure.Unit // in which it is printed
	Place diag.Place  // zero if it was not given
}

// Cell is the cell of the row at hand, in a column's formula. AtRow makes a
// Figure of it.
type Cell struct {
	Column *dataset.Column
	Index  int         // position of the column
	Unit   figure.Unit // in which its figures are printed
}

// Constant is a literal number, in base units.
type Constant struct{ Value *big.Rat }

// Arith is X op Y for one of + - * /.
type Arith struct {
	Op   byte
	X, Y Term
}

// Negative is −X.
type Negative struct{ X Term }

// Aggregate is a function over the rows of a table: the sum, count, min, max or
// mean of a column's cells, over the rows of Where. However many rows
// there are, it is one term.
type Aggregate struct {
	Func   Func
	Table  *dataset.Table
	Column *dataset.Column // nil for a count of rows
	Where  Where           // nil for all rows
}

// Apply is a function of terms: abs, round, min, max, sum, mean, and share and
// growth, which are kept apart from the quotients they stand for so that
// messages can name them. The second argument of round is a Constant, the
// number of decimals, and its first is scaled to the unit it is printed in.
type Apply struct {
	Func Func
	Args []Term
}

// Func is a function of the expression language (SPEC §2).
type Func string

// The functions.
const (
	Sum    Func = "sum"
	Count  Func = "count"
	Min    Func = "min"
	Max    Func = "max"
	Mean   Func = "mean"
	Abs    Func = "abs"
	Round  Func = "round"
	Share  Func = "share"
	Growth Func = "growth"
)

func (Figure) term()    {}
func (Cell) term()      {}
func (Constant) term()  {}
func (Arith) term()     {}
func (Negative) term()  {}
func (Aggregate) term() {}
func (Apply) term()     {}

// Walk calls visit for a term and every term below it, in the order written.
func Walk(t Term, visit func(Term)) {
	visit(t)
	switch t := t.(type) {
	case Arith:
		Walk(t.X, visit)
		Walk(t.Y, visit)
	case Negative:
		Walk(t.X, visit)
	case Apply:
		for _, arg := range t.Args {
			Walk(arg, visit)
		}
	}
}

// AtRow is a term of a column's formula for one row: every Cell becomes the
// Figure of the row's cell, of which ref is the name. It has neither Name nor Place,
// which are work to make and which nobody asks for in every row.
func AtRow(t Term, ref func(Cell) dataset.Ref) Term {
	return mapCells(t, func(c Cell) Term { return Figure{Ref: ref(c), Unit: c.Unit} })
}

// Figure is the cell of a row.
func (c Cell) Figure(table *dataset.Table, row dataset.Row) Figure {
	return Figure{
		Ref:   table.CellRef(row, c.Column),
		Name:  row.Key() + " " + titleOf(c.Column),
		Unit:  c.Unit,
		Place: row.Place(c.Index),
	}
}

func titleOf(c *dataset.Column) string {
	if c.Title.Value != "" {
		return c.Title.Value
	}
	return c.ID.Value
}

// mapCells is t with every Cell replaced.
func mapCells(t Term, replace func(Cell) Term) Term {
	switch t := t.(type) {
	case Cell:
		return replace(t)
	case Arith:
		return Arith{Op: t.Op, X: mapCells(t.X, replace), Y: mapCells(t.Y, replace)}
	case Negative:
		return Negative{X: mapCells(t.X, replace)}
	case Apply:
		args := make([]Term, len(t.Args))
		for i, arg := range t.Args {
			args[i] = mapCells(arg, replace)
		}
		return Apply{Func: t.Func, Args: args}
	}
	return t
}
