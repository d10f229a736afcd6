package typeset_test

import (
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// Headings and captions of several lines tear no word.
func TestHeadingsAndCaptionsAreBrokenBySense(t *testing.T) {
	s, categories := series(2)
	words := []string{"高质量发展", "国民经济和社会发展", "主要指标", "完成情况"}
	for n := range 12 { // so that a full first line would end inside each of the words
		title := strings.Repeat("钢城新区", 5) + strings.Repeat("甲", n) + "高质量发展与国民经济和社会发展主要指标完成情况"
		for shows, doc := range map[string]*document.Document{
			"a heading":         {Sections: []document.Section{{Title: title}}},
			"a table's caption": withBlock(document.Table{Title: title, Columns: []document.Column{{Title: "名称"}}}),
			"a chart's caption": withBlock(document.Chart{Type: document.RankingChart, Title: title, Categories: categories, Series: []document.Series{s}}),
		} {
			got := text(typesettest.Pages(t, doc).Pages[0])
			for _, w := range words {
				if !strings.Contains(got, w) {
					t.Errorf("%s with %d more: %s is torn in\n%s", shows, n, w, got)
				}
			}
		}
	}
}

// A text of some thousand characters where a title is meant, as by a slip in the data file, is laid out like any other.
func TestEndlessTitle(t *testing.T) {
	title := strings.Repeat("经济运行稳中有进", 375)
	doc := &document.Document{Title: title, Sections: []document.Section{{Title: title}}}
	pages, all := typesettest.Pages(t, doc).Pages, strings.Builder{}
	for _, p := range pages {
		for _, c := range p.Contents {
			if c.Element < 0 {
				continue
			}
			for _, m := range p.Marks[c.From:c.To] {
				if r, ok := m.(*typeset.Run); ok {
					all.WriteString(r.Text)
				}
			}
		}
	}
	if got := strings.Count(all.String(), "稳中有进"); got != 2*375 {
		t.Errorf("%d of %d repeats are there", got, 2*375)
	}
}
