package network_test

import (
	"math/big"
	"math/bits"
	"math/rand/v2"
	"testing"

	"jianbao/report/figure"
	"jianbao/report/network"
)

// total is T = Σ parts.
func total(t network.Var, parts ...network.Var) network.Constraint {
	var sum network.Sum
	for _, p := range parts {
		sum.Terms = append(sum.Terms, network.Weighted{X: p})
	}
	return network.Constraint{Op: network.Equal, X: t, Y: sum}
}

// tenths is a number of tenths known to within so many.
func tenths(n, within int64) figure.Interval {
	return figure.Closed(big.NewRat(n-within, 10), big.NewRat(n+within, 10))
}

func TestTheSmallestConflictLeavesOutWhatIsNotNeeded(t *testing.T) {
	for _, c := range []struct {
		name        string
		domains     []figure.Interval
		constraints []network.Constraint
		size        int
	}{
		{"the middle of a tree is not needed: T, B, a1 and a2 are",
			[]figure.Interval{tenths(1030, 5), tenths(510, 5), tenths(510, 5), tenths(201, 0), tenths(305, 0)},
			[]network.Constraint{total(0, 1, 2), total(1, 3, 4)}, 4},
		{"the year, one half and the other half's quarters",
			[]figure.Interval{tenths(1000, 0), tenths(510, 5), tenths(500, 5), {Lo: figure.Bound{Value: big.NewRat(2535, 100)}}, tenths(255, 0), tenths(248, 0), tenths(249, 0)},
			[]network.Constraint{total(0, 1, 2), total(1, 3, 4), total(2, 5, 6)}, 4},
		{"two figures that touch at one point do not",
			[]figure.Interval{tenths(900, 5), tenths(890, 5)}, []network.Constraint{total(0, 1)}, 0},
		{"a circle that narrowing alone does not decide",
			[]figure.Interval{tenths(10, 5), {}, {}}, []network.Constraint{
				{Op: network.Equal, X: network.Sum{Terms: []network.Weighted{{X: network.Var(1)}, {X: network.Var(2)}}}, Y: network.Var(0)},
				{Op: network.Equal, X: network.Sum{Terms: []network.Weighted{{X: network.Var(1)}, {X: network.Var(2)}}}, Y: network.Constant{Value: number(3)}},
			}, 1},
	} {
		s := network.System{Domains: c.domains, Constraints: c.constraints}
		solution := s.Solve()
		if len(solution.Components) != 1 {
			t.Fatalf("%s: %d components", c.name, len(solution.Components))
		}
		if feasible := solution.Components[0].Verdict == network.Feasible; feasible != (c.size == 0) {
			t.Fatalf("%s: feasible is %v", c.name, feasible)
		}
		if c.size == 0 {
			continue
		}
		if got := s.Conflict(solution.Components[0]); len(got.Variables) != c.size || !got.Smallest {
			t.Errorf("%s: %v, want %d variables", c.name, got, c.size)
		}
	}
}

func TestConflictsAreMinimalAndSmallest(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	seen := map[int]int{}
	for range 800 {
		s := someLinear(random, 2+random.IntN(4), 1+random.IntN(4))
		for _, c := range s.Solve().Components {
			if c.Verdict != network.Infeasible {
				continue
			}
			only := network.System{Domains: s.Domains}
			for _, i := range c.Constraints {
				only.Constraints = append(only.Constraints, s.Constraints[i])
			}
			conflict := s.Conflict(c)
			if feasibleByElimination(releasedBut(only, conflict.Variables)) {
				t.Fatalf("%v can all be true: %+v", conflict.Variables, only)
			}
			for i := range conflict.Variables {
				rest := append(append([]network.Var{}, conflict.Variables[:i]...), conflict.Variables[i+1:]...)
				if !feasibleByElimination(releasedBut(only, rest)) {
					t.Fatalf("of %v, %d is not needed: %+v", conflict.Variables, conflict.Variables[i], only)
				}
			}
			if part := ofConstraints(only, s, conflict.Constraints); feasibleByElimination(releasedBut(part, conflict.Variables)) {
				t.Fatalf("constraints %v can all hold: %+v", conflict.Constraints, only)
			}
			for i := range conflict.Constraints {
				rest := append(append([]int{}, conflict.Constraints[:i]...), conflict.Constraints[i+1:]...)
				if !feasibleByElimination(releasedBut(ofConstraints(only, s, rest), conflict.Variables)) {
					t.Fatalf("of constraints %v, one is not needed: %+v", conflict.Constraints, only)
				}
			}
			if want := smallestByTrying(only); !conflict.Smallest || len(conflict.Variables) != want {
				t.Fatalf("%v, but the smallest has %d: %+v", conflict, want, only)
			}
			seen[len(conflict.Variables)]++
		}
	}
	if seen[1] < 10 || seen[2] < 10 || seen[3] < 10 {
		t.Errorf("too few conflicts of some sizes: %v", seen)
	}
}

