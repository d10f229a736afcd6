package typeset_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/style"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

var chartTypes = []document.ChartType{
	document.BarChart, document.LineChart, document.ShareChart, document.ProgressChart, document.RankingChart, document.PartsChart,
}

// randomChart is of any shape: 1 to 40 categories, values below zero, zero, missing or of very different size, long names.
func randomChart(rng *rand.Rand, typ document.ChartType) document.Chart {
	c := document.Chart{Type: typ, Title: "图", Unit: []string{"", "亿元"}[rng.IntN(2)]}
	names := []string{"甲", "2021年上半年", "PM2.5", strings.Repeat("名", 1+rng.IntN(30)), "https://example.com/long/address/of/something"}
	for range 1 + rng.IntN(40) {
		c.Categories = append(c.Categories, names[rng.IntN(len(names))])
	}
	c.Own = []string{"", c.Categories[0]}[rng.IntN(2)]
	below, size, zero := rng.IntN(3) == 0, rng.IntN(9), rng.IntN(6) == 0
	for range 1 + rng.IntN(6) {
		s := document.Series{Name: names[rng.IntN(len(names))], Earlier: rng.IntN(4) == 0}
		for range c.Categories {
			n := big.NewRat(rng.Int64N(1000), 100)
			for range rng.IntN(size + 1) {
				n.Mul(n, big.NewRat(10, 1))
			}
			switch {
			case zero:
				n = new(big.Rat)
			case below && rng.IntN(2) == 0:
				n.Neg(n)
			}
			cell := typesettest.Number([]string{"", "突破"}[rng.IntN(20)/19]+n.FloatString(2), n)
			if rng.IntN(8) == 0 {
				cell = typesettest.Word([]string{"", "…", "-"}[rng.IntN(3)])
			}
			s.Cells = append(s.Cells, cell)
			s.Rates = append(s.Rates, []string{"", "57.5%", "100.0%"}[rng.IntN(3)])
			c.Elapsed = append(c.Elapsed, []document.Elapsed{{}, {Part: big.NewRat(1, 2), Text: "50.0%"}, {Part: big.NewRat(1, 3), Text: "33.3%"}}[rng.IntN(3)])
		}
		c.Series = append(c.Series, s)
	}
	return c
}

// The texts of charts never meet, and nothing leaves the type area.
func TestTextsOfChartsStandApart(t *testing.T) {
	for _, template := range []string{"briefing", "official"} {
		st, rng := typesettest.StyleOf(t, template), rand.New(rand.NewPCG(11, 12))
		for _, typ := range chartTypes {
			for range 40 {
				c := randomChart(rng, typ)
				checkFigures(t, typesettest.PagesIn(t, withBlock(c), st), st)
				if t.Failed() {
					t.Fatalf("%s: a chart of type %s with %d categories and %d series: %+v", template, typ, len(c.Categories), len(c.Series), c)
				}
			}
		}
	}
}

// A figure that has no place but on a line is not struck through: the line is blank behind it.
func TestLinesDoNotStrikeFiguresThrough(t *testing.T) {
	var a, b document.Series
	var categories []string
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range 60 {
		for _, s := range []*document.Series{&a, &b} {
			v := rng.Int64N(9000)
			s.Cells = append(s.Cells, typesettest.Number(fmt.Sprint(v), big.NewRat(v, 1)))
		}
		categories = append(categories, fmt.Sprint(i+1))
	}
	a.Name, b.Name = "甲", "乙"
	marks := drawn(t, document.Chart{Type: document.LineChart, Title: "图", Categories: categories, Series: []document.Series{a, b}})
	blank := 0
	for i, m := range marks {
		area, ok := m.(typeset.Rect)
		if !ok || area.Colour != (style.Colour{R: 255, G: 255, B: 255}) {
			continue
		}
		blank++
		if r, ok := marks[i+1].(*typeset.Run); !ok || r.X < area.X-0.1 || r.X > area.X+area.W || r.Y < area.Y || r.Y > area.Y+area.H {
			t.Errorf("no figure stands on the blank %+v, but %+v", area, marks[i+1])
		}
	}
	if blank == 0 {
		t.Error("no figure lies on a line")
	}
}

// checkFigures fails if texts of a figure meet, or one of its marks leaves the type area.
func checkFigures(t *testing.T, p *typeset.Pages, st *style.Style) {
	t.Helper()
	const mm, close = 72 / 25.4, 0.1
	for i, page := range p.Pages {
		left, right := sides(st, i)
		frame := box{left: left*mm - close, right: page.Width - right*mm + close, top: st.Page.Top*mm - close, bottom: page.Height - st.Page.Bottom*mm + close}
		var boxes []box
		for _, c := range page.Contents {
			if c.Element < 0 || p.Elements[c.Element].Role != typeset.RoleFigure {
				continue
			}
			for _, m := range page.Marks[c.From:c.To] {
				b := bounds(p, m)
				if b.left < frame.left || b.right > frame.right || b.top < frame.top || b.bottom > frame.bottom {
					t.Errorf("page %d: %+v leaves the frame %+v", i+1, b, frame)
				}
				if b.text == "" {
					continue
				}
				for _, other := range boxes {
					if b.left < other.right-close && other.left < b.right-close && b.top < other.bottom-close && other.top < b.bottom-close {
						t.Errorf("page %d: %q meets %q", i+1, b.text, other.text)
					}
				}
				boxes = append(boxes, b)
			}
		}
	}
}

// bounds is what a mark covers.
func bounds(p *typeset.Pages, m typeset.Mark) box {
	around := func(points ...typeset.Point) box {
		b := box{left: points[0].X, right: points[0].X, top: points[0].Y, bottom: points[0].Y}
		for _, q := range points {
			b.left, b.right, b.top, b.bottom = min(b.left, q.X), max(b.right, q.X), min(b.top, q.Y), max(b.bottom, q.Y)
		}
		return b
	}
	switch m := m.(type) {
	case *typeset.Run:
		return boxOf(p, m)
	case typeset.Line:
		return around(typeset.Point{X: m.X1, Y: m.Y1}, typeset.Point{X: m.X2, Y: m.Y2})
	case typeset.Rect:
		return around(typeset.Point{X: m.X, Y: m.Y}, typeset.Point{X: m.X + m.W, Y: m.Y + m.H})
	case typeset.Dot:
		return around(typeset.Point{X: m.X - m.Radius, Y: m.Y - m.Radius}, typeset.Point{X: m.X + m.Radius, Y: m.Y + m.Radius})
	case typeset.Polyline:
		return around(m.Points...)
	case typeset.Polygon:
		return around(m.Points...)
	}
	return box{left: 100, right: 100, top: 200, bottom: 200}
}
