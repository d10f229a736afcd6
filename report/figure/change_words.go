package figure

import "strings"

// Words is a change with its verb and without what it is against or the basis it
// was reckoned on: 增长8.3%, 实际增长6%. A signed number is given the verb of its
// measure: levels rise by 增长, differences of rates by 提高, amounts by 增加, and
// where less is better a level that falls has got better: 改善.
func (c Change) Words(betterLower bool) string {
	if c.Verb != "" || c.Kind == Flat {
		if c.InRealTerms() {
			return c.Basis[:len("实际")] + c.Bare
		}
		return c.Bare
	}
	rise, fall := "增长", "下降"
	switch {
	case c.Kind == Amount:
		rise, fall = "增加", "减少"
	case betterLower && c.Kind == InPoints:
		rise = "上升"
	case betterLower:
		rise, fall = "上升", "改善"
	case c.Kind == InPoints:
		rise = "提高"
	}
	amount := c.Figure.String()
	if c.Kind == InPoints {
		amount = Decimal(c.Figure.Number) + "个百分点"
	}
	if c.Direction == Down {
		return fall + amount
	}
	return rise + amount
}

// InRealTerms reports whether the basis is a word of the verb: 实际增长.
func (c Change) InRealTerms() bool {
	for _, verb := range []string{"实际", "可比增长", "可比下降"} {
		if strings.HasPrefix(c.Basis, verb) {
			return true
		}
	}
	return false
}
