package typeface

import "sort"

// charMap finds the glyph of a valid character; 0 means none.
type charMap interface {
	glyph(r rune) uint16
}

// readCmap chooses the character map to use: format 12, which reaches all of Unicode, before format 4, which ends
// at U+FFFF. Maps for other encodings and for symbol fonts are passed over.
func (f *Face) readCmap() error {
	table := f.tables["cmap"]
	n := int(be.Uint16(table[2:]))
	if 4+8*n > len(table) {
		return damaged("table cmap ends within its list of %d maps", n)
	}
	var basic charMap
	for i := range n {
		rec := table[4+8*i:]
		platform, encoding, off := be.Uint16(rec), be.Uint16(rec[2:]), uint64(be.Uint32(rec[4:]))
		unicode := platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
		if !unicode || off+2 > uint64(len(table)) {
			continue
		}
		sub := table[off:]
		switch be.Uint16(sub) {
		case 12:
			m, err := newGroupMap(sub)
			if err != nil {
				return err
			}
			f.cmap = m
			return nil
		case 4:
			m, err := newSegmentMap(sub)
			if err != nil {
				return err
			}
			basic = m
		}
	}
	if basic == nil {
		return ErrNoUnicode
	}
	f.cmap = basic
	return nil
}

// groupMap is a cmap of format 12: sorted groups of (first character, last character, glyph of the first).
type groupMap []byte

func newGroupMap(sub []byte) (groupMap, error) {
	if len(sub) < 16 {
		return nil, damaged("a character map of format 12 is cut short")
	}
	n := uint64(be.Uint32(sub[12:]))
	if 16+12*n > uint64(len(sub)) {
		return nil, damaged("a character map of format 12 is cut short")
	}
	return groupMap(sub[16 : 16+12*n]), nil
}

func (m groupMap) glyph(r rune) uint16 {
	c := uint32(r)
	n := len(m) / 12
	i := sort.Search(n, func(i int) bool { return be.Uint32(m[12*i+4:]) >= c })
	if i == n {
		return 0
	}
	group := m[12*i:]
	first, start := be.Uint32(group), be.Uint32(group[8:])
	if c < first {
		return 0
	}
	if g := uint64(start) + uint64(c-first); g <= 0xFFFF {
		return uint16(g)
	}
	return 0
}

// segmentMap is a cmap of format 4: sorted segments, each with a shift from character to glyph or a list of glyphs.
type segmentMap struct {
	end, start, delta []byte // 16-bit entries, one a segment
	offset            []byte // likewise, followed by the lists of glyphs that its entries point into
}

func newSegmentMap(sub []byte) (segmentMap, error) {
	if len(sub) < 16 {
		return segmentMap{}, damaged("a character map of format 4 is cut short")
	}
	// The length a map of format 4 gives for itself is too small for large fonts and wrong in many; it is not used.
	size := int(be.Uint16(sub[6:])) &^ 1
	if 16+4*size > len(sub) {
		return segmentMap{}, damaged("a character map of format 4 is cut short")
	}
	return segmentMap{
		end:    sub[14 : 14+size],
		start:  sub[16+size : 16+2*size],
		delta:  sub[16+2*size : 16+3*size],
		offset: sub[16+3*size:],
	}, nil
}

func (m segmentMap) glyph(r rune) uint16 {
	if r > 0xFFFF {
		return 0
	}
	c := uint16(r)
	n := len(m.end) / 2
	i := sort.Search(n, func(i int) bool { return be.Uint16(m.end[2*i:]) >= c })
	if i == n {
		return 0
	}
	first := be.Uint16(m.start[2*i:])
	if c < first {
		return 0
	}
	delta, offset := be.Uint16(m.delta[2*i:]), int(be.Uint16(m.offset[2*i:]))
	if offset == 0 {
		return c + delta
	}
	at := 2*i + offset + 2*int(c-first) // an offset counts from its own place in the table
	if at+2 > len(m.offset) {
		return 0
	}
	if g := be.Uint16(m.offset[at:]); g != 0 {
		return g + delta
	}
	return 0
}
