package typeset

import (
	"math"

	"jianbao/report/document"
	"jianbao/report/style"
)

// shares draws each series divided into its parts. The parts of the only series are told below them, with lines that lead
// there; of several, and where there is no room for that, in a legend.
func (p *plot) shares() (drawn, legend []slab) {
	c := p.chart
	if len(c.Series) == 1 {
		if told, ok := p.toldBelow(); ok {
			return []slab{told}, nil
		}
	}
	name := 0.0
	for _, s := range c.Series {
		name = max(name, p.widthOf(s.Name))
	}
	name = min(name, p.width/4)
	for _, s := range c.Series {
		row := slab{height: 2.5 * p.label.Pitch}
		x := 0.0
		if len(c.Series) > 1 {
			lines := p.named(s.Name, name)
			row.marks = p.stack(lines, name, (2-float64(len(lines)))*p.label.Pitch/2, right)
			x = name + p.label.Size
		}
		marks, _ := p.divided(s, x, p.width-x, p.filled)
		row.marks = append(row.marks, marks...)
		drawn = append(drawn, row)
	}
	var keys []key
	for i, category := range c.Categories {
		if len(c.Series) == 1 {
			category += "　" + p.partText(c.Series[0], i, true)
		}
		keys = append(keys, key{category, func(r Rect) []Mark { return p.filled(r, i) }})
	}
	return drawn, p.keys(keys)
}

// segment is a part as drawn.
type segment struct {
	part      int
	middle, w float64
	rated     bool // its rate stands in it
}

// divided is a bar divided into the parts of a series, filled as told, each with its rate in it where that has room.
func (p *plot) divided(s document.Series, x, width float64, fill func(Rect, int) []Mark) (marks []Mark, drawn []segment) {
	total := 0.0
	for i := range s.Cells {
		v, _ := value(s, i)
		total += max(v, 0)
	}
	high := 2 * p.label.Pitch
	for i := range s.Cells {
		v, _ := value(s, i)
		if v <= 0 || total == 0 {
			drawn = append(drawn, segment{part: i, middle: x})
			continue
		}
		w := v / total * width
		marks = append(marks, fill(Rect{X: x, Y: 0, W: w, H: high}, i)...)
		if x > 0 && w > 1 {
			marks = append(marks, Line{x, 0, x, high, 1, white})
		}
		seg := segment{part: i, middle: x + w/2, w: w}
		if rate := rateOf(s, i); rate != "" && p.widthOf(rate)+p.label.Size <= w {
			seg.rated = true
			marks = append(marks, p.onFill(rate, p.shade(i), seg.middle, high/2)...)
		}
		drawn = append(drawn, seg)
		x += w
	}
	return marks, drawn
}

// onFill writes on an area, on a ground of its plain colour lest it stand on hatching.
func (p *plot) onFill(str string, shade style.Colour, x, y float64) []Mark {
	w := p.widthOf(str)
	ground := Rect{x - w/2 - p.label.Size/4, y - p.label.Pitch/2, w + p.label.Size/2, p.label.Pitch, shade}
	t := p.label
	t.colour = on(shade)
	return []Mark{ground, p.putAs(t, str, x-w/2, y-p.label.Pitch/2)}
}

// partText is the figure of part i, with its rate unless that stands elsewhere.
func (p *plot) partText(s document.Series, i int, withRate bool) string {
	str := labelOf(s, i)
	if rate := rateOf(s, i); withRate && rate != "" {
		str += "（" + rate + "）"
	}
	return str
}

// toldBelow is the bar of the only series with the names and figures of its parts below it, as near to them as they have
// room side by side, each with a line that leads to it.
func (p *plot) toldBelow() (drawn slab, ok bool) {
	s := p.chart.Series[0]
	em, pitch := p.label.Size, p.label.Pitch
	marks, segments := p.divided(s, 0, p.width, p.plain) // told apart by their names
	var texts [][]string
	var middles, widths []float64
	most := 0
	for _, seg := range segments {
		lines := p.named(p.chart.Categories[seg.part], max(8*em, seg.w))
		lines = append(lines, p.partText(s, seg.part, !seg.rated))
		texts = append(texts, lines)
		middles = append(middles, seg.middle)
		widths = append(widths, p.widest(lines)+em)
		most = max(most, len(lines))
	}
	at, ok := apart(middles, widths, p.width)
	if !ok {
		return slab{}, false
	}
	high, gap := 2*pitch, pitch*0.8
	for n, seg := range segments {
		if math.Abs(at[n]-seg.middle) > 2*em {
			gap = pitch * 2 // lines that lead aside need to be told apart
		}
	}
	for n, seg := range segments {
		marks = append(marks, Polyline{[]Point{{seg.middle, high}, {seg.middle, high + gap*0.25}, {at[n], high + gap*0.75}, {at[n], high + gap}},
			p.style.Table.ThinRule, colour(p.style.Chart.Axis)})
		marks = append(marks, p.stack(texts[n], at[n], high+gap, centred)...)
	}
	return slab{height: high + gap + float64(most)*pitch, marks: marks}, true
}
