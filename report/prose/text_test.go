package prose

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"jianbao/report/diag"
)

const wordHead = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`

func docx(body string) []byte { return archive([2]string{"word/document.xml", body}) }

func archive(parts ...[2]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range parts {
		f, _ := z.Create(part[0])
		f.Write([]byte(part[1]))
	}
	z.Close()
	return b.Bytes()
}

func TestWordDocumentsAreReadByParagraphs(t *testing.T) {
	paragraph := func(s string) string { return "<w:p><w:r><w:t>" + s + "</w:t></w:r></w:p>" }
	for name, c := range map[string][2]string{
		"paragraphs": {paragraph("标题") + paragraph("高新技术企业33家"), "标题\n高新技术企业33家"},
		"runs":       {"<w:p><w:r><w:t>12</w:t></w:r><w:r><w:t>.6亿元</w:t></w:r></w:p>", "12.6亿元"},
		"tables":     {"<w:tbl><w:tr><w:tc>" + paragraph("公园") + "</w:tc><w:tc>" + paragraph("31处") + "</w:tc></w:tr></w:tbl>", "公园\t31处\t"},
		"two rows":   {"<w:tbl><w:tr><w:tc>" + paragraph("公园") + paragraph("游园") + "</w:tc><w:tc>" + paragraph("31处") + "</w:tc></w:tr><w:tr><w:tc>" + paragraph("绿道") + "</w:tc></w:tr></w:tbl>", "公园\t游园\t31处\t\n绿道\t"},
		"headings":   {`<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>一、工业</w:t></w:r></w:p>` + paragraph("高新技术企业33家"), "一、工业\n高新技术企业33家"},
		"breaks":     {"<w:p><w:r><w:t>33家</w:t><w:br/><w:t>34家</w:t></w:r></w:p>", "33家\n34家"},
		"deletions":  {"<w:p><w:del><w:r><w:delText>32</w:delText></w:r></w:del><w:r><w:t>33家</w:t></w:r></w:p>", "33家"},
		"tabs":       {`<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:tab/><w:t>33家</w:t></w:r></w:p>`, "\t33家"},
		"fallbacks":  {"<w:p><mc:AlternateContent><mc:Choice>" + paragraph("33家") + "</mc:Choice><mc:Fallback>" + paragraph("33家") + "</mc:Fallback></mc:AlternateContent></w:p>", "33家\n"},
	} {
		got, problem := Text(docx(wordHead + c[0] + "</w:body></w:document>"))
		if problem != nil || got != c[1] {
			t.Errorf("%s: %q, %v, want %q", name, got, problem, c[1])
		}
	}
}

// asWordWrites is a document as Word saves it: numbers in several runs, with marks
// of the spelling check and bookmarks between them, tracked changes, a table with
// a tab in a cell, a footnote.
const asWordWrites = wordHead + `
<w:p w:rsidR="00A1"><w:pPr><w:pStyle w:val="a3"/><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>
  <w:bookmarkStart w:id="0" w:name="_Toc1"/><w:r><w:t xml:space="preserve">总投资 </w:t></w:r><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>12</w:t></w:r><w:proofErr w:type="gramStart"/>
  <w:r><w:rPr><w:b/></w:rPr><w:t>00亿元</w:t></w:r><w:bookmarkEnd w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>，高新技术企业</w:t></w:r>
  <w:del w:id="3" w:author="a"><w:r><w:delText>32</w:delText></w:r></w:del><w:ins w:id="4" w:author="a"><w:r><w:t>3</w:t></w:r></w:ins><w:r><w:t>3家</w:t></w:r>
  <w:moveFrom w:id="5" w:author="a"><w:r><w:t>，医院9家</w:t></w:r></w:moveFrom><w:r><w:t>。</w:t></w:r></w:p>
