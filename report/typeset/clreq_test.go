package typeset_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/style"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
	"jianbao/templates"
)

// both are the embedded templates' styles.
func both(t *testing.T) map[string]*style.Style {
	t.Helper()
	styles := map[string]*style.Style{}
	for _, name := range templates.Names() {
		styles[name] = typesettest.StyleOf(t, name)
	}
	return styles
}

// A paragraph begins two characters in, an opening mark flush with that, and its other lines at the margin.
func TestParagraphsAreIndented(t *testing.T) {
	for name, st := range both(t) {
		for _, first := range []string{"全", "“"} {
			p := typesettest.PagesIn(t, typesettest.Paragraphs(first+strings.Repeat("区经济运行总体平稳", 12)), st)
			var starts []float64
			y := 0.0
			for _, m := range p.Pages[0].Marks {
				if r, ok := m.(*typeset.Run); ok && r.Size == st.Body.Size && p.Faces[r.Face].Name == st.Body.Face && r.Y != y {
					starts, y = append(starts, boxOf(p, r).left-st.Page.Left*mm), r.Y
				}
			}
			for i, start := range starts {
				want := 0.0
				if i == 0 {
					want = 2 * st.Body.Size
				}
				if i < 3 && math.Abs(start-want) > 0.13*st.Body.Size { // the ink's own blank
					t.Errorf("%s: line %d of a paragraph that begins with %s starts %.1f points in, want %.1f", name, i+1, first, start, want)
				}
			}
			if len(starts) < 3 {
				t.Fatalf("%s: %d lines", name, len(starts))
			}
		}
	}
}

// Wherever a page happens to end, it does not end with a heading, nor with a table's title, unit or head, nor with a
// single line of a paragraph; and none begins with a paragraph's last line.
func TestNothingStandsAloneAtThePagesEnd(t *testing.T) {
	two := strings.Repeat("区经济运行总体平稳，", 5)
	for name, st := range both(t) {
		for n := range 45 {
			doc := typesettest.Paragraphs()
			for range n {
				doc.Sections[0].Blocks = append(doc.Sections[0].Blocks, document.Paragraph{Text: "前文。"})
			}
			doc.Sections = append(doc.Sections, document.Section{Number: "二", Title: "标题", Blocks: []document.Block{
				document.Paragraph{Text: "首行" + two + two + "尾行。"}, wide(3, 9)}})
			p := typesettest.PagesIn(t, doc, st)
			for i, page := range p.Pages {
				all := strings.Split(strings.TrimSpace(text(page)), "\n")
				if len(all) < 3 { // an empty page but for its head and number
					t.Fatalf("%s, after %d lines: page %d holds %q", name, n, i+1, all)
				}
				body := all[:len(all)-1]
				if i > 0 && st.Official == nil {
					body = body[1:]
				}
				last := body[len(body)-1]
				for _, never := range []string{"二、标题", "首行", "各镇街主要指标", "单位：", "镇街指标1指标2指标3"} {
					if strings.HasPrefix(last, never) && i < len(p.Pages)-1 {
						t.Errorf("%s, after %d lines: page %d ends with %q", name, n, i+1, last)
					}
				}
				if i > 0 && strings.HasSuffix(body[0], "尾行。") {
					t.Errorf("%s, after %d lines: page %d begins with %q", name, n, i+1, body[0])
				}
			}
		}
	}
}

// A 三线表 has a thick rule above, a thin one below its head, a thick one at its end, a thin one where totals begin, all
// as wide as the type area, and none upright; its unit stands at the right above them.
func TestRulesOfATable(t *testing.T) {
	for name, st := range both(t) {
		p := typesettest.PagesIn(t, withBlock(typesettest.Projects(3)), st)
		var weights []float64
		left, right := st.Page.Left*mm, (st.Page.Width-st.Page.Right)*mm
		for _, m := range p.Pages[0].Marks {
			l, ok := m.(typeset.Line)
			if !ok || l.Colour == (style.Colour{R: 0xd7, B: 0x0f}) || l.Weight == st.Page.TitleRule { // of the head
				continue
			}
			if l.Y1 != l.Y2 || math.Abs(l.X1-left) > 0.1 || math.Abs(l.X2-right) > 0.1 {
				t.Errorf("%s: a rule from %.1f, %.1f to %.1f, %.1f", name, l.X1, l.Y1, l.X2, l.Y2)
			}
			weights = append(weights, l.Weight)
		}
		thick, thin := st.Table.ThickRule, st.Table.ThinRule
		if want := []float64{thick, thin, thin, thick}; fmt.Sprint(weights) != fmt.Sprint(want) {
			t.Errorf("%s: rules of %v points, want %v", name, weights, want)
		}
		if at, ok := find(p, 0, "单位：亿元"); !ok || math.Abs(at.right-right) > 1 {
			t.Errorf("%s: the unit ends at %.1f, want %.1f", name, at.right, right)
		}
	}
}

// 其中 stands in by a character, and a column is as wide as what it holds asks for.
func TestCellsOfATable(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Title: "指标", Key: true}, {Title: "单位"}, {Title: "说明"}}, Rows: document.Held{
		{Cells: []document.Cell{typesettest.Word("税收"), typesettest.Word("亿元"), typesettest.Word("一般公共预算收入中由税务部门征收的部分")}},
		{Depth: 1, Cells: []document.Cell{typesettest.Word("增值税"), typesettest.Word("亿元"), typesettest.Word("国内增值税")}}}}
	p := typesettest.Pages(t, withBlock(table))
	at := map[string]box{}
	for _, m := range p.Pages[0].Marks {
		if r, ok := m.(*typeset.Run); ok {
			at[r.Text] = boxOf(p, r)
		}
	}
	if in := at["增值税"].left - at["税收"].left; math.Abs(in-typesettest.Style(t).TableBody.Size) > 1.5 {
		t.Errorf("其中 is indented by %.1f points", in)
	}
	if short, long := at["单位"], at["说明"]; (short.left+short.right)/2-at["税收"].left > (long.left+long.right)/2-(short.left+short.right)/2 {
		t.Errorf("the columns are as wide as each other: titles at %v and %v", short, long)
	}
}

// A table of 1,000 rows has each of them once and whole, a head on each page, and is laid out in good time.
func TestTableOfAThousandRows(t *testing.T) {
	table := wide(5, 1000)
	p := typesettest.Pages(t, withBlock(table))
	rows := 0
	for i, page := range p.Pages {
		baselines := map[float64]int{}
		for _, m := range page.Marks {
			if r, ok := m.(*typeset.Run); ok && strings.HasPrefix(r.Text, "12") && strings.Contains(r.Text, ".") {
				baselines[r.Y]++
			}
		}
		for y, n := range baselines {
			if rows++; n != 5 {
				t.Errorf("page %d: %d figures on the line at %.1f", i+1, n, y)
			}
		}
		if strings.Count(text(page), "镇街指标1指标2") != 1 {
			t.Errorf("page %d has no head, or two", i+1)
		}
	}
	if rows != 1000 {
		t.Errorf("%d rows", rows)
	}
}
