package typeset

import (
	"math"
	"slices"

	"jianbao/report/document"
)

// dot is the size of the mark at a point of a curve, in points.
const dot = 3.6

// columns draws the values as upright bars, those of a category side by side. ok is false if labels would not have room.
func (p *plot) columns() (slab, bool) {
	c := p.chart
	em, count := p.label.Size, float64(len(c.Series))
	slot := p.width / float64(len(c.Categories))
	widest := 0.0
	for i, name := range c.Categories {
		if p.widthOf(name) > slot-em/2 {
			return slab{}, false
		}
		for _, s := range c.Series {
			widest = max(widest, p.widthOf(labelOf(s, i)))
		}
	}
	if widest > 0.9*slot/count {
		return slab{}, false
	}
	bar := min(0.9*slot/count, max(3*em, widest+em/4))
	y, zero, total := p.scale()
	out := slab{height: total}
	for i, name := range c.Categories {
		middle := slot * (float64(i) + 0.5)
		for k, s := range c.Series {
			v, ok := value(s, i)
			if !ok {
				continue
			}
			x := middle + bar*(float64(k)-count/2)
			top, foot := min(y(v), zero), max(y(v), zero)
			out.marks = append(out.marks, Rect{x + bar*0.05, top, bar * 0.9, foot - top, p.shade(k)})
			at := top - p.label.Pitch
			if v < 0 {
				at = foot
			}
			out.marks = append(out.marks, p.put(labelOf(s, i), x+bar/2, at)...)
		}
		out.marks = append(out.marks, p.put(name, middle, total-p.label.Pitch)...)
	}
	axis := colour(p.style.Chart.Axis)
	out.marks = append(out.marks, Line{0, zero, p.width, zero, p.style.Table.ThinRule, axis})
	return out, true
}

// scale gives the height of a value, that of zero, and of the whole, with a line for labels above and below the marks
// and one for the categories at the foot.
func (p *plot) scale() (y func(float64) float64, zero, total float64) {
	lo, hi := p.extent()
	top := p.label.Pitch + dot
	foot := top + p.plotHeight()
	total = foot + p.label.Pitch + dot
	if lo < 0 {
		total += p.label.Pitch // labels below bars that go down
	}
	y = func(v float64) float64 { return foot - (v-lo)/(hi-lo)*(foot-top) }
	return y, y(0), total
}

// curve draws the values as lines through the categories.
func (p *plot) curve() slab {
	c := p.chart
	y, zero, total := p.scale()
	slot := p.width / float64(len(c.Categories))
	out := slab{height: total}
	out.marks = append(out.marks, Line{0, zero, p.width, zero, p.style.Table.ThinRule, colour(p.style.Chart.Axis)})
	var taken boxes
	dense := p.widestLabel() > slot
	for k, s := range c.Series {
		var points []Point
		flush := func() { // a line is not drawn across a value that is missing
			if len(points) > 1 {
				out.marks = append(out.marks, Polyline{points, 1.2, p.shade(k)})
			}
			points = nil
		}
		for i := range c.Categories {
			v, ok := value(s, i)
			if !ok {
				flush()
				continue
			}
			points = append(points, Point{slot * (float64(i) + 0.5), y(v)})
		}
		flush()
		for i := range c.Categories {
			if v, ok := value(s, i); ok {
				x, at := slot*(float64(i)+0.5), y(v)
				out.marks = append(out.marks, Rect{x - dot/2, at - dot/2, dot, dot, p.shade(k)})
				if dense && !remarkable(s, i) {
					continue
				}
				places := []float64{at - p.label.Pitch - dot/2, at + dot/2}
				if !p.highest(k, i) { // away from the lines above
					slices.Reverse(places)
				}
				out.marks = append(out.marks, p.putFree(&taken, labelOf(s, i), x, places, total-p.label.Pitch)...)
			}
		}
	}
	last := math.Inf(-1)
	for i, name := range c.Categories {
		x, w := slot*(float64(i)+0.5), p.widthOf(name)
		if x-w/2 >= max(last+p.label.Size/2, 0) && x+w/2 <= p.width {
			out.marks = append(out.marks, p.put(name, x, total-p.label.Pitch)...)
			last = x + w/2
		}
	}
	return out
}

// widestLabel is the width of the widest value.
func (p *plot) widestLabel() float64 {
	widest := 0.0
	for _, s := range p.chart.Series {
		for i := range s.Cells {
			widest = max(widest, p.widthOf(labelOf(s, i)))
		}
	}
	return widest
}

// remarkable reports whether a value is the first, the last, the highest or the lowest of its series: those that are
// written where not all can be.
func remarkable(s document.Series, i int) bool {
	own, _ := value(s, i)
	highest, lowest, first, last := true, true, true, true
	for k := range s.Cells {
		v, ok := value(s, k)
		if !ok || k == i {
			continue
		}
		highest, lowest = highest && v <= own, lowest && v >= own
		first, last = first && k > i, last && k < i
	}
	return highest || lowest || first || last
}

// boxes are areas that labels already take.
type boxes []Rect

func (b boxes) free(r Rect) bool {
	for _, t := range b {
		if r.X < t.X+t.W && t.X < r.X+r.W && r.Y < t.Y+t.H && t.Y < r.Y+r.H {
			return false
		}
	}
	return true
}

// highest reports whether no series has a greater value than series k in category i.
func (p *plot) highest(k, i int) bool {
	own, _ := value(p.chart.Series[k], i)
	for _, s := range p.chart.Series {
		if v, ok := value(s, i); ok && v > own {
			return false
		}
	}
	return true
}

// putFree writes a label around x, or beside it at the sides, at the first of the heights where it covers no other and stays above foot; nowhere if
// there is none.
func (p *plot) putFree(taken *boxes, str string, x float64, heights []float64, foot float64) []Mark {
	w := p.widthOf(str)
	x = min(max(x, w/2), p.width-w/2)
	for _, y := range heights {
		r := Rect{X: x - w/2, Y: y, W: w, H: p.label.Pitch}
		if y >= 0 && y+p.label.Pitch <= foot && taken.free(r) {
			*taken = append(*taken, r)
			return p.put(str, x, y)
		}
	}
	return nil
}
