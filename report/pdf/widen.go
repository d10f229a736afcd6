package pdf

import (
	"encoding/binary"
	"errors"
	"math"
)

// errNoWidths is why a cut font cannot be widened.
var errNoWidths = errors.New("a cut font without a table of widths")

// widen adds a blank, in em, to the advance of every glyph of a TrueType file, in place. Checksums are left as they
// are: gofpdf makes the tables anew.
func widen(ttf []byte, em float64) error {
	head, hhea, hmtx := table(ttf, "head"), table(ttf, "hhea"), table(ttf, "hmtx")
	if len(head) < 20 || len(hhea) < 36 {
		return errNoWidths
	}
	be := binary.BigEndian
	count := int(be.Uint16(hhea[34:]))
	if len(hmtx) < 4*count {
		return errNoWidths
	}
	blank := int(math.Round(em * float64(be.Uint16(head[18:]))))
	for at := 0; at < 4*count; at += 4 {
		be.PutUint16(hmtx[at:], uint16(min(int(be.Uint16(hmtx[at:]))+blank, math.MaxUint16)))
	}
	return nil
}

// table is a table of a TrueType file; nil if there is none.
func table(ttf []byte, tag string) []byte {
	be := binary.BigEndian
	if len(ttf) < 12 {
		return nil
	}
	for i := range int(be.Uint16(ttf[4:])) {
		at := 12 + 16*i
		if at+16 > len(ttf) {
			return nil
		}
		if string(ttf[at:at+4]) != tag {
			continue
		}
		from, length := uint64(be.Uint32(ttf[at+8:])), uint64(be.Uint32(ttf[at+12:]))
		if from+length > uint64(len(ttf)) {
			return nil
		}
		return ttf[from : from+length]
	}
	return nil
}