// ofConstraints is a system with some constraints of another.
func ofConstraints(s, of network.System, constraints []int) network.System {
	s.Constraints = nil
	for _, i := range constraints {
		s.Constraints = append(s.Constraints, of.Constraints[i])
	}
	return s
}

// smallestByTrying is the size of the smallest conflict, found among all subsets.
func smallestByTrying(s network.System) int {
	size := len(s.Domains)
	for subset := range 1 << len(s.Domains) {
		if bits.OnesCount(uint(subset)) >= size {
			continue
		}
		var kept []network.Var
		for v := range s.Domains {
			if subset>>v&1 == 1 {
				kept = append(kept, network.Var(v))
			}
		}
		if !feasibleByElimination(releasedBut(s, kept)) {
			size = len(kept)
		}
	}
	return size
}

func TestComponentsAreJudgedByThemselves(t *testing.T) {
	s := network.System{
		Domains:     []figure.Interval{tenths(10, 0), tenths(20, 0), tenths(30, 0), tenths(30, 0), {}},
		Constraints: []network.Constraint{total(0, 1), total(2, 3), total(4, 2)},
	}
	solution := s.Solve()
	want := []network.Verdict{network.Infeasible, network.Feasible}
	for i, c := range solution.Components {
		if c.Verdict != want[i] {
			t.Errorf("component %v is %d, want %d", c.Constraints, c.Verdict, want[i])
		}
	}
	if !solution.Domains[4].Equal(tenths(30, 0)) {
		t.Errorf("what was not given follows to be %s", solution.Domains[4])
	}
}

func TestWholeNumbersTightenEnds(t *testing.T) {
	s := network.System{
		Domains: []figure.Interval{figure.Closed(big.NewRat(5, 2), big.NewRat(7, 2)), {}},
		Whole:   []bool{true},
		Constraints: []network.Constraint{{Op: network.Equal, X: network.Var(1),
			Y: network.Product{X: network.Constant{Value: number(2)}, Y: network.Var(0)}}},
	}
	if got := s.Narrow().Domains[1]; !got.Equal(figure.Point(number(6))) {
		t.Errorf("twice a whole number from 2.5 to 3.5 is %s", got)
	}
}

func TestAnInfiniteApproachIsCutShortAndStillDecided(t *testing.T) {
	half := big.NewRat(1, 2)
	halfOf := func(v network.Var) network.Expr {
		return network.Sum{Terms: []network.Weighted{{Weight: half, X: v}}}
	}
	s := network.System{
		Domains: []figure.Interval{figure.Closed(number(0), number(1)), figure.Closed(number(0), number(1))},
		Constraints: []network.Constraint{
			{Op: network.Equal, X: network.Var(0), Y: halfOf(1)},
			{Op: network.Equal, X: network.Var(1), Y: halfOf(0)},
		},
	}
	if n := s.Narrow(); n.Settled || n.Emptied >= 0 {
		t.Errorf("narrowing to zero by halves settled")
	}
	if got := s.Feasible(); got != network.Feasible {
		t.Errorf("zero solves it, but the verdict is %d", got)
	}
	s.Domains[0].Lo.Open = true
	if got := s.Feasible(); got != network.Infeasible {
		t.Errorf("nothing above zero solves it, but the verdict is %d", got)
	}
}
