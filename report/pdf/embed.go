package pdf

import (
	"bytes"
	"fmt"
	"strconv"
)

// embed adds a font and gives its number: a Type 0 font with two-byte codes (ISO 32000-1, 9.7), its widths as the font
// file has them, and the text its codes stand for.
func (f *file) embed(ft *font, zip *deflater) int {
	program := f.add(zip.program(ft.cut.TTF))
	box := ft.face.BBox()
	descriptor := f.add(fmt.Appendf(nil, "<</Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d]"+
		" /ItalicAngle %.1f /Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %d 0 R>>",
		ft.name, box[0], box[1], box[2], box[3], ft.face.ItalicAngle(), ft.face.Ascent(), ft.face.Descent(),
		ft.face.CapHeight(), ft.face.StemV(), program))
	descendant := f.add(fmt.Appendf(nil, "<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s"+
		" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor %d 0 R"+
		" /W [%s] /CIDToGIDMap /Identity>>", ft.name, descriptor, widths(ft.cut.Widths)))
	return f.add(fmt.Appendf(nil, "<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H"+
		" /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", ft.name, descendant, f.add(zip.stream("", toUnicode(ft.chars)))))
}

// widths are the widths of the codes from 1 on: first code, last code and width of each stretch of equal ones (ISO
// 32000-1, 9.7.4.3). Those of Han, 1000, are what a reader takes for granted and are left out.
func widths(of []int) []byte {
	var b []byte
	for i := 0; i < len(of); {
		end := i + 1
		for end < len(of) && of[end] == of[i] {
			end++
		}
		if of[i] != 1000 {
			for _, v := range [3]int{i + 1, end, of[i]} {
				b = append(strconv.AppendInt(b, int64(v), 10), ' ')
			}
		}
		i = end
	}
	return bytes.TrimRight(b, " ")
}

// embedAll adds the fonts, and puts them among the resources that all pages share.
func (f *file) embedAll(fonts fontSet, page int, zip *deflater) error {
	n := reference(f.objects[page], "/Resources ")
	if n == 0 || n >= len(f.objects) {
		return foreign("a page without resources")
	}
	before, after, ok := bytes.Cut(f.objects[n], []byte("/Font <<"))
	if !ok {
		return foreign("resources without fonts")
	}
	all := append(bytes.Clone(before), "/Font <<"...)
	for _, ft := range fonts {
		if ft != nil {
			all = fmt.Appendf(all, " /%s %d 0 R", ft.family, f.embed(ft, zip))
		}
	}
	f.objects[n] = append(all, after...)
	return nil
}
