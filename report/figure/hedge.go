package figure

import (
	"strings"

	"jianbao/report/diag"
)

// hedgeWord is a word that hedges a number.
type hedgeWord struct {
	word  string
	hedge Hedge
}

// before are the hedges that stand before a number, longer words before those
// they begin with or contain.
var before = []hedgeWord{
	{"达到", Reached}, {"达", Reached},
	{"突破", MoreThan}, {"超过", MoreThan}, {"超出", MoreThan}, {"超", MoreThan}, {"逾", MoreThan},
	{"大于等于", AtLeast}, {"大于或等于", AtLeast}, {"小于等于", AtMost}, {"小于或等于", AtMost},
	{"高于", MoreThan}, {"多于", MoreThan}, {"大于", MoreThan},
	{"不足", LessThan}, {"不到", LessThan}, {"不满", LessThan}, {"未满", LessThan},
	{"低于", LessThan}, {"少于", LessThan}, {"小于", LessThan},
	{"至少", AtLeast}, {"最少", AtLeast}, {"不少于", AtLeast}, {"不低于", AtLeast}, {"不小于", AtLeast},
	{"至多", AtMost}, {"最多", AtMost}, {"不超过", AtMost}, {"不高于", AtMost}, {"不多于", AtMost}, {"不大于", AtMost},
	{"将近", Nearly}, {"接近", Nearly}, {"近", Nearly},
	{"大约", About}, {"约", About},
}

// after are the hedges that stand after a number and its unit.
var after = []hedgeWord{
	{"以上", AtLeast}, {"以下", AtMost}, {"以内", AtMost},
	{"左右", About}, {"上下", About}, {"多", Odd}, {"余", Odd},
}

// oddWords stand right after a number or its magnitude: 10多条, 20余万人, 十几个.
var oddWords = []string{"多", "余", "几"}

// hedged is what the hedges around one number say together.
type hedged struct {
	hedge Hedge
	word  string
}

// with adds a hedge. Saying the same twice (约300亿元左右) and 达到 before another
// hedge are ways of speaking; two that differ contradict each other.
func (h hedged) with(w hedgeWord) (hedged, *Problem) {
	switch {
	case h.hedge == Plain || h.hedge == Reached:
		return hedged{w.hedge, w.word}, nil
	case h.hedge == w.hedge || w.hedge == Reached:
		return h, nil
	}
	return h, &Problem{
		Say:  diag.Say("“%s”和“%s”不能同时修饰一个数", "%s and %s cannot both qualify one number", h.word, w.word),
		Hint: diag.Say("只保留一个", "keep one of them"),
	}
}

// cutBefore cuts the hedges off the front of text.
func cutBefore(text string) (h hedged, rest string, problem *Problem) {
	rest = text
	for {
		w, found := prefixWord(rest)
		if !found {
			return h, rest, nil
		}
		if h, problem = h.with(w); problem != nil {
			return h, rest, problem
		}
		rest = strings.TrimLeft(rest[len(w.word):], " ")
	}
}

func prefixWord(text string) (hedgeWord, bool) {
	for _, w := range before {
		if strings.HasPrefix(text, w.word) {
			return w, true
		}
	}
	return hedgeWord{}, false
}

// cutAfter cuts the hedges off the end of text and adds them to h.
func cutAfter(text string, h hedged) (_ hedged, rest string, problem *Problem) {
	rest = text
	for {
		w, found := suffixWord(rest)
		if !found {
			return h, rest, nil
		}
		if h, problem = h.with(w); problem != nil {
			return h, rest, problem
		}
		rest = strings.TrimRight(rest[:len(rest)-len(w.word)], " ")
	}
}

func suffixWord(text string) (hedgeWord, bool) {
	for _, w := range after {
		if strings.HasSuffix(text, w.word) {
			return w, true
		}
	}
	return hedgeWord{}, false
}

// cutOdd cuts 多 or 余 (十几: 几) off the front of what follows a number, or off
// the place after the magnitude there (300亿多元, 10万余人).
func cutOdd(text string) (word, rest string) {
	for _, odd := range oddWords {
		if rest, ok := strings.CutPrefix(text, odd); ok {
			return odd, rest
		}
	}
	power, base := cutMagnitude(text)
	if power == 0 {
		return "", text
	}
	magnitude := text[:len(text)-len(base)]
	for _, odd := range oddWords[:2] {
		if rest, ok := strings.CutPrefix(base, odd); ok {
			return odd, magnitude + rest
		}
	}
	return "", text
}
