package typeset_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
	"jianbao/templates"
)

// wide is a table of so many columns of figures that need their width.
func wide(columns, rows int) document.Table {
	t := document.Table{Title: "各镇街主要指标", Unit: "亿元", Columns: []document.Column{{Title: "镇街", Key: true}}, Note: "示例。"}
	for k := range columns {
		t.Columns = append(t.Columns, document.Column{Title: fmt.Sprintf("指标%d", k+1), Numeric: true})
	}
	for i := range rows {
		r := document.Row{Cells: []document.Cell{typesettest.Word(fmt.Sprintf("第%d镇", i+1))}}
		for k := range columns {
			n := big.NewRat(int64(123456789+1000*i+k), 100)
			r.Cells = append(r.Cells, typesettest.Number(n.FloatString(2), n))
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// around is a document with a table between paragraphs.
func around(t document.Table) *document.Document {
	return &document.Document{Title: "简报", Sections: []document.Section{
		{Number: "一", Title: "总体", Blocks: []document.Block{document.Paragraph{Text: "前文。"}}},
		{Number: "二", Title: "镇街", Blocks: []document.Block{t, document.Paragraph{Text: "后文。"}}}}}
}

// turned says of each page whether it is landscape.
func turned(p *typeset.Pages) string {
	var b strings.Builder
	for _, page := range p.Pages {
		if page.Width > page.Height {
			b.WriteString("L")
		} else {
			b.WriteString("P")
		}
	}
	return b.String()
}

// Only a table that does not fit in the smallest type stands on landscape pages, and only it: with the heading that
// would be left behind, its head on each of its pages.
func TestWideTablesStandOnLandscapePages(t *testing.T) {
	for _, c := range []struct {
		shows         string
		columns, rows int
		want          string
	}{
		{"a table that fits", 6, 5, "P"},
		{"one that fits in smaller type", 8, 5, "P"},
		{"one too wide", 14, 5, "PLP"},
		{"one too wide and long", 14, 70, "PLLLP"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			p := typesettest.Pages(t, around(wide(c.columns, c.rows)))
			checkInside(t, p)
			if got := turned(p); got != c.want {
				t.Fatalf("pages %s, want %s", got, c.want)
			}
			for i, page := range p.Pages {
				if page.Width < page.Height {
					continue
				}
				got := text(page)
				if !strings.Contains(got, "各镇街主要指标") || !strings.Contains(got, "单位：亿元") || strings.Contains(got, "文。") {
					t.Errorf("page %d holds %q", i+1, got)
				}
				if !strings.HasSuffix(got, fmt.Sprintf("\n— %d —\n", i+1)) || !strings.HasPrefix(got, "\n简报\n") {
					t.Errorf("page %d lacks its running head or its number: %q", i+1, got)
				}
				if !strings.Contains(got, "（续表）") && !strings.Contains(got, "二、镇街\n各镇街主要指标") {
					t.Errorf("page %d: the heading does not stand with its table: %q", i+1, got)
				}
			}
		})
	}
}

// On a landscape page the binding is above: its margins are those of the page turned (GB/T 9704-2012, clause 8).
func TestMarginsOfLandscapePages(t *testing.T) {
	p := typesettest.PagesIn(t, around(wide(14, 70)), typesettest.StyleOf(t, templates.Official))
	if got := turned(p); !strings.HasPrefix(got, "PLL") {
		t.Fatalf("pages %s", got)
	}
	for i, page := range p.Pages {
		if page.Width < page.Height {
			continue
		}
		for _, m := range page.Marks {
			if l, ok := m.(typeset.Line); ok && (l.X1 < 35*mm-0.1 || l.X2 > page.Width-37*mm+0.1 || l.Y1 < 28*mm-0.1 || l.Y1 > page.Height-26*mm+0.1) {
				t.Errorf("page %d: a rule leaves the type area: %+v", i+1, l)
			}
		}
	}
}
