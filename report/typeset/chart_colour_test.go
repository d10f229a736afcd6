package typeset_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"jianbao/report/document"
	"jianbao/report/style"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

var templateNames = []string{"briefing", "official"}

// brightness is relative luminance by WCAG 2.1; contrastOf is the ratio it defines.
func brightness(c style.Colour) float64 {
	linear := func(v uint8) float64 {
		if x := float64(v) / 255; x > 0.04045 {
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return float64(v) / 255 / 12.92
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func contrastOf(a, b style.Colour) float64 {
	x, y := brightness(a)+0.05, brightness(b)+0.05
	return max(x, y) / min(x, y)
}

var paper = style.Colour{R: 255, G: 255, B: 255}

func parsed(t *testing.T, s string) style.Colour {
	t.Helper()
	c, ok := style.ParseColour(s)
	if !ok {
		t.Fatalf("%q is no colour", s)
	}
	return c
}

// Marks stand 3 to 1 against the paper, texts 4.5 to 1 against it and against the ground of the district's own bars; the
// time gone by and what is done are seen on the track.
func TestColoursOfCharts(t *testing.T) {
	for _, name := range templateNames {
		st := typesettest.StyleOf(t, name)
		track, axis, label := parsed(t, st.Chart.Track), parsed(t, st.Chart.Axis), parsed(t, st.ChartLabel.Colour)
		for _, hex := range append([]string{st.Chart.Axis}, st.Chart.Palette...) {
			if got := contrastOf(parsed(t, hex), paper); got < 3 {
				t.Errorf("%s: %s on paper: %.2f to 1", name, hex, got)
			}
		}
		if a, b := contrastOf(label, paper), contrastOf(label, track); a < 4.5 || b < 4.5 {
			t.Errorf("%s: labels %.2f to 1 on paper, %.2f on a track", name, a, b)
		}
		if got := contrastOf(parsed(t, st.Chart.Palette[0]), track); got < 3 {
			t.Errorf("%s: what is done on its track: %.2f to 1", name, got)
		}
		if got := contrastOf(axis, track); got < 3 {
			t.Errorf("%s: the end of a track: %.2f to 1", name, got)
		}
	}
}

// look is how a swatch appears without colour: its lightness, and the directions of its hatching.
type look struct {
	light float64
	hatch string
}

// Any two of six series tell apart in print without colour: by their lightness or by their hatching.
func TestSeriesTellApartInGrey(t *testing.T) {
	for _, name := range templateNames {
		st := typesettest.StyleOf(t, name)
		c := document.Chart{Type: "bar", Title: "图", Categories: []string{"甲"}}
		for k := range 6 {
			c.Series = append(c.Series, numbers(fmt.Sprintf("系列%d", k), "5"))
		}
		var looks []look
		for _, m := range figureOf(typesettest.PagesIn(t, withBlock(c), st)) {
			switch m := m.(type) {
			case typeset.Rect:
				looks = append(looks, look{light: brightness(m.Colour)})
			case typeset.Line:
				if n := len(looks) - 1; n >= 0 && m.Colour == paper {
					looks[n].hatch = fmt.Sprintf("%.0f°", math.Abs(math.Mod(math.Atan2(m.Y2-m.Y1, m.X2-m.X1)*180/math.Pi+180, 180)))
				}
			}
		}
		if len(looks) != 12 { // bars, and the legend's swatches
			t.Fatalf("%s: %d areas", name, len(looks))
		}
		for i, a := range looks[:6] {
			for k, b := range looks[:i] {
				if ratio := (max(a.light, b.light) + 0.05) / (min(a.light, b.light) + 0.05); ratio < 1.5 && a.hatch == b.hatch {
					t.Errorf("%s: series %d and %d look alike: %+v, %+v", name, i, k, a, b)
				}
			}
			if a != looks[6+i] {
				t.Errorf("%s: series %d is drawn %+v and explained %+v", name, i, a, looks[6+i])
			}
		}
	}
}

// Every text can be read on what lies below it, whatever colours a template has.
func TestTextsOnColours(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 60 {
		st := *typesettest.Style(t)
		st.Chart.Palette = nil
		for range 3 {
			st.Chart.Palette = append(st.Chart.Palette, fmt.Sprintf("#%06x", rng.IntN(1<<24)))
		}
		s := numbers("值", "3", "4", "5", "6")
		s.Rates = []string{"16.7%", "22.2%", "27.8%", "33.3%"}
		for _, all := range [][]document.Series{{s}, {s, s}} {
			c := document.Chart{Type: "share", Title: "图", Categories: letters(4), Series: all}
			p := typesettest.PagesIn(t, withBlock(c), &st)
			var below []typeset.Rect
			rates := 0
			for _, m := range figureOf(p) {
				switch m := m.(type) {
				case typeset.Rect:
					below = append(below, m)
				case *typeset.Run:
					b, ground := boxOf(p, m), paper
					for _, r := range below {
						if x, y := (b.left+b.right)/2, (b.top+b.bottom)/2; x > r.X && x < r.X+r.W && y > r.Y && y < r.Y+r.H {
							ground = r.Colour
							rates++
						}
					}
					if got := contrastOf(m.Colour, ground); got < 4.5 {
						t.Errorf("%q on %v: %.2f to 1", m.Text, ground, got)
					}
				}
			}
			if rates == 0 {
				t.Error("no text stands on a colour")
			}
		}
	}
}
