package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"
)

// appendText writes a text as a PDF string in UTF-16BE (ISO 32000-1, 7.9.2.2).
func appendText(b []byte, s string) []byte {
	b = append(b, "<FEFF"...)
	for _, r := range s {
		b = appendHex(b, r)
	}
	return append(b, '>')
}

// textString is a text as a PDF string in UTF-16BE.
func textString(s string) string { return string(appendText(make([]byte, 0, 6+4*len(s)), s)) }

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

// appendReference writes a reference to an object.
func appendReference(b []byte, object int) []byte {
	return append(strconv.AppendInt(b, int64(object), 10), " 0 R"...)
}

// reserve adds an object that is still to be written and gives its number.
func (f *file) reserve() int {
	f.objects = append(f.objects, nil)
	f.entries = append(f.entries, entry{})
	return len(f.objects) - 1
}

// set writes an object.
func (f *file) set(n int, format string, args ...any) {
	start := len(f.small)
	f.small = fmt.Appendf(f.small, format, args...)
	f.written(n, start)
}

// written says that object n is what was written to small from start on.
func (f *file) written(n, start int) { f.objects[n] = f.small[start:len(f.small):len(f.small)] }

// add writes an object and gives its number.
func (f *file) add(format string, args ...any) int {
	n := f.reserve()
	f.set(n, format, args...)
	return n
}

// notWorthIt is the length up to which data are left as they are: the codes that a compressed stream begins with take
// more time to find than all else in it, and about as much room as is won.
const notWorthIt = 1000

// stream writes a stream, compressed, as object n, with what else its dictionary says.
func (f *file) stream(n int, dict string, data []byte) {
	if len(data) > notWorthIt {
		dict += "/Filter/FlateDecode"
		data = f.compressed(f.zip, data)
	}
	f.putStream(n, dict, data)
}

// addStream writes a compressed stream and gives its number.
func (f *file) addStream(dict string, data []byte) int {
	n := f.reserve()
	f.stream(n, dict, data)
	return n
}

// putStream writes a stream of data as they are, as object n, into the file at once.
func (f *file) putStream(n int, dict string, data []byte) {
	f.begin(n)
	start := len(f.out)
	f.out = append(append(append(f.out, "<<"...), dict...), "/Length "...)
	f.out = append(strconv.AppendInt(f.out, int64(len(data)), 10), ">>\nstream\n"...)
	f.out = append(append(f.out, data...), "\nendstream"...)
	f.objects[n] = f.out[start:len(f.out):len(f.out)]
	f.end()
}

// put writes an object that stands in the file by itself.
func (f *file) put(n int, object []byte) {
	f.begin(n)
	f.out = append(f.out, object...)
	f.end()
}

// begin and end write what stands about an object in the file.
func (f *file) begin(n int) {
	f.entries[n] = entry{inFile, len(f.out), 0}
	f.out = append(strconv.AppendInt(f.out, int64(n), 10), " 0 obj\n"...)
}

func (f *file) end() { f.out = append(f.out, "\nendobj\n"...) }
