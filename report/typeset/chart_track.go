package typeset

import (
	"jianbao/report/document"
)

// furthest is how far beyond its target a result is drawn, in targets; a bar that goes further is cut.
const furthest = 1.5

// tracks draws parts of what is given for each: results filled into the track of their target, with the time gone by as a
// line across it, or parts into that of their whole. All tracks are of one length, since they differ in their units.
func (p *plot) tracks() []slab {
	c := p.chart
	percent := 0.0
	for i := range c.Categories {
		percent = max(percent, p.widthOf(rateOf(c.Series[0], i)))
	}
	percent += p.label.Size
	most := 1.0
	for i := range c.Categories {
		if part, ok := p.part(i); ok {
			most = max(most, min(part, furthest))
		}
	}
	room := p.width - percent
	var out []slab
	for i := range c.Categories {
		out = append(out, p.track(i, room, room/most))
	}
	return out
}

// rateOf is what part a figure of a series is, in words.
func rateOf(s document.Series, i int) string {
	if i >= len(s.Rates) {
		return ""
	}
	return s.Rates[i]
}

// part is what part of its target or whole the figure of category i is, to be drawn; ok is false if that is not known.
func (p *plot) part(i int) (part float64, ok bool) {
	done, given := value(p.chart.Series[0], i)
	whole, known := value(p.chart.Series[1], i)
	if !given || !known || whole <= 0 || rateOf(p.chart.Series[0], i) == "" {
		return 0, false
	}
	return max(done/whole, 0), true
}

// track is one category: its name and figures on a line, or on several if there is no room, and the track below them. It
// has no track if nothing is known to fill it with.
func (p *plot) track(i int, room, unit float64) slab {
	em, pitch := p.label.Size, p.label.Pitch
	said := p.said(i)
	var out slab
	y := pitch * 0.3
	name := p.named(p.chart.Categories[i], p.width)
	if len(name) > 1 || p.widthOf(name[0])+2*em+p.widthOf(said) > p.width {
		out.marks = p.stack(name, 0, y, left)
		y += float64(len(name)) * pitch
		b := p.compose(said, p.label, p.width, 0, right)
		out.marks = append(out.marks, linesFrom(b, p.label, y)...)
		y += float64(len(b.lines)) * pitch
	} else {
		out.marks = []Mark{p.putAs(p.label, name[0], 0, y), p.putAs(p.label, said, p.width-p.widthOf(said), y)}
		y += pitch
	}
	part, ok := p.part(i)
	if !ok {
		out.height = y
		return out
	}
	high := pitch * 0.7
	out.marks = append(out.marks, Rect{0, y, unit, high, colour(p.style.Chart.Track)})
	w := min(part*unit, room)
	if part > 0 {
		w = max(w, leastLength)
		out.marks = append(out.marks, p.filled(Rect{X: 0, Y: y, W: w, H: high}, 0)...)
	}
	if part > furthest { // cut: it goes on
		out.marks = append(out.marks, Polyline{[]Point{{w - 8, y + high}, {w - 5, y}}, 2, white})
	}
	out.marks = append(out.marks, p.rule(unit, y-1, unit, y+high+1))
	if c := p.chart; i < len(c.Elapsed) && c.Elapsed[i].Part != nil {
		gone, _ := c.Elapsed[i].Part.Float64()
		out.marks = append(out.marks, p.timeMark(gone*unit, y-2, y+high+2)...)
	}
	rate := rateOf(p.chart.Series[0], i)
	out.marks = append(out.marks, p.putAs(p.label, rate, p.width-p.widthOf(rate), y+(high-pitch)/2))
	out.height = y + high + pitch*0.3
	return out
}

// timeMark is a line across a track, seen on what is filled and on what is not.
func (p *plot) timeMark(x, y1, y2 float64) []Mark {
	return []Mark{Line{x, y1, x, y2, 3.4, white}, Line{x, y1, x, y2, 1.4, black}}
}

// said is a category's figures: 68.4亿元／目标120亿元, and the time gone by where the legend does not tell it for all.
func (p *plot) said(i int) string {
	c := p.chart
	str := labelOf(c.Series[0], i)
	if c.Type == document.PartsChart {
		if str+c.Unit == rateOf(c.Series[0], i) {
			return "" // a published share stands beside its track
		}
		return str
	}
	if target := c.Series[1]; i < len(target.Cells) && target.Cells[i].Text != "" {
		str += "／" + target.Name + target.Cells[i].Text
	}
	if _, all := p.elapsed(); !all && i < len(c.Elapsed) && c.Elapsed[i].Text != "" {
		str += "，时序进度" + c.Elapsed[i].Text
	}
	return str
}

// elapsed is the time gone by for all results, if it is one.
func (p *plot) elapsed() (text string, all bool) {
	for _, e := range p.chart.Elapsed {
		switch {
		case e.Part == nil:
		case text == "":
			text = e.Text
		case text != e.Text:
			return "", false
		}
	}
	return text, text != ""
}

// trackKeys say what is filled, what the tracks are, and what the line across them is.
func (p *plot) trackKeys() []slab {
	done, whole := p.chart.Series[0], p.chart.Series[1]
	keys := []key{{done.Name, func(r Rect) []Mark { return p.filled(r, 0) }}}
	if p.chart.Type == document.PartsChart {
		keys = nil
		if whole.Name != "" {
			whole.Name += whole.Cells[0].Text + p.chart.Unit
		}
	}
	if whole.Name != "" {
		keys = append(keys, key{whole.Name, func(r Rect) []Mark {
			r.Colour = colour(p.style.Chart.Track)
			return []Mark{r, p.rule(r.X+r.W, r.Y-1, r.X+r.W, r.Y+r.H+1)}
		}})
	}
	drawn := false
	for i := range p.chart.Categories {
		_, ok := p.part(i)
		drawn = drawn || ok
	}
	if !drawn {
		return nil
	}
	for _, e := range p.chart.Elapsed {
		if e.Part != nil {
			text, _ := p.elapsed()
			keys = append(keys, key{"时序进度" + text, func(r Rect) []Mark { return p.timeMark(r.X+r.W/2, r.Y, r.Y+r.H) }})
			break
		}
	}
	return p.keys(keys)
}
