package xlsx

import (
	"math/big"

	"jianbao/report/document"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// factor is how many base units one of the unit is.
func factor(u figure.Unit) *big.Rat {
	if u.Factor == nil {
		return one
	}
	return u.Factor
}

// base is a cell's number in base units.
func base(c *document.Cell) *big.Rat {
	return exact.Mul(c.Number, factor(c.Unit))
}

// numeric reports whether a cell holds a number in the workbook: a figure with
// more digits than a cell keeps is written as text.
func numeric(c *document.Cell) bool {
	return c.Number != nil && (short(c.Number) || exact.Cmp(significant(c.Number), c.Number) == 0)
}

// eval is the exact value of a term, in base units, over the numbers printed in
// the document's cells: what Excel would make of the term's formula if it
// reckoned exactly. Aggregates therefore pass over absent figures as Excel's
// functions do. It is false where a figure is missing, where the value does not
// exist, and where Excel has no like of the function.
func (x *index) eval(t relation.Term) (*big.Rat, bool) {
	switch t := t.(type) {
	case relation.Figure:
		p, ok := x.find(t.Ref)
		if !ok || !numeric(p.cell) {
			return nil, false
		}
		return base(p.cell), true
	case relation.Constant:
		return t.Value, t.Value != nil
	case relation.Negative:
		v, ok := x.eval(t.X)
		if !ok {
			return nil, false
		}
		return new(big.Rat).Neg(v), true
	case relation.Arith:
		a, ok := x.eval(t.X)
		if !ok {
			return nil, false
		}
		b, ok := x.eval(t.Y)
		if !ok {
			return nil, false
		}
		return arith(t.Op, a, b)
	case relation.Aggregate:
		return x.aggregate(t)
	case relation.Apply:
		args := make([]*big.Rat, len(t.Args))
		for i, arg := range t.Args {
			var ok bool
			if args[i], ok = x.eval(arg); !ok {
				return nil, false
			}
		}
		return apply(t.Func, args)
	}
	return nil, false
}

func arith(op byte, a, b *big.Rat) (*big.Rat, bool) {
	switch op {
	case '+':
		return exact.Add(a, b), true
	case '-':
		return exact.Sub(a, b), true
	case '*':
		return exact.Mul(a, b), true
	case '/':
		if b.Sign() == 0 {
			return nil, false
		}
		return exact.Quo(a, b), true
	}
	return nil, false
}

// places reads the number of digits round() is given: none is zero.
func places(args []*big.Rat) (int, bool) {
	if len(args) < 2 {
		return 0, len(args) == 1
	}
	n := args[1]
	if len(args) > 2 || !n.IsInt() || n.Cmp(big.NewRat(digits, 1)) > 0 || n.Cmp(big.NewRat(-digits, 1)) < 0 {
		return 0, false
	}
	return int(n.Num().Int64()), true
}

func apply(f relation.Func, args []*big.Rat) (*big.Rat, bool) {
	switch f {
	case relation.Abs:
		if len(args) != 1 {
			return nil, false
		}
		return new(big.Rat).Abs(args[0]), true
	case relation.Round:
		n, ok := places(args)
		if !ok {
			return nil, false
		}
		return rounded(args[0], n), true
	case relation.Share, relation.Growth:
		if len(args) != 2 {
			return nil, false
		}
		v, ok := arith('/', args[0], args[1])
		if ok && f == relation.Growth {
			v = exact.Sub(v, one)
		}
		return v, ok
	}
	return fold(f, args)
}
