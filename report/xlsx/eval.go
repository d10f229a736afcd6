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

// eval is the exact value of a term in base units, as its formula would come to it.
func (x *index) eval(t relation.Term) (*big.Rat, bool) {
	e := translator{index: x}.translate(t)
	if e.value == nil {
		return nil, false
	}
	return exact.Mul(e.value, e.factor), true
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
