package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"sync"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"
)

// textString is a text as a PDF string in UTF-16BE (ISO 32000-1, 7.9.2.2).
func textString(s string) string {
	b := append(make([]byte, 0, 6+4*len(s)), "<FEFF"...)
	for _, r := range s {
		b = appendHex(b, r)
	}
	return string(append(b, '>'))
}

// appendHex writes a character in UTF-16BE as hexadecimal digits.
func appendHex(b []byte, r rune) []byte {
	const digits = "0123456789ABCDEF"
	var units [2]uint16
	for _, u := range utf16.AppendRune(units[:0], r) {
		b = append(b, digits[u>>12], digits[u>>8&0xF], digits[u>>4&0xF], digits[u&0xF])
	}
	return b
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

// appendReference writes a reference to an object, and a space after it.
func appendReference(b []byte, object int) []byte {
	return append(strconv.AppendInt(b, int64(object), 10), " 0 R "...)
}

// plainStream is a stream object that is not compressed.
func plainStream(dict string, data []byte) []byte {
	o := make([]byte, 0, len(dict)+len(data)+60)
	o = append(append(append(o, "<<"...), dict...), "/Length "...)
	o = append(strconv.AppendInt(o, int64(len(data)), 10), ">>\nstream\n"...)
	return append(append(o, data...), "\nendstream"...)
}

// deflater makes compressed stream objects. What it makes of data depends on nothing but them.
type deflater struct {
	out      bytes.Buffer
	zip      *zlib.Writer
	outlines *zlib.Writer // for what repeats little

	painted bytes.Buffer // room for what gofpdf writes, until its file is done
	packed  bytes.Buffer // room for that file
}

// compression makes files a twentieth larger than the smallest, in half of the time those take. The search for what
// repeats wins but an eighth of the outlines in a font and takes more than half of the time they cost: there it is left out.
const (
	compression        = zlib.BestSpeed
	outlineCompression = zlib.HuffmanOnly
)

// deflaters are kept from file to file: a zlib writer is large.
var deflaters = sync.Pool{New: func() any {
	d := &deflater{}
	d.zip, _ = zlib.NewWriterLevel(&d.out, compression) // an error is a level that there is not
	d.outlines, _ = zlib.NewWriterLevel(&d.out, outlineCompression)
	return d
}}

// notWorthIt is the length up to which data are left as they are: the codes that a compressed stream begins with take
// more time to find than all else in it, and about as much room as is won.
const notWorthIt = 400

// stream is a compressed stream object with what else its dictionary says.
func (d *deflater) stream(dict string, data []byte) []byte {
	if len(data) <= notWorthIt {
		return plainStream(dict, data)
	}
	return d.compressed(d.zip, dict, data)
}

// program is a font file as a stream object.
func (d *deflater) program(ttf []byte) []byte {
	return d.compressed(d.outlines, fmt.Sprintf("/Length1 %d ", len(ttf)), ttf)
}

func (d *deflater) compressed(with *zlib.Writer, dict string, data []byte) []byte {
	d.out.Reset()
	with.Reset(&d.out)
	with.Write(data) // a bytes.Buffer takes everything
	with.Close()
	return plainStream(dict+"/Filter /FlateDecode ", d.out.Bytes())
}
