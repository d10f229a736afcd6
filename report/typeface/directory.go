package typeface

import "fmt"

// wanted are the tables that are read, or whose presence says something. All else in a font (hints, layout features,
// vertical metrics, signatures) plays no part in setting horizontal text.
var wanted = map[string]bool{
	"OS/2": true, "cmap": true, "glyf": true, "head": true, "hhea": true, "hmtx": true,
	"loca": true, "maxp": true, "name": true, "post": true,
	"CFF ": true, "CFF2": true, "CBDT": true, "EBDT": true, "bdat": true, "sbix": true, "fvar": true,
}

// smallest lists the tables a face cannot do without, with the least bytes each must have, in the order of checking.
var smallest = []struct {
	tag  string
	size int
}{
	{"head", 54}, {"hhea", 36}, {"maxp", 32}, {"hmtx", 4}, {"loca", 4}, {"cmap", 4},
}

// directory finds the wanted tables of a font file.
func directory(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, ErrNotTrueType
	}
	switch tag := string(data[:4]); tag {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, ErrCFF
	case "ttcf":
		return nil, ErrCollection
	case "wOFF", "wOF2":
		return nil, fmt.Errorf("%w; this is a compressed web font (WOFF)", ErrNotTrueType)
	default:
		return nil, ErrNotTrueType
	}
	n := int(be.Uint16(data[4:]))
	if 12+16*n > len(data) {
		return nil, damaged("it ends within its list of %d tables", n)
	}
	tables := make(map[string][]byte, len(wanted))
	for i := range n {
		rec := data[12+16*i:]
		tag := string(rec[:4])
		if !wanted[tag] {
			continue
		}
		off, size := uint64(be.Uint32(rec[8:])), uint64(be.Uint32(rec[12:]))
		if off+size > uint64(len(data)) {
			return nil, damaged("table %s lies beyond the end of the file", tag)
		}
		tables[tag] = data[off : off+size : off+size]
	}
	return tables, nil
}

// checkKind tells a static face with TrueType outlines from all other kinds of font.
func (f *Face) checkKind() error {
	has := func(tags ...string) bool {
		for _, t := range tags {
			if len(f.tables[t]) > 0 {
				return true
			}
		}
		return false
	}
	switch {
	case has("glyf") && has("fvar"):
		return ErrVariable
	case has("glyf"):
	case has("CFF ", "CFF2"):
		return ErrCFF
	case has("CBDT", "EBDT", "bdat", "sbix"):
		return ErrBitmap
	default:
		return damaged("it has no outlines (table glyf)")
	}
	for _, s := range smallest {
		if n := len(f.tables[s.tag]); n < s.size {
			return damaged("table %s has %d bytes, at least %d are needed", s.tag, n, s.size)
		}
	}
	return nil
}

// readHead reads the number of glyphs and the scale, and checks that every glyph has its place in loca.
func (f *Face) readHead() error {
	head := f.tables["head"]
	f.unitsPerEm = int(be.Uint16(head[18:]))
	if f.unitsPerEm < 16 || f.unitsPerEm > 16384 { // the range the OpenType specification allows
		return damaged("%d units per em, 16 to 16384 are allowed", f.unitsPerEm)
	}
	format := be.Uint16(head[50:])
	if format > 1 {
		return damaged("unknown format %d of table loca", format)
	}
	f.longLoca = format == 1
	f.glyphs = int(be.Uint16(f.tables["maxp"][4:]))
	if f.glyphs == 0 {
		return damaged("it has no glyphs")
	}
	width := 2
	if f.longLoca {
		width = 4
	}
	if need := width * (f.glyphs + 1); len(f.tables["loca"]) < need {
		return damaged("table loca has %d bytes, %d glyphs need %d", len(f.tables["loca"]), f.glyphs, need)
	}
	return nil
}

// readMetrics checks that the advances of table hmtx are there.
func (f *Face) readMetrics() error {
	f.hMetrics = int(be.Uint16(f.tables["hhea"][34:]))
	if f.hMetrics == 0 || f.hMetrics > f.glyphs {
		return damaged("%d advance widths for %d glyphs", f.hMetrics, f.glyphs)
	}
	if need := 4 * f.hMetrics; len(f.tables["hmtx"]) < need {
		return damaged("table hmtx has %d bytes, at least %d are needed", len(f.tables["hmtx"]), need)
	}
	return nil
}

// checkRights refuses fonts whose maker does not let them be embedded (OS/2 fsType, OpenType specification:
// 2 alone is "restricted licence", bit 8 "no subsetting", bit 9 "bitmaps only").
func (f *Face) checkRights() error {
	os2 := f.tables["OS/2"]
	if len(os2) < 10 {
		return nil
	}
	if t := be.Uint16(os2[8:]); t&0xF == 2 || t&0x300 != 0 {
		return fmt.Errorf("%w: fsType is %#04x", ErrRestricted, t)
	}
	return nil
}
