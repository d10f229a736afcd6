package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// bars are the long rectangles of a page: those of a drawing, without the squares of its legend.
func bars(p typeset.Page) (n int) {
	for _, m := range p.Marks {
		if r, ok := m.(typeset.Rect); ok && r.W > r.H {
			n++
		}
	}
	return n
}

// after is a document with a chart after some lines of text.
func after(lines int, c document.Chart) *document.Document {
	doc := withBlock(c)
	var blocks []document.Block
	for range lines {
		blocks = append(blocks, document.Paragraph{Text: "前文。"})
	}
	doc.Sections[0].Blocks = append(blocks, doc.Sections[0].Blocks...)
	return doc
}

// ranked is a ranking of n bars of so many series each.
func ranked(n, count int) document.Chart {
	s, categories := series(n)
	c := document.Chart{Type: document.RankingChart, Title: "图", Note: "共若干项。", Categories: categories}
	for k := range count {
		s.Name = fmt.Sprintf("数列%d", k+1)
		c.Series = append(c.Series, s)
	}
	return c
}

// A drawing that no page holds begins where it stands: on a page of its own it would not be whole either.
func TestLongChartBeginsAtOnce(t *testing.T) {
	for _, before := range []int{2, 19} {
		pages := typesettest.Pages(t, after(before, ranked(30, 3))).Pages
		if bars(pages[0]) < 9 {
			t.Errorf("after %d lines the first page has %d bars", before, bars(pages[0]))
		}
	}
}

// A drawing is whole where that leaves little of a page blank. Where it goes on, each page has three of its rows
// at the least, its caption and its legend, and its note is with the last of them.
func TestChartsAreTornOnlyWhereMuchWouldStayBlank(t *testing.T) {
	st := typesettest.Style(t)
	area := (st.Page.Height - st.Page.Top - st.Page.Bottom) * mm
	const size, rows = 3, 30
	for _, c := range []struct {
		shows  string
		chart  document.Chart
		legend string
		torn   bool // wherever it begins
	}{
		{"a small one", ranked(10, 1), "", false},
		{"one that a page holds", ranked(rows, 1), "", false},
		{"one that no page holds", ranked(rows, 3), "数列2", true},
	} {
		whole, parted := 0, 0
		for before := range rows {
			var on []typeset.Page
			pages := typesettest.Pages(t, after(before, c.chart)).Pages
			for _, page := range pages {
				if bars(page) > 0 {
					on = append(on, page)
				}
			}
			if len(on) == 1 {
				whole++
				continue
			}
			parted++
			for i, page := range on {
				got := text(page)
				if n := bars(page); n < size*len(c.chart.Series) {
					t.Errorf("%s after %d lines: %d bars on a page", c.shows, before, n)
				}
				if strings.Contains(got, "图（续图）") != (i > 0) || strings.Contains(got, "共若干项") != (i == len(on)-1) || !strings.Contains(got, c.legend) {
					t.Errorf("%s after %d lines: its page %d reads %s", c.shows, before, i+1, got)
				}
			}
			if lowest := area * 0.7; !c.torn && float64(before)*st.Body.Pitch > lowest {
				t.Errorf("%s after %d lines is torn and would leave little of the page blank", c.shows, before)
			}
		}
		if c.torn && whole > 0 || !c.torn && whole == 0 || len(c.chart.Categories) == rows && parted == 0 || len(c.chart.Categories) < rows && parted > 0 {
			t.Errorf("%s: whole %d times, torn %d times", c.shows, whole, parted)
		}
	}
}
