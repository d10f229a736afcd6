package typeset_test

import (
	"fmt"
	"math"
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
		t.Add(r)
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

// Only a table that does not fit in the smallest type stands on landscape pages, and only it: its head on each of its
// pages, after all else in its section. It does not leave a heading behind on the page before it.
func TestWideTablesStandOnLandscapePages(t *testing.T) {
	for _, c := range []struct {
		shows         string
		columns, rows int
		want          string
	}{
		{"a table that fits", 6, 5, "P"},
		{"one that fits in smaller type", 7, 5, "P"},
		{"one too wide", 12, 5, "PL"},
		{"one too wide and long", 12, 70, "PLLL"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			p := typesettest.Pages(t, around(wide(c.columns, c.rows)))
			checkInside(t, p)
			if got := turned(p); got != c.want {
				t.Fatalf("pages %s, want %s", got, c.want)
			}
			if got := text(p.Pages[0]); !strings.Contains(got, "二、镇街\n") || !strings.Contains(got, "后文。") {
				t.Errorf("the section's heading and what follows the table are not before it: %q", got)
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
				if strings.Contains(got, "（续表）") != (i > 1) {
					t.Errorf("page %d: 续表 is said in the wrong place: %q", i+1, got)
				}
			}
		})
	}
}

// A section of nothing but a landscape table has its heading there.
func TestHeadingGoesWithItsLandscapeTable(t *testing.T) {
	doc := around(wide(12, 5))
	doc.Sections[1].Blocks = doc.Sections[1].Blocks[:1]
	p := typesettest.Pages(t, doc)
	if got := turned(p); got != "PL" {
		t.Fatalf("pages %s", got)
	}
	if got := text(p.Pages[1]); !strings.Contains(got, "二、镇街\n各镇街主要指标\n") || strings.Contains(text(p.Pages[0]), "镇街") {
		t.Errorf("the landscape page holds %q", got)
	}
}

// A landscape page's margins are those of the page turned: of an odd one the binding is above, of an even one below
// (GB/T 9704-2012, clause 8).
func TestMarginsOfLandscapePages(t *testing.T) {
	p := typesettest.PagesIn(t, around(wide(11, 70)), typesettest.StyleOf(t, templates.Official))
	if got := turned(p); !strings.HasPrefix(got, "PLLL") {
		t.Fatalf("pages %s", got)
	}
	for i, page := range p.Pages {
		if page.Width < page.Height {
			continue
		}
		for _, m := range page.Marks {
			left, right := sides(typesettest.StyleOf(t, templates.Official), i)
			if l, ok := m.(typeset.Line); ok && (l.X1 < 35*mm-0.1 || l.X2 > page.Width-37*mm+0.1 || l.Y1 < left*mm-0.1 || l.Y1 > page.Height-right*mm+0.1) {
				t.Errorf("page %d: a rule leaves the type area: %+v", i+1, l)
			}
		}
	}
}

// When a landscape page of an official document lies among the others, its left edge above, its number stands upright
// where theirs do (GB/T 9704-2012, clause 8): a foot's distance from what is now the left edge, odd ones at its lower end.
func TestNumberOfALandscapePageIsTurned(t *testing.T) {
	p := typesettest.PagesIn(t, around(wide(11, 70)), typesettest.StyleOf(t, templates.Official))
	seen := map[bool]bool{}
	for i, page := range p.Pages {
		c := page.Contents[len(page.Contents)-1]
		if c.Element != typeset.Footer {
			t.Fatalf("page %d does not end with its number", i+1)
		}
		landscape, number, all := page.Width > page.Height, "", box{left: page.Width, top: page.Height}
		for _, m := range page.Marks[c.From:c.To] {
			r := m.(*typeset.Run)
			if r.Turned != landscape {
				t.Errorf("page %d: a number turned %v", i+1, r.Turned)
			}
			b := boxOf(p, r)
			all = box{min(all.left, b.left), max(all.right, b.right), min(all.top, b.top), max(all.bottom, b.bottom), ""}
			number += r.Text
		}
		if !landscape {
			continue
		}
		seen[i%2 == 0] = true
		if want := fmt.Sprintf("— %d —", i+1); number != want {
			t.Errorf("page %d is numbered %q", i+1, number)
		}
		if all.left > (35-7)*mm || all.right < (35-7)*mm || all.right > 32*mm {
			t.Errorf("page %d: the number reaches from %.1f to %.1f mm, its dash is not 7 mm left of the type area", i+1, all.left/mm, all.right/mm)
		}
		in := all.top - 26*mm // even
		if i%2 == 0 {
			in = page.Height - 26*mm - all.bottom
		}
		if math.Abs(in-14) > 2 {
			t.Errorf("page %d: the number stands %.1f pt in from the end of the type area, want one character", i+1, in)
		}
	}
	if !seen[true] || !seen[false] {
		t.Error("not both odd and even landscape pages: this test shows nothing")
	}
}
