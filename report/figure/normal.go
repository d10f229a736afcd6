package figure

import "strings"

// normalized is text with full-width digits, signs and spaces in their ASCII
// form, character for character, so that places in it are places in text.
func normalized(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
			return r - '０' + '0'
		}
		switch r {
		case '．':
			return '.'
		case '，':
			return ','
		case '％', '﹪':
			return '%'
		case '＋', '﹢':
			return '+'
		case '－', '−', '﹣':
			return '-'
		case '～', '〜':
			return '~'
		case '　', '\u00a0', '\t', '\u2009', '\u202f':
			return ' '
		case '\ufffd':
			return '?' // also for bytes that are no UTF-8: never part of a figure
		}
		return r
	}, text)
}
