package typeset

import (
	"math"
	"slices"
	"unicode/utf8"
)

// line is glyphs [from, to) of a text on one line.
type line struct {
	from, to int
	last     bool
}

// shape says what lines are to be made.
type shape struct {
	measure float64 // width
	indent  float64 // of the first line
	ragged  bool    // lines are not justified; their right ends differ
}

// Demerits of a line, beside its badness (Knuth and Plass, Breaking Paragraphs into Lines, 1981).
const (
	eachLine    = 10    // each line costs something, so that a shorter paragraph wins between equals
	orphanCost  = 1e7   // a single character as the last line
	address     = 5e4   // a break inside a long address, after one of its marks
	tornAddress = 4e5   // elsewhere in one, but not in a number
	tornWord    = 1e9   // a break inside a word wider than the measure
	tornMark    = 1e12  // such a break that leaves a mark where none may stand
	tolerable   = 1000  // badness of lines that need not be looked at first
	normalSlack = 0.06  // em by which every joint of a line may widen at badness 100
	worst       = 1e6   // badness of a line without anything to stretch
	epsilon     = 0.001 // points
)

// breakLines divides a text into lines so that the whole paragraph, not each line for itself, comes out best. Lines
// never overflow the measure unless a single character does. They hold until the next text is broken.
func (x *text) breakLines(s shape) []line {
	n := len(x.glyphs)
	if n == 0 {
		return nil
	}
	if x.fit(x.sums(), 0, n, s).slack >= 0 {
		x.only[0] = line{0, n, true}
		return x.only[:] // nothing is better than one line that is not squeezed
	}
	may, cost := x.allBreaks(s)
	// A paragraph that costs less than a single line of some badness does has none so bad. Mostly there is such a one,
	// and it is found by looking at few lines.
	prev, all := x.bestBreaks(s, may, cost, tolerable)
	if all >= (eachLine+tolerable)*(eachLine+tolerable) {
		prev, _ = x.bestBreaks(s, may, cost, math.Inf(1))
	}
	lines := x.store.search.lines[:0]
	for to := n; to > 0; to = prev[to] {
		lines = append(lines, line{prev[to], to, to == n})
	}
	slices.Reverse(lines)
	x.store.search.lines = lines
	return lines
}

// search is room for the search for a text's lines: of each place in it, and for what is found.
type search struct {
	may    []bool
	cost   []float64
	best   []float64
	prev   []int
	starts []int
	lines  []line
}

// forget makes room for a text of n glyphs.
func (r *search) forget(n int) {
	r.may, r.cost = slices.Grow(r.may[:0], n+1)[:n+1], slices.Grow(r.cost[:0], n+1)[:n+1]
	r.best, r.prev = slices.Grow(r.best[:0], n+1)[:n+1], slices.Grow(r.prev[:0], n+1)[:n+1]
	r.starts = slices.Grow(r.starts[:0], n+1)
	clear(r.cost)
}

// bestBreaks finds the best paragraph without lines of more than some badness: where the line that ends before glyph i
// starts, and what the paragraph costs, infinite if there is none.
func (x *text) bestBreaks(s shape, may []bool, cost []float64, most float64) (prev []int, all float64) {
	n, sums := len(x.glyphs), x.sums()
	room := &x.store.search
	best := room.best // least demerits of a paragraph that ends a line before glyph i
	prev = room.prev
	best[0] = 0
	clear(prev)
	starts := append(room.starts[:0], 0) // where a line may start that is not yet too long
	for to := 1; to <= n; to++ {
		best[to] = math.Inf(1)
		if to < n && !may[to] {
			continue
		}
		for k := 0; k < len(starts); k++ {
			from := starts[k]
			// The longest lines come first and are as a rule the best: most of the others need no measuring.
			if k > 0 && best[from]+eachLine*eachLine >= best[to] {
				continue
			}
			fit := x.fit(sums, from, to, s)
			if fit.slack < -fit.squeeze-epsilon && to > from+1 {
				if fit.certain && k == 0 {
					starts = starts[1:]
					k--
				}
				continue
			}
			if to < n && !s.ragged && x.tooShort(fit, most) {
				break
			}
			if d := best[from] + cost[to] + x.demerits(fit, from, to, s); d < best[to] {
				best[to], prev[to] = d, from
			}
		}
		if !math.IsInf(best[to], 1) {
			starts = append(starts, to)
		}
	}
	return prev, best[n]
}

// tooShort reports whether a line and all shorter ones with the same end have more than some badness. A shorter one has
// more slack, but for what marks at its start can give up, and less to widen.
func (x *text) tooShort(f fit, most float64) bool {
	return x.looseness(f.slack-2*x.em-f.widen, f.flexible) > most
}

