package pdf

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"jianbao/report/typeface"
	"jianbao/report/typeset"
)

// font is a face cut to the characters the pages use. Its codes are those characters, counted from 1, which are its
// glyphs too.
//
// A wide character is one of its own beside the same one that is not, for its advance in the font is another. It costs
// little, for few characters stand before such a blank, and it spares a change of fonts at each of them.
type font struct {
	family string // its name in content streams: ASCII, unique in the file
	name   string // its name in the file: ABCDEF+NotoSansSC-Bold
	face   *typeface.Face
	chars  []typeface.Char // by width and then by character
	narrow codes
	wide   codes
	cut    typeface.Cut
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

// fontSet holds the fonts of a file: of each face one, nil if no run is in it.
type fontSet []*font

// cutFonts cuts each face to the characters of its runs.
func cutFonts(pages *typeset.Pages) (fontSet, error) {
	set := make(fontSet, len(pages.Faces))
	for _, p := range pages.Pages {
		for _, m := range p.Marks {
			if run, ok := m.(typeset.Run); ok {
				f := set[run.Face]
				if f == nil {
					f = &font{family: "F" + strconv.Itoa(run.Face), face: pages.Faces[run.Face].Face}
					set[run.Face] = f
				}
				f.use(run)
			}
		}
	}
	for i, f := range set {
		if f != nil {
			if err := f.make(); err != nil {
				return nil, fmt.Errorf("face %s: %w", pages.Faces[i].Name, err)
			}
		}
	}
	return set, nil
}

// codesOf are the codes of a run's characters.
func (f *font) codesOf(r *typeset.Run) *codes {
	if r.Wide {
		return &f.wide
	}
	return &f.narrow
}

// use notes the characters of a run.
func (f *font) use(run typeset.Run) {
	known, blank := f.codesOf(&run), 0.0
	if run.Wide {
		blank = typeset.Gap
	}
	for _, r := range run.Text {
		if code := known.of(r); *code == 0 {
			*code = 1
			f.chars = append(f.chars, typeface.Char{Rune: r, Blank: blank})
		}
	}
}

// make cuts the font to the characters used.
func (f *font) make() (err error) {
	slices.SortFunc(f.chars, func(a, b typeface.Char) int {
		if a.Blank != b.Blank {
			return cmp.Compare(a.Blank, b.Blank)
		}
		return cmp.Compare(a.Rune, b.Rune)
	})
	for i, c := range f.chars {
		known := &f.narrow
		if c.Blank > 0 {
			known = &f.wide
		}
		*known.of(c.Rune) = uint16(i + 1)
	}
	if f.cut, err = f.face.Cut(f.chars); err != nil {
		return err
	}
	if len(f.cut.Missing) > 0 {
		return fmt.Errorf("no glyph for %q", f.cut.Missing)
	}
	f.name = f.face.PostScriptName()
	if f.name == "" {
		f.name = "Face"
	}
	f.name = f.tag() + "+" + f.name
	return nil
}

// tag is the six letters that tell one subset of a font from another (ISO 32000-1, 9.6.4).
func (f *font) tag() string {
	what := append(make([]byte, 0, 64+4*len(f.chars)), f.name...)
	blank := -1.0
	for _, c := range f.chars {
		if c.Blank != blank {
			what, blank = append(what, 0), c.Blank
		}
		what = utf8.AppendRune(what, c.Rune)
	}
	sum := sha256.Sum256(what)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}
