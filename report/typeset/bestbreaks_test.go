package typeset

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// allLines is what bestBreaks finds, by looking at every line there is.
func (x *text) allLines(s shape) []line {
	n := len(x.glyphs)
	may, cost := x.allBreaks(s)
	best, prev := make([]float64, n+1), make([]int, n+1)
	for to := 1; to <= n; to++ {
		best[to] = math.Inf(1)
		for from := range to {
			f := x.fit(x.sums(), from, to, s)
			if to < n && !may[to] || f.slack < -f.squeeze-epsilon && to > from+1 {
				continue
			}
			if d := best[from] + cost[to] + x.demerits(f, from, to, s); d < best[to] {
				best[to], prev[to] = d, from
			}
		}
	}
	var lines []line
	for to := n; to > 0; to = prev[to] {
		lines = append(lines, line{prev[to], to, to == n})
	}
	slices.Reverse(lines)
	return lines
}

// Nothing is lost by not looking at lines: neither in wide measures, where good lines are found at once, nor in narrow
// ones, where there are none.
func TestBestBreaksAreThoseOfAllLines(t *testing.T) {
	s, typ := inFace(t, "serif")
	rng := rand.New(rand.NewPCG(3, 5))
	for range 400 {
		x := s.text(prose(rng, 3+rng.IntN(20)), typ)
		sh := shape{measure: 20 + 430*rng.Float64(), indent: 24 * float64(rng.IntN(2)), ragged: rng.IntN(4) == 0}
		sh.indent = min(sh.indent, sh.measure/3)
		if x.fit(x.sums(), 0, len(x.glyphs), sh).slack >= 0 {
			continue // one line that is not squeezed, whatever else there is
		}
		if got, want := x.breakLines(sh), x.allLines(sh); !slices.Equal(got, want) {
			t.Fatalf("measure %.0f: %q is broken into %v, best is %v", sh.measure, x.string(0, len(x.glyphs)), got, want)
		}
	}
}
