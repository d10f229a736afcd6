package check

import "jianbao/report/relation"

// formed is a sum with its linear form, which is the same in every row of a
// column's formula.
type formed struct {
	relation.Term
	form linearForm
}

// withForms is a term in which every sum has its form. Its value is the same.
func withForms(t relation.Term) relation.Term {
	switch t := t.(type) {
	case relation.Arith:
		if t.Op == '+' || t.Op == '-' {
			if form, ok := linear(t); ok {
				return formed{t, form}
			}
		}
		return relation.Arith{Op: t.Op, X: withForms(t.X), Y: withForms(t.Y)}
	case relation.Negative:
		return relation.Negative{X: withForms(t.X)}
	case relation.Apply:
		args := make([]relation.Term, len(t.Args))
		for i, arg := range t.Args {
			args[i] = withForms(arg)
		}
		return relation.Apply{Func: t.Func, Args: args}
	}
	return t
}

// ready is a relation made ready to be judged, a column's formula row after row.
type ready struct {
	claim      relation.Claim
	formula    relation.Term
	difference linearForm // of the two sides that are compared
	isLinear   bool       // they have one
}

// ready makes a relation ready, once.
func (c *checker) ready(r *relation.Relation) *ready {
	if known, ok := c.readied[r]; ok {
		return known
	}
	made := &ready{claim: r.Claim, formula: r.Formula}
	compared, isCompare := r.Claim.(relation.Compare)
	if isCompare {
		made.difference, made.isLinear = linear(relation.Arith{Op: '-', X: compared.X, Y: compared.Y})
	}
	if r.Rows != nil {
		if isCompare {
			compared.X, compared.Y = withForms(compared.X), withForms(compared.Y)
			made.claim = compared
		}
		made.formula = withForms(r.Formula)
	}
	c.readied[r] = made
	return made
}
