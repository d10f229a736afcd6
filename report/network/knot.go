package network

import (
	"fmt"
	"math/big"
	"strings"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// knot is linear rows that meet in circles, as a small system of its own: what is
// settled is part of the constants, and variables that stand in the same rows with
// the same weights are one, their sum.
type knot struct {
	*program
	domains []figure.Interval
	stands  [][]Var // which variables each variable of the knot stands for
	work    int
}

func (n *narrowing) knotOf(rows []int32) *knot {
	marks, order := n.marks(rows)
	k := &knot{program: &program{rows: make([]row, len(rows))}}
	as := map[string]Var{}
	where := make(map[Var]Var, len(order))
	for _, v := range order {
		mark := marks[v].String()
		twin, known := as[mark]
		if !known {
			twin = Var(len(k.domains))
			as[mark] = twin
			k.domains, k.stands = append(k.domains, figure.Point(zero)), append(k.stands, nil)
		}
		where[v] = twin
		k.domains[twin] = k.domains[twin].Add(n.domains[v])
		k.stands[twin] = append(k.stands[twin], v)
	}
	k.in, k.whole = make([][]int32, len(k.domains)), make([]bool, len(k.domains))
	for at, i := range rows {
		k.rows[at] = n.reduced(&n.program.rows[i], where)
		for _, v := range k.rows[at].members {
			k.in[v] = append(k.in[v], int32(at))
		}
	}
	return k
}

// marks are the rows and weights of each variable of some rows that is not settled,
// and those variables in order.
func (n *narrowing) marks(rows []int32) (marks map[Var]*strings.Builder, order []Var) {
	marks = map[Var]*strings.Builder{}
	for _, i := range rows {
		for _, t := range n.program.rows[i].terms {
			if n.domains[t.v].IsPoint() {
				continue
			}
			b := marks[t.v]
			if b == nil {
				b = &strings.Builder{}
				marks[t.v] = b
				order = append(order, t.v)
			}
			fmt.Fprintf(b, "%d:%s ", i, t.weight.RatString())
		}
	}
	return marks, order
}

// reduced is a row over the variables of a knot.
func (n *narrowing) reduced(r *row, where map[Var]Var) row {
	short := row{form: form{constant: new(big.Rat).Set(r.constant)}, target: r.target, linear: true}
	seen := map[Var]bool{}
	for _, t := range r.terms {
		v, open := where[t.v]
		switch {
		case !open:
			short.constant.Add(short.constant, exact.Mul(t.weight, n.domains[t.v].Lo.Value))
		case !seen[v]:
			seen[v] = true
			short.terms = append(short.terms, term{weight: t.weight, v: v})
			short.members = append(short.members, v)
		}
	}
	return short
}

// simplex decides a knot exactly. Of a contradiction it gives the variables.
func (k *knot) simplex() (Verdict, []Var) {
	var t tableau
	for _, d := range k.domains {
		t.addColumn(d)
	}
	for _, r := range k.rows {
		cells := make([]cell, len(r.terms))
		for i, term := range r.terms {
			cells[i] = cell{int(term.v), term.weight}
		}
		t.addRow(cells, r.target.Shift(new(big.Rat).Neg(r.constant)))
	}
	verdict, columns := t.solve()
	k.work += t.operations
	var contradicting []Var
	for _, c := range columns {
		if c < len(k.domains) {
			contradicting = append(contradicting, k.stands[c]...)
			continue
		}
		for _, v := range k.rows[c-len(k.domains)].members {
			contradicting = append(contradicting, k.stands[v]...)
		}
	}
	return verdict, contradicting
}
