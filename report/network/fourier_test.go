package network_test

import (
	"math/big"

	"jianbao/report/figure"
	"jianbao/report/network"
)

// inequality is Σ weights·x + constant ≤ 0, or < 0 if strict.
type inequality struct {
	weights  []*big.Rat
	constant *big.Rat
	strict   bool
}

// eliminated decides linear constraints by Fourier and Motzkin's method: variable
// by variable, every lower bound must be below every upper one.
func eliminated(inequalities []inequality, variables int) bool {
	for v := range variables {
		var below, above, rest []inequality
		for _, q := range inequalities {
			switch q.weights[v].Sign() {
			case -1:
				below = append(below, q)
			case 1:
				above = append(above, q)
			default:
				rest = append(rest, q)
			}
		}
		for _, b := range below {
			for _, a := range above {
				rest = append(rest, joined(b, a, v))
			}
		}
		inequalities = rest
	}
	for _, q := range inequalities {
		if s := q.constant.Sign(); s > 0 || s == 0 && q.strict {
			return false
		}
	}
	return true
}

// joined is what two inequalities say together without a variable.
func joined(below, above inequality, v int) inequality {
	q := inequality{strict: below.strict || above.strict}
	f, g := above.weights[v], new(big.Rat).Neg(below.weights[v])
	mix := func(x, y *big.Rat) *big.Rat {
		return new(big.Rat).Add(new(big.Rat).Mul(x, f), new(big.Rat).Mul(y, g))
	}
	for i := range below.weights {
		q.weights = append(q.weights, mix(below.weights[i], above.weights[i]))
	}
	q.constant = mix(below.constant, above.constant)
	return q
}

// inequalitiesOf is a linear system as inequalities. Its sums stand on the left,
// its constants on the right; domains of variables that are not given are ends.
func inequalitiesOf(s network.System) []inequality {
	var all []inequality
	size := len(s.Domains)
	add := func(sign int64, weights map[int]*big.Rat, constant *big.Rat, strict bool) {
		q := inequality{constant: new(big.Rat).Mul(big.NewRat(sign, 1), constant), strict: strict}
		for v := range size {
			w := new(big.Rat)
			if weights[v] != nil {
				w.Mul(big.NewRat(sign, 1), weights[v])
			}
			q.weights = append(q.weights, w)
		}
		all = append(all, q)
	}
	one := big.NewRat(1, 1)
	for v, d := range s.Domains {
		if d.Hi.Value != nil {
			add(1, map[int]*big.Rat{v: one}, new(big.Rat).Neg(d.Hi.Value), d.Hi.Open)
		}
		if d.Lo.Value != nil {
			add(-1, map[int]*big.Rat{v: one}, new(big.Rat).Neg(d.Lo.Value), d.Lo.Open)
		}
	}
	for _, c := range s.Constraints {
		weights := map[int]*big.Rat{}
		for _, t := range c.X.(network.Sum).Terms {
			weights[int(t.X.(network.Var))] = t.Weight
		}
		constant := new(big.Rat).Neg(c.Y.(network.Constant).Value)
		if c.Op != network.More && c.Op != network.AtLeast {
			add(1, weights, constant, c.Op == network.Less)
		}
		if c.Op != network.Less && c.Op != network.AtMost {
			add(-1, weights, constant, c.Op == network.More)
		}
	}
	return all
}

func feasibleByElimination(s network.System) bool {
	return eliminated(inequalitiesOf(s), len(s.Domains))
}

// releasedBut is a system with only some variables in their domains.
func releasedBut(s network.System, kept []network.Var) network.System {
	domains := make([]figure.Interval, len(s.Domains))
	for _, v := range kept {
		domains[v] = s.Domains[v]
	}
	return network.System{Domains: domains, Constraints: s.Constraints}
}
