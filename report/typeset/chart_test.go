package typeset_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/internal/golden"
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

// numbers is a series of figures; an empty text is one that is missing.
func numbers(name string, texts ...string) document.Series {
	s := document.Series{Name: name}
	for _, text := range texts {
		v, ok := new(big.Rat).SetString(text)
		if !ok {
			s.Cells = append(s.Cells, typesettest.Word(text))
			continue
		}
		s.Cells = append(s.Cells, typesettest.Number(text, v))
	}
	return s
}

// letters names n categories.
func letters(n int) []string {
	var names []string
	for i := range n {
		names = append(names, string([]rune("甲乙丙丁戊己庚辛")[i]))
	}
	return names
}

// drawn is the marks of a document's only chart.
func drawn(t *testing.T, c document.Chart) []typeset.Mark {
	t.Helper()
	return figureOf(typesettest.Pages(t, withBlock(c)))
}

func figureOf(p *typeset.Pages) []typeset.Mark {
	var marks []typeset.Mark
	for _, page := range p.Pages {
		for _, c := range page.Contents {
			if c.Element >= 0 && p.Elements[c.Element].Role == typeset.RoleFigure {
				marks = append(marks, page.Marks[c.From:c.To]...)
			}
		}
	}
	return marks
}

// of is the marks of one kind.
func of[M typeset.Mark](marks []typeset.Mark) []M {
	var found []M
	for _, m := range marks {
		if m, ok := m.(M); ok {
			found = append(found, m)
		}
	}
	return found
}

