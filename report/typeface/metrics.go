package typeface

import "math"

// Advance is the width of r in em: how far the pen moves. A character the face does not have is as wide as .notdef.
func (f *Face) Advance(r rune) float64 {
	return float64(f.advance(f.glyphOf(r))) / float64(f.unitsPerEm)
}

// InkBounds tells where the ink of r begins and ends, in em from the pen position: the blank before it is left, the
// blank after it Advance(r) − right. Both may lie outside 0…Advance(r). ok is false when there is no ink (a space) or
// no such character.
func (f *Face) InkBounds(r rune) (left, right float64, ok bool) {
	g := f.glyphOf(r)
	if g == 0 {
		return 0, 0, false
	}
	d, err := f.glyph(g)
	if err != nil || len(d) == 0 {
		return 0, 0, false
	}
	// Outlines are shifted until their left edge stands at the left side bearing; as a rule the shift is 0.
	lsb, box := f.sideBearing(g), glyphBox(d)
	em := float64(f.unitsPerEm)
	return float64(lsb) / em, float64(lsb+box.xMax-box.xMin) / em, true
}

// Ascent is how far the face reaches above the baseline, in thousandths of an em (PDF font descriptor, ISO 32000-1
// table 122). It is the line's measure (hhea), larger than the em box of a Chinese face.
func (f *Face) Ascent() int { return f.perMille(signed(f.tables["hhea"], 4)) }

// Descent is how far the face reaches below the baseline, in thousandths of an em: a negative number.
func (f *Face) Descent() int { return f.perMille(signed(f.tables["hhea"], 6)) }

// CapHeight is the height of Latin capitals in thousandths of an em.
func (f *Face) CapHeight() int {
	if os2 := f.tables["OS/2"]; len(os2) >= 90 && be.Uint16(os2) >= 2 {
		if h := signed(os2, 88); h > 0 {
			return f.perMille(h)
		}
	}
	if d, err := f.glyph(f.glyphOf('H')); f.Has('H') && err == nil && len(d) > 0 {
		return f.perMille(glyphBox(d).yMax)
	}
	return f.Ascent()
}

// BBox is the smallest rectangle around all glyphs laid over each other (xMin, yMin, xMax, yMax), in thousandths of an em.
func (f *Face) BBox() [4]int {
	b := box{signed(f.tables["head"], 36), signed(f.tables["head"], 38), signed(f.tables["head"], 40), signed(f.tables["head"], 42)}
	return [4]int{f.perMille(b.xMin), f.perMille(b.yMin), f.perMille(b.xMax), f.perMille(b.yMax)}
}

// ItalicAngle is the slant in degrees counter-clockwise from the vertical: 0 for upright faces, negative for those
// that lean right.
func (f *Face) ItalicAngle() float64 {
	post := f.tables["post"]
	if len(post) < 8 {
		return 0
	}
	return float64(int32(be.Uint32(post[4:]))) / 65536
}

// StemV is the width of vertical stems in thousandths of an em. TrueType fonts do not say it; it is estimated from
// the weight class, which viewers use only to choose a substitute for a face that is not embedded.
func (f *Face) StemV() int {
	weight := 400
	if os2 := f.tables["OS/2"]; len(os2) >= 6 {
		weight = int(be.Uint16(os2[4:]))
	}
	return 50 + weight*weight/(65*65)
}

func (f *Face) perMille(units int) int {
	return int(math.Round(float64(units) * 1000 / float64(f.unitsPerEm)))
}

// advance is the advance width of a glyph in font units.
func (f *Face) advance(g uint16) int {
	i := min(int(g), f.hMetrics-1)
	return int(be.Uint16(f.hmtx[4*i:]))
}

// advanceOf is the advance width of a glyph that may be wider, in font units.
func (f *Face) advanceOf(p pick) int { return min(f.advance(p.glyph)+p.blank, math.MaxUint16) }

// sideBearing is the left side bearing of a glyph in font units; 0 where hmtx ends too early, as it does in some fonts.
func (f *Face) sideBearing(g uint16) int {
	at := 4*int(g) + 2
	if int(g) >= f.hMetrics {
		at = 4*f.hMetrics + 2*(int(g)-f.hMetrics)
	}
	if at+2 > len(f.hmtx) {
		return 0
	}
	return signed(f.hmtx, at)
}

// signed reads a 16-bit signed number.
func signed(table []byte, at int) int { return int(int16(be.Uint16(table[at:]))) }
