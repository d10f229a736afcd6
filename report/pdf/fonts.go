package pdf

import (
	"crypto/sha256"
	"strconv"
	"unicode/utf8"

	"jianbao/report/typeface"
	"jianbao/report/typeset"
)

// font is a face and the characters of it that the pages use. Its codes are those characters, counted from 1 as they are
// met, which are the glyphs of the cut face too.
//
// A wide character is one of its own beside the same one that is not, for its advance in the font is another. It costs
// little, for few characters stand before such a blank, and it spares a change of fonts at each of them.
type font struct {
	family string // its name in content streams: ASCII, unique in the file
	face   *typeface.Face
	chars  []typeface.Char // by code
	narrow codes
	wide   codes
}

// codes are numbers of characters, 0 for those not met yet. They are in tables of 256, since every character of a
// document is looked up.
type codes struct{ pages []*[256]uint16 }

// of is where the code of r is kept.
func (c *codes) of(r rune) *uint16 {
	n := int(r >> 8)
	if n >= len(c.pages) {
		c.pages = append(c.pages, make([]*[256]uint16, n+1-len(c.pages))...)
	}
	if c.pages[n] == nil {
		c.pages[n] = new([256]uint16)
	}
	return &c.pages[n][r&0xFF]
}

// fontSet holds the fonts of a file: one of each face, many of them without characters.
type fontSet []*font

// begin makes the fonts those of the faces, and keeps their tables.
func (s *fontSet) begin(faces []typeset.Face) {
	for _, f := range *s {
		f.forget()
	}
	for i := len(*s); i < len(faces); i++ {
		*s = append(*s, &font{family: "F" + strconv.Itoa(i)})
	}
	for i := range faces {
		(*s)[i].face = faces[i].Face
	}
}

// forget leaves a font without characters.
func (f *font) forget() {
	for _, c := range f.chars {
		*f.codesOf(c.Blank > 0).of(c.Rune) = 0
	}
	f.chars = f.chars[:0]
}

// codesOf are the codes of the wide characters, or of the others.
func (f *font) codesOf(wide bool) *codes {
	if wide {
		return &f.wide
	}
	return &f.narrow
}

// add gives a character that the pages have not used yet its code. One more than a font holds is told of when the face
// is cut.
func (f *font) add(r rune, wide bool) uint16 {
	blank := 0.0
	if wide {
		blank = typeset.Gap
	}
	f.chars = append(f.chars, typeface.Char{Rune: r, Blank: blank})
	code := uint16(len(f.chars))
	*f.codesOf(wide).of(r) = code
	return code
}

// name is the font's name in the file: ABCDEF+NotoSansSC-Bold. The six letters tell one subset of a face from another
// (ISO 32000-1, 9.6.4).
func (f *font) name() string {
	name := f.face.PostScriptName()
	if name == "" {
		name = "Face"
	}
	what := append(make([]byte, 0, 64+4*len(f.chars)), name...)
	blank := 0.0
	for _, c := range f.chars {
		if c.Blank != blank {
			what, blank = append(what, 0), c.Blank
		}
		what = utf8.AppendRune(what, c.Rune)
	}
	sum := sha256.Sum256(what)
	tag := make([]byte, 6, 7+len(name))
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(append(append(tag, '+'), name...))
}
