package typeset_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// series is n values that go up to the middle and down again, no two alike.
func series(n int) (document.Series, []string) {
	s := document.Series{Name: "值"}
	var categories []string
	for i := range n {
		v := big.NewRat(int64(1000+10*min(i, n-i)+min(i, n-1-i)%2), 10)
		s.Cells = append(s.Cells, typesettest.Number(v.FloatString(1), v))
		categories = append(categories, fmt.Sprint(i+1))
	}
	return s, categories
}

// Where a curve has more points than there is room for values, those that say most are written.
func TestValuesOnACurve(t *testing.T) {
	for n, want := range map[int]int{6: 6, 60: 3} { // the first is the lowest
		s, categories := series(n)
		p := typesettest.Pages(t, withBlock(document.Chart{Type: "line", Title: "图", Categories: categories, Series: []document.Series{s}}))
		got := 0
		for _, m := range p.Pages[0].Marks {
			if r, ok := m.(typeset.Run); ok && strings.Contains(r.Text, ".") {
				got++
			}
		}
		if got != want {
			t.Errorf("%d points have %d values, want %d", n, got, want)
		}
	}
}

// A chart that a page holds is not torn, wherever it begins.
func TestChartStaysOnOnePage(t *testing.T) {
	s, categories := series(30)
	for before := range 30 {
		doc := withBlock(document.Chart{Type: "ranking", Title: "图", Categories: categories, Series: []document.Series{s}})
		var blocks []document.Block
		for range before {
			blocks = append(blocks, document.Paragraph{Text: "前文。"})
		}
		doc.Sections[0].Blocks = append(blocks, doc.Sections[0].Blocks...)
		on := map[int]bool{}
		for i, page := range typesettest.Pages(t, doc).Pages {
			for _, m := range page.Marks {
				if _, ok := m.(typeset.Rect); ok {
					on[i] = true
				}
			}
		}
		if len(on) != 1 {
			t.Errorf("after %d lines it stands on pages %v", before, on)
		}
	}
}
