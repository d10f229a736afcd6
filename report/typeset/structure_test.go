package typeset_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/internal/golden"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// said is what each element holds, over all pages.
func said(p *typeset.Pages) []string {
	out := make([]string, len(p.Elements))
	for _, page := range p.Pages {
		for _, c := range page.Contents {
			if c.Element < 0 {
				continue
			}
			for _, m := range page.Marks[c.From:c.To] {
				switch m := m.(type) {
				case *typeset.Run:
					out[c.Element] += m.Text
				case typeset.Link:
					out[c.Element] += "🔗"
				}
			}
		}
	}
	return out
}

func TestStructureOfTheBriefing(t *testing.T) {
	p := typesettest.Pages(t, typesettest.Briefing())
	var b bytes.Buffer
	depth := make([]int, len(p.Elements))
	for i, text := range said(p) {
		e := p.Elements[i]
		if e.Parent >= 0 {
			depth[i] = depth[e.Parent] + 1
		}
		fmt.Fprintf(&b, "%s%s", strings.Repeat("  ", depth[i]), e.Role)
		if e.Scope != "" {
			fmt.Fprintf(&b, " of %s", strings.ToLower(string(e.Scope)))
		}
		if e.Alt != "" {
			fmt.Fprintf(&b, " (%s)", e.Alt)
		}
		fmt.Fprintf(&b, " %s\n", text)
	}
	golden.Check(t, "testdata/structure.golden", b.Bytes())
}

// An element holds elements or content, comes after its parent, and begins after all that comes before it; contents
// come in the order of the marks and do not overlap.
func TestStructureIsATreeInReadingOrder(t *testing.T) {
	p := typesettest.Pages(t, typesettest.Briefing())
	parents := make([]bool, len(p.Elements))
	path := []int{0}
	for i, e := range p.Elements[1:] {
		for len(path) > 0 && path[len(path)-1] != e.Parent {
			path = path[:len(path)-1]
		}
		if len(path) == 0 {
			t.Fatalf("element %d, a %s, does not follow on its parent", i+1, e.Role)
		}
		path = append(path, i+1)
		parents[e.Parent] = true
	}
	furthest := 0
	for n, page := range p.Pages {
		end := 0
		for _, c := range page.Contents {
			if c.From < end || c.To <= c.From || c.To > len(page.Marks) {
				t.Fatalf("page %d: marks [%d, %d) after %d", n+1, c.From, c.To, end)
			}
			end = c.To
			if c.Element == typeset.Header || c.Element == typeset.Footer {
				continue
			}
			if parents[c.Element] {
				t.Errorf("page %d: a %s holds both elements and content", n+1, p.Elements[c.Element].Role)
			}
			if role := p.Elements[c.Element].Role; c.Element < furthest && role != typeset.RoleTD && role != typeset.RoleTH {
				t.Errorf("page %d: a %s comes too late", n+1, role)
			}
			furthest = max(furthest, c.Element)
		}
	}
}

// Of texts, only leaders and the head that a table has again belong to nothing; so that head is read once.
func TestAllTextBelongsToSomething(t *testing.T) {
	p := typesettest.Pages(t, typesettest.Briefing())
	again := 0
	for i, page := range p.Pages {
		belongs := make([]bool, len(page.Marks))
		for _, c := range page.Contents {
			for k := c.From; k < c.To; k++ {
				belongs[k] = true
			}
		}
		ornament := ""
		for k, m := range page.Marks {
			if r, ok := m.(*typeset.Run); ok && !belongs[k] && strings.Trim(r.Text, "…") != "" {
				ornament += r.Text
			}
		}
		switch ornament {
		case "":
		case "省、市、区重点项目（示例数据）（续表）单位：亿元项目名称级别总投资已完成完成率（%）":
			again++
		default:
			t.Errorf("page %d: %q belongs to nothing", i+1, ornament)
		}
	}
	if again == 0 {
		t.Error("no table goes on on a second page: this test shows nothing")
	}
}

// Heads are not read aloud, so that a draft says what it is as the first thing in the document too.
func TestDraftSaysSoOnce(t *testing.T) {
	doc := typesettest.Briefing()
	doc.Draft = true
	p := typesettest.Pages(t, doc)
	texts := said(p)
	if texts[1] != "草稿" || p.Elements[1].Role != typeset.RoleP || strings.Count(strings.Join(texts, "\n"), "草稿") != 1 {
		t.Errorf("the document begins with %q", texts[:3])
	}
}

// Each page of a draft is marked so, in each template, landscape pages too.
func TestEachPageOfADraftIsMarked(t *testing.T) {
	doc := around(wide(12, 40))
	doc.Draft = true
	for name, st := range both(t) {
		p := typesettest.PagesIn(t, doc, st)
		if len(p.Pages) < 3 {
			t.Fatalf("%s: %d pages", name, len(p.Pages))
		}
		for i, page := range p.Pages {
			if got := text(page); strings.Count(got, "草稿") != 1 {
				t.Errorf("%s: page %d holds %q", name, i+1, got)
			}
		}
	}
}

func TestWhatRunsOverPagesIsOneElement(t *testing.T) {
	long := strings.Repeat("很长的说明，", 900)
	table := document.Table{Columns: []document.Column{{Title: "甲", Key: true}, {Title: "乙"}},
		Rows: document.Held{{Cells: []document.Cell{typesettest.Word("短"), typesettest.Word(long)}}}}
	doc := typesettest.Paragraphs(long)
	doc.Sections[0].Blocks = append(doc.Sections[0].Blocks, table)
	p := typesettest.Pages(t, doc)
	roles := ""
	for i, text := range said(p) {
		if e := p.Elements[i]; text == long {
			roles += string(e.Role) + " "
		}
	}
	if roles != "P TD " {
		t.Errorf("the long text is whole in %q, want a P and a TD", roles)
	}
}

func TestSeveralSourcesAreAList(t *testing.T) {
	doc := typesettest.Briefing()
	doc.Sources = []document.Source{
		{Title: "新闻发布会", Date: "2021年8月27日", URL: "https://www.example.gov.cn/a"}, {Title: "统计年鉴", URL: "见附件"}}
	p := typesettest.Pages(t, doc)
	got := ""
	for i, text := range said(p) {
		e, parent := p.Elements[i], typeset.Element{}
		if e.Parent >= 0 {
			parent = p.Elements[e.Parent]
		}
		if e.Role == typeset.RoleLink && parent.Role == typeset.RoleP || parent.Role == typeset.RoleLBody {
			got += fmt.Sprintf("%s %s\n", e.Role, text)
		}
	}
	const want = `P 1. 新闻发布会，2021年8月27日
P 
Link https://www.example.gov.cn/a🔗
P 2. 统计年鉴
P 见附件
P 1. “…”表示不足计量单位最小单位的数；“-”表示没有该项数据。
P 2. 部分数据因四舍五入，总计与分项合计略有差异。
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
