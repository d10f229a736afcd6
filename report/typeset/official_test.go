package typeset_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/style"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
	"jianbao/templates"
)

const mm = 72 / 25.4

// official lays a document out in the form of GB/T 9704-2012.
func official(t *testing.T, doc *document.Document) *typeset.Pages {
	t.Helper()
	return typesettest.PagesIn(t, doc, typesettest.StyleOf(t, templates.Official))
}

// lines are a page's baselines inside the type area, each with its text, from the top.
func lines(p typeset.Page) (baselines []float64, texts []string) {
	for _, m := range p.Marks {
		r, ok := m.(*typeset.Run)
		if !ok || r.Y > p.Height-35*mm {
			continue
		}
		if n := len(baselines); n == 0 || baselines[n-1] != r.Y {
			baselines, texts = append(baselines, r.Y), append(texts, "")
		}
		texts[len(texts)-1] += r.Text
	}
	return baselines, texts
}

// The type area of 156 by 225 mm holds 22 lines of 28 characters (5.2.3).
func TestTypeAreaOfAnOfficialDocument(t *testing.T) {
	doc := typesettest.Paragraphs(strings.Repeat("全区经济运行总体平稳稳中有进发展质量不断提升", 200))
	p := official(t, doc)
	if len(p.Pages) < 4 {
		t.Fatalf("%d pages", len(p.Pages))
	}
	for i, page := range p.Pages[1 : len(p.Pages)-1] {
		baselines, texts := lines(page)
		if len(baselines) != 22 {
			t.Errorf("page %d has %d lines, want 22", i+2, len(baselines))
		}
		for k, text := range texts {
			if n := len([]rune(text)); n != 28 {
				t.Errorf("page %d, line %d has %d characters, want 28", i+2, k+1, n)
			}
		}
		const size = 15.75
		// The em box of Han reaches from 0.88 em above the baseline to 0.12 below.
		top, foot := baselines[0]-0.88*size, baselines[len(baselines)-1]+0.12*size
		if math.Abs(top-37*mm) > 0.5 || foot > (297-35)*mm || foot < (297-35-1)*mm {
			t.Errorf("page %d: the text reaches from %.2f to %.2f mm, want 37 to 262", i+2, top/mm, foot/mm)
		}
		left, right := math.Inf(1), 0.0
		for _, m := range page.Marks {
			if r, ok := m.(*typeset.Run); ok && r.Y < (297-35)*mm {
				left = min(left, r.X)
				right = max(right, r.X+float64(len([]rune(r.Text)))*r.Size+float64(len([]rune(r.Text))-1)*r.Spacing)
			}
		}
		inner, outer := 28.0, 26.0 // printed on both sides: even pages are bound at the right
		if i%2 == 0 {
			inner, outer = outer, inner
		}
		if math.Abs(left-inner*mm) > 0.1 || math.Abs(right-(210-outer)*mm) > 0.1 {
			t.Errorf("page %d: the text reaches from %.2f to %.2f mm, want %.0f to %.0f", i+2, left/mm, right/mm, inner, 210-outer)
		}
	}
}

// Lines of all faces stand on one grid, those after a table or a drawing and addresses too.
func TestLinesOfAnOfficialDocumentStandOnTheirGrid(t *testing.T) {
	st := typesettest.StyleOf(t, templates.Official)
	doc := typesettest.Briefing()
	for range 3 * 22 { // so that an address begins a page
		doc.Sources = append(doc.Sources, document.Source{Title: "公报", URL: "https://example.com/" + strings.Repeat("statistics/", 22)})
	}
	p := typesettest.PagesIn(t, doc, st)
	seen := map[string]bool{}
	for i, page := range p.Pages {
		for _, m := range page.Marks {
			r, ok := m.(*typeset.Run)
			if !ok || r.Size != st.Body.Size {
				continue
			}
			seen[p.Faces[r.Face].Name] = true
			n := (r.Y - 37*mm - 0.88*st.Body.Size) / st.Body.Pitch
			if math.Abs(n-math.Round(n)) > 0.001 {
				t.Errorf("page %d: %q stands %.2f lines down", i+1, r.Text, n)
			}
		}
	}
	for _, face := range []string{"serif", "sans", "kai"} {
		if !seen[face] {
			t.Errorf("no line in %s", face)
		}
	}
}

