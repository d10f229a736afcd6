package typeset_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/internal/golden"
	"jianbao/report/style"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// The whole briefing in each template, each mark with its place to a tenth of a point.
func TestBriefing(t *testing.T) {
	for name, st := range both(t) {
		golden.Check(t, "testdata/"+name+".golden", described(typesettest.PagesIn(t, typesettest.Briefing(), st)))
	}
}

// described is what stands where.
func described(pages *typeset.Pages) []byte {
	var b bytes.Buffer
	for i, p := range pages.Pages {
		fmt.Fprintf(&b, "page %d\n", i+1)
		for _, m := range p.Marks {
			switch m := m.(type) {
			case *typeset.Run:
				fmt.Fprintf(&b, "%7.1f %6.1f %s %.1f %+.2f %s\n", m.X, m.Y, pages.Faces[m.Face].Name, m.Size, m.Spacing, m.Text)
			case typeset.Line:
				fmt.Fprintf(&b, "%7.1f %6.1f line to %.1f %.1f, %.1f thick\n", m.X1, m.Y1, m.X2, m.Y2, m.Weight)
			case typeset.Rect:
				fmt.Fprintf(&b, "%7.1f %6.1f rect %.1f by %.1f\n", m.X, m.Y, m.W, m.H)
			case typeset.Dot:
				fmt.Fprintf(&b, "%7.1f %6.1f dot of %.1f\n", m.X, m.Y, 2*m.Radius)
			case typeset.Polyline:
				fmt.Fprintf(&b, "%7.1f %6.1f polyline of %d\n", m.Points[0].X, m.Points[0].Y, len(m.Points))
			case typeset.Polygon:
				fmt.Fprintf(&b, "%7.1f %6.1f polygon of %d\n", m.Points[0].X, m.Points[0].Y, len(m.Points))
			case typeset.Link:
				fmt.Fprintf(&b, "%7.1f %6.1f link to %s\n", m.X, m.Y, m.URL)
			}
		}
	}
	for _, e := range pages.Outline {
		fmt.Fprintf(&b, "outline %d %s: page %d, %.1f\n", e.Level, e.Title, e.Page+1, e.Y)
	}
	return b.Bytes()
}

// What was set before, in other faces or of other words, makes no difference.
func TestSameInputSamePages(t *testing.T) {
	first := map[string]*typeset.Pages{}
	for name, st := range both(t) {
		first[name] = typesettest.PagesIn(t, typesettest.Briefing(), st)
	}
	typesettest.Pages(t, &document.Document{Title: "另一份"})
	for name, st := range both(t) {
		if !reflect.DeepEqual(first[name], typesettest.PagesIn(t, typesettest.Briefing(), st)) {
			t.Errorf("two layouts of one document in template %s differ", name)
		}
	}
}

// text is what a page shows, line by line as marks come, without regard to place.
func text(p typeset.Page) string {
	var b strings.Builder
	y := 0.0
	for _, m := range p.Marks {
		if r, ok := m.(*typeset.Run); ok {
			if r.Y != y {
				b.WriteString("\n")
				y = r.Y
			}
			b.WriteString(r.Text)
		}
	}
	return b.String() + "\n"
}

func TestLongTableRepeatsItsHead(t *testing.T) {
	table := typesettest.Projects(60)
	doc := &document.Document{Title: "简报", Sections: []document.Section{{Title: "项目", Blocks: []document.Block{table}}}}
	pages := typesettest.Pages(t, doc)
	if len(pages.Pages) < 2 {
		t.Fatal("the table does not reach a second page")
	}
	rows := 0
	for i, p := range pages.Pages {
		got := text(p)
		rows += strings.Count(got, "省级") + strings.Count(got, "市级") + strings.Count(got, "区级")
		for _, want := range []string{"项目名称", "单位：亿元", "省、市、区重点项目（示例数据）"} {
			if strings.Count(got, want) != 1 {
				t.Errorf("page %d has %q %d times", i+1, want, strings.Count(got, want))
			}
		}
		if strings.Contains(got, "（续表）") != (i > 0) {
			t.Errorf("page %d: 续表 is said in the wrong place", i+1)
		}
	}
	if want := 60 + 3; rows != want { // with the totals of the three levels
		t.Errorf("%d rows, want %d", rows, want)
	}
}

