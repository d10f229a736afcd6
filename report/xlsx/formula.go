package xlsx

import (
	"math/big"
	"strconv"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/document"
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

// expression is a term in Excel's notation. Cells hold numbers in the unit they
// are printed in, so what the text computes is in units of factor: the term's
// value in base units is text × factor.
type expression struct {
	text     string
	binding  int
	factor   *big.Rat
	constant *big.Rat // the value in base units, if it is a number: its factor is free
	inexact  bool     // it divides, or scales by a fraction: Excel's value carries binary noise
}

// translator writes terms as formulas of one sheet.
type translator struct {
	*index
	sheet string
}

// translate is false where Excel has no like of the term or a figure has no cell.
func (x translator) translate(t relation.Term) (expression, bool) {
	switch t := t.(type) {
	case relation.Figure:
		p, ok := x.find(t.Ref)
		if !ok || !numeric(p.cell) {
			return expression{}, false
		}
		return expression{text: p.from(x.sheet), binding: atomBinding, factor: factor(p.cell.Unit)}, true
	case relation.Constant:
		return number(t.Value)
	case relation.Negative:
		e, ok := x.translate(t.X)
		if e.constant != nil {
			return number(new(big.Rat).Neg(e.constant))
		}
		e.text, e.binding = "-"+e.operand(atomBinding), sumBinding
		return e, ok
	case relation.Arith:
		a, ok := x.translate(t.X)
		if !ok {
			return expression{}, false
		}
		b, ok := x.translate(t.Y)
		if !ok {
			return expression{}, false
		}
		return combine(t.Op, a, b)
	case relation.Aggregate:
		return x.overRange(t)
	case relation.Apply:
		return x.call(t)
	}
	return expression{}, false
}

// number is a literal in base units.
func number(v *big.Rat) (expression, bool) {
	if v == nil {
		return expression{}, false
	}
	text, ok := literal(v)
	e := expression{text: text, binding: atomBinding, factor: one, constant: v}
	if v.Sign() < 0 {
		e.binding = sumBinding
	}
	return e, ok
}

// operand is the text where an operator needs at least that binding.
func (e expression) operand(binding int) string {
	if e.binding < binding {
		return "(" + e.text + ")"
	}
	return e.text
}

// in is the expression in units of another factor.
func (e expression) in(f *big.Rat) (expression, bool) {
	if e.constant != nil {
		scaled, ok := number(exact.Quo(e.constant, f))
		scaled.factor, scaled.constant = f, e.constant
		return scaled, ok
	}
	if e.factor == f { // mostly: cells of one column
		return e, true
	}
	ratio := exact.Quo(e.factor, f)
	if exact.Cmp(ratio, one) == 0 {
		return e, true
	}
	op, by := "*", ratio
	if inverse := exact.Quo(one, ratio); !ratio.IsInt() && inverse.IsInt() {
		op, by = "/", inverse
	}
	text, ok := literal(by)
	return expression{
		text:    e.operand(productBinding) + op + text,
		binding: productBinding,
		factor:  f,
		inexact: e.inexact || !ratio.IsInt(),
	}, ok
}

func combine(op byte, a, b expression) (expression, bool) {
	if a.constant != nil && b.constant != nil {
		v, ok := arith(op, a.constant, b.constant)
		if !ok {
			return expression{}, false
		}
		return number(v)
	}
	e := expression{inexact: a.inexact || b.inexact}
	ok := true
	switch op {
	case '+', '-':
		if e.factor = a.factor; a.constant != nil {
			e.factor = b.factor
		}
		if a, ok = a.in(e.factor); !ok {
			return e, false
		}
		if b, ok = b.in(e.factor); !ok {
			return e, false
		}
		e.binding = sumBinding
		e.text = a.operand(sumBinding) + string(op) + b.operand(productBinding)
	case '*':
		e.factor = exact.Mul(a.factor, b.factor)
		e.binding = productBinding
		e.text = a.operand(productBinding) + "*" + b.operand(atomBinding)
	case '/':
		e.factor = exact.Quo(a.factor, b.factor)
		e.binding = productBinding
		e.text = a.operand(productBinding) + "/" + b.operand(atomBinding)
		e.inexact = true
	default:
		return e, false
	}
	return e, true
}

// call writes a function of terms.
func (x translator) call(t relation.Apply) (expression, bool) {
	if len(t.Args) == 0 || len(t.Args) > formulaArgs {
		return expression{}, false
	}
	args := make([]expression, len(t.Args))
	for i, arg := range t.Args {
		var ok bool
		if args[i], ok = x.translate(arg); !ok {
			return expression{}, false
		}
	}
	first := args[0]
	switch t.Func {
	case relation.Abs:
		return expression{text: "ABS(" + first.text + ")", binding: atomBinding, factor: first.factor, inexact: first.inexact}, len(args) == 1
	case relation.Round:
		return round(args)
	case relation.Share, relation.Growth:
		if len(args) != 2 {
			return expression{}, false
		}
		e, ok := combine('/', first, args[1])
		if !ok || t.Func == relation.Share {
			return e, ok
		}
		if e, ok = e.in(one); !ok {
			return e, false
		}
		unit, _ := number(one)
		return combine('-', e, unit)
	}
	name, ok := map[relation.Func]string{
		relation.Sum: "SUM", relation.Min: "MIN", relation.Max: "MAX", relation.Mean: "AVERAGE",
	}[t.Func]
	if !ok {
		return expression{}, false
	}
	e := expression{binding: atomBinding, factor: first.factor, inexact: t.Func == relation.Mean}
	texts := make([]string, len(args))
	for i, arg := range args {
		if arg, ok = arg.in(e.factor); !ok {
			return e, false
		}
		texts[i] = arg.text
		e.inexact = e.inexact || arg.inexact
	}
	e.text = name + "(" + strings.Join(texts, ",") + ")"
	return e, true
}

// round rounds in base units, as the expression language does.
func round(args []expression) (expression, bool) {
	values := []*big.Rat{one}
	for _, a := range args[1:] {
		if a.constant == nil {
			return expression{}, false
		}
		values = append(values, a.constant)
	}
	n, ok := places(values)
	if !ok {
		return expression{}, false
	}
	e, ok := args[0].in(one)
	e.text, e.binding, e.constant = "ROUND("+e.text+","+strconv.Itoa(n)+")", atomBinding, nil
	return e, ok
}

// formula is the formula, without its equals sign, of a cell on the sheet named
// that prints want, in units of the factor, with so many decimals. It is empty
// unless the exact value of the term, rounded to those decimals, is that very
// number: a formula may never change what was published.
func (x *index) formula(t relation.Term, sheet string, f, want *big.Rat, decimals int) string {
	value, ok := x.eval(t)
	if !ok {
		return ""
	}
	value = exact.Quo(value, f)
	same := exact.Cmp(value, want) == 0
	if !same && exact.Cmp(rounded(value, decimals), want) != 0 {
		return ""
	}
	e, ok := translator{x, sheet}.translate(t)
	if !ok || e.constant != nil { // =2 says no more than 2
		return ""
	}
	if e, ok = e.in(f); !ok {
		return ""
	}
	if rounds := exact.Cmp(rounded(want, decimals), want) == 0; rounds && (e.inexact || !same) {
		e.text = "ROUND(" + e.text + "," + strconv.Itoa(decimals) + ")"
	}
	if len(e.text) > formulaLength {
		return ""
	}
	return e.text
}

// live is the formula of a cell of the document, empty if it keeps its number.
func (x *index) live(c *document.Cell, sheet string) string {
	if c.Formula == nil || x.constant[c.Ref] {
		return ""
	}
	at := shownAt{c.Ref, sheet}
	if text, known := x.formulas[at]; known && c.Ref != "" {
		return text
	}
	text := x.formula(c.Formula, sheet, factor(c.Unit), c.Number, c.Decimals)
	if len(x.formulas) < mostFormulas {
		x.formulas[at] = text
	}
	return text
}

// shownAt is a figure on one of the sheets that show it.
type shownAt struct {
	figure dataset.Ref
	sheet  string
}

// mostFormulas is how many formulas are kept, since the checks ask for those of
// the figures they are about: no more than a long table has room for in memory.
const mostFormulas = 10000
