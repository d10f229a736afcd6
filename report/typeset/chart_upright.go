package typeset

// columns draws the values as upright bars from zero, those of a category side by side, with its name in the middle
// below. ok is false if the texts do not have room.
func (p *plot) columns() (drawn slab, ok bool) {
	c := p.chart
	em, count := p.label.Size, float64(len(c.Series))
	slot := p.width / float64(len(c.Categories))
	names := make([][]string, len(c.Categories))
	widest, nameLines := 0.0, 1
	for i, name := range c.Categories {
		lines, fits := p.twoLines(name, slot-em/2)
		if !fits {
			return slab{}, false
		}
		names[i], nameLines = lines, max(nameLines, len(lines))
		for _, s := range c.Series {
			widest = max(widest, p.widthOf(labelOf(s, i)))
		}
	}
	if widest+em/4 > 0.9*slot/count {
		return slab{}, false
	}
	bar := min(0.9*slot/count, max(4*em, widest+em/4))
	lo, hi := p.extentFromZero()
	top := p.label.Pitch
	foot := top + p.plotHeight()
	if a, b := p.extent(); a == 0 && b == 0 { // nothing stands on the line
		foot = 2 * top
	}
	y := func(v float64) float64 { return foot - (v-lo)/(hi-lo)*(foot-top) }
	namesAt := foot + p.label.Pitch/4
	if lo < 0 {
		namesAt += p.label.Pitch // figures below bars that go down
	}
	drawn.height = namesAt + float64(nameLines)*p.label.Pitch
	zero := y(0)
	for i := range c.Categories {
		middle := slot * (float64(i) + 0.5)
		for k, s := range c.Series {
			x := middle + bar*(float64(k)-count/2)
			v, _ := value(s, i)
			at := y(v)
			if v != 0 {
				r := Rect{X: x + bar*0.05, Y: min(at, zero), W: bar * 0.9, H: max(leastLength, max(at, zero)-min(at, zero))}
				if v > 0 {
					r.Y = zero - r.H
				}
				drawn.marks = append(drawn.marks, p.filled(r, p.barTone(k, i))...)
				at = r.Y
				if v < 0 {
					at = r.Y + r.H + p.label.Pitch
				}
			}
			drawn.marks = append(drawn.marks, p.put(labelOf(s, i), x+bar/2, at-p.label.Pitch))
		}
		drawn.marks = append(drawn.marks, p.stack(names[i], middle, namesAt, centred)...)
	}
	drawn.marks = append(drawn.marks, p.rule(0, zero, p.width, zero))
	return drawn, true
}

// leastLength is how long the bar of a value is that is not zero, in points, however small.
const leastLength = 0.6