<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>公园</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r><w:r><w:t>1处</w:t><w:tab/><w:t>增长</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:hyperlink w:anchor="x"><w:r><w:t>道路925</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF 7</w:instrText></w:r><w:r><w:t>公里</w:t></w:r></w:p>
<w:p><w:moveTo w:id="6" w:author="a"><w:r><w:t>3</w:t></w:r></w:moveTo><w:r><w:noBreakHyphen/><w:t>5个</w:t></w:r></w:p>
</w:body></w:document>`

func TestWordDocumentsAreReadAsWordWritesThem(t *testing.T) {
	note := strings.Replace(wordHead, "<w:body>", "", 1) + `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
		`<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>不含新区</w:t></w:r><w:r><w:t>34亿元</w:t></w:r></w:p></w:footnote></w:document>`
	text, problem := Text(archive([2]string{"word/document.xml", asWordWrites}, [2]string{"word/footnotes.xml", note}))
	if problem != nil {
		t.Fatal(problem)
	}
	if want := "总投资 1200亿元，高新技术企业33家。\n公园\t31处\t增长\t\n道路925公里\n3-5个\n\n不含新区34亿元"; text != want {
		t.Errorf("%q, want %q", text, want)
	}
	for i, want := range []struct {
		text         string
		line, column int
	}{{"1200亿元", 1, 5}, {"33家", 1, 18}, {"31处", 2, 4}, {"925公里", 3, 3}, {"3-5个", 4, 1}, {"34亿元", 6, 5}} {
		if q := Find(text)[i]; q.Text != want.text || q.Line != want.line || q.Column != want.column {
			t.Errorf("%s at %d:%d, want %s at %d:%d", q.Text, q.Line, q.Column, want.text, want.line, want.column)
		}
	}
}

func TestNotesFollowTheBody(t *testing.T) {
	const tail = "</w:body></w:document>"
	notes := strings.Replace(wordHead, "<w:body>", "", 1) + "<w:footnote><w:p><w:r><w:t>不含新区34家</w:t></w:r></w:p></w:footnote></w:document>"
	got, problem := Text(archive([2]string{"word/footnotes.xml", notes}, [2]string{"word/document.xml", wordHead + "<w:p><w:r><w:t>33家</w:t></w:r></w:p>" + tail}))
	if problem != nil || got != "33家\n不含新区34家" {
		t.Errorf("%q, %v", got, problem)
	}
	// All parts together are no longer than one may be.
	long := "<w:p><w:r><w:t>" + strings.Repeat("一", longestDocument/5) + "</w:t></w:r></w:p>"
	_, problem = Text(archive([2]string{"word/document.xml", wordHead + long + tail}, [2]string{"word/footnotes.xml", wordHead + long + tail}))
	if problem == nil || problem.Code != diag.OverLimit {
		t.Errorf("two long parts: %+v", problem)
	}
	if _, problem = Text(archive([2]string{"word/footnotes.xml", notes})); problem == nil || problem.Code != diag.BadText {
		t.Errorf("notes alone: %+v", problem)
	}
}

func TestPlainTextsAreReadInEitherEncoding(t *testing.T) {
	gb, _ := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("高新技术企业33家"))
	for name, raw := range map[string][]byte{"UTF-8": []byte("高新技术企业33家"), "with a mark": []byte("\ufeff高新技术企业33家"), "GB 18030": gb} {
		if got, problem := Text(raw); problem != nil || got != "高新技术企业33家" {
			t.Errorf("%s: %q, %v", name, got, problem)
		}
	}
}

func TestWhatIsNoArticleIsSaid(t *testing.T) {
	deep := wordHead + strings.Repeat("<w:p>", deepest+1) + strings.Repeat("</w:p>", deepest+1) + "</w:body></w:document>"
	large := wordHead + "<w:p><w:r><w:t>" + strings.Repeat("一", longestDocument/3) + "</w:t></w:r></w:p></w:body></w:document>"
	for name, c := range map[string]struct {
		raw  []byte
		code diag.Code
	}{
		"a picture":          {[]byte("\x89PNG\x00\xff"), diag.BadText},
		"a damaged document": {docx("<w:document>")[:40], diag.BadText},
		"broken XML":         {docx(wordHead + "<w:p>"), diag.BadText},
		"another archive":    {append([]byte("PK\x03\x04"), "xx"...), diag.BadText},
		"deep nesting":       {docx(deep), diag.OverLimit},
		"a packed flood":     {docx(large), diag.OverLimit},
	} {
		if _, problem := Text(c.raw); problem == nil || problem.Code != c.code {
			t.Errorf("%s: %+v, want %s", name, problem, c.code)
		}
	}
}

func FuzzDocx(f *testing.F) {
	f.Add("<w:p><w:r><w:t>33家</w:t></w:r></w:p>")
	f.Add("<w:p><w:br/><mc:Fallback>")
	f.Fuzz(func(t *testing.T, body string) {
		if text, problem := Text(docx(wordHead + body + "</w:body></w:document>")); problem == nil {
			Find(text)
		}
		Text([]byte("PK\x03\x04" + body))
	})
}
