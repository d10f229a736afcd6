package network_test

import (
	"math/rand/v2"
	"testing"

	"jianbao/report/network"
)

// FuzzSystem holds random systems of constraints of any form, one for each seed,
// to what must be so of all: no solution is lost, and a conflict is one.
func FuzzSystem(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		random := rand.New(rand.NewPCG(seed, seed))
		s := someSystem(random)
		point, solved := someSolution(random, s)
		for _, c := range s.Solve().Components {
			if c.Verdict != network.Infeasible {
				continue
			}
			if solved {
				t.Fatalf("%v solves %+v", point, s)
			}
			conflict := s.Conflict(c)
			part := releasedBut(ofConstraints(s, s, conflict.Constraints), conflict.Variables)
			part.Whole = s.Whole
			if part.Feasible() == network.Feasible {
				t.Fatalf("%v is no conflict of %+v", conflict, s)
			}
		}
	})
}
