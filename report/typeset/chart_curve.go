package typeset

import (
	"math"
	"slices"
	"strings"
)

// dot is the size of the mark at a point of a curve, in points.
const dot = 4.4

// curves is the values as lines through the categories. Each line is named beside its end, or in a legend if there is no
// room beside them.
func (p *plot) curves() (drawn, legend []slab) {
	c := p.chart
	d := &curvePlot{plot: p, scale: p.scaleOfCurves(), top: p.label.Pitch}
	d.foot = d.top + p.plotHeight()
	for i := range d.scale.steps() + 1 {
		d.left = max(d.left, p.widthOf(d.scale.tick(i)))
	}
	d.left += p.label.Size / 2
	ends, named := d.ends()
	d.right = p.width - ends
	d.slot = (d.right - d.left) / float64(len(c.Categories))
	d.out.height = d.foot + p.label.Pitch*5/4
	all := len(c.Series) * len(c.Categories)
	d.taken = make(boxes, 0, 2*all) // a marker and a figure for each
	d.out.marks = make([]Mark, 0, 2*all)
	d.axis()
	d.categories()
	for k := range c.Series {
		d.curve(k)
	}
	if named {
		d.nameEnds()
	}
	d.values()
	if named || len(c.Series) < 2 {
		return []slab{d.out}, nil
	}
	var keys []key
	for k, s := range c.Series {
		keys = append(keys, key{s.Name, func(r Rect) []Mark { return d.sample(k, r.X, r.Y+r.H/2) }})
	}
	return []slab{d.out}, p.keys(keys)
}

// curvePlot is a line chart being drawn.
type curvePlot struct {
	*plot
	out                    slab
	scale                  scale
	left, right, top, foot float64 // of the plotting area
	slot                   float64
	taken                  boxes // by texts and markers
	lines                  []Polyline
}

func (d *curvePlot) x(i int) float64 { return d.left + d.slot*(float64(i)+0.5) }

func (d *curvePlot) y(v float64) float64 {
	return d.foot - (v-d.scale.lo)/(d.scale.hi-d.scale.lo)*(d.foot-d.top)
}

// axis draws the ticks with their figures, and the line from which values are measured.
func (d *curvePlot) axis() {
	for i := range d.scale.steps() + 1 {
		y := d.y(d.scale.lo + float64(i)*d.scale.step)
		d.out.marks = append(d.out.marks, Line{d.left, y, d.right, y, d.style.Table.ThinRule, colour(d.style.Chart.Track)})
		str := d.scale.tick(i)
		d.out.marks = append(d.out.marks, d.putAs(d.label, str, d.left-d.label.Size/2-d.widthOf(str), y-d.label.Pitch/2))
	}
	base := d.y(max(d.scale.lo, min(0, d.scale.hi)))
	d.out.marks = append(d.out.marks, d.rule(d.left, base, d.right, base))
}

// categories names the periods below the plotting area: all of them, else every second, third, ... in one or two lines.
// Of names that are none of periods nobody could tell which come between: they are all shortened, and so are names so long
// that hardly any would be there.
func (d *curvePlot) categories() {
	names := d.chart.Categories
	em := d.label.Size
	for every := 1; every <= len(names); every++ {
		if every > 1 && (len(names) < 3*every && d.slot >= 6*em || d.slot >= 4*em && !ofPeriods(names)) {
			d.nameAll(d.slot - em/2)
			return
		}
		if every > 1 && d.nameEvery(every, d.slot*float64(every)-em) || every == 1 && d.nameEvery(1, d.slot-em/2) {
			return
		}
	}
	d.nameEvery(len(names), math.Inf(1))
}

// ofPeriods reports whether all names may be those of periods or are numbered.
func ofPeriods(names []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !strings.ContainsAny(name, "0123456789年季月旬") })
}

// nameAll names all categories, shortened to a measure.
func (d *curvePlot) nameAll(measure float64) {
	most := 1
	for i, name := range d.chart.Categories {
		lines := d.named(name, measure)
		most = max(most, len(lines))
		d.out.marks = append(d.out.marks, d.stack(lines, d.x(i), d.foot+d.label.Pitch/4, centred)...)
	}
	d.out.height += float64(most-1) * d.label.Pitch
}

