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
	family string // gofpdf's name for it: ASCII, unique in the file
	name   string // its name in the file: ABCDEF+NotoSansSC-Bold
	face   *typeface.Face
	runes  []rune // sorted
	code   map[rune]uint16
	cut    typeface.Cut
}

// variant is a face as runs ask for it.
type variant struct {
	face int
	wide bool
}

func variantOf(r typeset.Run) variant { return variant{r.Face, r.Wide} }

// fontSet holds the fonts of a file.
type fontSet struct {
	list []*font
	of   map[variant]*font
}

// cutFonts cuts each face to the characters of its runs. Those of wide runs make a font of their own, whose characters
// have wider advances; it costs less than twice as many glyphs, for few characters stand before such a blank.
func cutFonts(pages *typeset.Pages) (fontSet, error) {
	used := map[variant]map[rune]bool{}
	for _, p := range pages.Pages {
		for _, m := range p.Marks {
			if run, ok := m.(typeset.Run); ok {
				v := variantOf(run)
				if used[v] == nil {
					used[v] = map[rune]bool{}
				}
				for _, r := range run.Text {
					used[v][r] = true
				}
			}
		}
	}
	set := fontSet{of: map[variant]*font{}}
	for i, face := range pages.Faces {
		for _, v := range []variant{{i, false}, {i, true}} {
			if used[v] == nil {
				continue
			}
			f, err := cutFont(face.Face, used[v], v.wide)
			if err != nil {
				return fontSet{}, fmt.Errorf("face %s: %w", face.Name, err)
			}
			f.family = "f" + strconv.Itoa(len(set.list))
			set.list = append(set.list, f)
			set.of[v] = f
		}
	}
	return set, nil
}

func cutFont(face *typeface.Face, used map[rune]bool, wide bool) (*font, error) {
	name := face.PostScriptName()
	if name == "" {
		name = "Face"
	}
	if wide {
		face = face.Widened(typeset.Gap)
		name += "-Wide"
	}
	f := &font{face: face, runes: make([]rune, 0, len(used)), code: make(map[rune]uint16, len(used))}
	for r := range used {
		f.runes = append(f.runes, r)
	}
	slices.Sort(f.runes)
	for i, r := range f.runes {
		f.code[r] = uint16(i + 1)
	}
	var err error
	if f.cut, err = face.Cut(f.runes); err != nil {
		return nil, err
	}
	if len(f.cut.Missing) > 0 {
		return nil, fmt.Errorf("no glyph for %q", f.cut.Missing)
	}
	f.name = subsetTag(name, f.runes) + "+" + name
	return f, nil
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

// encode gives the codes that show a text, of two bytes each.
func (f *font) encode(text string) string {
	out := make([]byte, 0, len(text))
	for _, r := range text {
		c := f.code[r]
		out = append(out, byte(c>>8), byte(c))
	}
	return string(out)
}
