package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// file is a PDF file as a list of objects. It reads only what gofpdf writes: one cross-reference table, all objects in
// use, none compressed.
type file struct {
	*press         // its objects are by number; 0 is not used
	root, info int // numbers of the catalog and of the document information
	fontsEnd   int // where in the file the fonts end
}

// errForeign is why a file is not as gofpdf writes it.
var errForeign = errors.New("gofpdf's output is not as expected")

func foreign(what string) error { return fmt.Errorf("%w: %s", errForeign, what) }

// parse takes a file apart and begins the one to be written. The objects are parts of b, not copies.
func (p *press) parse(b []byte) (*file, error) {
	tail := bytes.LastIndex(b, []byte("startxref\n"))
	if tail < 0 {
		return nil, foreign("no startxref")
	}
	table, _, ok := number(b[tail+len("startxref\n"):])
	if !ok || table > tail {
		return nil, foreign("startxref points nowhere")
	}
	offsets, err := readTable(b[table:tail], table)
	if err != nil {
		return nil, err
	}
	f := &file{press: p}
	p.objects, p.entries, p.small = p.objects[:0], p.entries[:0], p.small[:0]
	p.out = append(p.out[:0], "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"...)
	for range offsets {
		f.reserve()
	}
	order := slices.Clone(offsets[1:])
	slices.Sort(order)
	order = append(order, table)
	for n := 1; n < len(offsets); n++ {
		i, _ := slices.BinarySearch(order, offsets[n])
		f.objects[n], ok = body(b[offsets[n]:order[i+1]], n)
		if !ok {
			return nil, foreign(fmt.Sprintf("object %d is not where it should be", n))
		}
	}
	trailer := b[table:tail]
	f.root, f.info = reference(trailer, "/Root "), reference(trailer, "/Info ")
	if f.root == 0 || f.info == 0 || max(f.root, f.info) >= len(f.objects) {
		return nil, foreign("no catalog or no document information")
	}
	return f, nil
}

// readTable reads the cross-reference table: the offset of each object, all of them before end.
func readTable(table []byte, end int) ([]int, error) {
	rest, ok := bytes.CutPrefix(table, []byte("xref\n0 "))
	count, digits, isNumber := number(rest)
	const entry = 20 // "0000000015 00000 n \n"
	if !ok || !isNumber || len(rest) < digits+1+entry*count || count < 1 {
		return nil, foreign("bad cross-reference table")
	}
	rest = rest[digits+1:]
	offsets := make([]int, count)
	for n := 1; n < count; n++ {
		at, _, ok := number(bytes.TrimLeft(rest[entry*n:entry*n+10], "0"))
		if !ok || at >= end {
			return nil, foreign("bad cross-reference entry")
		}
		offsets[n] = at
	}
	return offsets, nil
}

// body is what stands between "n 0 obj" and "endobj".
func body(b []byte, n int) ([]byte, bool) {
	b, ok := bytes.CutPrefix(b, []byte(strconv.Itoa(n)+" 0 obj\n"))
	end := bytes.LastIndex(b, []byte("endobj"))
	if !ok || end < 0 {
		return nil, false
	}
	return bytes.TrimRight(b[:end], "\n"), true
}

// number reads a decimal number of at most nine digits at the start of b and tells how many they are.
func number(b []byte) (value, digits int, ok bool) {
	for digits < len(b) && b[digits] >= '0' && b[digits] <= '9' {
		value = value*10 + int(b[digits]-'0')
		if digits++; digits > 9 {
			return 0, 0, false
		}
	}
	return value, digits, digits > 0
}

// reference is the object number after a key, as in "/Root 7 0 R"; 0 if there is none.
func reference(b []byte, key string) int {
	_, rest, ok := bytes.Cut(b, []byte(key))
	if !ok {
		return 0
	}
	n, digits, ok := number(rest)
	if !ok || !bytes.HasPrefix(rest[digits:], []byte(" 0 R")) {
		return 0
	}
	return n
}
