package pdf

import (
	"bytes"
	"fmt"
	"sync"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"
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

// deflater makes compressed stream objects. What it makes of data depends on nothing but them.
type deflater struct {
	out bytes.Buffer
	zip *zlib.Writer
}

// compression makes files a twentieth larger than the smallest, in half of the time those take.
const compression = zlib.BestSpeed

// deflaters are kept from file to file: a zlib writer is large.
var deflaters = sync.Pool{New: func() any {
	d := &deflater{}
	d.zip, _ = zlib.NewWriterLevel(&d.out, compression) // an error is a level that there is not
	return d
}}

// stream is a compressed stream object with what else its dictionary says.
func (d *deflater) stream(dict string, data []byte) []byte {
	d.out.Reset()
	d.zip.Reset(&d.out)
	d.zip.Write(data) // a bytes.Buffer takes everything
	d.zip.Close()
	return plainStream(dict+"/Filter /FlateDecode ", d.out.Bytes())
}
