package typeset

import (
	"math"

	"jianbao/report/document"
	"jianbao/report/exact"
	"jianbao/report/style"
)

// chart sets a drawing with its caption above, its legend and its note below; its parts stay on one page.
func (s *setter) chart(c *document.Chart) {
	if len(c.Categories) == 0 || len(c.Series) == 0 {
		return
	}
	p := plot{setter: s, chart: c, label: s.types.chartLabel, width: s.width}
	both := s.element(Element{Role: RoleDiv, Parent: whole})
	caption := slabsOf(s.as(RoleCaption, both, s.bySense(c.Caption(), s.types.caption, s.width, centred)), s.types.caption)
	if len(caption) > 0 && c.Title != "" {
		caption[0].entry = &Entry{Title: c.Title, Level: 1}
	}
	s.add(keepAll(caption)...)
	drawing := s.element(Element{Role: RoleFigure, Parent: both, Alt: c.Alt})
	body := p.parts()
	for i := range body {
		body[i].marks = []Mark{&content{element: drawing, marks: body[i].marks}}
	}
	s.add(body...)
	if note := p.note(); note != "" {
		s.slabs[len(s.slabs)-1].keep = true
		s.add(slabsOf(s.as(RoleP, both, s.compose("注："+note, s.types.note, s.width, 0, left)), s.types.note)...)
	}
	s.slabs[len(s.slabs)-1].after = s.types.body.Pitch / 2
}

// plot draws one chart.
type plot struct {
	*setter
	chart *document.Chart
	label typeOf
	width float64 // it has
}

// parts are the drawing and its legend, bound to each other. A long one goes on on another page where it would leave
// much of one blank; then its caption comes again. The legend stands above a drawing of several rows, and comes again
// with the caption, unless it is itself long; else it stands below.
func (p *plot) parts() []slab {
	all, legend := p.body()
	if len(all) == 1 || heightOf(legend) > p.height/4 {
		all, legend = append(all, legend...), nil
	} else if n := len(legend); n > 0 {
		legend[n-1].after = p.label.Pitch / 3
	}
	n := len(all)
	if heightOf(legend)+heightOf(all) <= p.height*mostBlank || n < 2*fewest {
		keepAll(all[:n-1])
	} else {
		caption := slabsOf(p.bySense(p.chart.Caption()+"（续图）", p.types.caption, p.width, centred), p.types.caption)
		head := joined(append(caption, legend...))
		fits := head.height+heightOf(all) <= p.height // else nothing is gained by beginning on a page of its own
		for i := range all {
			all[i].keep, all[i].loose = staysWithNext(i, n), i < n-1 && fits
			if i > 0 {
				all[i].head = func() *slab { return &head }
			}
		}
	}
	return append(keepAll(legend), all...)
}

// body is the drawing in slabs, and the legend for it. Marks side by side need room for their labels; where there is none
// they are laid below each other, which always has room.
func (p *plot) body() (drawn, legend []slab) {
	switch p.chart.Type {
	case document.LineChart:
		return p.curves()
	case document.ShareChart:
		return p.shares()
	case document.ProgressChart, document.PartsChart:
		if len(p.chart.Series) > 1 {
			return p.tracks(), p.trackKeys()
		}
	case document.BarChart:
		if upright, ok := p.columns(); ok {
			return []slab{upright}, p.legend()
		}
	}
	return p.rows(), p.legend()
}

// note is what the document and the drawing have to say of what is not to be seen.
func (p *plot) note() string {
	if p.chart.Type == document.LineChart && p.scaleOfCurves().cut {
		return p.chart.Note + "纵轴未从零开始。"
	}
	return p.chart.Note
}

// plotHeight is that of the plotting area; a drawing always leaves room for text on its page.
func (p *plot) plotHeight() float64 { return min(p.style.Chart.Height*pointsPerMM, p.height/2) }

// value is a cell's number as a length to draw; ok is false if it has none.
func value(s document.Series, i int) (v float64, ok bool) {
	if i >= len(s.Cells) || s.Cells[i].Number == nil {
		return 0, false
	}
	v = exact.Float(s.Cells[i].Number)
	return v, !math.IsInf(v, 0)
}

// extent is the range of all values, both zero if there are none.
func (p *plot) extent() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, s := range p.chart.Series {
		for i := range s.Cells {
			if v, ok := value(s, i); ok {
				lo, hi = min(lo, v), max(hi, v)
			}
		}
	}
	if lo > hi {
		return 0, 0
	}
	return lo, hi
}

// extentFromZero is the range of all values and zero; it is never empty.
func (p *plot) extentFromZero() (lo, hi float64) {
	lo, hi = p.extent()
	lo, hi = min(lo, 0), max(hi, 0)
	if lo == hi {
		hi = 1
	}
	return lo, hi
}

// rule is a thin line in the colour of axes.
func (p *plot) rule(x1, y1, x2, y2 float64) Line {
	return Line{x1, y1, x2, y2, p.style.Table.ThinRule, colour(p.style.Chart.Axis)}
}

// legend names the series with their colours, where there are several.
func (p *plot) legend() []slab {
	if len(p.chart.Series) < 2 {
		return nil
	}
	var keys []key
	for k, s := range p.chart.Series {
		keys = append(keys, key{s.Name, func(r Rect) []Mark { return p.filled(r, k) }})
	}
	return p.keys(keys)
}

// key is an entry of a legend: a name, and how its swatch is drawn into a square.
type key struct {
	name   string
	swatch func(Rect) []Mark
}

// keys are swatches with names, as many on a line as have room, the lines centred.
func (p *plot) keys(keys []key) []slab {
	em := p.label.Size
	var out []slab
	var marks []Mark
	x := 0.0
	flush := func() {
		if x > 0 {
			out = append(out, slab{height: p.label.Pitch, marks: []Mark{shifted(marks, max(0, (p.width-x+2*em)/2), 0)}})
		}
		marks, x = nil, 0
	}
	for _, k := range keys {
		b := p.compose(k.name, p.label, p.width-1.5*em, 0, left)
		if x > 0 && x+1.5*em+b.width > p.width {
			flush()
		}
		for n := range b.lines {
			if n > 0 { // a name as wide as the drawing takes lines of its own
				x = p.width + 2*em
				flush()
			} else {
				marks = append(marks, k.swatch(Rect{X: x, Y: p.label.Pitch/2 - em/2, W: em, H: em})...)
			}
			marks = append(marks, b.lines[n].shift(x+1.5*em, 0))
		}
		x += 1.5*em + b.width + 2*em
	}
	flush()
	if len(out) > 0 {
		out[0].before = p.label.Pitch / 3
	}
	return out
}

var white, black = style.Colour{R: 255, G: 255, B: 255}, style.Colour{}
