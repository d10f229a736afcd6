package typeset

import (
	"math"
	"slices"

	"jianbao/report/document"
)

// values writes the figures at their points, by the rule for texts.
func (d *curvePlot) values() {
	last := len(d.chart.Categories) - 1
	for k := range d.chart.Series {
		d.value(k, last, true)
	}
	if last == 0 {
		return
	}
	for k := range d.chart.Series {
		d.value(k, 0, true)
	}
	dense := d.widestValue() > d.slot
	for _, extreme := range []bool{true, false} {
		for k, s := range d.chart.Series {
			highest, lowest := extremes(s)
			for i := 1; i < last; i++ {
				if (i == highest || i == lowest) == extreme && (extreme || !dense || turns(s, i)) {
					d.value(k, i, false)
				}
			}
		}
	}
}

// extremes are where a series is highest and where it is lowest, the first such places if there are several; -1 if it has
// no values.
func extremes(s document.Series) (highest, lowest int) {
	highest, lowest = -1, -1
	most, least := math.Inf(-1), math.Inf(1)
	for i := range s.Cells {
		v, ok := value(s, i)
		if ok && v > most {
			highest, most = i, v
		}
		if ok && v < least {
			lowest, least = i, v
		}
	}
	return highest, lowest
}

// turns reports whether a curve comes up to a value and goes down from it, or the other way round.
func turns(s document.Series, i int) bool {
	before, a := value(s, i-1)
	own, b := value(s, i)
	after, c := value(s, i+1)
	return a && b && c && (before < own && own > after || before > own && own < after)
}

// widestValue is the width of the widest figure.
func (d *curvePlot) widestValue() float64 {
	w := 0.0
	for _, s := range d.chart.Series {
		for i := range s.Cells {
			w = max(w, d.widthOf(labelOf(s, i)))
		}
	}
	return w
}

// value writes a figure above or below its point, or left or right of these places, at the first that is free. One that
// must be seen may lie on a line if all places do.
func (d *curvePlot) value(k, i int, must bool) {
	s := d.chart.Series[k]
	v, ok := value(s, i)
	if !ok {
		return
	}
	str := labelOf(s, i)
	w, high := d.widthOf(str), d.label.Size
	heights := []float64{d.y(v) - dot/2 - high - 1, d.y(v) + dot/2 + 1}
	if d.valley(k, i) {
		slices.Reverse(heights)
	}
	if w > d.right-d.left {
		return
	}
	for _, onLine := range []bool{false, true} {
		for _, aside := range []float64{0, -w/2 - 1, w/2 + 1} {
			for _, y := range heights {
				x := min(max(d.x(i)+aside, d.left+w/2), d.right-w/2)
				r := Rect{X: x - w/2 - 1, Y: y, W: w + 2, H: high}
				if y < 0 || y+high > d.foot || !d.taken.free(r) || !onLine && d.crossed(r) {
					continue
				}
				d.taken = append(d.taken, r)
				if onLine { // nor does the line run through the digits
					d.out.marks = append(d.out.marks, Rect{X: x - w/2, Y: y, W: w, H: high, Colour: white})
				}
				d.out.marks = append(d.out.marks, d.put(str, x, y-(d.label.Pitch-high)/2))
				return
			}
		}
		if !must {
			return
		}
	}
}

// valley reports whether the curve comes to a point from above and goes on upwards, or another series lies higher there
// at a point where it goes on level.
func (d *curvePlot) valley(k, i int) bool {
	s := d.chart.Series[k]
	own, _ := value(s, i)
	bend := 0.0
	for _, near := range []int{i - 1, i + 1} {
		if near >= 0 && near < len(s.Cells) {
			if v, ok := value(s, near); ok {
				bend += v - own
			}
		}
	}
	if bend != 0 {
		return bend > 0
	}
	for _, other := range d.chart.Series {
		if v, ok := value(other, i); ok && v > own {
			return true
		}
	}
	return false
}

// crossed reports whether a curve runs through an area.
func (d *curvePlot) crossed(r Rect) bool {
	for _, l := range d.lines {
		for i := 1; i < len(l.Points); i++ {
			if crosses(l.Points[i-1], l.Points[i], r) {
				return true
			}
		}
	}
	return false
}

// crosses reports whether the line from a to b has a piece inside an area (Liang and Barsky's clipping).
func crosses(a, b Point, r Rect) bool {
	if max(a.X, b.X) < r.X || min(a.X, b.X) > r.X+r.W {
		return false // as most lines of a curve
	}
	from, to := 0.0, 1.0
	for _, edge := range [][2]float64{
		{a.X - b.X, a.X - r.X}, {b.X - a.X, r.X + r.W - a.X},
		{a.Y - b.Y, a.Y - r.Y}, {b.Y - a.Y, r.Y + r.H - a.Y},
	} {
		switch towards, room := edge[0], edge[1]; {
		case towards == 0 && room < 0:
			return false
		case towards < 0:
			from = max(from, room/towards)
		case towards > 0:
			to = min(to, room/towards)
		}
	}
	return from < to
}
