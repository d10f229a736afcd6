package network

import (
	"math/big"
	"slices"

	"jianbao/report/figure"
)

// dive looks for values that satisfy a knot the quick way: settle a few variables
// of every row, each somewhere inside what is left to it, narrow, and go on with
// the rest. In most networks that have a solution it finds one; where it does not,
// nothing is said.
func (k *knot) dive() bool {
	n := newNarrowing(k.program, slices.Clone(k.domains))
	defer func() { k.work += n.work }()
	for {
		chosen := n.fewOfEach()
		if len(chosen) == 0 {
			break
		}
		before := slices.Clone(n.domains)
		for !n.settle(chosen) {
			if len(chosen) == 1 {
				return false
			}
			copy(n.domains, before)
			n.settled = true
			chosen = chosen[:len(chosen)/2]
		}
	}
	for i := range n.rows {
		if !n.rows[i].value(n).Within(n.rows[i].target) {
			return false
		}
	}
	return true
}

// inOneGo is how many variables of a row are settled at once: one in so many, but
// one at least.
const inOneGo = 4

// fewOfEach is variables that are not settled, a few of each row.
func (n *narrowing) fewOfEach() []Var {
	quota := make([]int, len(n.rows))
	for i := range n.rows {
		for _, v := range n.rows[i].members {
			if !n.domains[v].IsPoint() {
				quota[i]++
			}
		}
		quota[i] = (quota[i] + inOneGo - 1) / inOneGo
	}
	var chosen []Var
	for v := range n.domains {
		if n.domains[v].IsPoint() || slices.ContainsFunc(n.in[v], func(i int32) bool { return quota[i] == 0 }) {
			continue
		}
		chosen = append(chosen, Var(v))
		for _, i := range n.in[v] {
			quota[i]--
		}
	}
	return chosen
}

// settle gives variables a value and narrows; false if they cannot have them.
func (n *narrowing) settle(chosen []Var) bool {
	for _, v := range chosen {
		if !n.narrow(v, figure.Point(simplest(n.domains[v]))) {
			n.drop()
			return false
		}
	}
	return n.drain() < 0 && n.settled
}

// simplest is a number well inside an interval, of few digits.
func simplest(i figure.Interval) *big.Rat {
	middle := inside(i)
	if middle.IsInt() {
		return middle
	}
	width, ok := i.Width()
	if !ok {
		return middle
	}
	// As many digits as leave the number within a quarter of the width.
	decimals := 0
	for unit := new(big.Rat).Set(width); unit.Cmp(big.NewRat(2, 1)) < 0 && decimals < keptDecimals; decimals++ {
		unit.Mul(unit, big.NewRat(10, 1))
	}
	if short := figure.Round(middle, decimals, false); i.Contains(short) {
		return short
	}
	return middle
}
