package network_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"jianbao/report/figure"
	"jianbao/report/network"
)

func TestLikelyValuesChangeNoVerdict(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	spared, refused := 0, 0
	for n := range 6000 {
		s := someSystem(random)
		if n%2 == 0 {
			s = someLinear(random, 2+random.IntN(5), 1+random.IntN(4))
		}
		want := s.Solve()
		s.Likely = someLikely(random, s)
		got := s.Solve()
		for i, c := range got.Components {
			if long := want.Components[i].Verdict; c.Verdict != long && long != network.Unknown {
				t.Fatalf("component %d is %d, without likely values %d: %+v", i, c.Verdict, long, s)
			}
			if c.Verdict == network.Infeasible {
				refused++
			}
			same, given := true, true
			for _, v := range c.Variables {
				same = same && got.Domains[v].Equal(want.Domains[v])
				given = given && got.Domains[v].Equal(s.Domains[v])
			}
			switch {
			case same:
			case given && c.Verdict == network.Feasible:
				spared++
			default:
				t.Fatalf("component %d leaves %v, without likely values %v: %+v", i, got.Domains, want.Domains, s)
			}
		}
	}
	if spared < 300 || refused < 300 {
		t.Errorf("cases are one-sided: %d components spared, %d infeasible", spared, refused)
	}
}

// someLikely is values in the domains mostly, some beyond, some missing.
func someLikely(random *rand.Rand, s network.System) []*big.Rat {
	likely := make([]*big.Rat, len(s.Domains)-random.IntN(8)/7)
	for v := range likely {
		if random.IntN(12) == 0 {
			continue
		}
		likely[v] = big.NewRat(random.Int64N(17)-8, 2)
		if i := s.Domains[v]; i.Bounded() && random.IntN(8) > 0 {
			likely[v] = new(big.Rat).Add(i.Lo.Value, i.Hi.Value)
			likely[v].Quo(likely[v], number(2))
		}
	}
	return likely
}

// A domain that is asked for is worked out whatever else is likely, and a figure
// that is in no other row may take up what the likely values leave.
func TestLikelyValuesSpareNarrowing(t *testing.T) {
	sum := network.Sum{Terms: []network.Weighted{{X: network.Var(0)}, {X: network.Var(1)}}}
	s := network.System{
		Domains:     []figure.Interval{figure.Closed(number(0), number(4)), figure.Closed(number(2), number(4)), figure.Closed(number(5), number(20))},
		Constraints: []network.Constraint{{Op: network.Equal, X: network.Var(2), Y: sum}},
	}
	for _, c := range []struct {
		name   string
		likely []*big.Rat
		want   string // of the third variable
	}{
		{"all likely", []*big.Rat{number(2), number(3), number(20)}, "[5, 20]"},
		{"one asked for", []*big.Rat{number(2), number(3), nil}, "[5, 8]"},
		{"none likely", nil, "[5, 8]"},
	} {
		s.Likely = c.likely
		solution := s.Solve()
		if got := solution.Domains[2].String(); got != c.want || solution.Components[0].Verdict != network.Feasible {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
