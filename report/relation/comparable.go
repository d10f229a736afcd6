package relation

import (
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// comparableWords say that a rate was not reckoned from the two figures beside
// it: at comparable scope, at constant prices, less the rise of prices.
var comparableWords = []string{"可比口径", "同口径", "可比价", "不变价", "可比增", "扣除价格", "剔除价格", "实际增"}

func saysComparable(text string) bool {
	for _, word := range comparableWords {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// ComparableBasis is the reason why a check is not made if text says that a
// change was reckoned on a comparable basis; zero if it does not. Such a rate
// must not be reckoned anew from the figures as published.
func ComparableBasis(text string) diag.Text {
	if !saysComparable(text) {
		return diag.Text{}
	}
	return diag.Say("%s，不能由两期公布数核对", "“%s”: it cannot be held against the figures as published", strings.TrimSuffix(text, "。"))
}

// basisOf is why a change is not on the figures as published, by its own words
// or by the note of its observation; zero if it is.
func basisOf(o *dataset.Observation, said *dataset.Change) diag.Text {
	if said.Change.Basis != "" {
		return ComparableBasis(said.Change.Basis)
	}
	return ComparableBasis(o.Note.Value)
}
