package typeface

import (
	"math/bits"
	"slices"
)

// table is one table of a font file.
type table struct {
	tag  string
	data []byte
}

// assemble writes a font file over out. The tables come sorted by tag, as the format demands; those without data are
// left out.
func assemble(out []byte, tables []table) []byte {
	size, n := 12, 0
	for _, t := range tables {
		if t.data != nil {
			n++
			size += 16 + padded(len(t.data))
		}
	}
	out = append(slices.Grow(out[:0], size), 0, 1, 0, 0)
	out = be.AppendUint16(out, uint16(n))
	out = appendSearch(out, n, 16)
	off, head, sum := 12+16*n, 0, uint32(0)
	for _, t := range tables {
		if t.data == nil {
			continue
		}
		if t.tag == "head" {
			head = off
			be.PutUint32(t.data[8:], 0) // the sums are taken as though the file's sum were 0
		}
		out = append(out, t.tag...)
		own := checksum(t.data)
		sum += own
		out = be.AppendUint32(out, own)
		out = be.AppendUint32(out, uint32(off))
		out = be.AppendUint32(out, uint32(len(t.data)))
		off += padded(len(t.data))
	}
	sum += checksum(out) // the file's sum is that of its directory and its tables
	for _, t := range tables {
		out = append(out, t.data...)
		out = append(out, zeros[:padded(len(out))-len(out)]...)
	}
	be.PutUint32(out[head+8:], 0xB1B0AFBA-sum)
	return out
}

// appendSearch writes the three numbers that help to search n records by halves; each record counts for size.
func appendSearch(b []byte, n, size int) []byte {
	steps := bits.Len(uint(n)) - 1
	half := size << steps
	b = be.AppendUint16(b, uint16(half))
	b = be.AppendUint16(b, uint16(steps))
	return be.AppendUint16(b, uint16(size*n-half))
}

// padded rounds a length up to whole 32-bit words.
func padded(n int) int { return (n + 3) &^ 3 }

// zeros fill up the last word.
var zeros [3]byte

// checksum adds up data as 32-bit numbers; the last is filled up with zeros.
func checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 8; data = data[8:] { // two at a time: half of the time
		two := be.Uint64(data)
		sum += uint32(two>>32) + uint32(two)
	}
	if len(data) >= 4 {
		sum += be.Uint32(data)
		data = data[4:]
	}
	if len(data) > 0 {
		var last [4]byte
		copy(last[:], data)
		sum += be.Uint32(last[:])
	}
	return sum
}
