package typeface

import (
	"bytes"
	"math"
)

// head is the source's header with what the cut changes in it.
func (s *selection) head() []byte {
	head := bytes.Clone(s.face.tables["head"][:54])
	be.PutUint32(head, 0x00010000)
	be.PutUint32(head[12:], 0x5F0F3CF5)                // magic number
	be.PutUint16(head[16:], be.Uint16(head[16:])&0b11) // of the flags, those of the baseline and the left edge; not of hints
	for i, v := range []int{s.box.xMin, s.box.yMin, s.box.xMax, s.box.yMax} {
		be.PutUint16(head[36+2*i:], uint16(v))
	}
	be.PutUint16(head[50:], 0)
	if s.longLoca() {
		be.PutUint16(head[50:], 1)
	}
	be.PutUint16(head[52:], 0) // the only format of glyf there is
	return head
}

// longLoca reports whether loca has 32-bit offsets. Those of 16 bits count in pairs of bytes.
func (s *selection) longLoca() bool { return len(s.glyf) > 2*math.MaxUint16 }

// loca tells where in glyf each glyph stands.
func (s *selection) loca() []byte {
	if s.longLoca() {
		loca := make([]byte, 0, 4*len(s.starts))
		for _, at := range s.starts {
			loca = be.AppendUint32(loca, uint32(at))
		}
		return loca
	}
	loca := make([]byte, 0, 2*len(s.starts))
	for _, at := range s.starts {
		loca = be.AppendUint16(loca, uint16(at/2))
	}
	return loca
}

// hhea is the source's horizontal header, with a full metric for each glyph. The least bearings of the source stay:
// they hold for any choice of its glyphs.
func (s *selection) hhea() []byte {
	hhea := bytes.Clone(s.face.tables["hhea"][:36])
	be.PutUint16(hhea[10:], uint16(s.widest))
	be.PutUint16(hhea[32:], 0) // the only format of hmtx there is
	be.PutUint16(hhea[34:], uint16(len(s.order)))
	return hhea
}

// maxp is the source's list of limits, without those of hints.
func (s *selection) maxp() []byte {
	maxp := bytes.Clone(s.face.tables["maxp"][:32])
	be.PutUint32(maxp, 0x00010000)
	be.PutUint16(maxp[4:], uint16(len(s.order)))
	be.PutUint16(maxp[14:], 1)             // zones: no twilight zone
	copy(maxp[16:28], make([]byte, 28-16)) // twilight points, storage, functions, instructions, stack
	return maxp
}

// post is the source's slant and underline, without names of glyphs (version 3).
func (f *Face) post() []byte {
	post := make([]byte, 32)
	copy(post, f.tables["post"][:min(16, len(f.tables["post"]))])
	be.PutUint32(post, 0x00030000)
	return post
}

// os2 is the source's OS/2 table for the mapped characters; nil when it has none.
func (f *Face) os2(chars []mapping) []byte {
	os2 := bytes.Clone(f.tables["OS/2"])
	if len(os2) < 78 { // version 0, the shortest
		return nil
	}
	copy(os2[58:62], "    ") // the maker's mark: whoever changed the font is not the maker
	if len(chars) > 0 {
		be.PutUint16(os2[64:], uint16(min(chars[0].code, 0xFFFF)))
		be.PutUint16(os2[66:], uint16(min(chars[len(chars)-1].code, 0xFFFF)))
	}
	return os2
}

// run is a range of codes whose glyphs are numbered in the same order.
type run struct {
	first, last rune
	glyph       uint16 // of the first
}

// runs joins neighbours in code and glyph number. The mappings are sorted by code.
func runs(chars []mapping) []run {
	var rs []run
	for _, c := range chars {
		if n := len(rs); n > 0 {
			if last := &rs[n-1]; last.last+1 == c.code && int(last.glyph)+int(c.code-last.first) == int(c.glyph) {
				last.last = c.code
				continue
			}
		}
		rs = append(rs, run{c.code, c.code, c.glyph})
	}
	return rs
}

// writeCmap writes a map of format 4 for the basic plane and, when there are codes beyond it, one of format 12 for all.
func writeCmap(chars []mapping) ([]byte, error) {
	all := runs(chars)
	basic := all
	for i, r := range all {
		if r.last > 0xFFFF {
			basic = all[:i]
			break
		}
	}
	four, err := writeSegments(basic)
	if err != nil {
		return nil, err
	}
	if len(basic) == len(all) {
		return append([]byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}, four...), nil
	}
	cmap := []byte{0, 0, 0, 2, 0, 3, 0, 1, 0, 0, 0, 20, 0, 3, 0, 10}
	cmap = be.AppendUint32(cmap, uint32(20+len(four)))
	cmap = append(cmap, four...)
	return append(cmap, writeGroups(all)...), nil
}

// writeSegments writes a map of format 4.
func writeSegments(rs []run) ([]byte, error) {
	rs = append(rs[:len(rs):len(rs)], run{0xFFFF, 0xFFFF, 0}) // the closing segment
	n := len(rs)
	if 16+8*n > 0xFFFF {
		return nil, ErrTooMany
	}
	b := be.AppendUint16(nil, 4)
	b = be.AppendUint16(b, uint16(16+8*n))
	b = be.AppendUint16(b, 0) // language
	b = be.AppendUint16(b, uint16(2*n))
	b = appendSearch(b, n, 2)
	for _, r := range rs {
		b = be.AppendUint16(b, uint16(r.last))
	}
	b = append(b, 0, 0)
	for _, r := range rs {
		b = be.AppendUint16(b, uint16(r.first))
	}
	for _, r := range rs {
		b = be.AppendUint16(b, r.glyph-uint16(r.first))
	}
	return append(b, make([]byte, 2*n)...), nil
}

// writeGroups writes a map of format 12.
func writeGroups(rs []run) []byte {
	b := []byte{0, 12, 0, 0}
	for _, v := range []int{16 + 12*len(rs), 0, len(rs)} {
		b = be.AppendUint32(b, uint32(v))
	}
	for _, r := range rs {
		b = be.AppendUint32(b, uint32(r.first))
		b = be.AppendUint32(b, uint32(r.last))
		b = be.AppendUint32(b, uint32(r.glyph))
	}
	return b
}