// looseness is the badness of a line that is to be widened evenly by some slack.
func (x *text) looseness(slack float64, flexible int) float64 {
	switch {
	case slack <= 0:
		return 0
	case flexible == 0:
		return worst
	}
	r := slack / float64(flexible) / (normalSlack * x.em)
	return min(100*r*r*r, worst)
}

// allBreaks is the breaks allowed and, at a cost, others inside a stretch that has none: in an address of the web and
// the like, lest the line before it is torn apart; and between any two characters of what is wider than a line, as a last
// resort.
func (x *text) allBreaks(s shape) (may []bool, cost []float64) {
	n := len(x.glyphs)
	room := &x.store.search
	room.forget(n)
	may, cost = room.may, room.cost
	copy(may, x.may)
	for from := 0; from < n; {
		to, width := from+1, x.glyphs[from].advance
		for ; to < n && !x.may[to]; to++ {
			width += x.joints[to].natural + x.glyphs[to].advance
		}
		for i := from + 1; i < to; i++ {
			if c, ok := x.breakCost(i, width > s.measure-s.indent); ok {
				may[i], cost[i] = true, c
			}
		}
		from = to
	}
	return may, cost
}

// breakCost is what a break before glyph i costs where none is allowed; ok is false if there may be none at all. tooWide
// says that the stretch without breaks is wider than a line.
func (x *text) breakCost(i int, tooWide bool) (cost float64, ok bool) {
	a, b := x.glyphs[i-1].r, x.glyphs[i].r
	marks := isOpening(a) || startsNoLine(b)
	switch {
	case x.joints[i].address && !marks && among(a, "/.?&=_-#"):
		return address, true
	case x.joints[i].address && !marks && !isDigit(a) && !isDigit(b):
		return tornAddress, true
	case tooWide && !marks:
		return tornWord, true
	case tooWide:
		return tornMark, true
	}
	return 0, false
}

// sums are running sums over a text, each of glyphs [0, i) with their joints, so that any line's measures are
// differences of two.
type sums []sum

type sum struct {
	width, squeeze, widen float64
	flexible              int32
	bytes                 int32 // of the characters as a string
}

// addUp makes the running sums of a text.
func (x *text) addUp() {
	var at sum
	for i := range x.glyphs {
		g, j := &x.glyphs[i], &x.joints[i]
		at.width += g.advance + j.natural
		at.squeeze += j.squeeze
		at.widen += j.widen
		if j.flexible {
			at.flexible++
		}
		at.bytes += int32(utf8.RuneLen(g.r))
		x.running[i+1] = at
	}
}

func (x *text) sums() sums { return x.running }

// fit is how a line's glyphs fit the measure.
type fit struct {
	slack    float64 // measure less natural width; less than 0 if too long
	squeeze  float64 // by how much it may be squeezed
	widen    float64
	flexible int
	certain  bool // no longer line from the same start can fit either
}

// fit measures glyphs [from, to) as a line. A mark at either end gives up its blank (GB/T 15834-2011, 5.1.10);
// spaces at the end vanish.
func (x *text) fit(s sums, from, to int, sh shape) fit {
	end := x.visibleEnd(from, to)
	first, last := &x.glyphs[from], &x.glyphs[end-1]
	width := s[end].width - s[from].width - x.joints[from].natural - first.lead
	if end-1 > from || last.lead == 0 {
		width -= last.trail
	}
	f := fit{
		squeeze:  s[end].squeeze - s[from+1].squeeze,
		widen:    s[end].widen - s[from+1].widen,
		flexible: int(s[end].flexible - s[from+1].flexible),
	}
	f.slack = sh.measure - width
	if from == 0 {
		f.slack -= sh.indent
	}
	// A longer line can only be narrower by the blank of its last mark and the widths that squeezed joints take back.
	f.certain = f.slack+f.squeeze < -2*x.em
	return f
}

// visibleEnd is the end of a line less the spaces there.
func (x *text) visibleEnd(from, to int) int {
	for to > from+1 && isSpace(x.glyphs[to-1].r) {
		to--
	}
	return to
}

// demerits says how ill a line looks.
func (x *text) demerits(f fit, from, to int, s shape) float64 {
	last := to == len(x.glyphs)
	var badness float64
	switch {
	case f.slack < 0:
		r := -f.slack / max(f.squeeze, epsilon)
		badness = 100 * r * r * r
	case last:
		badness = 0
	case s.ragged:
		r := f.slack / s.measure
		badness = 100 * r * r
	default:
		badness = x.looseness(f.slack-f.widen, f.flexible)
	}
	d := (eachLine + badness) * (eachLine + badness)
	if last && from > 0 && x.lone(from, to) {
		d += orphanCost
	}
	return d
}

// lone reports whether a line holds but one character beside the marks that close it.
func (x *text) lone(from, to int) bool {
	letters := 0
	for _, g := range x.glyphs[from:to] {
		if !isClosing(g.r) && !isSpace(g.r) {
			letters++
		}
	}
	return letters <= 1
}
