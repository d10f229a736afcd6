package typeset

import (
	"math"

	"jianbao/report/document"
	"jianbao/report/style"
)

// Marks tell apart in grey too: the first two colours of the palette by their lightness, from the third on by hatching
// as well.

// filled is an area in the look of series or part k.
func (p *plot) filled(r Rect, k int) []Mark {
	r.Colour = p.shade(k)
	return append([]Mark{r}, hatch(r, textureOf(p.tone(k)))...)
}

// plain is an area in the colour of series or part k, which a text tells apart.
func (p *plot) plain(r Rect, k int) []Mark {
	r.Colour = p.shade(k)
	return []Mark{r}
}

// shade is the colour of series or part k.
func (p *plot) shade(k int) style.Colour {
	palette := p.style.Chart.Palette
	return colour(palette[p.tone(k)%len(palette)])
}

// tone is the place of series or part k in the palette. What another series is held against has the second place, for
// the first is the one that is seen first.
func (p *plot) tone(k int) int {
	if s := p.chart.Series; len(s) == 2 && s[0].Earlier && p.chart.Type != document.ShareChart {
		return 1 - k
	}
	return k
}

// barTone is the look of the bar of series k in category i: the district's own bar is set apart from the others.
func (p *plot) barTone(k, i int) int {
	if own := p.chart.Own; own != "" && len(p.chart.Series) == 1 && p.chart.Categories[i] != own {
		return 1
	}
	return k
}

// own reports whether category i is the district itself.
func (p *plot) own(i int) bool { return p.chart.Own != "" && p.chart.Categories[i] == p.chart.Own }

// texture is how an area is hatched.
type texture int

const (
	rising texture = iota + 1
	falling
	level
	upright
)

// hatch is the lines of a texture over an area.
func hatch(r Rect, t texture) []Mark {
	const step, weight = 4.0, 0.9
	var marks []Mark
	add := func(x1, y1, x2, y2 float64) {
		marks = append(marks, Line{x1, y1, x2, y2, weight, white})
	}
	switch t {
	case level:
		for y := r.Y + step/2; y < r.Y+r.H; y += step {
			add(r.X, y, r.X+r.W, y)
		}
	case upright:
		for x := r.X + step/2; x < r.X+r.W; x += step {
			add(x, r.Y, x, r.Y+r.H)
		}
	case rising, falling:
		for d := step; d < r.W+r.H; d += step * math.Sqrt2 {
			// the diagonal through (d, 0), from the upper edge or the right one to the left edge or the lower one
			x1, y1 := d, 0.0
			if d > r.W {
				x1, y1 = r.W, d-r.W
			}
			x2, y2 := 0.0, d
			if d > r.H {
				x2, y2 = d-r.H, r.H
			}
			if t == falling {
				x1, x2 = r.W-x1, r.W-x2
			}
			add(r.X+x1, r.Y+y1, r.X+x2, r.Y+y2)
		}
	}
	return marks
}

// textureOf is that of a place in the palette: none for the first two.
func textureOf(tone int) texture {
	if tone < 2 {
		return 0
	}
	return texture(1 + (tone-2)%4)
}

// on is black or white, whichever is the easier to read on a colour: never below 4.5 to 1.
func on(c style.Colour) style.Colour {
	if contrast(c, white) >= contrast(c, black) {
		return white
	}
	return black
}

// contrast is that of two colours by WCAG 2.1, from 1 to 21.
func contrast(a, b style.Colour) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is a colour's relative luminance by WCAG 2.1, from 0 to 1.
func luminance(c style.Colour) float64 {
	part := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// marker is the mark of series k at a point of a curve: each series has a shape of its own.
func (p *plot) marker(k int, x, y float64) []Mark {
	marks := []Mark{symbol(k, x, y, dot/2, p.shade(k))}
	if k >= 4 {
		marks = append(marks, symbol(k, x, y, dot/4, white))
	}
	return marks
}

// symbol is the shape of series k about a point. All shapes of a size look equally large.
func symbol(k int, x, y, size float64, c style.Colour) Mark {
	switch k % 4 {
	case 0:
		return Dot{x, y, size * 0.8, c}
	case 1:
		half := size * 0.99
		return Rect{x - half, y - half, 2 * half, 2 * half, c}
	case 2:
		high := size * 1.49
		wide := high * math.Sqrt(3) / 2
		return Polygon{[]Point{{x, y - high}, {x - wide, y + high/2}, {x + wide, y + high/2}}, c}
	default:
		reach := size * 1.4
		return Polygon{[]Point{{x + reach, y}, {x, y - reach}, {x - reach, y}, {x, y + reach}}, c}
	}
}

// labelOf is the text that stands at the mark of a value. One that is missing is told, lest its place be read as zero.
func labelOf(s document.Series, i int) string {
	if i >= len(s.Cells) {
		return ""
	}
	if c := s.Cells[i]; c.Number != nil || c.Text != "" {
		return c.Text
	}
	return missing
}

// missing stands where a chart has no figure.
const missing = "无数据"
