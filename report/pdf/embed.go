package pdf

import (
	"bytes"
	"fmt"
	"math"
)

// standIn is what gofpdf is told about a font: that it is one of those every viewer has. gofpdf could embed the font
// itself, but spends more time on that than on all else, and says nothing true of the text.
func (f *font) standIn() []byte { return fmt.Appendf(nil, `{"Tp":"Core","Name":%q}`, f.family) }

// embed puts a font in the place of its stand-in: a Type 0 font with two-byte codes (ISO 32000-1, 9.7), its widths as
// the font file has them, and the text its codes stand for.
func (f *file) embed(ft *font, zip *deflater) error {
	own := []byte("/BaseFont /" + ft.family + "\n")
	at := 0
	for n, o := range f.objects {
		if bytes.HasPrefix(o, []byte("<</Type /Font\n")) && bytes.Contains(o, own) {
			at = n
		}
	}
	if at == 0 {
		return foreign("no stand-in for font " + ft.family)
	}
	program := f.add(zip.stream(fmt.Sprintf("/Length1 %d ", len(ft.cut.TTF)), ft.cut.TTF))
	box := ft.face.BBox()
	descriptor := f.add(fmt.Appendf(nil, "<</Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d]"+
		" /ItalicAngle %.1f /Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %d 0 R>>",
		ft.name, box[0], box[1], box[2], box[3], ft.face.ItalicAngle(), ft.face.Ascent(), ft.face.Descent(),
		ft.face.CapHeight(), ft.face.StemV(), program))
	widths := make([]byte, 0, 5*len(ft.runes))
	glyphs := make([]byte, 2, 2*len(ft.runes)+2) // code 0 shows .notdef
	for _, r := range ft.runes {
		widths = fmt.Appendf(widths, "%.0f ", math.Round(1000*ft.face.Advance(r)))
		g := ft.cut.Glyph[r]
		glyphs = append(glyphs, byte(g>>8), byte(g))
	}
	descendant := f.add(fmt.Appendf(nil, "<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s"+
		" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor %d 0 R"+
		" /W [1 [%s]] /CIDToGIDMap %d 0 R>>", ft.name, descriptor, widths, f.add(zip.stream("", glyphs))))
	f.objects[at] = fmt.Appendf(nil, "<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H"+
		" /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", ft.name, descendant, f.add(zip.stream("", toUnicode(ft.runes))))
	return nil
}
