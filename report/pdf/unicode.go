package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf16"
)

// toUnicode is the map from a font's codes, its characters counted from 1, back to the text they stand for (ISO 32000-1,
// 9.10.3), so that searching and copying give the true characters, those beyond U+FFFF as surrogate pairs.
func toUnicode(runes []rune) []byte {
	var b bytes.Buffer
	b.WriteString(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	const most = 100 // entries in one block
	code := 0
	for block := range slices.Chunk(runes, most) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, r := range block {
			code++
			fmt.Fprintf(&b, "<%04X> <", code)
			for _, u := range utf16.AppendRune(nil, r) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}
