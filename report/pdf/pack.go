package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
)

// entry is an object's line in the cross-reference stream (ISO 32000-1, 7.5.8.3).
type entry struct {
	kind  byte // 0: none; 1: stands in the file; 2: stands in an object stream
	where int  // its offset, or the number of the object stream
	index int  // in the object stream
}

// bytes is the file put together again. All objects but streams, the catalog and the document information are packed in
// streams (ISO 32000-1, 7.5.7): a tagged file has a thousand of them and more, and each alike. The file's identifier is
// made of its content (14.4). It is zip's until the next file.
func (f *file) bytes(zip *deflater) []byte {
	w := &zip.packed
	w.Reset()
	w.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	entries := make([]entry, len(f.objects))
	write := func(n int, object []byte) {
		entries[n] = entry{1, w.Len(), 0}
		fmt.Fprintf(w, "%d 0 obj\n", n)
		w.Write(object)
		w.WriteString("\nendobj\n")
	}
	var small []int
	for n, o := range f.objects {
		switch {
		case n == 0:
		case n == f.root, n == f.info, bytes.HasSuffix(o, []byte("\nendstream")):
			write(n, o)
		default:
			small = append(small, n)
		}
	}
	const most = 400  // objects a reader has to unpack to see one
	var packed []byte // where each object stands, then the objects
	for some := range slices.Chunk(small, most) {
		packed = packed[:0]
		at := 0
		for i, n := range some {
			packed = append(strconv.AppendInt(packed, int64(n), 10), ' ')
			packed = append(strconv.AppendInt(packed, int64(at), 10), ' ')
			at += len(f.objects[n]) + len("\n")
			entries[n] = entry{2, len(entries), i}
		}
		dict := fmt.Sprintf("/Type /ObjStm /N %d /First %d ", len(some), len(packed))
		packed = slices.Grow(packed, at)
		for _, n := range some {
			packed = append(append(packed, f.objects[n]...), '\n')
		}
		entries = append(entries, entry{})
		write(len(entries)-1, zip.stream(dict, packed))
	}
	sum := sha256.Sum256(w.Bytes())
	id := sum[:16]
	table := w.Len()
	entries = append(entries, entry{1, table, 0})
	lines := make([]byte, 0, 7*len(entries))
	for _, e := range entries {
		lines = append(lines, e.kind)
		lines = binary.BigEndian.AppendUint32(lines, uint32(e.where))
		lines = binary.BigEndian.AppendUint16(lines, uint16(e.index))
	}
	dict := fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>] ",
		len(entries), f.root, f.info, id, id)
	write(len(entries)-1, zip.stream(dict, lines))
	fmt.Fprintf(w, "startxref\n%d\n%%%%EOF\n", table)
	return w.Bytes()
}
