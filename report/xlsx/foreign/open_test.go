package foreign

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
)

const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`
const relation = `<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`

// packed is a workbook of one sheet, with other parts in the place of its own or
// beside them.
func packed(t testing.TB, sheet string, more map[string]string) []byte {
	t.Helper()
	parts := []struct{ name, body string }{
		{"[Content_Types].xml", "<Types/>"},
		{"_rels/.rels", fmt.Sprintf(rels, fmt.Sprintf(relation, "r1", "officeDocument", "/xl/workbook.xml"))},
		{"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="一" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", fmt.Sprintf(rels, fmt.Sprintf(relation, "r1", "worksheet", "worksheets/sheet1.xml"))},
		{"xl/worksheets/sheet1.xml", sheet},
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	write := func(name, body string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(body))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range parts {
		if own, is := more[p.name]; is {
			p.body = own
			delete(more, p.name)
		}
		write(p.name, p.body)
	}
	for name, body := range more {
		write(name, body)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func data(rows string) string {
	return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"
}

// opened reads a workbook as those who use this package do.
func opened(raw []byte) (*Book, error) {
	p, err := Open(raw, DefaultLimits())
	if err != nil {
		return nil, err
	}
	return Read(p)
}

func TestFilesThatAreRefused(t *testing.T) {
	sound := packed(t, data(`<row r="1"><c r="A1"><v>1</v></c></row>`), nil)
	wide := strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 200)
	for _, c := range []struct {
		shows string
		raw   []byte
		want  string
	}{
		{"no file at all", nil, "no .xlsx"},
		{"a text", []byte("a,b\n1,2\n"), "no .xlsx"},
		{"the old format, or an encrypted one", []byte("\xd0\xcf\x11\xe0\xa1\xb1"), "encrypted or of the old format"},
		{"half a file", sound[:len(sound)/2], "not whole"},
		{"another kind of document", packed(t, "", map[string]string{"xl/workbook.xml": "<document/>"}), "no workbook"},
		{"XML that ends too soon", packed(t, "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row", nil), "well-formed"},
		{"tags that cross", packed(t, data("<row><c></row></c>"), nil), "well-formed"},
		{"entities", packed(t, `<!DOCTYPE x [<!ENTITY a "b">]>`+data(""), nil), "document type"},
		{"a bomb", packed(t, data(strings.Repeat(" ", 65<<20)), nil), "larger than 64 MiB"},
		{"cells far out", packed(t, data(wide), nil), "too wide"},
		{"more cells than are read", packed(t, data(strings.Repeat("<row>"+strings.Repeat("<c/>", 1000)+"</row>", 301)), nil), "300000 cells"},
		{"elements without end", packed(t, data(strings.Repeat("<x/>", 2_000_001)), nil), "elements"},
		{"a deep nest", packed(t, data(strings.Repeat("<a>", 200)+strings.Repeat("</a>", 200)), nil), "nested"},
		{"a cell that no sheet has", packed(t, data(`<row><c r="XFE1"/></row>`), nil), "XFE1"},
		{"a formula longer than any", packed(t, data(`<row><c><f>`+strings.Repeat("A1+", 11_000)+`1</f></c></row>`), nil), "8192 characters"},
		{"a formula that very many cells share", packed(t, data(`<row><c><f t="shared" si="0">A1&amp;"`+strings.Repeat("x", 12_000)+`"</f></c>`+strings.Repeat(`<c><f t="shared" si="0"/></c>`, 3000)+`</row>`), nil), "written out"},
		{"a sheet that is no XML by its name", packed(t, "", map[string]string{
			"xl/_rels/workbook.xml.rels": fmt.Sprintf(rels, fmt.Sprintf(relation, "r1", "worksheet", "worksheets/sheet1.dat")),
			"xl/worksheets/sheet1.dat":   data(strings.Repeat("<a>", 200) + strings.Repeat("</a>", 200)),
		}), "no place for data"},
		{"a sheet without a place for data", packed(t, "<worksheet/>", nil), "no place for data"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			_, err := opened(c.raw)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestCellsAreReadAsTheyStand(t *testing.T) {
	b, err := opened(packed(t, data(`<row><c><v>1</v></c><c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>不读</t></rPh></is></c></row>`+
		`<row r="5"><c r="B5"><f t="shared" ref="B5:B6" si="0">A5*2</f><v>4</v></c><c r="D5" t="b"><v>1</v></c><c r="E5" t="e"><v>#DIV/0!</v></c></row>`+
		`<row><c r="B6"><f t="shared" si="0"/><v>6</v></c><c r="C6" t="str"><f>"x"</f><v>x</v></c></row>`), nil))
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for c := range b.Sheets[0].Cells() {
		got += fmt.Sprintf("%s=%s(%s) ", Address(c.Column, c.Row), c.Shown.Text, c.Formula)
	}
	const want = `A1=1() B1=甲乙() B5=4(A5*2) D5=TRUE() E5=#DIV/0!() B6=6(A6*2) C6=x("x") `
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// FuzzOpen reads whatever a file may be: in bounded time, without a fault, and what
// is read can be written and read again.
func FuzzOpen(f *testing.F) {
	f.Add(packed(f, data(`<row r="1"><c r="A1" s="0"><f>SUM(B1:B2)</f><v>1</v></c></row>`), nil))
	if raw, err := os.ReadFile("../../../testdata/form/form.xlsx"); err == nil {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := opened(raw)
		if err != nil {
			return
		}
		for _, s := range b.Sheets {
			n := 0
			for range s.Cells() {
				n++
			}
			again := 0
			s.Tree = parse(s.Tree.Bytes())
			for range s.Cells() {
				again++
			}
			if n != again {
				t.Errorf("%d cells, and %d when written and read again", n, again)
			}
		}
	})
}

// FuzzSheet reads sheets of any content, where FuzzOpen mostly meets broken zips.
func FuzzSheet(f *testing.F) {
	f.Add(data(`<row r="1"><c r="A1" t="s"><f t="shared" si="1">$A1:B$2+'a b'!C3</f><v>0</v></c></row>`))
	f.Fuzz(func(t *testing.T, sheet string) {
		b, err := opened(packed(t, sheet, nil))
		if err != nil {
			return
		}
		for c := range b.Sheets[0].Cells() {
			if same := Rewrite(c.Formula, Reference.String); len(References(same)) != len(References(c.Formula)) {
				t.Errorf("%q is rewritten to %q", c.Formula, same)
			}
		}
	})
}
