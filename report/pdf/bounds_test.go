package pdf

import (
	"bytes"
	"math"
	"testing"

	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

func TestBoundsOfMarks(t *testing.T) {
	serif := []typeset.Face{{Name: "serif", Face: typesettest.Faces(t)["serif"]}}
	points := []typeset.Point{{X: 10, Y: 40}, {X: 30, Y: 20}}
	for _, c := range []struct {
		shows string
		mark  typeset.Mark
		want  box
	}{
		{"two characters of an em", &typeset.Run{X: 10, Y: 100, Size: 10, Text: "经济", Spacing: 1}, box{10, 91.2, 32, 101.2}},
		{"turned, they go down", &typeset.Run{X: 10, Y: 100, Size: 10, Text: "经济", Spacing: 1, Turned: true}, box{8.8, 100, 18.8, 122}},
		{"a line", typeset.Line{X1: 30, Y1: 5, X2: 10, Y2: 5, Weight: 2}, box{9, 4, 31, 6}},
		{"a rectangle", typeset.Rect{X: 1, Y: 2, W: 3, H: 4}, box{1, 2, 4, 6}},
		{"a polyline", typeset.Polyline{Points: points, Weight: 2}, box{9, 19, 31, 41}},
		{"a dot", typeset.Dot{X: 20, Y: 30, Radius: 2}, box{18, 28, 22, 32}},
		{"a polygon", typeset.Polygon{Points: points}, box{10, 20, 30, 40}},
		{"a link shows nothing", typeset.Link{W: 10, H: 10}, nothing},
	} {
		t.Run(c.shows, func(t *testing.T) {
			got := boundsOf([]typeset.Mark{c.mark}, serif)
			far := func(a, b float64) bool { return a != b && !(math.Abs(a-b) < 0.01) }
			if far(got.left, c.want.left) || far(got.top, c.want.top) || far(got.right, c.want.right) || far(got.bottom, c.want.bottom) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// A turned run's baseline goes down the page: its line's matrix (ISO 32000-1, 9.4.2) is turned clockwise by 90° and moved to its origin.
func TestTurnedRun(t *testing.T) {
	pages := typesettest.Pages(t, typesettest.Paragraphs("甲"))
	p := &pages.Pages[0]
	run := p.Marks[0].(*typeset.Run)
	run.X, run.Y, run.Turned = 100, p.Height-200, true
	f := assembled(t, pages)
	numbers, err := f.pageNumbers(len(pages.Pages))
	if err != nil {
		t.Fatal(err)
	}
	drawn := unpacked(t, f.objects[reference(f.objects[numbers[0]], "/Contents ")])
	if !bytes.Contains(drawn, []byte("\n0 -1 1 0 100 200 Tm\n")) {
		t.Errorf("no turn by 90° about 100, 200 in\n%.400s", drawn)
	}
}
