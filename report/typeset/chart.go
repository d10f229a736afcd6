package typeset

import (
	"math"
	"math/big"

	"jianbao/report/document"
	"jianbao/report/style"
)

// chart sets a drawing with its caption above and its legend below; its parts stay on one page.
func (s *setter) chart(c *document.Chart) {
	if len(c.Categories) == 0 || len(c.Series) == 0 {
		return
	}
	p := plot{setter: s, chart: c, label: s.types.chartLabel}
	title := c.Title
	if c.Unit != "" {
		title += "（" + c.Unit + "）"
	}
	both := s.element(Element{Role: RoleDiv, Parent: whole})
	caption := keepAll(slabsOf(s.as(RoleCaption, both, s.compose(title, s.types.caption, s.width, 0, centred)), s.types.caption))
	if len(caption) > 0 && c.Title != "" {
		caption[0].entry = &Entry{Title: c.Title, Level: 1}
	}
	s.add(caption...)
	drawing := s.element(Element{Role: RoleFigure, Parent: both, Alt: c.Alt})
	body := p.body()
	for i := range body {
		body[i].marks = []Mark{content{drawing, body[i].marks}}
	}
	if total := heightOf(body); total <= s.height*0.8 { // a longer one is torn lest it leave a page empty
		keepAll(body[:len(body)-1])
	}
	body[len(body)-1].after = s.types.body.Pitch / 2
	s.add(body...)
}

var white = style.Colour{R: 255, G: 255, B: 255}

// plot draws one chart.
type plot struct {
	*setter
	chart *document.Chart
	label typeOf
}

// body is the drawing in slabs. Marks side by side need room for their labels; where there is none they are laid below
// each other, which always has room.
func (p *plot) body() []slab {
	switch p.chart.Type {
	case "line":
		return append([]slab{p.curve()}, p.legend()...)
	case "share":
		return p.share()
	case "progress":
		return p.progress()
	case "ranking":
		return p.rows()
	}
	if upright, ok := p.columns(); ok {
		return append([]slab{upright}, p.legend()...)
	}
	return append(p.rows(), p.legend()...)
}

// plotHeight is that of the plotting area; a drawing always leaves room for text on its page.
func (p *plot) plotHeight() float64 { return min(p.style.Chart.Height*pointsPerMM, p.height/2) }

// shade is the colour of series or part i.
func (p *plot) shade(i int) style.Colour {
	palette := p.style.Chart.Palette
	return colour(palette[i%len(palette)])
}

// number is a cell's number in base units; nil if it has none.
func number(s document.Series, i int) *big.Rat {
	if i >= len(s.Cells) || s.Cells[i].Number == nil {
		return nil
	}
	n := s.Cells[i].Number
	if f := s.Cells[i].Unit.Factor; f != nil {
		n = new(big.Rat).Mul(n, f)
	}
	return n
}

// value is a cell's number as a length to draw; ok is false if it has none.
func value(s document.Series, i int) (v float64, ok bool) {
	n := number(s, i)
	if n == nil {
		return 0, false
	}
	v, _ = n.Float64()
	return v, !math.IsInf(v, 0)
}

// labelOf is the text that stands at a value's mark.
func labelOf(s document.Series, i int) string {
	if i >= len(s.Cells) {
		return ""
	}
	return s.Cells[i].Text
}

// extent is the range of all values; it holds zero.
func (p *plot) extent() (lo, hi float64) {
	for _, s := range p.chart.Series {
		for i := range s.Cells {
			if v, ok := value(s, i); ok {
				lo, hi = min(lo, v), max(hi, v)
			}
		}
	}
	if lo == hi {
		hi = lo + 1
	}
	return lo, hi
}

// widthOf is the width of a label on one line.
func (p *plot) widthOf(str string) float64 {
	x := p.text(str, p.label)
	return x.width(x.sums(), 0, len(x.glyphs))
}

// put writes a label on one line around x, its line's top at y.
func (p *plot) put(str string, x, y float64) []Mark {
	w := p.widthOf(str)
	b := p.compose(str, p.label, w+1, 0, left)
	if len(b.lines) == 0 {
		return nil
	}
	return moveAll(b.lines[0], x-w/2, y)
}

// legend names the series with their colours, where there are several.
func (p *plot) legend() []slab {
	if len(p.chart.Series) < 2 {
		return nil
	}
	names := make([]string, len(p.chart.Series))
	for i, s := range p.chart.Series {
		names[i] = s.Name
	}
	return p.keys(names)
}

// keys are swatches with names, as many on a line as have room, the lines centred.
func (p *plot) keys(names []string) []slab {
	em := p.label.Size
	var out []slab
	var marks []Mark
	x := 0.0
	flush := func() {
		out = append(out, slab{height: p.label.Pitch, marks: moveAll(marks, (p.width-x+2*em)/2, 0)})
		marks, x = nil, 0
	}
	for i, name := range names {
		b := p.compose(name, p.label, p.width-1.5*em, 0, left)
		if x > 0 && x+1.5*em+b.width > p.width {
			flush()
		}
		for n, l := range b.lines {
			if n > 0 { // a name as wide as the drawing takes lines of its own
				x = p.width + 2*em
				flush()
			} else {
				marks = append(marks, Rect{x, p.label.Pitch/2 - em/2, em, em, p.shade(i)})
			}
			marks = append(marks, moveAll(l, x+1.5*em, 0)...)
		}
		x += 1.5*em + b.width + 2*em
	}
	flush()
	return out
}
