package prose

import (
	"maps"
	"strings"
	"unicode"
)

// letters maps what is written in more than one way to the one that the
// scanner reads: traditional characters and the formal numerals of cheques.
var letters = pairs("萬万 億亿 兩两 俩两 倆两 點点 幾几 負负 個个 雙双 對对 陸陆 貳贰 參叁 壹一 贰二 叁三 肆四 伍五 陆六 柒七 捌八 玖九 拾十 佰百 仟千 〇零 ○零 ％% ﹪% ．. ＋+ －- −- ﹣- ～~ 〜~ ／/ ＾^ ：: （( ）) 〔[ 〕] ［[ ］] 【[ 】]")

// variants are the characters for which letters has another.
var variants = func() (all characters) {
	all.add(maps.Keys(letters))
	return all
}()

// formalNumerals are numerals only among others: 肆 in 肆无忌惮 and 拾 in 收拾 are
// none.
const formalNumerals = "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟"

func pairs(list string) map[rune]rune {
	m := map[rune]rune{}
	for pair := range strings.FieldsSeq(list) {
		r := []rune(pair)
		m[r[0]] = r[1]
	}
	// A traditional formal numeral stands for a plain one.
	for from, to := range m {
		if further, ok := m[to]; ok {
			m[from] = further
		}
	}
	return m
}

// normalized is the text in the scanner's characters, one for one, so that
// places in it are places in the text.
func normalized(text []rune) []rune {
	out := make([]rune, len(text))
	for i, r := range text {
		switch {
		case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
			r = r - '０' + '0'
		case r == '\t', r == '　', r == '\u00a0', r == '\u2009', r == '\u202f':
			r = ' '
		case variants.has(r):
			r = letters[r]
		}
		out[i] = r
	}
	return out
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }
