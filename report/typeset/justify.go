package typeset

import "math"

// set places the glyphs of a line: the offset of each from the line's start, without the indent. Spaces at the line's
// end get none. The places hold until the next line is set.
func (x *text) set(l line, s shape, sum sums) []float64 {
	f := x.fit(sum, l.from, l.to, s)
	end := x.visibleEnd(l.from, l.to)
	at := x.spaces(l.from, end, f, !l.last && !s.ragged)
	pos := -x.glyphs[l.from].lead
	for i, space := range at {
		pos += space
		at[i] = pos
		pos += x.glyphs[l.from+i].advance
	}
	return at
}

// spaces are the joints of a line as they come out, until the next line is set: squeezed where it is too long, widened where it is too short and
// to be justified.
func (x *text) spaces(from, end int, f fit, justify bool) []float64 {
	out := append(x.store.at[:0], 0)
	for i := from + 1; i < end; i++ {
		out = append(out, x.joints[i].natural)
	}
	x.store.at = out
	switch {
	case f.slack < 0:
		x.squeezeJoints(out, from, end, -f.slack)
	case justify:
		x.widenJoints(out, from, end, f)
	}
	return out
}

// squeezeJoints takes excess away from the joints, rank by rank; those of one rank give in proportion.
func (x *text) squeezeJoints(out []float64, from, end int, excess float64) {
	for rank := rankSpace; rank < ranks && excess > 0; rank++ {
		var room float64
		for i := from + 1; i < end; i++ {
			if x.joints[i].rank == rank {
				room += x.joints[i].squeeze
			}
		}
		if room == 0 {
			continue
		}
		part := min(1, excess/room)
		for i := from + 1; i < end; i++ {
			if x.joints[i].rank == rank {
				out[i-from] -= part * x.joints[i].squeeze
			}
		}
		excess -= part * room
	}
}

// widenJoints gives the slack first to those joints that like to be wider, then evenly to all.
func (x *text) widenJoints(out []float64, from, end int, f fit) {
	part := 0.0
	if f.widen > 0 {
		part = min(1, f.slack/f.widen)
	}
	even := 0.0
	if f.flexible > 0 {
		even = (f.slack - part*f.widen) / float64(f.flexible)
	}
	for i := from + 1; i < end; i++ {
		out[i-from] += part * x.joints[i].widen
		if x.joints[i].flexible {
			out[i-from] += even
		}
	}
}

// runs draws a placed line at a baseline: as few runs as say the same, each with one spacing between its glyphs.
func (x *text) runs(l line, at []float64, left, baseline float64) []Run {
	p := placed{x.em, x.glyphs[l.from : l.from+len(at)], at}
	runs := x.store.drawn[:0]
	for i := 0; i < len(at); {
		to, spacing := p.runEnd(i)
		str := x.str[x.running[l.from+i].bytes:x.running[l.from+to].bytes]
		runs = append(runs, Run{X: left + at[i], Y: baseline, Face: int(p.glyphs[i].face), Size: x.em, Text: str,
			Spacing: spacing, Colour: x.colour, Wide: p.wide(i)})
		i = to
	}
	x.store.drawn = runs
	kept := x.store.runs.take(len(runs))
	copy(kept, runs)
	return kept
}

// placed is the glyphs of a line with their places.
type placed struct {
	em     float64
	glyphs []glyph
	at     []float64
}

// blank is the blank between glyph i and the next, beside its advance.
func (p *placed) blank(i int) float64 { return p.at[i+1] - p.at[i] - p.glyphs[i].advance }

// wide reports whether the blank after glyph i, though no space, would be taken for one by programs that read the text:
// from a tenth of an em on some do. It is so between Han and Latin, and everywhere on a line that is very loose.
func (p *placed) wide(i int) bool {
	return i+1 < len(p.at) && !isSpace(p.glyphs[i].r) && !isSpace(p.glyphs[i+1].r) && p.blank(i) > 0.09*p.em
}

// spacing is what is to be added to the advance of glyph i to reach the next.
func (p *placed) spacing(i int) float64 {
	if p.wide(i) {
		return p.blank(i) - Gap*p.em
	}
	return p.blank(i)
}

// runEnd is where the run that starts at glyph i ends, and the spacing between its glyphs. A glyph whose joint with the
// next is unlike the one after that stands alone, so that a word after it stays in one run.
func (p *placed) runEnd(i int) (end int, spacing float64) {
	same := func(k int) bool {
		return k < len(p.glyphs) && p.glyphs[k].face == p.glyphs[i].face && p.wide(k) == p.wide(i)
	}
	if !same(i + 1) {
		return i + 1, 0
	}
	spacing = p.spacing(i)
	for end = i + 2; same(end) && math.Abs(p.spacing(end-1)-spacing) <= epsilon; end++ {
	}
	if end == i+2 && same(end) {
		return i + 1, 0
	}
	return end, spacing
}