func TestRunningHeadAndPageNumbers(t *testing.T) {
	st := typesettest.Style(t)
	st.Page.Number = "第{n}页　共{total}页"
	doc := typesettest.Briefing()
	doc.Draft = true
	pages, err := typeset.Layout(doc, st, typesettest.Faces(t))
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range pages.Pages {
		got := text(p)
		if want := fmt.Sprintf("\n第%d页　共%d页\n", i+1, len(pages.Pages)); !strings.HasSuffix(got, want) {
			t.Errorf("page %d does not end with %q", i+1, want)
		}
		if !strings.HasPrefix(got, "\n草稿") {
			t.Errorf("page %d is not marked as a draft", i+1)
		}
		if strings.HasPrefix(got, "\n草稿钢城区高质量发展情况简报\n") != (i > 0) {
			t.Errorf("page %d: running head", i+1)
		}
	}
}

// A title too long for the running head is cut, though not inside a number.
func TestRunningHeadIsNotCutInsideANumber(t *testing.T) {
	doc := typesettest.Briefing()
	for n := range 8 {
		doc.Title = strings.Repeat("经济", 20) + strings.Repeat("和", n) + "12345678" + strings.Repeat("发展", 20)
		head := strings.SplitN(text(typesettest.Pages(t, doc).Pages[1]), "\n", 3)[1]
		if cut, found := strings.CutSuffix(head, "…"); !found || strings.ContainsAny(cut, "12345678") && !strings.Contains(cut, "12345678") {
			t.Errorf("the running head is %q", head)
		}
	}
}

func TestMissingCharacters(t *testing.T) {
	doc := typesettest.Paragraphs("全区有\U0001F600一家，又有\U0001F600一家", "另有\U0001F600和\u0E01")
	want := []typeset.Missing{
		{Rune: 0x0E01, Texts: 1, Context: "另有\U0001F600和\u0E01"},
		{Rune: 0x1F600, Texts: 2, Context: "全区有\U0001F600一家，又有\U0001F600一家"},
	}
	if got := typesettest.Pages(t, doc).Missing; !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got := typesettest.Pages(t, typesettest.Briefing()).Missing; got != nil {
		t.Errorf("the briefing lacks %+v", got)
	}
}

func TestUnusableStyle(t *testing.T) {
	for _, c := range []struct {
		shows  string
		change func(*style.Style)
		want   string
	}{
		{"a face there is not", func(s *style.Style) { s.Body.Face = "comic" }, `"comic"`},
		{"a fallback there is not", func(s *style.Style) { s.Fallback = []string{"comic"} }, `"comic"`},
		{"a colour that is none", func(s *style.Style) { s.Note.Colour = "red" }, "note.colour"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			st := typesettest.Style(t)
			c.change(st)
			_, err := typeset.Layout(typesettest.Briefing(), st, typesettest.Faces(t))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %s", err, c.want)
			}
		})
	}
}

func TestEmptyDocumentHasAPage(t *testing.T) {
	if n := len(typesettest.Pages(t, &document.Document{}).Pages); n != 1 {
		t.Errorf("%d pages, want 1", n)
	}
}

func TestLongNamesInTheTitleBlock(t *testing.T) {
	doc := &document.Document{
		Title:     strings.Repeat("济南市钢城区国民经济和社会发展", 4) + "统计公报",
		Issuer:    strings.Repeat("钢城区统计局、", 9),
		Published: dataset.Date{Year: 2021, Month: 8, Day: 27},
	}
	checkInside(t, typesettest.Pages(t, doc))
}
