package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"jianbao/report/typeface"
	"jianbao/report/typeset"
)

// font is a face cut to the characters the pages use. Its codes are those characters, counted from 1.
type font struct {
	family string // its name in content streams: ASCII, unique in the file
	name   string // its name in the file: ABCDEF+NotoSansSC-Bold
	face   *typeface.Face
	runes  []rune // sorted
	code   codes
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

// fontSet holds the fonts of a file: of each face one for its runs and one for those that are wide, nil if there are none.
// Wide runs have a font of their own, whose characters have wider advances; it costs less than twice as many glyphs, for
// few characters stand before such a blank.
type fontSet []*font

func (s fontSet) indexOf(r typeset.Run) int {
	if r.Wide {
		return 2*r.Face + 1
	}
	return 2 * r.Face
}

// of is the font that shows a run.
func (s fontSet) of(r typeset.Run) *font { return s[s.indexOf(r)] }

// cutFonts cuts each face to the characters of its runs.
func cutFonts(pages *typeset.Pages) (fontSet, error) {
	set := make(fontSet, 2*len(pages.Faces))
	for _, p := range pages.Pages {
		for _, m := range p.Marks {
			if run, ok := m.(typeset.Run); ok {
				i := set.indexOf(run)
				if set[i] == nil {
					set[i] = &font{family: "F" + strconv.Itoa(i)}
				}
				set[i].use(run.Text)
			}
		}
	}
	for i, f := range set {
		if f != nil {
			face := pages.Faces[i/2]
			if err := f.make(face.Face, i%2 == 1); err != nil {
				return nil, fmt.Errorf("face %s: %w", face.Name, err)
			}
		}
	}
	return set, nil
}

// use notes the characters of a text.
func (f *font) use(text string) {
	for _, r := range text {
		if code := f.code.of(r); *code == 0 {
			*code = 1
			f.runes = append(f.runes, r)
		}
	}
}

// make cuts the font to the characters used.
func (f *font) make(face *typeface.Face, wide bool) (err error) {
	name := face.PostScriptName()
	if name == "" {
		name = "Face"
	}
	if wide {
		face = face.Widened(typeset.Gap)
		name += "-Wide"
	}
	f.face = face
	slices.Sort(f.runes)
	for i, r := range f.runes {
		*f.code.of(r) = uint16(i + 1)
	}
	if f.cut, err = face.Cut(f.runes); err != nil {
		return err
	}
	if len(f.cut.Missing) > 0 {
		return fmt.Errorf("no glyph for %q", f.cut.Missing)
	}
	f.name = subsetTag(name, f.runes) + "+" + name
	return nil
}

// subsetTag is the six letters that tell one subset of a font from another (ISO 32000-1, 9.6.4).
func subsetTag(name string, runes []rune) string {
	sum := sha256.Sum256([]byte(name + "\x00" + string(runes)))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}
