package check

import (
	"math/big"

	"jianbao/report/exact"
	"jianbao/report/expr"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// required is what the open figure of a tie's claim has to be for the claim to
// be possible, everything else being what it is. It is exact where the figure
// enters linearly or once; otherwise it may be too wide, the whole line at worst.
func (e evaluator) required(c relation.Claim) figure.Interval {
	switch c := c.(type) {
	case relation.Compare:
		return e.back(relation.Arith{Op: '-', X: c.X, Y: c.Y}, orders[c.Op])
	case relation.All:
		all := figure.Interval{}
		for _, claim := range c {
			all, _ = all.Meet(e.required(claim))
		}
		return all
	case relation.Any:
		var any figure.Interval
		for i, claim := range c {
			if i == 0 {
				any = e.required(claim)
			}
			any = any.Hull(e.required(claim))
		}
		return any
	}
	return figure.Interval{}
}

// orders are what x − y is where x and y stand in an order. x != y leaves out a
// single number, which no interval can say.
var orders = map[expr.Op]figure.Interval{
	expr.Equal:   figure.Point(zero),
	expr.AtMost:  figure.Closed(nil, zero),
	expr.Less:    figure.Between(figure.Bound{}, figure.Bound{Value: zero, Open: true}),
	expr.AtLeast: figure.Closed(zero, nil),
	expr.More:    figure.Between(figure.Bound{Value: zero, Open: true}, figure.Bound{}),
}

// back is what the open figure can be if a term is to be in a range: the whole
// line if the figure is not in it.
func (e evaluator) back(t relation.Term, to figure.Interval) figure.Interval {
	switch t := t.(type) {
	case relation.Figure:
		if t.Ref == openRef {
			return to
		}
	case relation.Negative:
		return e.back(t.X, to.Neg())
	case relation.Arith:
		return e.backArith(t, to)
	case relation.Apply:
		return e.backApply(t, to)
	}
	return figure.Interval{}
}

func (e evaluator) backArith(t relation.Arith, to figure.Interval) figure.Interval {
	if form, ok := linear(t); ok {
		return e.backLinear(form, to)
	}
	inX, inY := isOpen(t.X), isOpen(t.Y)
	switch {
	case inX && inY && t.Op == '/':
		return e.backFraction(t.X, t.Y, to)
	case inX == inY:
		return figure.Interval{}
	}
	open, closed := t.X, t.Y
	if inY {
		open, closed = t.Y, t.X
	}
	known := e.read(closed).values
	switch {
	case t.Op == '+':
		return e.back(open, to.Sub(known))
	case t.Op == '*':
		return e.back(open, orLine(to.Quo(known)))
	case t.Op == '-' && inX:
		return e.back(open, to.Add(known))
	case t.Op == '-':
		return e.back(open, known.Sub(to))
	case inX:
		return e.back(open, to.Mul(known))
	}
	return e.back(open, orLine(known.Quo(to)))
}

// orLine is a quotient, or the whole line where the divisor can be zero.
func orLine(i figure.Interval, ok bool) figure.Interval {
	if !ok {
		return figure.Interval{}
	}
	return i
}

func isOpen(t relation.Term) bool {
	open := false
	relation.Walk(t, func(t relation.Term) {
		f, ok := t.(relation.Figure)
		open = open || ok && f.Ref == openRef
	})
	return open
}

// backLinear solves weight · x + rest for x.
func (e evaluator) backLinear(form linearForm, to figure.Interval) figure.Interval {
	weight, rest := e.besides(form)
	if weight.Sign() == 0 {
		return figure.Interval{}
	}
	return to.Sub(rest).Scale(new(big.Rat).Inv(weight))
}

// besides parts a linear form into the open figure's weight and the value of
// the rest.
func (e evaluator) besides(form linearForm) (weight *big.Rat, rest figure.Interval) {
	open := relation.Figure{Ref: openRef}
	others := linearForm{constant: form.constant}
	for i, part := range form.parts {
		if !samePart(part, open) {
			others.parts = append(others.parts, part)
			others.weights = append(others.weights, form.weights[i])
		}
	}
	return form.weight(open), e.readLinear(others).values
}

// backFraction solves (p·x + a) / (q·x + b) = to for x: x = (to·b − a) / (p − to·q).
func (e evaluator) backFraction(above, below relation.Term, to figure.Interval) figure.Interval {
	x, okX := linear(above)
	y, okY := linear(below)
	if !okX || !okY {
		return figure.Interval{}
	}
	p, a := e.besides(x)
	q, b := e.besides(y)
	return orLine(to.Mul(b).Sub(a).Quo(figure.Point(p).Sub(to.Scale(q))))
}

func (e evaluator) backApply(t relation.Apply, to figure.Interval) figure.Interval {
	first := t.Args[0]
	switch t.Func {
	case relation.Share:
		return e.backArith(relation.Arith{Op: '/', X: first, Y: t.Args[1]}, to)
	case relation.Growth:
		return e.backArith(relation.Arith{Op: '/', X: first, Y: t.Args[1]}, to.Shift(one))
	case relation.Abs:
		return e.back(first, to.Neg().Hull(to))
	case relation.Round:
		step := exact.Power10(-int(t.Args[1].(relation.Constant).Value.Num().Int64()))
		return e.back(first, to.Add(figure.Closed(new(big.Rat).Neg(step), step)))
	case relation.Mean:
		return e.back(total(t.Args), to.Scale(new(big.Rat).SetInt64(int64(len(t.Args)))))
	case relation.Sum:
		return e.back(total(t.Args), to)
	case relation.Min, relation.Max:
		return e.backExtreme(t, to)
	}
	return figure.Interval{}
}

func total(args []relation.Term) relation.Term {
	sum := args[0]
	for _, arg := range args[1:] {
		sum = relation.Arith{Op: '+', X: sum, Y: arg}
	}
	return sum
}

// backExtreme is for the least or greatest of several: unless one of the others
// can be in the range itself, the open figure is; else it only may not be beyond
// them.
func (e evaluator) backExtreme(t relation.Apply, to figure.Interval) figure.Interval {
	var open relation.Term
	others := false
	for _, arg := range t.Args {
		if isOpen(arg) {
			open = arg
			continue
		}
		others = others || e.read(arg).values.Meets(to)
	}
	switch {
	case open == nil:
		return figure.Interval{}
	case others && t.Func == relation.Min:
		to.Hi = figure.Bound{}
	case others:
		to.Lo = figure.Bound{}
	}
	return e.back(open, to)
}
