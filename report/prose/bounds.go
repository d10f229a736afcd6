package prose

import (
	"slices"

	"jianbao/report/figure"
)

// joints stand between the two bounds of one number: 大于20且小于35.
var joints = []string{"", "且", "并且", "并", "而", "但", "同时", "的同时", "，且"}

// boundedBelow is the range that an upper bound makes with a lower one right
// before it, of the same number: 大于20且小于35.
func (s *scanner) boundedBelow(upper Quantity) (Quantity, bool) {
	if len(s.found) == 0 || direction(upper.Hedge) >= 0 || upper.Hedge == figure.Nearly {
		return upper, false
	}
	lower := s.found[len(s.found)-1]
	between := upper.Start - len([]rune(upper.Word))
	if lower.Number == nil || direction(lower.Hedge) <= 0 || lower.number.odd != "" || between < lower.End || between-lower.End > len("的同时") ||
		!hasAt(s.text, between, upper.Word) || lower.Unit != "" && lower.Unit != upper.Unit || lower.Number.Cmp(upper.Number) >= 0 {
		return upper, false
	}
	if !slices.Contains(joints, string(trimmed(s.text[lower.End:between]))) {
		return upper, false
	}
	whole := upper
	whole.Start, whole.Low, whole.High, whole.Number = lower.Start, lower.Number, upper.Number, nil
	whole.Hedge, whole.Word = figure.Plain, lower.Word
	return whole, true
}

// trimmed is text without the blanks around it.
func trimmed(text []rune) []rune {
	for len(text) > 0 && text[0] == ' ' {
		text = text[1:]
	}
	for len(text) > 0 && text[len(text)-1] == ' ' {
		text = text[:len(text)-1]
	}
	return text
}
