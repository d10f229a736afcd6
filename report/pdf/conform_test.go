package pdf_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"jianbao/report/document"
	"jianbao/report/pdf"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

func TestPassesStrictValidation(t *testing.T) {
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	if err := api.Validate(bytes.NewReader(write(t, typesettest.Briefing(), meta)), conf); err != nil {
		t.Error(err)
	}
}

// A reader that follows the structure meets the elements in their order, each with its text, cells with their scopes.
func TestReadsAloudInOrder(t *testing.T) {
	doc := typesettest.Briefing()
	table := typesettest.Projects(25) // poppler takes a time that grows with the square of the cells on a page
	table.Columns = table.Columns[:2]
	doc.Sections = append(doc.Sections[:1:1], document.Section{Title: "项目", Blocks: []document.Block{
		table, document.Paragraph{Text: strings.Repeat("很长的一段，", 400)}}})
	pages := typesettest.Pages(t, doc)
	if len(pages.Pages) < 3 {
		t.Fatal("nothing runs over pages: this test shows nothing")
	}
	var b bytes.Buffer
	if err := pdf.Write(&b, pages, meta); err != nil {
		t.Fatal(err)
	}
	said := make([]string, len(pages.Elements))
	for _, p := range pages.Pages {
		for _, c := range p.Contents {
			for _, m := range p.Marks[c.From:c.To] {
				if r, ok := m.(*typeset.Run); ok && c.Element >= 0 {
					said[c.Element] += r.Text
				}
			}
		}
	}
	var want []string
	for i, e := range pages.Elements {
		want = append(want, string(e.Role)+" "+string(e.Scope)+" "+spaceless(said[i]))
	}
	got := readAloud(run(t, b.Bytes(), "pdfinfo", "-struct-text", "FILE"))
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("element %d:\ngot  %q\nwant %q", i, got[min(i, len(got)):min(i+3, len(got))], want[min(i, len(want)):min(i+3, len(want))])
		}
	}
}

// readAloud is poppler's account of a structure: role, scope and text of each element.
func readAloud(out string) []string {
	var elements []string
	role, scope, text := "", "", ""
	flush := func() {
		if role != "" {
			elements = append(elements, role+" "+scope+" "+text)
		}
		scope, text = "", ""
	}
	for line := range strings.Lines(out) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case strings.HasPrefix(line, "/Scope /"):
			scope = line[len("/Scope /"):]
		case strings.HasPrefix(line, "/"): // another attribute
		case strings.HasPrefix(line, `"`):
			text += spaceless(strings.Trim(line, `"`))
		case strings.HasPrefix(line, "Object "): // a link's area
		default:
			flush()
			role, _, _ = strings.Cut(strings.TrimSuffix(line, ":"), " ")
		}
	}
	flush()
	return elements
}

func spaceless(s string) string { return strings.Join(strings.Fields(s), "") }

func TestSaysWhatItKeepsTo(t *testing.T) {
	b := write(t, typesettest.Briefing(), meta)
	at := bytes.Index(b, []byte("<?xpacket begin"))
	end := bytes.Index(b, []byte("<?xpacket end"))
	if at < 0 || end < at {
		t.Fatal("no metadata in the open")
	}
	packet := b[at:end]
	for d := xml.NewDecoder(bytes.NewReader(packet)); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("the metadata are no XML: %v", err)
		}
	}
	for _, want := range []string{"<pdfaid:part>2<", "<pdfaid:conformance>B<", "<pdfuaid:part>1<", "<pdfaSchema:prefix>pdfuaid<"} {
		if !bytes.Contains(packet, []byte(want)) {
			t.Errorf("no %s", want)
		}
	}
	open := run(t, b, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	for _, want := range []string{"/Marked true", "/S /GTS_PDFA1", "/PageLabels", "/DisplayDocTitle true", "/Lang (zh-CN)", "/ID ["} {
		if !strings.Contains(open, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, never := range []string{"LZWDecode", "/SMask", "/Transparency", "/ExtGState", "/JavaScript", "/EmbeddedFile", "/Encrypt"} {
		if strings.Contains(open, never) {
			t.Errorf("there is a %s", never)
		}
	}
}
