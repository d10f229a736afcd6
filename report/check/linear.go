package check

import (
	"math/big"

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
	weights  map[string]*big.Rat
}

// linear is the linear form of a term; ok is false if it has none.
func linear(t relation.Term) (form linearForm, ok bool) {
	form = linearForm{constant: new(big.Rat), weights: map[string]*big.Rat{}}
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
	key := partKey(t)
	if w, ok := form.weights[key]; ok {
		w.Add(w, weight)
		return
	}
	form.parts = append(form.parts, t)
	form.weights[key] = new(big.Rat).Set(weight)
}

// weight is the coefficient of a part, zero if it is not in the form.
func (form linearForm) weight(part relation.Term) *big.Rat {
	if w, ok := form.weights[partKey(part)]; ok {
		return w
	}
	return zero
}

// readLinear is the value of a linear form, exact since each part is in it once.
func (e evaluator) readLinear(form linearForm) reading {
	result := reading{values: figure.Point(form.constant)}
	for _, part := range form.parts {
		x := e.read(part)
		if !x.why.IsZero() {
			return x
		}
		result.values = result.values.Add(x.values.Scale(form.weight(part)))
		result.hedged = result.hedged || x.hedged
	}
	return result.kept(e.printed)
}

// overlap reports whether two terms speak of one figure, so that their values
// are not independent of each other.
func overlap(x, y relation.Term) bool {
	seen := map[string]bool{}
	visitParts(x, func(key string) { seen[key] = true })
	both := false
	visitParts(y, func(key string) { both = both || seen[key] })
	return both
}

func visitParts(t relation.Term, visit func(key string)) {
	relation.Walk(t, func(t relation.Term) {
		switch t.(type) {
		case relation.Figure, relation.Cell, relation.Aggregate:
			visit(partKey(t))
		}
	})
}
