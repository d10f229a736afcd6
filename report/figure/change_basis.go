package figure

import (
	"strings"
	"unicode/utf8"
)

// basisWords say that a change was not reckoned from the figures as published:
// at comparable scope, at constant prices. Longer ones stand before those they
// begin with.
var basisWords = []string{
	"按可比口径计算", "按可比口径", "可比口径", "按同口径计算", "按同口径", "同口径",
	"按可比价格计算", "按可比价格", "按可比价计算", "按可比价", "按不变价格计算", "按不变价格", "按不变价计算", "按不变价",
	"扣除价格因素影响", "扣除价格因素", "剔除价格因素",
}

// cutBasis cuts words for a comparable basis off a change: before it, with or
// without a comma (按可比价格计算，同比增长8.3%), behind it in brackets, or between
// base and verb (同比实际增长6%). before is how many characters of the text were
// cut off its front; core is the rest.
func cutBasis(text string) (before int, core, basis string) {
	core = strings.TrimLeft(text, " ")
	for _, word := range basisWords {
		if rest, ok := strings.CutPrefix(core, word); ok {
			core, basis = strings.TrimLeft(rest, ",，、 "), word
			break
		}
	}
	before = utf8.RuneCountInString(text) - utf8.RuneCountInString(core)
	if body, inside, ok := cutBrackets(core); ok {
		for _, word := range basisWords {
			if inside == word {
				return before, body, word
			}
		}
	}
	for _, verb := range []string{"实际增长", "实际下降", "可比增长", "可比下降"} {
		front, rest, ok := strings.Cut(core, verb)
		if ok && cutBase(front) == "" {
			plain := string([]rune(verb)[2:])
			cut := utf8.RuneCountInString(front) + 2
			return before + cut, plain + rest, verb
		}
	}
	return before, core, basis
}

// cutBrackets parts what stands in brackets at the end from the text before.
func cutBrackets(text string) (body, inside string, ok bool) {
	for _, pair := range [][2]string{{"(", ")"}, {"（", "）"}} {
		if rest, found := strings.CutSuffix(strings.TrimRight(text, " "), pair[1]); found {
			if body, inside, ok = strings.Cut(rest, pair[0]); ok {
				return strings.TrimRight(body, " "), strings.TrimSpace(inside), true
			}
		}
	}
	return "", "", false
}
