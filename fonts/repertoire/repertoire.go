// Package repertoire lists the characters the embedded faces are cut to. The command that cuts them and the tests that
// hold the faces to it use it; it knows nothing of fonts.
package repertoire

import (
	_ "embed"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

//go:embed tongyong-8105.txt
var tongyong string

// Tongyong is the 通用规范汉字表, the table of characters for general use that the State Council set in 2013: 8105
// characters in its order, 196 of them beyond U+FFFF.
func Tongyong() []rune {
	var all []rune
	for line := range strings.Lines(tongyong) {
		if !strings.HasPrefix(line, "#") {
			all = append(all, []rune(strings.TrimSuffix(line, "\n"))...)
		}
	}
	return all
}

// GB2312 is the characters of GB/T 2312-1980 (6763 hanzi and 682 symbols), with the symbols GBK added to its rows.
func GB2312() []rune { return doubleBytes(0xA1, 0xF7, 0xA1) }

// GBKHanzi is the 20902 hanzi of GBK that Unicode has as unified ideographs, U+4E00 to U+9FA5.
func GBKHanzi() []rune {
	var hanzi []rune
	for _, r := range GBK() {
		if r >= 0x4E00 && r <= 0x9FA5 {
			hanzi = append(hanzi, r)
		}
	}
	return hanzi
}

// GBK is every two-byte character of GBK, hanzi and symbols.
func GBK() []rune { return doubleBytes(0x81, 0xFE, 0x40) }

// doubleBytes decodes all two-byte codes of GBK with a first byte from lead to lastLead and a second of at least trail,
// without codes that stand for nothing and those left to private use.
func doubleBytes(lead, lastLead, trail int) []rune {
	decoder := simplifiedchinese.GBK.NewDecoder()
	var all []rune
	for a := lead; a <= lastLead; a++ {
		for b := trail; b <= 0xFE; b++ {
			text, err := decoder.Bytes([]byte{byte(a), byte(b)})
			if err != nil {
				continue
			}
			rs := []rune(string(text))
			if len(rs) == 1 && rs[0] != '\uFFFD' && !(rs[0] >= 0xE000 && rs[0] <= 0xF8FF) {
				all = append(all, rs[0])
			}
		}
	}
	return all
}

// blocks are the ranges of Unicode that statistical writing draws its letters and signs from.
var blocks = [][2]rune{
	{0x0020, 0x007E}, // ASCII
	{0x00A0, 0x017F}, // Latin-1 and Latin Extended-A: ± × ÷ ° ² ³ · é
	{0x0370, 0x03FF}, // Greek: α β μ σ
	{0x2010, 0x205E}, // punctuation: — ‘ ’ “ ” … ‰
	{0x2070, 0x209F}, // superscripts and subscripts
	{0x20A0, 0x20BF}, // currencies: €
	{0x2100, 0x218F}, // ℃ № ™ and Roman numerals
	{0x2190, 0x22FF}, // arrows, mathematics: ↑ ↓ ≤ ≥ ≈ ∑
	{0x2460, 0x24FF}, // ① ⑴ ⒈
	{0x2500, 0x26FF}, // lines, blocks, geometric and other signs: ■ □ ▲ △ ● ○ ★ ☆
	{0x2700, 0x27BF}, // ✓ ✗ ❶
	{0x2E3A, 0x2E3A}, // ⸺, the Chinese dash —— in one piece
	{0x3000, 0x30FF}, // CJK punctuation: 、 。 《 》 【 】; kana
	{0x3200, 0x33FF}, // ㈠ ㊣ ㎡ ㎥ ㎞ ㏎
	{0xFE30, 0xFE4F}, // CJK compatibility forms: ﹏
	{0xFF01, 0xFFEE}, // full-width forms
}

// Text is what every text face holds, so far as its source has it: Tongyong, GB2312, letters and signs.
func Text() []rune {
	all := append(Tongyong(), GB2312()...)
	for _, b := range blocks {
		for r := b[0]; r <= b[1]; r++ {
			all = append(all, r)
		}
	}
	return all
}

// Fallback is what the face holds that stands in where another has no glyph: Text and GBK.
func Fallback() []rune { return append(Text(), GBK()...) }

// Signs are the letters and signs that a briefing may use and that no text face may lack, beside all of ASCII.
const Signs = "·—⸺…‰℃°′″±×÷≤≥≈≠<>=∑√∞∈→←↑↓" +
	"“”‘’、。，；：？！（）《》〈〉「」『』【】〔〕〖〗" +
	"㎡㎥㎞㎏㎎①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ▲▼△▽★☆■□●○◆◇※§№" +
	"αβγδμσπΩ㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩￥％＋－＝０１２３４５６７８９"
