package typeset

// lanes is how lying bars are divided: names at the left, figures of bars that go left, bars, figures of the others.
// name is the width of names themselves; a blank follows it.
type lanes struct{ name, before, bar, after float64 }

// lanes measures names and figures. Names take a third of the width at most, figures a quarter on either side; a figure
// wider than that is not written.
func (p *plot) lanes() lanes {
	var l lanes
	em := p.label.Size
	for i, name := range p.chart.Categories {
		l.name = max(l.name, p.widthOf(name))
		for _, s := range p.chart.Series {
			lane := &l.after
			if v, _ := value(s, i); v < 0 {
				lane = &l.before
			}
			if w := p.widthOf(labelOf(s, i)) + em; w <= p.width/4 {
				*lane = max(*lane, w)
			}
		}
	}
	l.name = min(l.name, p.width/3)
	l.bar = p.width - l.name - em - l.before - l.after
	return l
}

// rows draws bars below each other from zero, each category in a slab of its own.
func (p *plot) rows() []slab {
	c := p.chart
	lo, hi := p.extentFromZero()
	l := p.lanes()
	em, pitch := p.label.Size, p.label.Pitch
	begin := l.name + em + l.before
	at := func(v float64) float64 { return begin + (v-lo)/(hi-lo)*l.bar }
	zero := at(0)
	var out []slab
	for i, name := range c.Categories {
		lines := p.named(name, l.name)
		r := slab{height: float64(max(len(lines), len(c.Series)))*pitch + pitch*0.3}
		if p.own(i) && len(c.Series) > 1 { // set apart by its ground, for its bars have the colours of their series
			r.marks = append(r.marks, Rect{0, 0, p.width, r.height, colour(p.style.Chart.Track)})
		}
		r.marks = append(r.marks, p.stack(lines, l.name, (r.height-float64(len(lines))*pitch)/2, right)...)
		r.marks = append(r.marks, p.rule(zero, 0, zero, r.height))
		top := (r.height - float64(len(c.Series))*pitch) / 2
		for k, s := range c.Series {
			v, _ := value(s, i)
			end := at(v)
			if v != 0 {
				bar := Rect{X: min(end, zero), Y: top + pitch*0.15, W: max(leastLength, max(end, zero)-min(end, zero)), H: pitch * 0.7}
				r.marks = append(r.marks, p.filled(bar, p.barTone(k, i))...)
			}
			str := labelOf(s, i)
			switch w := p.widthOf(str); {
			case w+em > p.width/4:
			case v < 0:
				r.marks = append(r.marks, p.putAs(p.label, str, end-em/2-w, top))
			default:
				r.marks = append(r.marks, p.putAs(p.label, str, end+em/2, top))
			}
			top += pitch
		}
		out = append(out, r)
	}
	return out
}
