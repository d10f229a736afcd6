package typeface

// box is a rectangle in font units.
type box struct{ xMin, yMin, xMax, yMax int }

const glyphHeader = 10 // number of contours and the glyph's box, 16 bits each

// glyph is the outline of glyph g: its bytes in table glyf, at least a header, or nil for a glyph without ink.
func (f *Face) glyph(g uint16) ([]byte, error) {
	loca, glyf := f.loca, f.glyf
	var from, to int
	if f.longLoca {
		from, to = int(be.Uint32(loca[4*int(g):])), int(be.Uint32(loca[4*int(g)+4:]))
	} else {
		from, to = 2*int(be.Uint16(loca[2*int(g):])), 2*int(be.Uint16(loca[2*int(g)+2:]))
	}
	if from > to || to > len(glyf) {
		return nil, damaged("glyph %d lies outside table glyf", g)
	}
	if from == to {
		return nil, nil
	}
	if to-from < glyphHeader {
		return nil, damaged("glyph %d is cut short", g)
	}
	d := glyf[from:to:to]
	if be.Uint16(d) == 0 { // no contours
		return nil, nil
	}
	return d, nil
}

// glyphBox is the rectangle that a glyph's header gives for its outline.
func glyphBox(d []byte) box {
	return box{signed(d, 2), signed(d, 4), signed(d, 6), signed(d, 8)}
}

// composite reports whether a glyph is put together from others.
func composite(d []byte) bool { return signed(d, 0) < 0 }

// Flags of a component (OpenType specification, glyf, composite glyphs).
const (
	argsAreWords     = 0x0001
	haveScale        = 0x0008
	moreComponents   = 0x0020
	haveXYScale      = 0x0040
	haveTwoByTwo     = 0x0080
	haveInstructions = 0x0100
)

// components lists where in a composite glyph the numbers of its parts stand (the flags of a part are the 16 bits
// before its number), and where the last part ends.
func components(d []byte) (at []int, end int, ok bool) {
	for p := glyphHeader; ; {
		if p+4 > len(d) {
			return nil, 0, false
		}
		flags := be.Uint16(d[p:])
		at = append(at, p+2)
		p += 4 + 2
		if flags&argsAreWords != 0 {
			p += 2
		}
		switch {
		case flags&haveScale != 0:
			p += 2
		case flags&haveXYScale != 0:
			p += 4
		case flags&haveTwoByTwo != 0:
			p += 8
		}
		if p > len(d) {
			return nil, 0, false
		}
		if flags&moreComponents == 0 {
			return at, p, true
		}
	}
}

// unhinted copies a glyph onto dst without its instructions. The parts of a composite glyph are renumbered.
func unhinted(dst, d []byte, renumber func(uint16) uint16) ([]byte, bool) {
	if !composite(d) {
		p := glyphHeader + 2*int(be.Uint16(d)) // after the ends of the contours stands the length of the instructions
		if p+2 > len(d) || p+2+int(be.Uint16(d[p:])) > len(d) {
			return nil, false
		}
		dst = append(dst, d[:p]...)
		dst = append(dst, 0, 0)
		return append(dst, d[p+2+int(be.Uint16(d[p:])):]...), true
	}
	at, end, ok := components(d)
	if !ok {
		return nil, false
	}
	start := len(dst)
	dst = append(dst, d[:end]...)
	for _, p := range at {
		part := dst[start+p-2:]
		be.PutUint16(part, be.Uint16(part)&^haveInstructions)
		be.PutUint16(part[2:], renumber(be.Uint16(part[2:])))
	}
	return dst, true
}
