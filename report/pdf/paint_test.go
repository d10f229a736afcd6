package pdf

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"jianbao/report/style"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// drawnOn is what the page of a file draws.
func drawnOn(t *testing.T, f *file, count, page int) string {
	t.Helper()
	numbers, err := f.pageNumbers(count)
	if err != nil {
		t.Fatal(err)
	}
	return string(unpacked(t, f.objects[reference(f.objects[numbers[page]], "/Contents ")]))
}

// Text and drawings stand in the order of their marks, since what comes later covers what came before.
func TestMarksAreDrawnInTheirOrder(t *testing.T) {
	pages := typesettest.Pages(t, typesettest.Paragraphs("甲"))
	text := func(y float64) typeset.Mark {
		i := slices.IndexFunc(pages.Pages[0].Marks, func(m typeset.Mark) bool { _, ok := m.(*typeset.Run); return ok })
		run := *pages.Pages[0].Marks[i].(*typeset.Run)
		run.X, run.Y, run.Colour = 10, y, style.Colour{}
		return &run
	}
	height, green := pages.Pages[0].Height, style.Colour{G: 255}
	pages.Pages = append(pages.Pages, typeset.Page{Width: 300, Height: height, Marks: []typeset.Mark{
		typeset.Rect{X: 10, Y: height - 50, W: 5, H: 6, Colour: style.Colour{R: 255}},
		text(height - 60),
		typeset.Dot{X: 20, Y: height - 70, Radius: 1.5, Colour: green},
		typeset.Dot{X: 30, Y: height - 70, Radius: 1.5, Colour: green},
		typeset.Line{X1: 40, Y1: height - 80, X2: 50, Y2: height - 80, Weight: 1},
		text(height - 90),
	}})
	f := assembled(t, pages)
	drawn := drawnOn(t, f, len(pages.Pages), len(pages.Pages)-1)
	rest := drawn
	for _, want := range []string{"/Artifact BMC\n1 0 0 rg\n10.00 50.00 5.00 -6.00 re f\n", "BT\n0 0 0 rg\n", "10 60 Td\n", "ET\n",
		"3.00 w\n", "1 J\n0.000 1.000 0.000 RG\n20.00 70.00 m 20.02 70.00 l S\n30.00 70.00 m 30.02 70.00 l S\n", "1.00 w\n", "0 J\n0.000 G\n40.00 80.00 m 50.00 80.00 l S\n",
		"BT\n10 90 Td\n", "ET\nEMC\n"} {
		_, after, found := strings.Cut(rest, want)
		if !found {
			t.Fatalf("no %q, or not where it should be, in\n%s", want, drawn)
		}
		rest = after
	}
	if strings.Contains(drawn, place) {
		t.Errorf("a place was left empty:\n%s", drawn)
	}
}

// The lines of a curve join round: a pointed join would stand out beyond the value at a steep peak.
func TestLinesJoinRound(t *testing.T) {
	pages := typesettest.Pages(t, typesettest.Paragraphs("甲"))
	f := assembled(t, pages)
	drawn := drawnOn(t, f, len(pages.Pages), 0)
	if !strings.Contains(drawn, "\n1 j\n") {
		t.Errorf("no round joins in\n%.200s", drawn)
	}
}

// Each place has its piece.
func TestPlacesAndPiecesAgree(t *testing.T) {
	for _, c := range []struct {
		shows, drawn string
		fits         bool
	}{
		{"as many", "0 J\n%\n1 1 m\n%\n", true}, {"a place too few", "0 J\n%\n", false}, {"a place too many", "%\n%\n%\n", false},
	} {
		t.Run(c.shows, func(t *testing.T) {
			f := &file{press: newPress()}
			f.objects = [][]byte{nil, []byte("<</Contents 2 0 R>>"), []byte("<<>>\nstream\n" + c.drawn + "\nendstream")}
			f.entries = make([]entry, len(f.objects))
			f.ops, f.pieces = []byte("BT\nET\nBT\n"), []int{6, 9}
			if err := f.contents([]int{1}); errors.Is(err, errForeign) == c.fits {
				t.Fatalf("error %v", err)
			}
			if want := "0 J\nBT\nET\n1 1 m\nBT\n"; c.fits && string(unpacked(t, f.objects[2])) != want {
				t.Errorf("got %q, want %q", unpacked(t, f.objects[2]), want)
			}
		})
	}
}

// What a press made before leaves no trace in a file, be it of other faces and characters or a failure.
func TestOneFileAfterAnother(t *testing.T) {
	made := func(p *press, pages *typeset.Pages) []byte {
		f, err := p.assemble(pages, Meta{Title: "甲"})
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Clone(f.bytes())
	}
	long, short := typesettest.Pages(t, typesettest.Briefing()), typesettest.Pages(t, typesettest.Paragraphs("完成12.6亿元，ABC全区"))
	impossible := typesettest.Pages(t, typesettest.Paragraphs("有\U0001F600"))
	p := newPress()
	for range 2 {
		for i, pages := range []*typeset.Pages{long, short} {
			if !bytes.Equal(made(p, pages), made(newPress(), pages)) {
				t.Errorf("file %d differs from the one that a new press makes", i)
			}
		}
		if _, err := p.assemble(impossible, Meta{}); err == nil {
			t.Error("no error")
		}
	}
}
