package typeset

import (
	"math/big"
)

// lanes is how rows of a chart are divided: names at the left, bars, values at the right.
type lanes struct{ name, bar, value float64 }

// lanes measures names and values; names longer than a third of the width are broken.
func (p *plot) lanes(values func(i int) []string) lanes {
	var l lanes
	for i, name := range p.chart.Categories {
		l.name = max(l.name, p.widthOf(name))
		for _, v := range values(i) {
			l.value = max(l.value, p.widthOf(v))
		}
	}
	l.name = min(l.name, p.width/3) + p.label.Size
	l.value = min(l.value, p.width/3) + p.label.Size
	l.bar = p.width - l.name - l.value
	return l
}

// rows draws bars below each other, each category in a slab of its own.
func (p *plot) rows() []slab {
	c := p.chart
	lo, hi := p.extent()
	l := p.lanes(func(i int) []string {
		labels := make([]string, len(c.Series))
		for k, s := range c.Series {
			labels[k] = labelOf(s, i)
		}
		return labels
	})
	at := func(v float64) float64 { return l.name + (v-lo)/(hi-lo)*l.bar }
	var out []slab
	for i, name := range c.Categories {
		r := p.named(name, l, len(c.Series))
		r.marks = append(r.marks, Line{at(0), 0, at(0), r.height, p.style.Table.ThinRule, colour(p.style.Chart.Axis)})
		top := (r.height - float64(len(c.Series))*p.label.Pitch) / 2
		for k, s := range c.Series {
			if v, ok := value(s, i); ok {
				x, end := min(at(v), at(0)), max(at(v), at(0))
				r.marks = append(r.marks, Rect{x, top + p.label.Pitch*0.15, end - x, p.label.Pitch * 0.7, p.shade(k)})
				r.marks = append(r.marks, p.beside(labelOf(s, i), end, l.value, top)...)
			}
			top += p.label.Pitch
		}
		out = append(out, r)
	}
	return out
}

// named is a slab with a category's name at the left, high enough for it and for count bars.
func (p *plot) named(name string, l lanes, count int) slab {
	b := p.compose(name, p.label, l.name-p.label.Size, 0, right)
	lines := max(len(b.lines), count)
	out := slab{height: float64(lines)*p.label.Pitch + p.label.Pitch*0.3}
	y := (out.height - float64(len(b.lines))*p.label.Pitch) / 2
	for _, line := range b.lines {
		out.marks = append(out.marks, moveAll(line, 0, y)...)
		y += p.label.Pitch
	}
	return out
}

// beside writes a value right of a bar's end.
func (p *plot) beside(str string, x, width, y float64) []Mark {
	b := p.compose(str, p.label, width-p.label.Size/2, 0, left)
	if len(b.lines) == 0 {
		return nil
	}
	return moveAll(b.lines[0], x+p.label.Size/2, y)
}

// progress draws results against targets: the first series filled into the track of the second, and its part of it.
func (p *plot) progress() []slab {
	c := p.chart
	if len(c.Series) < 2 {
		return p.rows()
	}
	done, target := c.Series[0], c.Series[1]
	say := func(i int) []string {
		str := labelOf(done, i) + "／" + labelOf(target, i)
		if part := percentage(number(done, i), number(target, i)); part != "" {
			str += "　" + part
		}
		return []string{str}
	}
	l := p.lanes(say)
	var out []slab
	for i, name := range c.Categories {
		r := p.named(name, l, 1)
		top, high := (r.height-p.label.Pitch*0.7)/2, p.label.Pitch*0.7
		r.marks = append(r.marks, Rect{l.name, top, l.bar, high, colour(p.style.Chart.Track)})
		a, given := value(done, i)
		if b, ok := value(target, i); ok && given && b > 0 {
			r.marks = append(r.marks, Rect{l.name, top, l.bar * min(max(a/b, 0), 1), high, p.shade(0)})
		}
		r.marks = append(r.marks, p.beside(say(i)[0], l.name+l.bar, l.value, (r.height-p.label.Pitch)/2)...)
		out = append(out, r)
	}
	return out
}

// percentage is a part of a whole, to one decimal; empty if one of them is missing or the whole is not above zero.
func percentage(part, whole *big.Rat) string {
	if part == nil || whole == nil || whole.Sign() <= 0 {
		return ""
	}
	r := new(big.Rat).Quo(part, whole)
	return r.Mul(r, big.NewRat(100, 1)).FloatString(1) + "%"
}

// share draws the parts of a whole as one bar, with their names, values and shares below it.
func (p *plot) share() []slab {
	s := p.chart.Series[0]
	whole := new(big.Rat)
	for i := range p.chart.Categories {
		if n := number(s, i); n != nil && n.Sign() > 0 {
			whole.Add(whole, n)
		}
	}
	total, _ := whole.Float64()
	bar := slab{height: 2.5 * p.label.Pitch}
	keys := make([]string, len(p.chart.Categories))
	x := 0.0
	for i, name := range p.chart.Categories {
		keys[i] = name + "　" + labelOf(s, i)
		v, ok := value(s, i)
		if !ok || v <= 0 {
			continue
		}
		w := v / total * p.width
		bar.marks = append(bar.marks, Rect{x, 0, w, 2 * p.label.Pitch, p.shade(i)})
		if i > 0 {
			bar.marks = append(bar.marks, Line{x, 0, x, 2 * p.label.Pitch, 1, white})
		}
		keys[i] += "（" + percentage(number(s, i), whole) + "）"
		x += w
	}
	return append([]slab{bar}, p.keys(keys)...)
}
