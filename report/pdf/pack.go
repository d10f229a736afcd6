package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
)

// entry is an object's line in the cross-reference stream (ISO 32000-1, 7.5.8.3).
type entry struct {
	kind  byte
	where int // its offset, or the number of the object stream
	index int // in the object stream
}

// Kinds of entries; that of no object is 0.
const (
	inFile   = 1
	inStream = 2
)

// bytes is the file put together. All objects but streams, the catalog and the document information are packed in
// streams (ISO 32000-1, 7.5.7): a tagged file has a thousand of them and more, and each alike. It is the press's until the
// next file.
func (f *file) bytes() []byte {
	f.put(f.root, f.objects[f.root])
	f.put(f.info, f.objects[f.info])
	loose := make([]int, 0, len(f.objects))
	for n := 1; n < len(f.objects); n++ {
		if f.entries[n].kind != inFile {
			loose = append(loose, n)
		}
	}
	const most = 2000 // objects a reader has to unpack to see one
	for some := range slices.Chunk(loose, most) {
		f.pack(some)
	}
	f.table()
	return f.out
}

// pack puts objects into one stream.
func (f *file) pack(numbers []int) {
	stream := f.reserve()
	f.packed = f.packed[:0]
	at := 0
	for i, n := range numbers {
		f.packed = append(strconv.AppendInt(f.packed, int64(n), 10), ' ')
		f.packed = append(strconv.AppendInt(f.packed, int64(at), 10), ' ')
		at += len(f.objects[n]) + len("\n")
		f.entries[n] = entry{inStream, stream, i}
	}
	first := len(f.packed)
	for _, n := range numbers {
		f.packed = append(append(f.packed, f.objects[n]...), '\n')
	}
	f.stream(stream, fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(numbers), first), f.packed)
}

// table writes the cross-reference stream. Its lines are given by their differences from the ones before (the PNG filter
// Up; ISO 32000-1, 7.4.4.4), which are nearly all the same. The file's identifier is made of its content (14.4), all but
// the fonts, whose names say what is in them.
func (f *file) table() {
	sum := sha256.Sum256(f.out[f.fontsEnd:])
	id := sum[:16]
	n := f.reserve()
	start := len(f.out)
	f.entries[n] = entry{inFile, start, 0}
	const up = 2
	var before, line [7]byte
	f.packed = f.packed[:0]
	for _, e := range f.entries {
		line[0] = e.kind
		binary.BigEndian.PutUint32(line[1:], uint32(e.where))
		binary.BigEndian.PutUint16(line[5:], uint16(e.index))
		f.packed = append(f.packed, up)
		for i, b := range line {
			f.packed = append(f.packed, b-before[i])
		}
		before = line
	}
	dict := fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Root %d 0 R/Info %d 0 R/ID[<%x><%x>]/Filter/FlateDecode",
		len(f.entries), f.root, f.info, id, id)
	f.putStream(n, dict, f.compressed(f.zip, f.packed))
	f.out = fmt.Appendf(f.out, "startxref\n%d\n%%%%EOF\n", start)
}
