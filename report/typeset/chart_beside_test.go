package typeset_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// small is a chart of so many bars.
func small(title string, bars int) document.Chart {
	return document.Chart{Type: document.BarChart, Title: title, Alt: title, Categories: letters(bars),
		Series: []document.Series{numbers("值", slices.Repeat([]string{"4.89"}, bars)...)}}
}

// places are where the captions of some charts begin, each on a line of its own or beside the one before.
func places(p *typeset.Pages, titles ...string) []*typeset.Run {
	var found []*typeset.Run
	for _, page := range p.Pages {
		for _, r := range of[*typeset.Run](page.Marks) {
			if slices.Contains(titles, r.Text) {
				found = append(found, r)
			}
		}
	}
	return found
}

func TestTwoSmallChartsStandSideBySide(t *testing.T) {
	long := small("乙图", 3)
	long.Categories[1] = strings.Repeat("很长的名称", 8)
	two := small("乙图", 2)
	two.Series = append(two.Series, numbers("又", "1", "2"))
	line := small("乙图", 3)
	line.Type = document.LineChart
	wordy := small("乙图", 2)
	wordy.Note = strings.Repeat("一条很长的注。", 30)
	for _, c := range []struct {
		shows  string
		second document.Chart
		beside bool
	}{
		{"two of few bars", small("乙图", 4), true},
		{"one of many bars", small("乙图", 5), false},
		{"names without room", long, false},
		{"several series", two, false},
		{"a curve", line, false},
		{"a long note", wordy, false},
	} {
		for _, template := range []string{"briefing", "official"} {
			doc := withBlock(small("甲图", 2))
			doc.Sections[0].Blocks = append(doc.Sections[0].Blocks, c.second, small("丙图", 2))
			p := typesettest.PagesIn(t, doc, typesettest.StyleOf(t, template))
			at := places(p, "甲图", "乙图", "丙图")
			if len(at) != 3 || at[0].Text != "甲图" || at[1].Text != "乙图" || at[2].Text != "丙图" {
				t.Fatalf("%s: captions in the order %v", c.shows, at)
			}
			if beside := at[1].Y == at[0].Y && at[1].X > at[0].X; beside != c.beside {
				t.Errorf("%s, %s: side by side is %t, want %t", template, c.shows, beside, c.beside)
			}
		}
	}
}

// What stands side by side is read one after the other, and each has its line of the outline.
func TestChartsSideBySideAreReadInOrder(t *testing.T) {
	doc := withBlock(small("甲图", 2))
	doc.Sections[0].Blocks = append(doc.Sections[0].Blocks, small("乙图", 3))
	p := typesettest.Pages(t, doc)
	var read []string
	for _, page := range p.Pages {
		for _, c := range page.Contents {
			if c.Element < 0 {
				continue
			}
			e := p.Elements[c.Element]
			if parent := e.Parent; parent > 0 && p.Elements[parent].Role == typeset.RoleDiv {
				read = append(read, string(e.Role)+" "+e.Alt)
			}
		}
	}
	if want := []string{"Caption ", "Figure 甲图", "Caption ", "Figure 乙图"}; !slices.Equal(read, want) {
		t.Errorf("read: %q, want %q", read, want)
	}
	var entries []typeset.Entry
	for _, e := range p.Outline {
		if e.Level == 1 && strings.HasSuffix(e.Title, "图") {
			entries = append(entries, e)
		}
	}
	if len(entries) != 2 || entries[0].Page != entries[1].Page || entries[0].Y != entries[1].Y {
		t.Errorf("the outline has %+v", entries)
	}
}

// Pairs of any small charts: no texts meet, and nothing leaves the type area.
func TestTextsOfChartsSideBySideStandApart(t *testing.T) {
	for _, template := range []string{"briefing", "official"} {
		st, rng := typesettest.StyleOf(t, template), rand.New(rand.NewPCG(13, 14))
		for range 150 {
			doc := withBlock(document.Paragraph{Text: "图。"})
			for range 2 {
				c := randomChart(rng, document.BarChart)
				few := min(len(c.Categories), 4)
				c.Categories, c.Series = c.Categories[:few], c.Series[:1]
				c.Series[0].Cells = c.Series[0].Cells[:few]
				doc.Sections[0].Blocks = append(doc.Sections[0].Blocks, c)
			}
			checkFigures(t, typesettest.PagesIn(t, doc, st), st)
			if t.Failed() {
				t.Fatalf("%s: %+v", template, doc.Sections[0].Blocks[1:])
			}
		}
	}
}
