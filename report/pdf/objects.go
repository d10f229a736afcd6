package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"unicode/utf16"
)

// textString is a text as a PDF string in UTF-16BE (ISO 32000-1, 7.9.2.2).
func textString(s string) string {
	var b bytes.Buffer
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteByte('>')
	return b.String()
}

// asciiString is a text of ASCII characters as a PDF string.
func asciiString(s string) string {
	var b bytes.Buffer
	b.WriteByte('(')
	for i := range len(s) {
		if s[i] == '(' || s[i] == ')' || s[i] == '\\' {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	b.WriteByte(')')
	return b.String()
}

// plainStream is a stream object that is not compressed.
func plainStream(dict string, data []byte) []byte {
	return fmt.Appendf(nil, "<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// deflater makes compressed stream objects. A zlib writer is large, so one serves for a whole file.
type deflater struct {
	out bytes.Buffer
	zip *zlib.Writer
}

func newDeflater() *deflater {
	d := &deflater{}
	d.zip = zlib.NewWriter(&d.out)
	return d
}

// stream is a compressed stream object with what else its dictionary says.
func (d *deflater) stream(dict string, data []byte) []byte {
	d.out.Reset()
	d.zip.Reset(&d.out)
	d.zip.Write(data) // a bytes.Buffer takes everything
	d.zip.Close()
	return plainStream(dict+"/Filter /FlateDecode ", d.out.Bytes())
}
