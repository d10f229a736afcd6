package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/style"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

func TestKeyFiguresStandInEvenRows(t *testing.T) {
	texts := []string{"突破1200亿元", "4.4", "79.6%", "-13.9%", "近三成", "1,526户"}
	for n, want := range [][]int{nil, {1}, {2}, {3}, {2, 2}, {3, 2}, {3, 3}} {
		doc := typesettest.Paragraphs("甲")
		for i := range n {
			doc.KeyFigures = append(doc.KeyFigures, document.KeyFigure{
				Name: fmt.Sprint("指标", strings.Repeat("长", 9*i)), Period: "2021年上半年", Text: texts[i], Change: strings.Repeat("同比提高16个百分点", i%3)})
		}
		p := typesettest.Pages(t, doc)
		checkInside(t, p)
		st := typesettest.Style(t).KeyFigures
		blue, _ := style.ParseColour(st.Figure.Colour)
		rows := map[float64]int{}
		var order []float64
		for _, m := range p.Pages[0].Marks {
			if r, ok := m.(*typeset.Run); ok && r.Size == st.Figure.Size && r.Colour == blue {
				if rows[r.Y] == 0 {
					order = append(order, r.Y)
				}
				rows[r.Y]++
			}
		}
		var got []int
		for _, y := range order {
			got = append(got, rows[y])
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%d figures stand in rows of %v, want %v", n, got, want)
		}
	}
}

// A figure wider than its place is set smaller, on one line.
func TestLongKeyFigure(t *testing.T) {
	doc := typesettest.Paragraphs("甲")
	for range 6 {
		doc.KeyFigures = append(doc.KeyFigures, document.KeyFigure{Name: "甲", Period: "2021年", Text: "突破123456789012345.67万平方公里"})
	}
	checkInside(t, typesettest.Pages(t, doc))
}

// In a row, periods and changes stand on one line for all figures or below each other for all.
func TestNotesOfARowAreAlike(t *testing.T) {
	for change, lines := range map[string]int{"同比提高16个百分点": 2, "同比改善13.9%": 1} {
		doc := typesettest.Paragraphs("甲")
		for _, c := range []string{"同比改善13.9%", change} {
			doc.KeyFigures = append(doc.KeyFigures, document.KeyFigure{Name: "甲", Period: "2021年上半年", Text: "4.4", Change: c})
		}
		doc.KeyFigures = append(doc.KeyFigures, document.KeyFigure{Name: "乙", Period: "2021年", Text: "5"})
		st := typesettest.Style(t)
		baselines := map[float64]bool{}
		for _, m := range typesettest.Pages(t, doc).Pages[0].Marks {
			if r, ok := m.(*typeset.Run); ok && r.Size == st.KeyFigures.Note.Size {
				baselines[r.Y] = true
			}
		}
		if len(baselines) != lines {
			t.Errorf("beside %s, the notes stand on %d lines, want %d", change, len(baselines), lines)
		}
	}
}

func TestStyleWithoutKeyFigures(t *testing.T) {
	doc := typesettest.Paragraphs("甲")
	doc.KeyFigures = []document.KeyFigure{{Name: "空气质量综合指数", Text: "4.4"}}
	st := typesettest.Style(t)
	st.KeyFigures = nil
	if strings.Contains(text(typesettest.PagesIn(t, doc, st).Pages[0]), "空气") {
		t.Error("there are key figures")
	}
}
