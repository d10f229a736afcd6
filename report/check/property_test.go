package check_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"jianbao/report/diag"
	"jianbao/report/figure"
)

// part is a whole number in a random total. With at most three parts, eighths
// are fine enough to find values that add up wherever there are any.
type part struct {
	value, weight int
	exact         bool
}

// eighths are the eighths of one that a part can be, with ends as its rounding
// has them: closed halves, or truncated [v, v+1), (v−1, v] or (−1, 1).
func (p part) eighths(truncate bool) (lo, hi int) {
	v := 8 * p.value
	switch {
	case p.exact:
		return v, v
	case !truncate:
		return v - 4, v + 4
	case p.value > 0:
		return v, v + 7
	case p.value < 0:
		return v - 7, v
	}
	return -7, 7
}

func (p part) line(id, more string) string {
	decimals := "0"
	if p.exact {
		decimals = "exact"
	}
	return fmt.Sprintf("{id: %s, name: 指标, value: %d, decimals: %s%s}", id, p.value, decimals, more)
}

// reachable is brute force: every choice of eighths for the parts.
func reachable(parts []part, truncate bool, sum, lo, hi int) bool {
	if len(parts) == 0 {
		return lo <= sum && sum <= hi
	}
	from, to := parts[0].eighths(truncate)
	for x := from; x <= to; x++ {
		if reachable(parts[1:], truncate, sum+parts[0].weight*x, lo, hi) {
			return true
		}
	}
	return false
}

func TestATotalIsConsistentIffSomeValuesAddUp(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	seen := map[diag.Verdict]int{}
	for range 300 {
		truncate := random.IntN(2) == 0
		parts := make([]part, 1+random.IntN(3))
		formula, sum, lines := "", 0, []string{}
		for i := range parts {
			parts[i] = part{random.IntN(9) - 4, 1 - 2*random.IntN(2), random.IntN(3) == 0}
			formula += fmt.Sprintf(" + (%d) * p%d", parts[i].weight, i)
			sum += parts[i].weight * parts[i].value
			lines = append(lines, parts[i].line(fmt.Sprintf("p%d", i), ""))
		}
		total := part{value: sum + random.IntN(7) - 3, exact: random.IntN(3) == 0}
		lines = append(lines, total.line("T", `, formula: "`+formula[3:]+`"`))

		rounding := ""
		if truncate {
			rounding = "rounding: truncate\n"
		}
		r := judged(t, rounding+indicators(lines...))
		lo, hi := total.eighths(truncate)
		want := bad
		if reachable(parts, truncate, 0, lo, hi) {
			want = ok
		}
		seen[want]++
		wantVerdict(t, r, "T.formula", want)
		for _, j := range r.Judged.All() {
			if j.ID != "T.formula" {
				continue
			}
			if !j.HasSlack || j.Slack.Contains(difference(total.value, sum)) != (want == ok) {
				t.Errorf("slack %s, difference %d, but %s", j.Slack, total.value-sum, want)
			}
		}
		if t.Failed() {
			t.Fatalf("truncate %v: %v", truncate, lines)
		}
	}
	if seen[ok] < 50 || seen[bad] < 50 {
		t.Errorf("cases are one-sided: %v", seen)
	}
}

func TestWideningAnIntervalNeverBreaksARelation(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	held := 0
	for range 200 {
		decimals := make([]int, 3)
		values := make([]int, 3)
		for i := range decimals {
			decimals[i], values[i] = random.IntN(3)-1, 1+random.IntN(40)
		}
		formula := []string{"a + b", "a - b", "a * b", "a / b", "share(a, a + b)", "growth(a, b)", "a + b - a", "max(a, b)"}[random.IntN(8)]
		verdict := func() diag.Verdict {
			return verdicts(judged(t, indicators(
				fmt.Sprintf("{id: T, name: t, value: %d, decimals: %d, formula: '%s'}", values[0], decimals[0], formula),
				fmt.Sprintf("{id: a, name: a, value: %d, decimals: %d}", values[1], decimals[1]),
				fmt.Sprintf("{id: b, name: b, value: %d, decimals: %d}", values[2], decimals[2]))))["T.formula"]
		}
		narrow := verdict()
		decimals[random.IntN(3)]--
		if wide := verdict(); narrow == ok && wide == bad {
			t.Fatalf("%s over %v to %v decimals: %s, then %s", formula, values, decimals, narrow, wide)
		}
		if narrow == ok {
			held++
		}
	}
	if held < 20 {
		t.Errorf("only %d relations held to begin with", held)
	}
}

func difference(a, b int) *big.Rat { return big.NewRat(int64(a-b), 1) }

func TestAQuotientOfOverlappingSumsIsExact(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	quotients := map[string]func(a, b, c *big.Rat) (p, q *big.Rat){
		"share(a, a + b)": func(a, b, c *big.Rat) (p, q *big.Rat) { return a, sum(a, b) },
		"(a + b) / (a + b + c)": func(a, b, c *big.Rat) (p, q *big.Rat) {
			return sum(a, b), sum(a, b, c)
		},
		"(a - 100) / (a - 200)": func(a, b, c *big.Rat) (p, q *big.Rat) {
			return sum(a, big.NewRat(-100, 1)), sum(a, big.NewRat(-200, 1))
		},
		"(a - b) / (a + c)": func(a, b, c *big.Rat) (p, q *big.Rat) { return sum(a, new(big.Rat).Neg(b)), sum(a, c) },
	}
	for formula, quotient := range quotients {
		for range 20 {
			v := [3]int64{1 + random.Int64N(20), 1 + random.Int64N(20), 1 + random.Int64N(20)}
			r := judged(t, indicators("{id: T, name: t, value: 1, formula: '"+formula+"'}",
				fmt.Sprintf("{id: a, name: a, value: %d}", v[0]), fmt.Sprintf("{id: b, name: b, value: %d}", v[1]), fmt.Sprintf("{id: c, name: c, value: %d}", v[2])))
			// A quotient of sums is least and greatest at corners.
			var lo, hi *big.Rat
			for corner := range 8 {
				at := func(i int) *big.Rat { return big.NewRat(2*v[i]-1+2*int64(corner>>i&1), 2) }
				p, q := quotient(at(0), at(1), at(2))
				x := new(big.Rat).Quo(p, q)
				if lo == nil || x.Cmp(lo) < 0 {
					lo = x
				}
				if hi == nil || x.Cmp(hi) > 0 {
					hi = x
				}
			}
			for _, j := range r.Judged.All() {
				if j.ID == "T.formula" && !j.Derived.Equal(figure.Closed(lo, hi)) {
					t.Errorf("%s of %v is %s, want %s", formula, v, j.Derived, figure.Closed(lo, hi))
				}
			}
		}
	}
}

func sum(xs ...*big.Rat) *big.Rat {
	total := new(big.Rat)
	for _, x := range xs {
		total.Add(total, x)
	}
	return total
}
