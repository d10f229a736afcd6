package pdf

import (
	"slices"
	"strconv"

	"jianbao/report/typeface"
)

// toUnicode is the map from a font's codes, its characters counted from 1, back to the text they stand for (ISO 32000-1,
// 9.10.3), so that searching and copying give the true characters, those beyond U+FFFF as surrogate pairs.
func toUnicode(chars []typeface.Char) []byte {
	b := append(make([]byte, 0, 400+20*len(chars)), `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`...)
	const most = 100 // entries in one block
	code := 0
	for block := range slices.Chunk(chars, most) {
		b = append(strconv.AppendInt(b, int64(len(block)), 10), " beginbfchar\n"...)
		for _, c := range block {
			code++
			b = appendHex(append(b, '<'), rune(code))
			b = append(appendHex(append(b, "> <"...), c.Rune), ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"...)
}
