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
