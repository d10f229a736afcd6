package xlsx

import (
	"math/big"

	"jianbao/report/exact"
)

// in is the expression in units of another factor.
func (e expression) in(f *big.Rat) expression {
	if e.value == nil || e.factor == f { // mostly: cells of one column
		return e
	}
	return e.by(scalingOf(e.factor, f))
}

// inUnit is the expression in units of another factor, as that of the last formula mostly was.
func (x *index) inUnit(e expression, f *big.Rat) expression {
	if e.value == nil || e.factor == f {
		return e
	}
	if last := x.scaling; last.to == nil || exact.Cmp(last.from, e.factor) != 0 || exact.Cmp(last.to, f) != 0 {
		x.scaling = scalingOf(e.factor, f)
	}
	return e.by(x.scaling)
}

// scaling is the way from units of one factor to those of another.
type scaling struct {
	from, to, ratio *big.Rat // nil if from is to
	op, text        string   // with which it is written; without text it cannot be
}

func scalingOf(from, to *big.Rat) scaling {
	s := scaling{from: from, to: to, op: "*"}
	ratio := exact.Quo(from, to)
	if exact.Cmp(ratio, one) == 0 {
		return s
	}
	by := ratio
	if !ratio.IsInt() {
		if inverse := exact.Quo(one, ratio); inverse.IsInt() {
			s.op, by = "/", inverse
		}
	}
	s.ratio = ratio
	s.text, _ = literal(by)
	return s
}

// by is the expression scaled.
func (e expression) by(s scaling) expression {
	if s.ratio == nil {
		return e
	}
	if e.constant {
		scaled := number(exact.Mul(e.value, s.ratio))
		scaled.factor = s.to
		return scaled
	}
	scaled := expression{
		value:   exact.Mul(e.value, s.ratio),
		binding: productBinding,
		factor:  s.to,
		inexact: e.inexact || !s.ratio.IsInt(),
	}
	if s.text != "" && e.text != "" {
		scaled.text = e.operand(productBinding) + s.op + s.text
	}
	return scaled
}
