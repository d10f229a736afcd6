package xlsx

import (
	"math/big"
	"strconv"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/exact"
	"jianbao/report/relation"
)

// Excel's limits on a formula.
const (
	formulaLength = 8192
	formulaArgs   = 255
)

// How tightly the outermost operator of an expression binds.
const (
	sumBinding = iota + 1
	productBinding
	atomBinding
)

// expression is a term in Excel's notation and what that comes to. Cells hold
// numbers in the unit they are printed in, so what the text computes is in units of
// factor: the term's value in base units is value × factor.
type expression struct {
	value    *big.Rat // what Excel would make of the text if it reckoned exactly; nil: there is none
	text     string   // empty: Excel has no like of the term
	binding  int
	factor   *big.Rat
	constant bool // it is a number: its factor is free
	inexact  bool // it divides, or scales by a fraction: Excel's value carries binary noise
}

// translator writes terms as formulas of one sheet.
type translator struct {
	*index
	sheet string
}

// translate reckons over the numbers printed in the document's cells, and writes
// down how. There is no value where a figure has no cell, where its value does not
// exist, and where Excel has no like of the function. Aggregates pass over absent
// figures as Excel's functions do.
func (x translator) translate(t relation.Term) expression {
	switch t := t.(type) {
	case relation.Figure:
		if p, ok := x.find(t.Ref); ok && numeric(p.cell) {
			return expression{value: p.cell.Number, text: p.from(x.sheet), binding: atomBinding, factor: factor(p.cell.Unit)}
		}
	case relation.Constant:
		return number(t.Value)
	case relation.Negative:
		return x.translate(t.X).negated()
	case relation.Arith:
		return combine(t.Op, x.translate(t.X), x.translate(t.Y))
	case relation.Aggregate:
		return x.aggregated(t)
	case relation.Apply:
		return x.call(t)
	}
	return expression{}
}

// number is a literal in base units.
func number(v *big.Rat) expression {
	if v == nil {
		return expression{}
	}
	text, _ := literal(v)
	e := expression{value: v, text: text, binding: atomBinding, factor: one, constant: true}
	if v.Sign() < 0 {
		e.binding = sumBinding
	}
	return e
}

// unity is the number 1.
var unity = number(one)

// aggregated is an aggregate's value with its text, if it has one. Those over all
// rows of a column are kept: every share is one of the same whole.
func (x translator) aggregated(a relation.Aggregate) expression {
	key := whole{a.Func, a.Table, a.Column, x.sheet}
	if e, known := x.wholes[key]; known && a.Where == nil {
		return e
	}
	value, ok := x.aggregate(a)
	if !ok {
		return expression{}
	}
	e, ok := x.overRange(a)
	if !ok {
		e = expression{factor: one}
	}
	e.value = exact.Quo(value, e.factor)
	if a.Where == nil {
		x.wholes[key] = e
	}
	return e
}

// whole is an aggregate over all rows, written on a sheet.
type whole struct {
	how    relation.Func
	table  *dataset.Table
	column *dataset.Column
	sheet  string
}

// operand is the text where an operator needs at least that binding.
func (e expression) operand(binding int) string {
	if e.binding < binding {
		return "(" + e.text + ")"
	}
	return e.text
}

// negated is −e.
func (e expression) negated() expression {
	switch {
	case e.value == nil:
		return e
	case e.constant:
		return number(exact.Neg(e.value))
	case e.text != "":
		e.text = "-" + e.operand(atomBinding)
	}
	e.value, e.binding = exact.Neg(e.value), sumBinding
	return e
}

// combine is a op b.
func combine(op byte, a, b expression) expression {
	if a.value == nil || b.value == nil {
		return expression{}
	}
	constant := a.constant && b.constant // both in base units
	e := expression{inexact: a.inexact || b.inexact || op == '/'}
	right := productBinding
	switch op {
	case '+', '-':
		if e.factor = a.factor; a.constant {
			e.factor = b.factor
		}
		a, b = a.in(e.factor), b.in(e.factor)
		e.binding = sumBinding
	case '*':
		e.factor = exact.Mul(a.factor, b.factor)
		e.binding, right = productBinding, atomBinding
	case '/':
		if e.factor = one; exact.Cmp(a.factor, b.factor) != 0 {
			e.factor = exact.Quo(a.factor, b.factor)
		}
		e.binding, right = productBinding, atomBinding
	}
	var ok bool
	switch e.value, ok = arith(op, a.value, b.value); {
	case !ok:
		return expression{}
	case constant:
		return number(e.value)
	case a.text != "" && b.text != "":
		e.text = a.operand(e.binding) + string(op) + b.operand(right)
	}
	return e
}

// call is a function of terms.
func (x translator) call(t relation.Apply) expression {
	if len(t.Args) == 0 {
		return expression{}
	}
	var room [2]expression // for nearly all
	args := room[:0]
	for _, arg := range t.Args {
		e := x.translate(arg)
		if e.value == nil {
			return expression{}
		}
		args = append(args, e)
	}
	first := args[0]
	switch t.Func {
	case relation.Abs:
		if len(args) != 1 {
			return expression{}
		}
		first.value, first.constant, first.binding = new(big.Rat).Abs(first.value), false, atomBinding
		first.text = enclosed("ABS", first.text)
		return first
	case relation.Round:
		return round(args)
	case relation.Share, relation.Growth:
		if len(args) != 2 {
			return expression{}
		}
		e := combine('/', first, args[1])
		if t.Func == relation.Growth {
			e = combine('-', e.in(one), unity)
		}
		return e
	}
	return folding(t.Func, args)
}

// enclosed is a function of what is written, if something is.
func enclosed(name, text string) string {
	if text == "" {
		return ""
	}
	return name + "(" + text + ")"
}

// folding is the sum, the least, the greatest or the mean of its arguments.
func folding(f relation.Func, args []expression) expression {
	name, ok := map[relation.Func]string{
		relation.Sum: "SUM", relation.Min: "MIN", relation.Max: "MAX", relation.Mean: "AVERAGE",
	}[f]
	if !ok {
		return expression{}
	}
	e := expression{binding: atomBinding, factor: args[0].factor, inexact: f == relation.Mean}
	texts, values := make([]string, len(args)), make([]*big.Rat, len(args))
	written := len(args) <= formulaArgs
	for i, arg := range args {
		arg = arg.in(e.factor)
		texts[i], values[i] = arg.text, arg.value
		written = written && arg.text != ""
		e.inexact = e.inexact || arg.inexact
	}
	if e.value, ok = fold(f, values); !ok {
		return expression{}
	}
	if written {
		e.text = enclosed(name, strings.Join(texts, ","))
	}
	return e
}

// round rounds in base units, as the expression language does.
func round(args []expression) expression {
	digits := []*big.Rat{one}
	written := true
	for _, a := range args[1:] {
		written = written && a.constant
		digits = append(digits, exact.Mul(a.value, a.factor))
	}
	n, ok := places(digits)
	if !ok {
		return expression{}
	}
	e := args[0].in(one)
	e.value, e.constant, e.binding = rounded(e.value, n), false, atomBinding
	if written && e.text != "" {
		e.text = "ROUND(" + e.text + "," + strconv.Itoa(n) + ")"
	} else {
		e.text = ""
	}
	return e
}