// Odd pages have their number right, even ones left, one character in; the dash is 7 mm below the type area (7.5).
func TestPageNumberOfAnOfficialDocument(t *testing.T) {
	p := official(t, typesettest.Briefing())
	if len(p.Pages) < 3 {
		t.Fatal("too few pages")
	}
	for i, page := range p.Pages {
		c := page.Contents[len(page.Contents)-1]
		if c.Element != typeset.Footer {
			t.Fatalf("page %d does not end with its number", i+1)
		}
		var number string
		left, right := math.Inf(1), 0.0
		for _, m := range page.Marks[c.From:c.To] {
			r := m.(*typeset.Run)
			number += r.Text
			b := boxOf(p, r)
			left, right = min(left, b.left), max(right, b.right)
			dash := r.Y - 0.38*r.Size // its height above the baseline
			if r.Size != 14 || math.Abs(dash-(297-35+7)*mm) > 0.5 {
				t.Errorf("page %d: the number is %.1f pt, its dash %.2f mm below the type area", i+1, r.Size, dash/mm-262)
			}
		}
		if want := "— " + strconv.Itoa(i+1) + " —"; number != want {
			t.Errorf("page %d is numbered %q, want %q", i+1, number, want)
		}
		if in := 210*mm - 26*mm - right; i%2 == 0 && math.Abs(in-14) > 2 {
			t.Errorf("page %d: the number ends %.1f pt in from the right, want one character", i+1, in)
		}
		if in := left - 26*mm; i%2 == 1 && math.Abs(in-14) > 2 {
			t.Errorf("page %d: the number begins %.1f pt in from the left, want one character", i+1, in)
		}
	}
}

// spot is where a line of text stands on a page.
type spot struct{ left, right, y float64 }

// find looks for a line that is a text.
func find(p *typeset.Pages, page int, text string) (spot, bool) {
	at, read := spot{left: math.Inf(1)}, ""
	for _, m := range p.Pages[page].Marks {
		r, ok := m.(*typeset.Run)
		if !ok {
			continue
		}
		if r.Y != at.y {
			at, read = spot{left: math.Inf(1), y: r.Y}, ""
		}
		b := boxOf(p, r)
		at.left, at.right, read = min(at.left, b.left), max(at.right, b.right), read+r.Text
		if read == text {
			return at, true
		}
	}
	return spot{}, false
}

// The office signs below the text, centred on the date, which ends four characters from the right (7.3.5.1); the annex
// is listed above and begins a page (7.3.4, 7.3.7).
func TestSignatureAndAnnexOfAnOfficialDocument(t *testing.T) {
	doc := typesettest.Paragraphs("全区经济运行总体平稳。")
	doc.Issuer, doc.Published = "钢城区统计局", dataset.Date{Year: 2021, Month: 8, Day: 27}
	doc.Notes = []string{"“-”表示没有该项数据。"}
	p := official(t, doc)
	if len(p.Pages) != 2 {
		t.Fatalf("%d pages, want 2", len(p.Pages))
	}
	date, ok := find(p, 0, "2021年8月27日")
	if in := (210-26)*mm - date.right; !ok || math.Abs(in-4*15.75) > 3 {
		t.Errorf("the date ends %.1f pt from the right", in)
	}
	_, texts := lines(p.Pages[0])
	var office spot
	for _, m := range p.Pages[0].Marks { // the head has it too
		if r, ok := m.(*typeset.Run); ok && r.Text == doc.Issuer && r.Size == 15.75 {
			b := boxOf(p, r)
			office = spot{b.left, b.right, r.Y}
		}
	}
	if math.Abs(office.left+office.right-date.left-date.right) > 4 || math.Abs(date.y-office.y-29.53) > 0.01 {
		t.Errorf("the office at %+v does not stand above the middle of the date at %+v", office, date)
	}
	if want := "附件：数据核对与说明"; texts[len(texts)-3] != want {
		t.Errorf("%q is not listed before the signature: %q", want, texts)
	}
	if _, second := lines(p.Pages[1]); second[0] != "附件" || second[1] != "数据核对与说明" || second[2] != "说明" {
		t.Errorf("the annex, whose only part has no number, begins %q", second)
	}
}

// A long office signs in lines of whole words, centred on each other, the widest ending at the right edge.
func TestLongOfficeSignsBySense(t *testing.T) {
	doc := typesettest.Paragraphs("全区经济运行总体平稳。")
	doc.Issuer, doc.Published = "中共清河县委清河县人民政府推动高质量发展工作领导小组办公室", dataset.Date{Year: 2021, Month: 8, Day: 27}
	p := official(t, doc)
	checkMargins(t, p, typesettest.StyleOf(t, templates.Official))
	var signed []spot
	for _, m := range p.Pages[0].Marks {
		if r, ok := m.(*typeset.Run); ok && r.Size == 15.75 && strings.Contains(doc.Issuer, r.Text) {
			b := boxOf(p, r)
			signed = append(signed, spot{b.left, b.right, r.Y})
		}
	}
	if len(signed) != 2 {
		t.Fatalf("the office takes %d lines", len(signed))
	}
	middle := func(s spot) float64 { return (s.left + s.right) / 2 }
	if a, b := signed[0], signed[1]; math.Abs(middle(a)-middle(b)) > 1 || min(a.right-a.left, b.right-b.left) < 100 {
		t.Errorf("the office stands at %+v", signed)
	}
}

