package typeface

import (
	"bytes"
	"maps"
	"slices"
)

// Sample is a font made up for tests, with what the embedded faces lack: hints, composite glyphs, several characters
// on one glyph. Tests spoil it by changing its tables before Bytes.
//
//	glyph 0 .notdef   1 space   2 A   3 acute   4 Á = A + acute   5 Ấ = Á, scaled in each of three ways, + acute
type Sample struct {
	Head, Hhea, Maxp, Loca, Cmap, OS2, Post, Name, Hmtx []byte
	Glyphs                                              [][]byte
	Extra                                               map[string][]byte
}

// Advances of the glyphs of the sample, in its 2000 units per em. The last holds for the glyphs after it too.
var sampleAdvances = []int{1000, 500, 1200, 600}

// NewSample makes the font.
func NewSample() *Sample {
	s := &Sample{
		Head: make([]byte, 54), Hhea: make([]byte, 36), Maxp: make([]byte, 32), OS2: make([]byte, 96), Post: make([]byte, 32),
		Glyphs: [][]byte{
			triangle(50, 950, 1400),
			nil,
			triangle(100, 1100, 1400),
			triangle(-40, 300, 400),
			composed(part{2, 0, 0, nil}, part{3, 500, 1500, nil}),
			composed(part{4, 0, 0, []int{0x2000}}, part{4, 5, 6, []int{0x2000, 0x3000}},
				part{4, 0, 0, []int{0x2000, 0x0100, 0x0200, 0x3000}}, part{3, 700, 1900, nil}),
		},
		Extra: map[string][]byte{"fpgm": {0xB0, 0}, "GSUB": {0, 1, 0, 0}},
	}
	be.PutUint32(s.Head, 0x00010000)
	be.PutUint32(s.Head[12:], 0x5F0F3CF5)
	be.PutUint16(s.Head[18:], 2000)
	for i, v := range []int{-40, 0, 1400, 2300} {
		be.PutUint16(s.Head[36+2*i:], uint16(v))
	}
	be.PutUint16(s.Head[50:], 0) // 16-bit loca
	be.PutUint32(s.Hhea, 0x00010000)
	be.PutUint16(s.Hhea[4:], 1800)
	be.PutUint16(s.Hhea[6:], 0xFFFF-399) // −400
	be.PutUint16(s.Hhea[34:], uint16(len(sampleAdvances)))
	be.PutUint32(s.Maxp, 0x00010000)
	be.PutUint16(s.Maxp[4:], uint16(len(s.Glyphs)))
	be.PutUint16(s.Maxp[26:], 99) // bytes of instructions
	be.PutUint16(s.OS2, 4)
	be.PutUint16(s.OS2[4:], 700)
	copy(s.OS2[58:], "MAKR")
	be.PutUint16(s.OS2[88:], 1400)
	be.PutUint32(s.Post, 0x00030000)
	be.PutUint32(s.Post[4:], 0xFFF48000) // −11.5
	for i, g := range s.Glyphs {
		if i < len(sampleAdvances) {
			s.Hmtx = be.AppendUint16(s.Hmtx, uint16(sampleAdvances[i]))
		}
		lsb := 0
		if len(g) > 0 {
			lsb = glyphBox(g).xMin
		}
		s.Hmtx = be.AppendUint16(s.Hmtx, uint16(lsb))
	}
	s.Cmap, _ = writeCmap([]mapping{{' ', 1}, {'A', 2}, {0xA0, 1}, {0xB4, 3}, {0xC1, 4}, {0x1EA4, 5}, {0x1F150, 2}})
	s.Name = (&Face{}).renamed("Sample", "Bold Italic")
	return s
}

// Bytes writes the font file.
func (s *Sample) Bytes() []byte {
	var glyf, loca []byte
	for _, g := range s.Glyphs {
		loca = be.AppendUint16(loca, uint16(len(glyf)/2))
		glyf = append(glyf, g...)
		glyf = append(glyf, make([]byte, padded(len(glyf))-len(glyf))...)
	}
	loca = be.AppendUint16(loca, uint16(len(glyf)/2))
	if s.Loca != nil {
		loca = s.Loca
	}
	tables := []table{
		{"head", bytes.Clone(s.Head)}, {"hhea", s.Hhea}, {"maxp", s.Maxp}, {"hmtx", s.Hmtx}, {"loca", loca}, {"cmap", s.Cmap},
		{"glyf", glyf}, {"OS/2", s.OS2}, {"post", s.Post}, {"name", s.Name},
	}
	for tag, data := range s.Extra {
		tables = append(tables, table{tag, data})
	}
	slices.SortFunc(tables, func(a, b table) int { return bytes.Compare([]byte(a.tag), []byte(b.tag)) })
	return assemble(nil, tables)
}

// WithMap is a cut's file with a map of those of its characters that the face has, so that it can be read as a font.
func WithMap(cut Cut, chars []Char) []byte {
	known, err := directory(cut.TTF)
	if err != nil {
		panic(err)
	}
	glyphs := map[rune]uint16{}
	for i, c := range chars {
		if !slices.Contains(cut.Missing, c.Rune) {
			glyphs[c.Rune] = uint16(i + 1)
		}
	}
	var mapped []mapping
	for _, r := range slices.Sorted(maps.Keys(glyphs)) {
		mapped = append(mapped, mapping{r, glyphs[r]})
	}
	cmap, _ := writeCmap(mapped)
	tables := []table{{"cmap", cmap}}
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		tables = append(tables, table{tag, bytes.Clone(known[tag])})
	}
	return assemble(nil, tables)
}

// triangle is a simple glyph with three points and an instruction.
func triangle(left, right, top int) []byte {
	g := words(1, left, 0, right, top, 2, 3)
	g = append(g, 0xB0, 0x01, 0x21) // push 1, pop
	g = append(g, 0x01, 0x01, 0x01) // three points on the curve
	g = append(g, words(left, right-left, (left-right)/2)...)
	return append(g, words(0, 0, top)...)
}

// part is a component of a composite glyph. The scale is none, one for both axes, one for each, or a matrix, in 1/16384.
type part struct {
	glyph, x, y int
	scale       []int
}

// composed is a composite glyph with instructions. Its box is a made-up one.
func composed(parts ...part) []byte {
	g := words(-1, 0, 0, 1200, 2300)
	for i, p := range parts {
		flags := 0x0003 // words, offsets
		if i < len(parts)-1 {
			flags |= moreComponents
		} else {
			flags |= haveInstructions
		}
		flags |= map[int]int{1: haveScale, 2: haveXYScale, 4: haveTwoByTwo}[len(p.scale)]
		g = append(g, words(flags, p.glyph, p.x, p.y)...)
		g = append(g, words(p.scale...)...)
	}
	return append(g, 0, 1, 0x21)
}

func words(vs ...int) []byte {
	var b []byte
	for _, v := range vs {
		b = be.AppendUint16(b, uint16(v))
	}
	return b
}
