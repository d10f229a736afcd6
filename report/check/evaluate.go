package check

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// reading is what a term is worth: the values it can have, or why it has none.
type reading struct {
	values figure.Interval
	why    diag.Text // zero if it has a value
	hedged bool      // a figure in it was said with more, less or about
}

func failed(why diag.Text) reading { return reading{why: why} }

// evaluator reads terms: over what figures can be, or with printed set, over
// the numbers as printed.
type evaluator struct {
	c       *checker
	printed bool
	table   *dataset.Table // with row, the row at hand in a column's formula
	row     dataset.Row
}

// read is what a term is worth. A sum in which a figure occurs twice is read as
// one multiple of that figure, so that a - a is zero whatever a can be.
func (e evaluator) read(t relation.Term) reading {
	switch t := t.(type) {
	case relation.Constant:
		return reading{values: figure.Point(t.Value)}
	case relation.Figure:
		return e.figure(t)
	case relation.Cell:
		return e.cell(t)
	case relation.Aggregate:
		return e.aggregate(t)
	case relation.Negative:
		x := e.read(t.X)
		x.values = x.values.Neg()
		return x
	case relation.Arith:
		return e.arith(t)
	case formed:
		return e.readLinear(t.form)
	case relation.Apply:
		return e.apply(t)
	}
	return failed(diag.Say("无法计算", "it cannot be computed"))
}

// figure is a figure as given, else as computed.
func (e evaluator) figure(f relation.Figure) reading {
	if known, ok := e.c.facts[f.Ref]; ok {
		switch {
		case !known.clash.IsZero():
			return failed(diag.Say("%s：%s", "%s: %s", f.Name, known.clash))
		case e.printed:
			return reading{values: figure.Point(known.number), hedged: !isPlain(known.figure)}
		}
		return reading{values: known.values}
	}
	if r, ok := e.c.defined[f.Ref]; ok {
		return e.c.value(f.Ref, r, dataset.Row{}).reading(e.printed)
	}
	return failed(diag.Say("%s没有给出", "%s is not given", f.Name))
}

func (e evaluator) cell(c relation.Cell) reading {
	return e.c.cell(e.table, e.row, c.Index, e.printed)
}

// cell is a cell of a table as given, else as its column's formula computes it.
func (c *checker) cell(t *dataset.Table, row dataset.Row, index int, printed bool) reading {
	f := c.figures.of(t, row, index)
	switch {
	case f.Absent == figure.Present && printed:
		return reading{values: figure.Point(f.value()), hedged: !isPlain(f.Figure)}
	case f.Absent == figure.Present:
		return reading{values: f.Range}
	case f.Absent == figure.BelowUnit && printed:
		return reading{values: figure.Point(zero)}
	case f.Absent == figure.BelowUnit:
		return reading{values: belowUnit(t, index, f.Figure)}
	}
	column := t.Columns[index]
	if r, ok := c.columns[column]; ok && f.Absent == figure.Unknown {
		return c.value(t.CellRef(row, column), r, row).reading(printed)
	}
	return failed(diag.Say("%s的%s没有给出", "%s of %s is not given", row.Key(), column.ID.Value))
}

// belowUnit is what "…" can be: it rounds to zero in the last digit that its
// column shows.
func belowUnit(t *dataset.Table, index int, f figure.Figure) figure.Interval {
	if f.Range.Bounded() {
		return f.Range
	}
	half := f.Unit.ToBase(exact.Mul(big.NewRat(1, 2), exact.Power10(-t.Values(index).Decimals)))
	return figure.Between(figure.Bound{Value: new(big.Rat).Neg(half), Open: true}, figure.Bound{Value: half, Open: true})
}

var (
	zero     = new(big.Rat)
	one      = big.NewRat(1, 1)
	minusOne = big.NewRat(-1, 1)
)

func (e evaluator) arith(t relation.Arith) reading {
	if t.Op == '+' || t.Op == '-' {
		if form, ok := linear(t); ok {
			return e.readLinear(form)
		}
	}
	x, y := e.read(t.X), e.read(t.Y)
	if !x.why.IsZero() {
		return x
	}
	if !y.why.IsZero() {
		return y
	}
	result := reading{hedged: x.hedged || y.hedged}
	switch t.Op {
	case '+':
		result.values = x.values.Add(y.values)
	case '-':
		result.values = x.values.Sub(y.values)
	case '*':
		result.values = x.values.Mul(y.values)
	case '/':
		return e.quotient(t.X, t.Y, x, y)
	}
	return result.kept(e.printed)
}

func (e evaluator) apply(t relation.Apply) reading {
	var two [2]reading // as most functions take, on the stack
	args, hedged := two[:0], false
	for _, t := range t.Args {
		arg := e.read(t)
		if !arg.why.IsZero() {
			return arg
		}
		args, hedged = append(args, arg), hedged || arg.hedged
	}
	result := reading{hedged: hedged}
	first := args[0].values
	switch t.Func {
	case relation.Abs:
		result.values = first.Abs()
	case relation.Round:
		decimals := t.Args[1].(relation.Constant).Value
		result.values = first.Round(int(decimals.Num().Int64()), e.c.d.TiesEven)
	case relation.Share:
		return e.quotient(t.Args[0], t.Args[1], args[0], args[1])
	case relation.Growth:
		return e.growth(t.Args[0], t.Args[1], args[0], args[1])
	default:
		result.values = first
		for _, arg := range args[1:] {
			result.values = fold(t.Func, result.values, arg.values)
		}
		if t.Func == relation.Mean {
			result.values = result.values.Scale(big.NewRat(1, int64(len(args))))
		}
	}
	return result
}

// fold joins two values by sum (also of a mean), min or max.
func fold(f relation.Func, x, y figure.Interval) figure.Interval {
	switch f {
	case relation.Min:
		return x.Min(y)
	case relation.Max:
		return x.Max(y)
	}
	return x.Add(y)
}

// growth is now/then − 1, which means nothing on a base that can be zero or
// less.
func (e evaluator) growth(now, then relation.Term, x, y reading) reading {
	if why := badBase(y.values); !why.IsZero() {
		return failed(why)
	}
	if e.printed || !overlap(now, then) {
		growth, _ := x.values.Growth(y.values)
		return reading{values: growth, hedged: x.hedged || y.hedged}.kept(e.printed)
	}
	result := e.quotient(now, then, x, y)
	result.values = result.values.Shift(minusOne)
	return result
}

// badBase is why a rate of change cannot have that base; zero if it can.
func badBase(base figure.Interval) diag.Text {
	switch {
	case base.Contains(zero):
		return diag.Say("基数可能为零，没有增长率", "the base can be zero: there is no rate of change")
	case base.CanBeLess(figure.Point(zero)):
		return diag.Say("基数为负，没有增长率，可写扭亏、减亏或增亏", "the base is negative: there is no rate of change, but 扭亏, 减亏 or 增亏")
	}
	return diag.Text{}
}
