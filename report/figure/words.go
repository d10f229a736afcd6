package figure

import (
	"strings"
	"unicode/utf8"
)

// HedgeEnding is the longest hedge that ends text, as in 总投资突破; word is
// empty if there is none. Hedges before a number stand there in prose.
func HedgeEnding(text string) (word string, hedge Hedge) {
	last, _ := utf8.DecodeLastRuneInString(text)
	return longestHedge(beforeEnding[last], func(w string) bool { return strings.HasSuffix(text, w) })
}

// beforeEnding are the hedges before a number by their last character.
var beforeEnding = func() map[rune][]hedgeWord {
	by := map[rune][]hedgeWord{}
	for _, w := range before {
		last, _ := utf8.DecodeLastRuneInString(w.word)
		by[last] = append(by[last], w)
	}
	return by
}()

// HedgeBeginning is the longest hedge that begins text, as in 以上的企业; word is
// empty if there is none. Hedges behind a number and its unit stand there in
// prose.
func HedgeBeginning(text string) (word string, hedge Hedge) {
	return longestHedge(after, func(w string) bool { return strings.HasPrefix(text, w) })
}

func longestHedge(words []hedgeWord, fits func(string) bool) (word string, hedge Hedge) {
	for _, w := range words {
		if len(w.word) > len(word) && fits(w.word) {
			word, hedge = w.word, w.hedge
		}
	}
	return word, hedge
}

// UnitBeginning is the longest unit the tool knows, without magnitude, that
// begins text, as in 个重点项目 or 平方公里的土地; it is empty if there is none.
func UnitBeginning(text string) string {
	longest := ""
	end := 0
	first, _ := utf8.DecodeRuneInString(text)
	most := longestFrom[first]
	for _, r := range text {
		if r == utf8.RuneError || end >= most {
			break
		}
		end += utf8.RuneLen(r)
		if _, ok := units[text[:end]]; ok {
			longest = text[:end]
		}
	}
	return longest
}

// longestFrom is the length in bytes of the longest unit in the table that begins
// with a character.
var longestFrom = func() map[rune]int {
	by := map[rune]int{}
	for symbol := range units {
		first, _ := utf8.DecodeRuneInString(symbol)
		by[first] = max(by[first], len(symbol))
	}
	return by
}()
