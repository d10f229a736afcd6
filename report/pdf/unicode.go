package pdf

import (
	"strconv"

	"jianbao/report/typeface"
)

// toUnicode is the map from a font's codes, its characters counted from 1, back to the text they stand for (ISO 32000-1,
// 9.10.3), so that searching and copying give the true characters, those beyond U+FFFF as surrogate pairs.
func toUnicode(b []byte, chars []typeface.Char) []byte {
	b = append(b, `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`...)
	// A range has one first byte, and a block at most a hundred ranges. Each code of a range is given its own text.
	const most = 100
	ranges := (len(chars) + 1 + 0xFF) >> 8
	for r := range ranges {
		if r%most == 0 {
			b = append(strconv.AppendInt(b, int64(min(most, ranges-r)), 10), " beginbfrange\n"...)
		}
		from, to := max(1, r<<8), min(len(chars), r<<8|0xFF)
		b = append(appendHex(append(b, '<'), rune(from)), "> <"...)
		b = append(appendHex(b, rune(to)), "> ["...)
		for _, c := range chars[from-1 : to] {
			b = append(appendHex(append(b, '<'), c.Rune), '>')
		}
		b = append(b, "]\n"...)
		if r%most == most-1 || r == ranges-1 {
			b = append(b, "endbfrange\n"...)
		}
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"...)
}
