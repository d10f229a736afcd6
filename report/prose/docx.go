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

// wordParts are the parts of a Word document that hold its text, in the order in
// which it is read.
var wordParts = []string{"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}

// docxText is the text of a Word document: each paragraph a line, each row of a
// table too, with tabs between its cells; after the body its notes.
func docxText(raw []byte) (string, *Problem) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil || len(archive.File) > mostParts {
		return "", notWord()
	}
	parts := map[string]*zip.File{}
	for _, part := range archive.File {
		parts[part.Name] = part
	}
	if parts[wordParts[0]] == nil {
		return "", notWord()
	}
	var texts []string
	left := longestDocument
	for _, name := range wordParts {
		if parts[name] == nil {
			continue
		}
		f, err := parts[name].Open()
		if err != nil {
			return "", notWord()
		}
		part := &limited{f, left}
		text, err := paragraphs(part)
		f.Close()
		switch left = part.left; {
		case errors.Is(err, errTooLarge), left < 0:
			return "", &Problem{diag.OverLimit, diag.Say("Word 文档的正文太大；分成几个文件", "the text of the Word document is too large; split it")}
		case err != nil:
			return "", notWord()
		case strings.TrimSpace(text) != "":
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, "\n"), nil
}

func notWord() *Problem {
	return &Problem{diag.BadText, diag.Say("不是 Word 文档（.docx），或已损坏；在 Word 里另存为 .docx", "no Word document (.docx), or a damaged one; save it as .docx in Word")}
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

// paragraphs reads a text part of a Word document as it stands with all tracked
// changes taken: deleted text (w:del) holds no w:t, and what was moved away
// (w:moveFrom) is left out. Of a picture's alternatives (mc:AlternateContent) the
// first is read.
func paragraphs(from io.Reader) (string, error) {
	decoder := xml.NewDecoder(from)
	var w wordText
	for elements := 0; ; {
		token, err := decoder.Token()
		switch {
		case err == io.EOF:
			return strings.TrimSuffix(w.text.String(), "\n"), nil
		case err != nil:
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "Fallback" || t.Name.Local == "moveFrom" {
				if err := decoder.Skip(); err != nil {
					return "", err
				}
				continue
			}
			name := ""
			if wordNamespaces[t.Name.Space] {
				name = t.Name.Local
			}
			w.start(name)
			if elements++; elements > mostElements || len(w.open) > deepest {
				return "", errTooLarge
			}
		case xml.EndElement:
			w.end()
		case xml.CharData:
			if w.inside() == "t" {
				w.text.WriteString(strings.ReplaceAll(string(t), "\n", " "))
			}
		}
	}
}

// wordText takes in the elements of a Word document.
type wordText struct {
	text  strings.Builder
	open  []string // elements, empty for those that are not of Word's own
	cells int      // of tables that are open, one in the other
}

// inside is the element at hand.
func (w *wordText) inside() string {
	if len(w.open) == 0 {
		return ""
	}
	return w.open[len(w.open)-1]
}

func (w *wordText) start(name string) {
	switch {
	case name == "tab" && w.inside() == "r":
		w.text.WriteByte('\t')
	case name == "noBreakHyphen":
		w.text.WriteByte('-')
	case name == "tc":
		w.cells++
	}
	w.open = append(w.open, name)
}

func (w *wordText) end() {
	switch name := w.inside(); {
	case name == "tc":
		w.cells--
		w.tab()
	case (name == "p" || name == "br" || name == "cr") && w.cells > 0:
		w.tab()
	case name == "p" || name == "br" || name == "cr" || name == "tr":
		w.text.WriteByte('\n')
	}
	w.open = w.open[:len(w.open)-1]
}

// tab parts what stands in one row of a table.
func (w *wordText) tab() {
	if text := w.text.String(); text != "" && !strings.HasSuffix(text, "\t") && !strings.HasSuffix(text, "\n") {
		w.text.WriteByte('\t')
	}
}
