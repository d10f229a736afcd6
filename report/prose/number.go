package prose

import (
	"iter"
	"maps"
	"math/big"
	"strings"

	"jianbao/report/exact"
)

// number is a number as read, unsigned, without hedge and unit.
type number struct {
	value    *big.Rat // in ones: 120000000 of 1.2亿
	high     *big.Rat // the other end of 二三十, 几十; else nil
	decimals int      // digits written after the point, before the magnitude
	power    int      // of the magnitude at its end: 8 of 1.2亿
	parts    *big.Rat // the denominator of a fraction, else nil
	percent  bool     // 百分之, 千分之 and the like: value counts hundredths
	odd      string   // 多, 余, 几 or 来 inside or behind the number
	bare     bool     // one Chinese digit or 十 alone, which may be part of a word
}

var digitValues = map[rune]int64{
	'零': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '仨': 3,
}

var places = map[rune]int{'十': 1, '百': 2, '千': 3}

// short are numerals that stand for two: 廿 is 二十.
var short = map[rune]int64{'廿': 20, '卅': 30, '卌': 40}

var magnitudes = map[rune]int{'万': 4, '亿': 8, '兆': 12}

// chineseNumerals are the characters of all of these.
var chineseNumerals = func() (all characters) {
	for _, numerals := range []iter.Seq[rune]{maps.Keys(digitValues), maps.Keys(places), maps.Keys(short), maps.Keys(magnitudes)} {
		all.add(numerals)
	}
	return all
}()

func isChineseNumeral(r rune) bool { return chineseNumerals.has(r) }

// alone reads Arabic digits or one Chinese digit at i behind which no numeral
// follows, as most numbers are; ok is false for any other.
func alone(text []rune, i int) (n number, end int, ok bool) {
	end = i
	if c := at(text, i); isDigit(c) || c == '.' {
		n, end = arabic(text, i)
	} else if d := digitValues[c]; d > 0 {
		n, end = number{value: exact.New(d, 1), bare: true}, i+1
	}
	next := at(text, skipSpaces(text, end))
	return n, end, end > i && !isDigit(next) && !isChineseNumeral(next) && !anyOf(next, "几点")
}

func digitAt(text []rune, i int) (int64, bool) {
	if i >= len(text) {
		return 0, false
	}
	d, ok := digitValues[text[i]]
	return d, ok
}

func at(text []rune, i int) rune {
	if i < 0 || i >= len(text) {
		return 0
	}
	return text[i]
}

func skipSpaces(text []rune, i int) int {
	for at(text, i) == ' ' {
		i++
	}
	return i
}

// hasAt reports whether word stands at i.
func hasAt(text []rune, i int, word string) bool {
	for _, r := range word {
		if at(text, i) != r {
			return false
		}
		i++
	}
	return true
}

// endsAt reports whether word ends before i.
func endsAt(text []rune, i int, word string) bool {
	return hasAt(text, i-len([]rune(word)), word)
}

func anyOf(r rune, list string) bool { return r != 0 && strings.ContainsRune(list, r) }
