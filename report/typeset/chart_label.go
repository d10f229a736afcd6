package typeset

import (
	"slices"
	"strings"
)

// The rule for the texts of a chart. Each has a box of its own; no two boxes meet and none leaves the drawing.
//
//   - Names are set first: on one line, else on two, else shortened with … (the words for the chart have them whole), at
//     the end, or in the middle where names begin alike.
//     Of periods on an axis that has no room for all, every second, third, ... is named.
//   - Figures come next. One is never shortened, broken or turned. In a line chart they are written in the order of what
//     they say, each at the first of its places that is free of other texts, markers and lines: the last of each series,
//     the first, the highest, the lowest, then the others; where figures are wider than the points are apart, of these
//     only those at which the curve turns. One that finds no place is not written; the last and the first may lie on a
//     line, which is blank behind them, never on a text.
//   - Where upright bars have no room for all their texts, the bars are laid, and the drawing grows downwards.

// boxes are areas that are taken.
type boxes []Rect

func (b boxes) free(r Rect) bool {
	for i := range b {
		t := &b[i]
		if r.X < t.X+t.W && t.X < r.X+r.W && r.Y < t.Y+t.H && t.Y < r.Y+r.H {
			return false
		}
	}
	return true
}

// widthOf is the width of a label on one line.
func (p *plot) widthOf(str string) float64 {
	return p.text(str, p.label).whole()
}

// put writes a label on one line around x, its line's top at y.
func (p *plot) put(str string, x, y float64) Mark {
	return p.putText(p.text(str, p.label), x, y, centred)
}

// putAs writes a label on one line from x on.
func (p *plot) putAs(t typeOf, str string, x, y float64) Mark {
	return p.putText(p.text(str, t), x, y, left)
}

// putText writes a label that has been measured on one line: from x on, around it or up to it.
func (p *plot) putText(label *text, x, y float64, align alignment) Mark {
	switch width := label.whole(); align {
	case centred:
		x -= width / 2
	case right:
		x -= width
	}
	b := label.compose(p.label, endless, 0, left)
	if len(b.lines) == 0 {
		return &content{element: unsaid}
	}
	return b.lines[0].shift(x, y)
}

// stack writes lines below each other, their block's middle at x or, if they are to stand at the right, its right edge.
func (p *plot) stack(lines []string, x, y float64, align alignment) []Mark {
	marks := make([]Mark, len(lines))
	for n, l := range lines {
		marks[n] = p.putText(p.text(l, p.label), x, y+float64(n)*p.label.Pitch, align)
	}
	return marks
}

// widest is the width of the widest line.
func (p *plot) widest(lines []string) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, p.widthOf(l))
	}
	return w
}

// named breaks a name into lines no wider than measure, two at the most; of what does not fit the end is cut, or the
// middle if another category would read the same.
func (p *plot) named(name string, measure float64) []string {
	if lines, ok := p.twoLines(name, measure); ok {
		return lines
	}
	runes := []rune(name)
	short, long := 0, len(runes)
	for short+1 < long {
		middle := (short + long) / 2
		if _, ok := p.twoLines(string(runes[:middle])+"…", measure); ok {
			short = middle
		} else {
			long = middle
		}
	}
	for tail := short / 2; tail > 0 && p.beginsAnother(string(runes[:short]), name); tail-- {
		if lines, ok := p.twoLines(string(runes[:short-tail])+"…"+string(runes[len(runes)-tail:]), measure); ok {
			return lines
		}
	}
	lines, _ := p.twoLines(string(runes[:short])+"…", measure)
	return lines
}

// beginsAnother reports whether another category than one begins with some characters.
func (p *plot) beginsAnother(str, one string) bool {
	return slices.ContainsFunc(p.chart.Categories, func(c string) bool { return c != one && strings.HasPrefix(c, str) })
}

// twoLines breaks a name into at most two lines: a period after its year, else by sense; ok is false if it needs more.
func (p *plot) twoLines(name string, measure float64) (lines []string, ok bool) {
	if p.widthOf(name) <= measure {
		return []string{name}, true
	}
	if year, rest, found := strings.Cut(name, "年"); found && rest != "" && p.widthOf(year+"年") <= measure && p.widthOf(rest) <= measure {
		return []string{year + "年", rest}, true
	}
	x := p.text(name, p.label)
	for _, l := range x.breakLines(shape{measure: measure, ragged: true}) {
		if next := x.glyphs[l.from].r; l.from > 0 && isWestern(x.glyphs[l.from-1].r) && (isWestern(next) || among(next, "年月日")) {
			return nil, false // a number or a word would be torn
		}
		lines = append(lines, strings.TrimSpace(x.string(l.from, l.to)))
	}
	return lines, len(lines) <= 2 && p.widest(lines) <= measure
}

// apart moves things of some widths, in their order, as little as it takes for them not to overlap and to lie between 0
// and room. It gives their middles; ok is false if there is no room for all.
func apart(middles, widths []float64, room float64) (at []float64, ok bool) {
	// A cluster is things side by side without a gap; it stands where its things would on the average, or at an edge.
	type cluster struct {
		wish, width float64 // wish is that for its left edge, summed over its things
		count       int
	}
	var clusters []cluster
	place := func(c cluster) float64 { return min(max(c.wish/float64(c.count), 0), room-c.width) }
	total := 0.0
	for i, m := range middles {
		total += widths[i]
		clusters = append(clusters, cluster{m - widths[i]/2, widths[i], 1})
		for n := len(clusters); n > 1; n = len(clusters) {
			a, b := clusters[n-2], clusters[n-1]
			if place(a)+a.width <= place(b) {
				break
			}
			a.wish += b.wish - a.width*float64(b.count)
			a.width, a.count = a.width+b.width, a.count+b.count
			clusters = append(clusters[:n-2], a)
		}
	}
	if total > room+epsilon {
		return nil, false
	}
	i := 0
	for _, c := range clusters {
		x := place(c)
		for range c.count {
			at = append(at, x+widths[i]/2)
			x += widths[i]
			i++
		}
	}
	return at, true
}
