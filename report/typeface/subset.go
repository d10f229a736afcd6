package typeface

import "math"

// pick is a glyph of the source that a new face has, and how many font units wider than in the source.
type pick struct {
	glyph uint16
	blank int
}

// mapping is one entry of the character map to write: a code and the glyph that it shows.
type mapping struct {
	code  rune
	glyph uint16
}

// mostParts bounds how many glyphs may take part in showing one composite glyph. Real fonts need about ten; more only
// serves to keep a reader of the font busy without end.
const mostParts = 1000

// selection collects the glyphs of a new face: the first is .notdef, those it is asked for follow, then the parts that
// they are composed of.
type selection struct {
	face   *Face
	order  []pick            // in the order of their new numbers
	number map[uint16]uint16 // new number of each that is as wide as in the source; nil until it is asked for
	parts  map[uint16]int    // how many glyphs take part in showing a glyph; -1 while they are being counted

	glyf, hmtx []byte
	starts     []int // in glyf, of each glyph, and its end
	box        box   // around all glyphs
	inked      bool  // the box is that of a glyph
	widest     int   // advance
}

// begin makes the selection that of a face, with .notdef alone, and keeps its memory.
func (s *selection) begin(f *Face) {
	*s = selection{face: f, order: append(s.order[:0], pick{}), glyf: s.glyf[:0], hmtx: s.hmtx[:0], starts: s.starts[:0]}
}

// tables are the tables that all new faces have, sorted by tag.
func (s *selection) tables() []table {
	return []table{{"glyf", s.glyf}, {"head", s.head()}, {"hhea", s.hhea()}, {"hmtx", s.hmtx}, {"loca", s.loca()},
		{"maxp", s.maxp()}}
}

// add numbers a glyph of the source, once. Few faces are composed of parts, so that as a rule a cut needs no list of
// numbers.
func (s *selection) add(g uint16) uint16 {
	if s.number == nil {
		s.number = make(map[uint16]uint16, len(s.order))
		for n, p := range s.order {
			if _, known := s.number[p.glyph]; !known && p.blank == 0 {
				s.number[p.glyph] = uint16(n)
			}
		}
	}
	if n, ok := s.number[g]; ok {
		return n
	}
	n := uint16(len(s.order))
	s.number[g] = n
	s.order = append(s.order, pick{g, 0})
	return n
}

// copyGlyphs writes the outlines and metrics of all glyphs; the list of glyphs grows by their parts on the way.
func (s *selection) copyGlyphs() error {
	for i := 0; i < len(s.order); i++ {
		if len(s.order) > math.MaxUint16 {
			return ErrTooMany
		}
		p := s.order[i]
		s.starts = append(s.starts, len(s.glyf))
		advance := s.face.advanceOf(p)
		s.widest = max(s.widest, advance)
		s.hmtx = be.AppendUint16(s.hmtx, uint16(advance))
		s.hmtx = be.AppendUint16(s.hmtx, uint16(s.face.sideBearing(p.glyph)))
		d, err := s.face.glyph(p.glyph)
		if err != nil {
			return err
		}
		if d == nil {
			continue
		}
		if composite(d) {
			if _, err := s.countParts(p.glyph); err != nil {
				return err
			}
		}
		var ok bool
		if s.glyf, ok = unhinted(s.glyf, d, s.add); !ok {
			return damaged("glyph %d is cut short", p.glyph)
		}
		s.glyf = append(s.glyf, zeros[:padded(len(s.glyf))-len(s.glyf)]...)
		b := glyphBox(d)
		if !s.inked {
			s.box, s.inked = b, true
		}
		s.box = box{min(s.box.xMin, b.xMin), min(s.box.yMin, b.yMin), max(s.box.xMax, b.xMax), max(s.box.yMax, b.yMax)}
	}
	s.starts = append(s.starts, len(s.glyf))
	if len(s.glyf) == 0 {
		s.glyf = append(s.glyf, 0, 0, 0, 0) // readers take an empty table for a missing one
	}
	return nil
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
	if s.parts == nil {
		s.parts = map[uint16]int{}
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