// wording is all texts of a drawing run together.
func wording(marks []typeset.Mark) string {
	var b strings.Builder
	for _, r := range of[*typeset.Run](marks) {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Charts with what is hard about them, each mark with its place.
func TestChartsAsTheyAre(t *testing.T) {
	shares := numbers("值", "181.50", "26.16", "3.60", "1.20")
	shares.Rates = []string{"85.4%", "12.3%", "1.7%", "0.6%"}
	done, whole := numbers("通路村", "174", "49"), numbers("行政村", "211", "211")
	done.Rates = []string{"82.5%", "23.2%"}
	doc := withBlock(document.Paragraph{Text: "图。"})
	for _, c := range []document.Chart{
		{Type: "bar", Title: "增速", Unit: "%", Categories: []string{"2018年", "2019年", "2020年"}, Series: []document.Series{numbers("上年", "8.2", "", "0"), numbers("本年", "-12.8", "0.6", "…")}},
		{Type: "line", Title: "指数", Categories: []string{"2018年", "2019年", "2020年", "2021年"}, Series: []document.Series{numbers("甲", "101.2", "", "102.3", "101.9"), numbers("乙", "100.9", "101.5", "102.2", "101.8")}},
		{Type: "share", Title: "构成", Unit: "亿元", Categories: letters(4), Series: []document.Series{shares}},
		{Type: "parts", Title: "其中", Unit: "个", Categories: []string{"通路", "通气"}, Series: []document.Series{done, whole}},
		{Type: "ranking", Title: "排名", Unit: "亿元", Categories: letters(3), Own: "乙", Series: []document.Series{numbers("值", "3.5", "2.25", "")}},
	} {
		doc.Sections[0].Blocks = append(doc.Sections[0].Blocks, c)
	}
	golden.Check(t, "testdata/charts.golden", described(typesettest.Pages(t, doc)))
}

// Where a curve has more points than there is room for values, those that say most are written.
func TestValuesOnACurve(t *testing.T) {
	for n, want := range map[int]int{6: 6, 60: 3} { // the first is the lowest
		s, categories := series(n)
		got := 0
		for _, r := range of[*typeset.Run](drawn(t, document.Chart{Type: "line", Title: "图", Categories: categories, Series: []document.Series{s}})) {
			if strings.Contains(r.Text, ".") {
				got++
			}
		}
		if got != want {
			t.Errorf("%d points have %d values, want %d", n, got, want)
		}
	}
}

// Bars begin at zero, whatever their sign and however many there are, and those of values that are not zero can be seen.
func TestBarsBeginAtZero(t *testing.T) {
	for name, s := range map[string]document.Series{
		"both ways": numbers("值", "8.2", "-12.8", "0", "0.6"),
		"all below": numbers("值", "-8.2", "-12.8"),
		"one":       numbers("值", "42"),
		"far apart": numbers("值", "0.01", "1000000"),
		"missing":   numbers("值", "3", "", "…"),
	} {
		for _, typ := range []document.ChartType{document.BarChart, document.RankingChart} {
			marks := drawn(t, document.Chart{Type: typ, Title: "图", Categories: letters(len(s.Cells)), Series: []document.Series{s}})
			bars, count := of[typeset.Rect](marks), 0
			for _, c := range s.Cells {
				if c.Number != nil && c.Number.Sign() != 0 {
					count++
				}
			}
			if len(bars) != count {
				t.Errorf("%s, %s: %d bars for %d values", name, typ, len(bars), count)
			}
			axis := of[typeset.Line](marks)[0]
			for _, r := range bars {
				var from, to, zero, length float64
				if typ == document.BarChart {
					from, to, zero, length = r.Y, r.Y+r.H, axis.Y1, r.H
				} else {
					from, to, zero, length = r.X, r.X+r.W, axis.X1, r.W
				}
				if !near(from, zero) && !near(to, zero) {
					t.Errorf("%s, %s: a bar from %.2f to %.2f does not begin at zero, %.2f", name, typ, from, to, zero)
				}
				if length < 0.5 {
					t.Errorf("%s, %s: a bar of %.2f points cannot be seen", name, typ, length)
				}
			}
		}
	}
}

func near(a, b float64) bool { return a-b < 0.01 && b-a < 0.01 }

// A line is not drawn across a missing value, and a bar that is missing is told from one of zero.
func TestMissingValues(t *testing.T) {
	c := document.Chart{Type: "line", Title: "图", Categories: letters(6), Series: []document.Series{numbers("值", "3", "4", "", "…", "2", "1")}}
	if lines := of[typeset.Polyline](drawn(t, c)); len(lines) != 2 || len(lines[0].Points)+len(lines[1].Points) != 4 {
		t.Errorf("curves: %v", lines)
	}
	c.Type = "bar"
	if got := wording(drawn(t, c)); !strings.Contains(got, "无数据") || !strings.Contains(got, "…") {
		t.Errorf("bars: %s", got)
	}
}

// Names of periods are broken after the year, and where there are too many every n-th is written, the first among them.
func TestPeriodsOnAnAxis(t *testing.T) {
	var months []string
	s := document.Series{Name: "值"}
	for i := range 36 {
		months = append(months, fmt.Sprintf("%d年%d月", 2018+i/12, 1+i%12))
		s.Cells = append(s.Cells, typesettest.Number("1", big.NewRat(int64(i), 1)))
	}
	got := wording(drawn(t, document.Chart{Type: "line", Title: "图", Categories: months, Series: []document.Series{s}}))
	if !strings.Contains(got, "2018年1月") || strings.Count(got, "年") < 6 || strings.Count(got, "年") > 18 {
		t.Errorf("axis: %s", got)
	}
}

// The district's own bar has a colour of its own.
func TestOwnBarIsSetApart(t *testing.T) {
	c := document.Chart{Type: "ranking", Title: "图", Categories: letters(5), Own: "丙", Series: []document.Series{numbers("值", "5", "4", "3", "2", "1")}}
	bars := of[typeset.Rect](drawn(t, c))
	for i, r := range bars {
		if same := r.Colour == bars[2].Colour; same != (i == 2) {
			t.Errorf("bar %d: %v beside %v", i, r.Colour, bars[2].Colour)
		}
	}
}

// Results fill the track of their target; the time gone by stands where it belongs on it.
func TestProgress(t *testing.T) {
	done, target := numbers("完成", "60", "150", "900", ""), numbers("目标", "120", "100", "100", "5")
	done.Rates = []string{"50.0%", "150.0%", "900.0%", ""}
	half := document.Elapsed{Part: big.NewRat(1, 2), Text: "50.0%"}
	marks := drawn(t, document.Chart{Type: "progress", Title: "图", Categories: letters(4), Series: []document.Series{done, target},
		Elapsed: []document.Elapsed{half, half, half, {}}})
	swatch := func(r typeset.Rect) bool { return r.W <= r.H }
	bars := slices.DeleteFunc(of[typeset.Rect](marks), swatch) // track and result of each; the fourth has none
	track := bars[0].W
	for i, part := range []float64{0.5, 1.5, 1.5} {
		if got := bars[2*i+1].W / track; !near(got, part) {
			t.Errorf("result %d fills %.2f of its track", i, got)
		}
	}
	times := 0
	for _, l := range of[typeset.Line](marks) {
		if near(l.X1, bars[0].X+track/2) && near(l.X2, l.X1) {
			times++
		}
	}
	if times != 6 { // each on a white ground
		t.Errorf("%d lines stand at the time gone by", times)
	}
	if got := wording(marks); strings.Count(got, "时序进度50.0%") != 1 || !strings.Contains(got, "60／目标120") || !strings.Contains(got, "无数据／目标5") {
		t.Errorf("texts: %s", got)
	}
}

// Small parts are told below the bar, with lines that lead to them; names too long for that stand in a legend.
func TestSmallPartsAreTold(t *testing.T) {
	s := numbers("值", "181.50", "26.16", "3.60", "1.20", "0.90", "0.40")
	s.Rates = []string{"84.9%", "12.2%", "1.7%", "0.6%", "0.4%", "0.2%"}
	c := document.Chart{Type: "share", Title: "图", Categories: letters(6), Series: []document.Series{s}}
	marks := drawn(t, c)
	if n := len(of[typeset.Polyline](marks)); n != 6 {
		t.Errorf("%d lines lead to 6 parts", n)
	}
	for i := range c.Categories {
		c.Categories[i] = strings.Repeat("名", 30)
	}
	for _, marks := range [][]typeset.Mark{marks, drawn(t, c)} {
		got := wording(marks)
		for _, want := range append(slices.Clone(s.Rates), "181.50", "0.40") {
			if !strings.Contains(got, want) {
				t.Errorf("%s is not told in %s", want, got)
			}
		}
	}
}
