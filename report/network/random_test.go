package network_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"jianbao/report/figure"
	"jianbao/report/network"
)

func number(n int64) *big.Rat { return big.NewRat(n, 1) }

// someInterval is an interval with small ends, open or closed, or none.
func someInterval(random *rand.Rand) figure.Interval {
	lo := random.Int64N(9) - 4
	i := figure.Closed(number(lo), number(lo+random.Int64N(4)))
	if i.IsPoint() {
		return i
	}
	i.Lo.Open, i.Hi.Open = random.IntN(3) == 0, random.IntN(3) == 0
	if random.IntN(5) == 0 {
		i.Lo = figure.Bound{}
	}
	if random.IntN(5) == 0 {
		i.Hi = figure.Bound{}
	}
	return i
}

// someLinear is a random system of linear constraints.
func someLinear(random *rand.Rand, variables, constraints int) network.System {
	s := network.System{}
	for range variables {
		s.Domains = append(s.Domains, someInterval(random))
	}
	ops := []network.Op{network.Equal, network.Equal, network.Less, network.AtMost, network.More, network.AtLeast}
	for range constraints {
		var sum network.Sum
		for v := range variables {
			if w := random.Int64N(5) - 2; w != 0 && random.IntN(3) > 0 {
				sum.Terms = append(sum.Terms, network.Weighted{Weight: number(w), X: network.Var(v)})
			}
		}
		s.Constraints = append(s.Constraints, network.Constraint{Op: ops[random.IntN(len(ops))],
			X: sum, Y: network.Constant{Value: number(random.Int64N(9) - 4)}})
	}
	return s
}

func TestLinearSystemsAreDecidedAsByElimination(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	seen := map[network.Verdict]int{}
	for n := range 600 {
		s := someLinear(random, 1+random.IntN(4), 1+random.IntN(4))
		want := network.Infeasible
		if feasibleByElimination(s) {
			want = network.Feasible
		}
		if got := s.Feasible(); got != want {
			t.Fatalf("system %d is %d, want %d: %+v", n, got, want, s)
		}
		seen[want]++
	}
	if seen[network.Feasible] < 100 || seen[network.Infeasible] < 100 {
		t.Errorf("cases are one-sided: %v", seen)
	}
}

func TestNarrowingIsExactForOneConstraint(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	for range 500 {
		s := someLinear(random, 1+random.IntN(4), 1)
		n := s.Narrow()
		if feasible := feasibleByElimination(s); feasible != (n.Emptied < 0) {
			t.Fatalf("emptied %d, feasible %v: %+v", n.Emptied, feasible, s)
		}
		if n.Emptied >= 0 {
			continue
		}
		for v := range s.Domains {
			for twice := int64(-30); twice <= 30; twice++ {
				x := big.NewRat(twice, 2)
				if !s.Domains[v].Contains(x) {
					continue
				}
				if want := feasibleByElimination(with(s, v, figure.Point(x))); n.Domains[v].Contains(x) != want {
					t.Fatalf("%s in %s of variable %d: possible %v: %+v", x.RatString(), n.Domains[v], v, want, s)
				}
			}
		}
	}
}

// with is a system with another domain of one variable.
func with(s network.System, v int, domain figure.Interval) network.System {
	domains := append([]figure.Interval{}, s.Domains...)
	domains[v] = domain
	return network.System{Domains: domains, Constraints: s.Constraints}
}

func TestNarrowingLosesNoSolution(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	held := 0
	for range 4000 {
		s := someSystem(random)
		point, ok := someSolution(random, s)
		if !ok {
			continue
		}
		held++
		n := s.Narrow()
		if n.Emptied >= 0 || s.Feasible() == network.Infeasible {
			t.Fatalf("%v solves %+v, but constraint %d is emptied", point, s, n.Emptied)
		}
		for v, x := range point {
			if !n.Domains[v].Contains(x) {
				t.Fatalf("%v solves %+v, but variable %d is narrowed to %s", point, s, v, n.Domains[v])
			}
		}
	}
	if held < 300 {
		t.Errorf("only %d systems had a solution to lose", held)
	}
}
