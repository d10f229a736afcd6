package network

import (
	"math/big"
	"testing"

	"jianbao/report/figure"
)

// A variable that stands in a sum several times is one term of it, in short sums
// and in long ones.
func TestRepeatedVariablesAreOneTerm(t *testing.T) {
	for _, variables := range []int{1, fewTerms, fewTerms + 1, 3 * fewTerms} {
		s := System{Domains: make([]figure.Interval, variables)}
		var twice Sum
		for range 2 {
			for v := range variables {
				twice.Terms = append(twice.Terms, Weighted{X: Var(v)})
			}
		}
		for v := range variables - 1 {
			s.Domains[v] = figure.Point(one)
		}
		s.Constraints = []Constraint{{Op: Equal, X: twice, Y: Constant{Value: big.NewRat(int64(2*variables), 1)}}}
		if terms := compile(s.Constraints[0]).terms; len(terms) != variables {
			t.Errorf("%d variables, each twice, make %d terms", variables, len(terms))
		}
		if last := s.Narrow().Domains[variables-1]; !last.Equal(figure.Point(one)) {
			t.Errorf("the last of %d is %s, want 1", variables, last)
		}
	}
}
