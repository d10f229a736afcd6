package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"jianbao/report/typeset"
)

// embed adds a font and gives its number: a Type 0 font with two-byte codes (ISO 32000-1, 9.7), its widths as the font
// file has them, and the text its codes stand for.
func (f *file) embed(ft *font) (int, error) {
	cut, err := ft.face.Cut(ft.chars, &f.cut)
	if err != nil {
		return 0, err
	}
	if len(cut.Missing) > 0 {
		return 0, fmt.Errorf("no glyph for %q", cut.Missing)
	}
	program := f.reserve()
	f.program(program, cut.TTF)
	name, box := ft.name(), ft.face.BBox()
	descriptor := f.add("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]"+
		"/ItalicAngle %.1f/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %d 0 R>>",
		name, box[0], box[1], box[2], box[3], ft.face.ItalicAngle(), ft.face.Ascent(), ft.face.Descent(),
		ft.face.CapHeight(), ft.face.StemV(), program)
	descendant, start := f.reserve(), len(f.small)
	f.small = fmt.Appendf(f.small, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R"+
		"/CIDToGIDMap/Identity/W[", name, descriptor)
	f.small = append(appendWidths(f.small, cut.Widths), "]>>"...)
	f.written(descendant, start)
	f.drawn = toUnicode(f.drawn[:0], ft.chars)
	return f.add("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		name, descendant, f.addStream("", f.drawn)), nil
}

// program writes a font file as object n. Codes make outlines but a seventh shorter: of a few characters, they stay as
// they are.
func (f *file) program(n int, ttf []byte) {
	const notWorthIt = 12000
	dict := fmt.Sprintf("/Length1 %d", len(ttf))
	if len(ttf) > notWorthIt {
		dict += "/Filter/FlateDecode"
		ttf = f.compressed(f.outlines, ttf)
	}
	f.putStream(n, dict, ttf)
}

// appendWidths writes the widths of the codes from 1 on: of each stretch its first code and the list of its widths (ISO
// 32000-1, 9.7.4.3). Those of Han, 1000, are what a reader takes for granted and are left out.
func appendWidths(b []byte, of []int) []byte {
	inside := false
	for i, w := range of {
		switch {
		case w == 1000:
			if inside {
				b = append(b, ']')
			}
			inside = false
			continue
		case inside:
			b = append(b, ' ')
		default:
			b = append(strconv.AppendInt(b, int64(i+1), 10), '[')
			inside = true
		}
		b = strconv.AppendInt(b, int64(w), 10)
	}
	if inside {
		b = append(b, ']')
	}
	return b
}

// embedAll adds the fonts, and puts them among the resources that all pages share.
func (f *file) embedAll(faces []typeset.Face, page int) error {
	n := reference(f.objects[page], "/Resources ")
	if n == 0 || n >= len(f.objects) {
		return foreign("a page without resources")
	}
	before, after, ok := bytes.Cut(f.objects[n], []byte("/Font <<"))
	if !ok {
		return foreign("resources without fonts")
	}
	var list []byte
	for i, ft := range f.fonts {
		if len(ft.chars) == 0 {
			continue
		}
		number, err := f.embed(ft)
		if err != nil {
			return fmt.Errorf("face %s: %w", faces[i].Name, err)
		}
		list = appendReference(append(append(append(list, '/'), ft.family...), ' '), number)
	}
	f.set(n, "%s/Font<<%s%s", before, list, after)
	return nil
}
