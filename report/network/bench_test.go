package network_test

import (
	"math/big"
	"testing"

	"jianbao/report/figure"
	"jianbao/report/network"
)

// yearbook is a network of totals as a yearbook has them: for each indicator the
// year is its halves, those are its quarters, those are its months, the quarters
// are all four, and a total adds up ten indicators in every period, so that rows
// and columns cross. Figures are rounded to tenths.
func yearbook(relations int) network.System {
	const periods = 19 // a year, two halves, four quarters, twelve months
	s := network.System{}
	figures := func(values [periods]int64) network.Var {
		first := network.Var(len(s.Domains))
		for _, n := range values {
			// The figures count in hundredths and are published in tenths.
			s.Domains = append(s.Domains, figure.Closed(big.NewRat((n+5)/10*10-5, 100), big.NewRat((n+5)/10*10+5, 100)))
		}
		return first
	}
	for indicator := int64(0); len(s.Constraints) < relations; {
		var sum [periods]int64
		var parts []network.Var
		for range 10 {
			var values [periods]int64
			for month := range int64(12) {
				x := 1000 + (indicator*31+month*17)%400
				values[7+month] = x
				values[3+month/3] += x
				values[1+month/6] += x
				values[0] += x
			}
			indicator++
			for p := range values {
				sum[p] += values[p]
			}
			parts = append(parts, figures(values))
		}
		parts = append(parts, figures(sum))
		for _, v := range parts {
			s.Constraints = append(s.Constraints, total(v, v+1, v+2), total(v, v+3, v+4, v+5, v+6),
				total(v+1, v+3, v+4), total(v+2, v+5, v+6))
			for q := network.Var(0); q < 4; q++ {
				s.Constraints = append(s.Constraints, total(v+3+q, v+7+3*q, v+8+3*q, v+9+3*q))
			}
		}
		for p := network.Var(0); p < periods; p++ {
			var row []network.Var
			for _, v := range parts[:10] {
				row = append(row, v+p)
			}
			s.Constraints = append(s.Constraints, total(parts[10]+p, row...))
		}
	}
	return s
}

func TestAYearbookHoldsTogetherAndBreaksAtOneFigure(t *testing.T) {
	s := yearbook(100)
	if got := s.Feasible(); got != network.Feasible {
		t.Fatalf("a yearbook is %d", got)
	}
	// The first quarter of the third indicator is out by more than rounding allows.
	v := 2*19 + 3
	s.Domains[v] = s.Domains[v].Shift(big.NewRat(2, 1))
	solution := s.Solve()
	for _, c := range solution.Components {
		if c.Verdict == network.Infeasible {
			got := s.Conflict(c)
			found := false
			for _, member := range got.Variables {
				found = found || int(member) == v
			}
			if !found || !got.Smallest || len(got.Variables) != 3 {
				t.Errorf("the quarter, the other one and their half are a conflict, not %v", got)
			}
			return
		}
	}
	t.Error("the yearbook still holds")
}

func BenchmarkYearbook(b *testing.B) {
	s := yearbook(10_000)
	for b.Loop() {
		if got := s.Feasible(); got != network.Feasible {
			b.Fatalf("a yearbook is %d", got)
		}
	}
}
