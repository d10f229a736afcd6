package prose

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"jianbao/report/diag"
)

// Limits on a Word document, which is a packed file from other hands.
const (
	longestDocument = 64 << 20 // bytes of its text part, unpacked
	mostElements    = 4 << 20
	deepest         = 256
	mostParts       = 4096
)

// wordNamespaces are those of the elements that text stands in: transitional
// and strict (ISO/IEC 29500).
var wordNamespaces = map[string]bool{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": true,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             true,
}

var errTooLarge = errors.New("too large")

// docxText is the text of a Word document: each paragraph a line, those in
// tables in the order of their cells.
func docxText(raw []byte) (string, *Problem) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil || len(archive.File) > mostParts {
		return "", notWord()
	}
	for _, part := range archive.File {
		if part.Name != "word/document.xml" {
			continue
		}
		f, err := part.Open()
		if err != nil {
			return "", notWord()
		}
		defer f.Close()
		part := &limited{f, longestDocument}
		text, err := paragraphs(part)
		switch {
		case errors.Is(err, errTooLarge), part.left < 0:
			return "", &Problem{diag.OverLimit, diag.Say("Word 文档的正文太大", "the text of the Word document is too large")}
		case err != nil:
			return "", notWord()
		}
		return text, nil
	}
	return "", notWord()
}

func notWord() *Problem {
	return &Problem{diag.BadText, diag.Say("不是 Word 文档（.docx），或已损坏", "no Word document (.docx), or a damaged one")}
}

// limited reads up to left bytes and fails at more, where io.LimitReader would
// end as if that were all.
type limited struct {
	from io.Reader
	left int
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.from.Read(p)
	if l.left -= n; l.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

// paragraphs reads the text part of a Word document. Deleted text (w:del) holds no
// w:t, and of a picture's alternatives (mc:AlternateContent) the first is read.
func paragraphs(from io.Reader) (string, error) {
	decoder := xml.NewDecoder(from)
	var b strings.Builder
	var open []string
	for elements := 0; ; {
		token, err := decoder.Token()
		switch {
		case err == io.EOF:
			return strings.TrimSuffix(b.String(), "\n"), nil
		case err != nil:
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "Fallback" {
				if err := decoder.Skip(); err != nil {
					return "", err
				}
				continue
			}
			name := ""
			if wordNamespaces[t.Name.Space] {
				name = t.Name.Local
			}
			open = append(open, name)
			if elements++; elements > mostElements || len(open) > deepest {
				return "", errTooLarge
			}
			if name == "tab" && len(open) > 1 && open[len(open)-2] == "r" {
				b.WriteByte('\t')
			}
		case xml.EndElement:
			if open[len(open)-1] == "p" || open[len(open)-1] == "br" {
				b.WriteByte('\n')
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && open[len(open)-1] == "t" {
				b.WriteString(strings.ReplaceAll(string(t), "\n", " "))
			}
		}
	}
}
