package prose

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"jianbao/report/diag"
)

// Problem is why an article cannot be read.
type Problem struct {
	Code diag.Code
	Say  diag.Text
}

// Text is the text of an article: a Word document's paragraphs as lines, or a
// plain text in UTF-8, with or without a byte order mark, or GB 18030.
// Offsets and columns count the characters of what it gives.
func Text(raw []byte) (string, *Problem) {
	if bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		return docxText(raw)
	}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	if !utf8.Valid(raw) {
		decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(raw)
		if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
			return "", &Problem{diag.BadText, diag.Say("既不是 UTF-8 也不是 GB 18030 文本，也不是 .docx", "neither UTF-8 nor GB 18030 text, nor .docx")}
		}
		raw = decoded
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		return "", &Problem{diag.BadText, diag.Say("不是文本文件", "this is no text file")}
	}
	return string(raw), nil
}
