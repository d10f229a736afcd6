package pdf

import (
	"math"
	"regexp"
	"strconv"
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
		{"two characters of an em", typeset.Run{X: 10, Y: 100, Size: 10, Text: "经济", Spacing: 1}, box{10, 91.2, 32, 101.2}},
		{"turned, they go down", typeset.Run{X: 10, Y: 100, Size: 10, Text: "经济", Spacing: 1, Turned: true}, box{8.8, 100, 18.8, 122}},
		{"a line", typeset.Line{X1: 30, Y1: 5, X2: 10, Y2: 5, Weight: 2}, box{9, 4, 31, 6}},
		{"a rectangle", typeset.Rect{X: 1, Y: 2, W: 3, H: 4}, box{1, 2, 4, 6}},
		{"a polyline", typeset.Polyline{Points: points, Weight: 2}, box{9, 19, 31, 41}},
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

// A turned run's baseline goes down the page: the page is turned about its origin while it is drawn.
func TestTurnedRun(t *testing.T) {
	pages := typesettest.Pages(t, typesettest.Paragraphs("甲"))
	p := &pages.Pages[0]
	run := p.Marks[0].(typeset.Run)
	run.X, run.Y, run.Turned = 100, p.Height-200, true
	p.Marks[0] = run
	f := assembled(t, pages)
	numbers, err := f.pageNumbers(len(pages.Pages))
	if err != nil {
		t.Fatal(err)
	}
	drawn := unpacked(t, f.objects[reference(f.objects[numbers[0]], "/Contents ")])
	if !turnedAt(drawn, 100, 200) {
		t.Errorf("no turn by 90° about 100, 200 in\n%.400s", drawn)
	}
}

// turnedAt looks for a matrix that turns clockwise by 90° about a place and leaves that where it is.
func turnedAt(drawn []byte, x, y float64) bool {
	for _, m := range regexp.MustCompile(`(\S+) (\S+) (\S+) (\S+) (\S+) (\S+) cm`).FindAllSubmatch(drawn, -1) {
		var v [6]float64
		for i := range v {
			v[i], _ = strconv.ParseFloat(string(m[i+1]), 64)
		}
		ex, ey := v[0]*x+v[2]*y+v[4], v[1]*x+v[3]*y+v[5]
		if v[1] == -1 && v[2] == 1 && math.Abs(ex-x) < 0.01 && math.Abs(ey-y) < 0.01 {
			return true
		}
	}
	return false
}
