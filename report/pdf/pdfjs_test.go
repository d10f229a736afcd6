package pdf_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
	"jianbao/templates"
)

// pdfjsFolder names the environment variable that says where the npm package pdfjs-dist lies.
const pdfjsFolder = "JIANBAO_PDFJS"

// shown is what pdf.js reads in a file; see testdata/pdfjs.mjs.
type shown struct {
	Pages, Outline, Labels []string
	Title, MetadataTitle   string
}

func pdfjs(t *testing.T, file []byte) shown {
	t.Helper()
	folder := os.Getenv(pdfjsFolder)
	if folder == "" {
		t.Skip("needs " + pdfjsFolder)
	}
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("needs node")
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("node", "testdata/pdfjs.mjs", folder, path)
	var faults strings.Builder
	command.Stderr = &faults
	out, err := command.Output()
	var s shown
	if err == nil {
		err = json.Unmarshal(out[max(0, strings.LastIndex(strings.TrimSpace(string(out)), "\n")):], &s)
	}
	if err != nil {
		t.Fatalf("%v\n%s%s", err, faults.String(), out)
	}
	return s
}

// A browser shows, finds and copies what was written, in the text, the outline and the title, also beyond U+FFFF.
func TestPDFJSReadsAsWritten(t *testing.T) {
	doc := typesettest.Paragraphs(append([]string{string(beyondBMP(t))}, sentences...)...)
	doc.Sections = append(doc.Sections, document.Section{Number: "二", Title: "𬭎𬬭镇（2021年）", Blocks: []document.Block{typesettest.Projects(40)}})
	described := meta
	described.Title = "钢城区𬭎𬬭镇简报"
	b := write(t, doc, described)
	s := pdfjs(t, b)
	got, _, _ := strings.Cut(inner(strings.Join(s.Pages, "\n")), "二、")
	if want := string(beyondBMP(t)) + strings.Join(sentences, ""); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if want := []string{"一、正文", "二、𬭎𬬭镇（2021年）", "省、市、区重点项目（示例数据）"}; !slices.Equal(s.Outline[:3], want) {
		t.Errorf("outline %q, want %q", s.Outline, want)
	}
	if s.Title != described.Title || s.MetadataTitle != described.Title {
		t.Errorf("titles %q and %q, want %q", s.Title, s.MetadataTitle, described.Title)
	}
	if n := len(s.Pages); n < 3 || len(s.Labels) != n || s.Labels[n-1] != string(rune('0'+n)) {
		t.Errorf("%d pages, labels %q", n, s.Labels)
	}
}

// Poppler and pdf.js, which share nothing, read the same in a briefing with tables, charts, contents and landscape pages,
// the turned numbers of an official document's among them.
func TestPDFJSAndPopplerAgree(t *testing.T) {
	for _, template := range templates.Names() {
		pages := mixedIn(t, template)
		if !slices.ContainsFunc(pages.Pages, func(p typeset.Page) bool { return p.Width > p.Height }) {
			t.Errorf("%s: no landscape page: this test shows nothing", template)
		}
		b := written(t, pages)
		poppler := strings.Split(run(t, b, "pdftotext", "-raw", "FILE", "-"), "\f")
		for i, page := range pdfjs(t, b).Pages {
			if got, want := sortedRunes(page), sortedRunes(poppler[i]); got != want {
				t.Errorf("%s, page %d: pdf.js reads\n%s\npoppler\n%s", template, i+1, page, poppler[i])
			}
			if number := "—" + strconv.Itoa(i+1) + "—"; !strings.Contains(spaceless(page), number) {
				t.Errorf("%s, page %d: no %s in\n%s", template, i+1, number, page)
			}
		}
	}
}

// sortedRunes are the characters of a text but blanks, in the order of their codes: readers differ in the order of cells.
func sortedRunes(s string) string {
	runes := []rune(spaceless(s))
	slices.Sort(runes)
	return string(runes)
}

// beyondBMP are the 196 characters of the 通用规范汉字表 beyond U+FFFF.
func beyondBMP(t *testing.T) []rune {
	t.Helper()
	beyond := slices.DeleteFunc(tongyong(t), func(r rune) bool { return r <= 0xFFFF })
	if len(beyond) != 196 {
		t.Fatalf("%d characters beyond U+FFFF", len(beyond))
	}
	return beyond
}
