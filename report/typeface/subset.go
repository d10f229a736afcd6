package typeface

import (
	"cmp"
	"slices"
)

// mapping is one entry of the character map to write: a code and the glyph of the source face that it shows.
type mapping struct {
	code  rune
	glyph uint16
}

// mostParts bounds how many glyphs may take part in showing one composite glyph. Real fonts need about ten; more only
// serves to keep a reader of the font busy without end.
const mostParts = 1000

// subset writes a TrueType file with the mapped glyphs of f, the parts they are composed of, and .notdef. In chars it
// puts the numbers of the glyphs in that file.
// The table of names may be nil.
func (f *Face) subset(chars []mapping, names []byte) ([]byte, error) {
	slices.SortFunc(chars, func(a, b mapping) int { return cmp.Compare(a.code, b.code) })
	s := &selection{face: f, number: map[uint16]uint16{0: 0}, order: []uint16{0}, parts: map[uint16]int{}}
	// Glyphs are numbered in the order of their codes: then neighbours in code are neighbours in number,
	// and the character map needs few entries.
	for i, c := range chars {
		chars[i].glyph = s.add(c.glyph)
	}
	if err := s.copyGlyphs(); err != nil {
		return nil, err
	}
	cmap, err := writeCmap(chars)
	if err != nil {
		return nil, err
	}
	if names == nil {
		names = noNames
	}
	tables := []table{
		{"OS/2", f.os2(chars)}, {"cmap", cmap}, {"glyf", s.glyf}, {"head", s.head()}, {"hhea", s.hhea()},
		{"hmtx", s.hmtx}, {"loca", s.loca}, {"maxp", s.maxp()}, {"name", names}, {"post", f.post()},
	}
	return assemble(tables), nil
}

// selection collects the glyphs of a new face.
type selection struct {
	face   *Face
	order  []uint16          // glyphs of the source, in the order of their new numbers
	number map[uint16]uint16 // new number of each
	parts  map[uint16]int    // how many glyphs take part in showing a glyph; -1 while they are being counted

	glyf, loca, hmtx []byte
	box              box  // around all glyphs
	inked            bool // the box is that of a glyph
	widest           int  // advance
}

// add numbers a glyph of the source, once.
func (s *selection) add(g uint16) uint16 {
	if n, ok := s.number[g]; ok {
		return n
	}
	n := uint16(len(s.order))
	s.number[g] = n
	s.order = append(s.order, g)
	return n
}

// copyGlyphs writes the outlines and metrics of all glyphs; the list of glyphs grows by their parts on the way.
func (s *selection) copyGlyphs() error {
	s.makeRoom()
	for i := 0; i < len(s.order); i++ {
		g := s.order[i]
		s.loca = be.AppendUint32(s.loca, uint32(len(s.glyf)))
		advance := s.face.advance(g)
		s.widest = max(s.widest, advance)
		s.hmtx = be.AppendUint16(s.hmtx, uint16(advance))
		s.hmtx = be.AppendUint16(s.hmtx, uint16(s.face.sideBearing(g)))
		d, err := s.face.glyph(g)
		if err != nil {
			return err
		}
		if d == nil {
			continue
		}
		if composite(d) {
			if _, err := s.countParts(g); err != nil {
				return err
			}
		}
		var ok bool
		if s.glyf, ok = unhinted(s.glyf, d, s.add); !ok {
			return damaged("glyph %d is cut short", g)
		}
		for len(s.glyf)%4 != 0 {
			s.glyf = append(s.glyf, 0)
		}
		b := glyphBox(d)
		if !s.inked {
			s.box, s.inked = b, true
		}
		s.box = box{min(s.box.xMin, b.xMin), min(s.box.yMin, b.yMin), max(s.box.xMax, b.xMax), max(s.box.yMax, b.yMax)}
	}
	s.loca = be.AppendUint32(s.loca, uint32(len(s.glyf)))
	if len(s.glyf) == 0 {
		s.glyf = []byte{0, 0, 0, 0} // readers take an empty table for a missing one
	}
	return nil
}

// makeRoom has room for all glyphs known so far, so that their copies need not be moved as they grow.
func (s *selection) makeRoom() {
	n, outlines := len(s.order), 0
	for _, g := range s.order {
		d, _ := s.face.glyph(g) // copyGlyphs tells of a broken one
		outlines += padded(len(d))
	}
	s.glyf, s.loca, s.hmtx = make([]byte, 0, outlines), make([]byte, 0, 4*n+4), make([]byte, 0, 4*n)
}

// countParts counts the glyphs that take part in showing g, each as often as it is shown. It refuses glyphs that
// contain themselves and those built to make that number explode: who reads the font may follow the parts without any
// such care.
func (s *selection) countParts(g uint16) (int, error) {
	if n, ok := s.parts[g]; ok {
		if n < 0 {
			return 0, damaged("glyph %d is a part of itself", g)
		}
		return n, nil
	}
	if int(g) >= s.face.glyphs {
		return 0, damaged("a glyph is composed of glyph %d, which does not exist", g)
	}
	d, err := s.face.glyph(g)
	if err != nil {
		return 0, err
	}
	total := 1
	if d != nil && composite(d) {
		s.parts[g] = -1
		at, _, ok := components(d)
		if !ok {
			return 0, damaged("glyph %d is cut short", g)
		}
		for _, p := range at {
			n, err := s.countParts(be.Uint16(d[p:]))
			if err != nil {
				return 0, err
			}
			if total += n; total > mostParts {
				return 0, damaged("glyph %d is composed of more than %d parts", g, mostParts)
			}
		}
	}
	s.parts[g] = total
	return total, nil
}