// The signature never stands on a page without text.
func TestSignatureStaysWithText(t *testing.T) {
	for n := 1; n < 24; n++ {
		doc := typesettest.Paragraphs()
		for range n {
			doc.Sections[0].Blocks = append(doc.Sections[0].Blocks, document.Paragraph{Text: "全区经济运行总体平稳。"})
		}
		doc.Issuer, doc.Published = "钢城区统计局", dataset.Date{Year: 2021, Month: 8, Day: 27}
		p := official(t, doc)
		if _, texts := lines(p.Pages[len(p.Pages)-1]); len(texts) < 3 {
			t.Errorf("after %d lines the last page holds %q", n, texts)
		}
	}
}

// The office stands 35 mm below the upper edge of the type area, in red (7.2.4), the rule over the whole width below.
func TestHeadOfAnOfficialDocument(t *testing.T) {
	for _, issuer := range []string{"钢城区统计局", "济南市钢城区人民政府办公室统计信息服务中心", strings.Repeat("济南市钢城区统计局、", 5)} {
		doc := typesettest.Paragraphs("全区经济运行总体平稳。")
		doc.Issuer = issuer
		p := official(t, doc)
		first := p.Pages[0].Marks[0].(*typeset.Run)
		red := style.Colour{R: 0xd7, G: 0, B: 0x0f}
		if top := first.Y - 0.88*first.Size; math.Abs(top-(37+35)*mm) > 0.5 || first.Colour != red {
			t.Errorf("%s: its top is at %.2f mm in %v", issuer, top/mm, first.Colour)
		}
		if first.Size < 22 {
			t.Errorf("%s: %.1f pt is smaller than the title", issuer, first.Size)
		}
		for _, m := range p.Pages[0].Marks {
			if l, ok := m.(typeset.Line); ok && l.Colour == red && math.Abs(l.X2-l.X1-156*mm) > 0.1 {
				t.Errorf("%s: the rule is %.2f mm wide", issuer, (l.X2-l.X1)/mm)
			}
		}
		checkMargins(t, p, typesettest.StyleOf(t, templates.Official))
	}
}

// The title is 二号 小标宋 in the middle (7.3.1); headings of the first level are 黑体, of the second 楷体 with （一）, text
// 三号 宋体 in place of 仿宋, each two characters in (7.3.3).
func TestLevelsOfAnOfficialDocument(t *testing.T) {
	doc := typesettest.Briefing()
	p := official(t, doc)
	type look struct {
		face string
		size float64
	}
	looks, starts := map[string]look{}, map[string]float64{}
	for _, page := range p.Pages {
		baselines, texts := lines(page)
		for _, m := range page.Marks {
			r, ok := m.(*typeset.Run)
			if !ok {
				continue
			}
			if i := slices.Index(baselines, r.Y); i >= 0 {
				if _, seen := looks[texts[i]]; !seen {
					looks[texts[i]], starts[texts[i]] = look{p.Faces[r.Face].Name, r.Size}, r.X
				}
			}
		}
	}
	for text, want := range map[string]look{
		doc.Title: {"serif-bold", 22}, "一、产业转型": {"sans", 15.75}, "（一）数据核对": {"kai", 15.75}, "附件：数据核对与说明": {"serif", 15.75},
	} {
		if looks[text] != want {
			t.Errorf("%s is set in %+v, want %+v", text, looks[text], want)
		}
		if in := starts[text] - 28*mm; text != doc.Title && math.Abs(in-2*15.75) > 8 { // a bracket gives up half its width
			t.Errorf("%s begins %.1f points in", text, in)
		}
	}
	if at, ok := find(p, 0, doc.Title); !ok || math.Abs(at.left-28*mm-((210-26)*mm-at.right)) > 2 {
		t.Errorf("the title at %+v is not in the middle", at)
	}
}

func TestBriefingAsOfficialDocument(t *testing.T) {
	checkMargins(t, official(t, typesettest.Briefing()), typesettest.StyleOf(t, templates.Official))
}

func TestEmptyOfficialDocument(t *testing.T) {
	for _, doc := range []*document.Document{{}, {Notes: []string{"说明。"}}, {Issuer: "钢城区统计局"}} {
		if n := len(official(t, doc).Pages); n < 1 || n > 2 {
			t.Errorf("%+v has %d pages", doc, n)
		}
	}
}
