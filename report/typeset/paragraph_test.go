package typeset

import (
	"math"
	"math/rand/v2"
	"testing"
)

// A justified line has no hole: no joint is much wider than the others, nor any much wider than it would be alone.
func TestNoHolesInALine(t *testing.T) {
	s, typ := inFace(t, "serif")
	rng := rand.New(rand.NewPCG(7, 9))
	lines, loose := 0, 0
	for range 500 {
		x := s.text(prose(rng, 3+rng.IntN(25)), typ)
		sh := shape{measure: 444, indent: 24}
		sums := x.sums()
		for _, l := range x.breakLines(sh) {
			if l.last {
				continue
			}
			lines++
			spaces := x.spaces(l.from, l.to, x.fit(sums, l.from, l.to, sh), true)
			widest, narrowest := 0.0, math.Inf(1)
			for i := l.from + 1; i < l.to; i++ {
				more := spaces[i-l.from] - x.joints[i].natural - x.joints[i].widen
				widest = max(widest, more)
				if x.joints[i].flexible {
					narrowest = min(narrowest, more+x.joints[i].widen)
				}
			}
			if widest > 0 && widest > narrowest+epsilon {
				t.Errorf("line %q: one joint is %.2f points wider, another only %.2f", x.string(l.from, l.to), widest, narrowest)
			}
			if widest > 0.1*x.em {
				loose++
			}
			if widest > 0.35*x.em {
				t.Errorf("line %q: joints are %.2f em wider", x.string(l.from, l.to), widest/x.em)
			}
		}
	}
	if loose > lines/50 {
		t.Errorf("%d of %d lines are loose by more than a tenth of an em a joint", loose, lines)
	}
}

// firstFit breaks a paragraph line by line, each as long as it can be: what best breaks are better than.
func (x *text) firstFit(s shape) []line {
	may, _ := x.allBreaks(s)
	sums := x.sums()
	var lines []line
	for from := 0; from < len(x.glyphs); {
		end := from + 1
		for to := from + 1; to <= len(x.glyphs); to++ {
			if to < len(x.glyphs) && !may[to] {
				continue
			}
			f := x.fit(sums, from, to, s)
			if f.slack >= -f.squeeze-epsilon {
				end = to
			} else if f.certain {
				break
			}
		}
		lines = append(lines, line{from, end, end == len(x.glyphs)})
		from = end
	}
	return lines
}

// The breaks are best for a paragraph as a whole: never worse than those of line by line, and often better.
func TestBreaksAreBestForTheParagraph(t *testing.T) {
	s, typ := inFace(t, "serif")
	rng := rand.New(rand.NewPCG(11, 13))
	better := 0
	const paragraphs = 300
	for range paragraphs {
		x := s.text(prose(rng, 8+rng.IntN(20)), typ)
		sh := shape{measure: 444, indent: 24}
		_, cost := x.allBreaks(sh)
		sums := x.sums()
		demerits := func(lines []line) (total float64) {
			for _, l := range lines {
				total += cost[l.to] + x.demerits(x.fit(sums, l.from, l.to, sh), l.from, l.to, sh)
			}
			return total
		}
		best, first := demerits(x.breakLines(sh)), demerits(x.firstFit(sh))
		if best > first+epsilon {
			t.Errorf("%s: %.0f demerits, %.0f line by line", x.string(0, len(x.glyphs)), best, first)
		}
		if best < first*0.9 {
			better++
		}
	}
	if better < paragraphs/4 {
		t.Errorf("only %d of %d paragraphs are better than line by line", better, paragraphs)
	}
}
