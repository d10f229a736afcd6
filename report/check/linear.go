package check

import (
	"math/big"
	"slices"

	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// linearForm is constant + Σ coefficient · part, each part once. Parts are
// Figures, Cells and Aggregates. Different aggregates count as independent, even
// over one column.
type linearForm struct {
	constant *big.Rat
	parts    []relation.Term // in the order of their first mention
	weights  []*big.Rat      // of each
	at       map[string]int  // where each key is, once there are many
}

// linear is the linear form of a term; ok is false if it has none.
func linear(t relation.Term) (form linearForm, ok bool) {
	form = linearForm{constant: new(big.Rat)}
	return form, form.add(t, one)
}

// add adds weight · t.
func (form *linearForm) add(t relation.Term, weight *big.Rat) bool {
	switch t := t.(type) {
	case relation.Constant:
		form.constant.Add(form.constant, exact.Mul(t.Value, weight))
		return true
	case relation.Figure, relation.Cell, relation.Aggregate:
		form.addPart(t, weight)
		return true
	case relation.Negative:
		return form.add(t.X, new(big.Rat).Neg(weight))
	case formed:
		return form.add(t.Term, weight)
	case relation.Apply:
		if t.Func != relation.Sum {
			return false
		}
		for _, arg := range t.Args {
			if !form.add(arg, weight) {
				return false
			}
		}
		return true
	case relation.Arith:
		return form.addArith(t, weight)
	}
	return false
}

func (form *linearForm) addArith(t relation.Arith, weight *big.Rat) bool {
	switch t.Op {
	case '+':
		return form.add(t.X, weight) && form.add(t.Y, weight)
	case '-':
		return form.add(t.X, weight) && form.add(t.Y, new(big.Rat).Neg(weight))
	case '*':
		if x, ok := constant(t.X); ok {
			return form.add(t.Y, exact.Mul(weight, x))
		}
		y, ok := constant(t.Y)
		return ok && form.add(t.X, exact.Mul(weight, y))
	case '/':
		y, ok := constant(t.Y)
		return ok && y.Sign() != 0 && form.add(t.X, exact.Quo(weight, y))
	}
	return false
}

// constant is the value of a term without figures in it.
func constant(t relation.Term) (*big.Rat, bool) {
	form, ok := linear(t)
	return form.constant, ok && len(form.parts) == 0
}

func (form *linearForm) addPart(t relation.Term, weight *big.Rat) {
	if i := form.find(t); i >= 0 {
		form.weights[i] = exact.Add(form.weights[i], weight)
		return
	}
	if form.at != nil {
		form.at[partKey(t)] = len(form.parts)
	}
	form.parts = append(form.parts, t)
	form.weights = append(form.weights, weight)
}

// find is where a part is, or −1.
func (form *linearForm) find(part relation.Term) int {
	if len(form.parts) <= fewParts {
		return slices.IndexFunc(form.parts, func(t relation.Term) bool { return samePart(t, part) })
	}
	if form.at == nil {
		form.at = make(map[string]int, 2*len(form.parts))
		for i, t := range form.parts {
			form.at[partKey(t)] = i
		}
	}
	if i, ok := form.at[partKey(part)]; ok {
		return i
	}
	return -1
}

// weight is the coefficient of a part, zero if it is not in the form.
func (form *linearForm) weight(part relation.Term) *big.Rat {
	if i := form.find(part); i >= 0 {
		return form.weights[i]
	}
	return zero
}

// readLinear is the value of a linear form, exact since each part is in it once.
func (e evaluator) readLinear(form linearForm) reading {
	result := reading{values: figure.Point(form.constant)}
	for i, part := range form.parts {
		x := e.read(part)
		if !x.why.IsZero() {
			return x
		}
		result.values = result.values.Add(x.values.Scale(form.weights[i]))
		result.hedged = result.hedged || x.hedged
	}
	return result.kept(e.printed)
}
