package pdf_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/pdf"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
	"jianbao/templates"
)

// mixed is a briefing with contents whose wide table stands on landscape pages.
func mixed(t *testing.T) *typeset.Pages { return mixedIn(t, templates.Default) }

func mixedIn(t *testing.T, template string) *typeset.Pages {
	t.Helper()
	doc := typesettest.Briefing()
	wide := typesettest.Projects(40)
	for i := range wide.Columns[2:] {
		wide.Columns[2+i].Title = "年内计划"
	}
	for range 10 {
		wide.Columns = append(wide.Columns, wide.Columns[2])
		for _, rows := range [][]document.Row{wide.Rows.(document.Held), wide.Totals} {
			for i, r := range rows {
				rows[i].Cells = append(r.Cells, r.Cells[2])
			}
		}
	}
	st := typesettest.StyleOf(t, template)
	st.Table.SmallestSize = 7
	doc.Sections = append(doc.Sections[:len(doc.Sections):len(doc.Sections)],
		document.Section{Number: "五", Title: "宽表", Blocks: []document.Block{wide, document.Paragraph{Text: "后文。"}}})
	return typesettest.PagesIn(t, doc, st)
}

func written(t *testing.T, pages *typeset.Pages) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, pages, meta); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Each page has its own size, and the file is the same every time.
func TestPagesOfTwoSizes(t *testing.T) {
	pages := mixed(t)
	b := written(t, pages)
	for range 8 {
		if !bytes.Equal(written(t, mixed(t)), b) {
			t.Fatal("the bytes differ")
		}
	}
	out := run(t, b, "pdfinfo", "-l", "99", "FILE")
	landscape := 0
	for i, p := range pages.Pages {
		want := fmt.Sprintf("Page %4d size:  %.2f x %.2f pts", i+1, p.Width, p.Height)
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
		if p.Width > p.Height {
			landscape++
		}
	}
	if landscape == 0 || landscape == len(pages.Pages) {
		t.Errorf("%d of %d pages are landscape", landscape, len(pages.Pages))
	}
	if out := run(t, b, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

// Lines of the contents lead to the page they name; their annotations have the print flag.
func TestContentsLeadToTheirPages(t *testing.T) {
	pages := mixed(t)
	out := run(t, written(t, pages), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	numbers := regexp.MustCompile(`%% Page (\d+)\n(?:%%[^\n]*\n)?(\d+) 0 obj`).FindAllStringSubmatch(out, -1)
	page := map[string]int{} // by number of object
	for i, n := range numbers {
		page[n[2]] = i
	}
	var want []int
	for _, m := range pages.Pages[0].Marks {
		if l, ok := m.(typeset.Link); ok && l.URL == "" {
			want = append(want, l.Page)
		}
	}
	var got []int
	for _, annotation := range strings.Split(out, "endobj") {
		if !strings.Contains(annotation, "/Subtype /Link") {
			continue
		}
		dest := regexp.MustCompile(`(?s)/Dest \[\s*(\d+) 0 R`).FindStringSubmatch(annotation)
		if dest == nil {
			continue
		}
		got = append(got, page[dest[1]])
		if !strings.Contains(annotation, "/F 4\n") {
			t.Errorf("without the print flag: %s", annotation)
		}
	}
	if len(want) != 6 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("links lead to pages %v, want %v", got, want)
	}
}
