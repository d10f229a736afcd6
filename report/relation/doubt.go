package relation

import (
	"math/big"

	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/expr"
	"jianbao/report/figure"
)

// leastDoubtful is the number beside a percentage, 200 %, from which on it was
// surely meant as so many hundredths. Completion rates do reach 120 %.
var leastDoubtful = big.NewRat(2, 1)

// doubtLiteral warns of a literal beside a percentage that makes no sense of it:
// a literal there is the plain number, so that 50 is 5000 %.
func (s *scope) doubtLiteral(n expr.Node, literal, beside quantity) {
	number, isConstant := literal.term.(Constant)
	if !isConstant || !literal.measure.literal || !beside.isPercentage() {
		return
	}
	if new(big.Rat).Abs(number.Value).Cmp(leastDoubtful) < 0 {
		return
	}
	hundredths := exact.Mul(number.Value, percent.Factor)
	meant := figure.Decimal(hundredths)
	s.b.warn(diag.Finding{Code: diag.BadExpression, Place: s.placeOf(n.Span()),
		Message: diag.Say("与百分数相比，%s 是%s", "beside a percentage, %s is %s", figure.Decimal(number.Value), percent.Shown(number.Value)),
		Hints: []diag.Hint{{Kind: "percent", Suggestion: meant,
			Message: diag.Say("若是%s，写作 %s", "for %s, write %s", percent.Shown(hundredths), meant)}}})
}

// isPercentage reports whether it is printed in %. What multiplies one, rate * 100,
// may be to make a plain number of it.
func (q quantity) isPercentage() bool {
	made, isArith := q.term.(Arith)
	return q.measure.isRatio() && q.measure.unit.Symbol == percent.Symbol && !(isArith && (made.Op == '*' || made.Op == '/'))
}
