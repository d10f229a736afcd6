package xlsx

import (
	"math/big"
	"strings"

	"jianbao/report/document"
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
	return new(big.Rat).Mul(c.Number, factor(c.Unit))
}

// numeric reports whether a cell holds a number in the workbook: a figure with
// more digits than a cell keeps is written as text.
func numeric(c *document.Cell) bool {
	return c.Number != nil && (short(c.Number) || significant(c.Number).Cmp(c.Number) == 0)
}

// eval is the exact value of a term, in base units, over the numbers printed in
// the document's cells: what Excel would make of the term's formula if it
// reckoned exactly. Aggregates therefore pass over absent figures as Excel's
// functions do. It is false where a figure is missing, where the value does not
// exist, and where Excel has no like of the function.
func (x *index) eval(t relation.Term) (*big.Rat, bool) {
	switch t := t.(type) {
	case relation.Figure:
		p, ok := x.figures[t.Ref]
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
	v := new(big.Rat)
	switch op {
	case '+':
		return v.Add(a, b), true
	case '-':
		return v.Sub(a, b), true
	case '*':
		return v.Mul(a, b), true
	case '/':
		if b.Sign() == 0 {
			return nil, false
		}
		return v.Quo(a, b), true
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
			v.Sub(v, one)
		}
		return v, ok
	}
	return fold(f, args)
}

// fold is sum, min, max or mean of numbers.
func fold(f relation.Func, numbers []*big.Rat) (*big.Rat, bool) {
	if len(numbers) == 0 {
		return new(big.Rat), f == relation.Sum
	}
	v := new(big.Rat).Set(numbers[0])
	for _, n := range numbers[1:] {
		switch {
		case f == relation.Sum || f == relation.Mean:
			v.Add(v, n)
		case f == relation.Min && n.Cmp(v) < 0, f == relation.Max && n.Cmp(v) > 0:
			v.Set(n)
		}
	}
	switch f {
	case relation.Sum, relation.Min, relation.Max:
		return v, true
	case relation.Mean:
		return v.Quo(v, big.NewRat(int64(len(numbers)), 1)), true
	}
	return nil, false
}

func (x *index) aggregate(a relation.Aggregate) (*big.Rat, bool) {
	key := aggregateKey(a)
	if v, ok := x.aggregates[key]; ok {
		return v, v != nil
	}
	v, ok := x.overRows(a)
	if !ok {
		v = nil
	}
	x.aggregates[key] = v
	return v, ok
}

func (x *index) overRows(a relation.Aggregate) (*big.Rat, bool) {
	t, ok := x.tables[a.Table.ID.Value]
	if !ok {
		return nil, false
	}
	where := make([]column, len(a.Where))
	for i, w := range a.Where {
		if where[i], ok = t.column(w.Column.ID.Value); !ok {
			return nil, false
		}
	}
	var counted column
	if a.Column != nil {
		if counted, ok = t.column(a.Column.ID.Value); !ok {
			return nil, false
		}
	}
	var numbers []*big.Rat
	count := int64(0)
rows:
	for _, r := range t.body {
		for i, w := range a.Where {
			if !meets(&r.Cells[where[i].at], w) {
				continue rows
			}
		}
		if a.Column == nil {
			count++
			continue
		}
		c := &r.Cells[counted.at]
		if c.Number != nil || c.Text != "" {
			count++
		}
		if numeric(c) {
			numbers = append(numbers, base(c))
		}
	}
	if a.Func == relation.Count {
		return new(big.Rat).SetInt64(count), true
	}
	if a.Column == nil {
		return nil, false
	}
	return fold(a.Func, numbers)
}

// meets judges a condition as Excel's criteria do: texts without regard to
// case, and an absent figure differs from every number.
func meets(c *document.Cell, w relation.Condition) bool {
	if w.Number == nil {
		return strings.EqualFold(c.Text, w.Text) == (w.Op == "==")
	}
	if !numeric(c) {
		return w.Op == "!="
	}
	return w.Holds(base(c).Cmp(w.Number))
}