// nameEvery names every n-th category; it names none if one of them needs more than measure, or two would meet because
// the first is moved into the drawing.
func (d *curvePlot) nameEvery(n int, measure float64) bool {
	names := d.chart.Categories
	var marks []Mark
	most, end := 1, math.Inf(-1)
	for i := 0; i < len(names); i += n {
		lines, ok := d.twoLines(names[i], min(measure, d.right-d.left))
		if !ok && n < len(names) {
			return false
		}
		if !ok {
			lines = d.named(names[i], d.right-d.left)
		}
		w := d.widest(lines)
		x := min(max(d.x(i), w/2), d.width-w/2)
		if x-w/2 < end+d.label.Size/2 {
			return false
		}
		most, end = max(most, len(lines)), x+w/2
		marks = append(marks, d.stack(lines, x, d.foot+d.label.Pitch/4, centred)...)
	}
	d.out.marks = append(d.out.marks, marks...)
	d.out.height += float64(most-1) * d.label.Pitch
	return true
}

// curve draws series k. A line is not drawn across a value that is missing.
func (d *curvePlot) curve(k int) {
	s := d.chart.Series[k]
	points := make([]Point, 0, len(s.Cells))
	flush := func() {
		if len(points) > 1 {
			d.lines = append(d.lines, Polyline{points, 1.2, d.shade(k)})
			d.out.marks = append(d.out.marks, d.lines[len(d.lines)-1])
		}
		points = points[len(points):]
	}
	for i := range d.chart.Categories {
		if v, ok := value(s, i); ok {
			points = append(points, Point{d.x(i), d.y(v)})
		} else {
			flush()
		}
	}
	flush()
	if d.slot < dot*1.2 {
		return // markers would run into one another
	}
	for i := range d.chart.Categories {
		if v, ok := value(s, i); ok {
			x, y := d.x(i), d.y(v)
			d.out.marks = append(d.out.marks, d.marker(k, x, y)...)
			d.taken = append(d.taken, Rect{X: x - dot/2, Y: y - dot/2, W: dot, H: dot})
		}
	}
}

// sample is a piece of the line of series k with its marker.
func (d *curvePlot) sample(k int, x, y float64) []Mark {
	w := d.label.Size
	return append([]Mark{Line{x, y, x + w, y, 1.2, d.shade(k)}}, d.marker(k, x+w/2, y)...)
}

// ends is the room right of the curves for their names; ok is false if they are better named in a legend.
func (d *curvePlot) ends() (room float64, ok bool) {
	n := len(d.chart.Series)
	if n < 2 || float64(n)*d.label.Pitch > d.foot {
		return 0, false
	}
	for _, s := range d.chart.Series {
		room = max(room, d.widthOf(s.Name))
	}
	room += 2.5 * d.label.Size
	return room, room <= d.width/4
}

// nameEnds names each curve at the height of its last value, or as near to it as the others let it.
func (d *curvePlot) nameEnds() {
	order := make([]int, len(d.chart.Series))
	heights := make([]float64, len(order))
	for k, s := range d.chart.Series {
		order[k], heights[k] = k, d.foot
		for i := range s.Cells {
			if v, ok := value(s, i); ok {
				heights[k] = d.y(v)
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if heights[a] < heights[b] {
			return -1
		} else if heights[a] > heights[b] {
			return 1
		}
		return 0
	})
	middles, widths := make([]float64, len(order)), make([]float64, len(order))
	for n, k := range order {
		middles[n], widths[n] = heights[k], d.label.Pitch
	}
	at, _ := apart(middles, widths, d.foot+d.label.Pitch/2)
	em := d.label.Size
	for n, k := range order {
		d.out.marks = append(d.out.marks, d.sample(k, d.right+em/2, at[n])...)
		d.out.marks = append(d.out.marks, d.putAs(d.label, d.chart.Series[k].Name, d.right+2*em, at[n]-d.label.Pitch/2))
	}
}
