package figure

import (
	"strings"
	"unicode/utf8"
)

// HedgeEnding is the longest hedge that ends text, as in 总投资突破; word is
// empty if there is none. Hedges before a number stand there in prose.
func HedgeEnding(text string) (word string, hedge Hedge) {
	return longestHedge(before, func(w string) bool { return strings.HasSuffix(text, w) })
}

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
	for _, r := range text {
		if r == utf8.RuneError || end >= longestKnown {
			break
		}
		end += utf8.RuneLen(r)
		if _, ok := units[text[:end]]; ok {
			longest = text[:end]
		}
	}
	return longest
}

// longestKnown is the length in bytes of the longest unit in the table.
var longestKnown = func() (longest int) {
	for symbol := range units {
		longest = max(longest, len(symbol))
	}
	return longest
}()
