package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"jianbao/report/typeset/typesettest"
)

// summed undoes the PNG filter Up in lines of seven bytes.
func summed(filtered []byte) []byte {
	var lines []byte
	before := make([]byte, 7)
	for line := range slices.Chunk(filtered, 8) {
		for i, b := range line[1:] {
			before[i] += b
		}
		lines = append(lines, before...)
	}
	return lines
}

// Every object is found where the cross-reference stream says, packed or not.
func TestEveryObjectIsFound(t *testing.T) {
	f := assembled(t, typesettest.Pages(t, typesettest.Briefing()))
	objects := slices.Clone(f.objects)
	b := f.bytes()
	at := func(offset int) []byte { // the object there
		_, o, _ := bytes.Cut(b[offset:], []byte(" 0 obj\n"))
		o, _, _ = bytes.Cut(o, []byte("\nendobj\n"))
		return o
	}
	_, tail, _ := bytes.Cut(b[bytes.LastIndex(b, []byte("startxref\n")):], []byte("\n"))
	table, _, _ := number(tail)
	lines := summed(unpacked(t, at(table)))
	where := func(n int) (kind byte, place, index int) {
		l := lines[7*n:]
		return l[0], int(binary.BigEndian.Uint32(l[1:])), int(binary.BigEndian.Uint16(l[5:]))
	}
	packed := 0
	for n, want := range objects[1:] {
		n++
		kind, place, index := where(n)
		if kind == 1 {
			if !bytes.HasPrefix(b[place:], fmt.Appendf(nil, "%d 0 obj\n", n)) || !bytes.HasPrefix(at(place), want) {
				t.Errorf("object %d is not at %d", n, place)
			}
			continue
		}
		packed++
		_, place, _ = where(place)
		stream := at(place)
		_, digits, _ := bytes.Cut(stream, []byte("/First "))
		first, _, _ := number(digits)
		data := unpacked(t, stream)
		pairs := bytes.Fields(data[:first])
		offset, _ := strconv.Atoi(string(pairs[2*index+1]))
		if string(pairs[2*index]) != strconv.Itoa(n) || !bytes.HasPrefix(data[first+offset:], append(want[:len(want):len(want)], '\n')) {
			t.Errorf("object %d is not number %d of its stream", n, index)
		}
	}
	if packed < 400 {
		t.Errorf("only %d objects are packed", packed)
	}
}
