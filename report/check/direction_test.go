package check_test

import (
	"slices"
	"testing"

	"jianbao/report/diag"
)

// TestWordsOfTheWrongDirection: 改善 and 恶化 depend on which way is better, so
// where they hold the other way round, that is what is likely not said.
func TestWordsOfTheWrongDirection(t *testing.T) {
	for name, c := range map[string]struct{ better, values, change, want string }{
		"less is better, but not said so": {"", "40.0 29.8", "改善25.5%", "better: lower"},
		"more is better, but said not":    {", better: lower", "65% 82%", "改善17个百分点", "better: higher"},
		"another number as well":          {"", "40.0 29.8", "改善24.0%", ""},
		"a plain verb is plain wrong":     {", better: lower", "40.0 29.8", "增长25.5%", ""},
	} {
		t.Run(name, func(t *testing.T) {
			then, now := c.values[:len(c.values)/2], c.values[len(c.values)/2+1:]
			f := find(t, judged(t, indicators("{id: x, name: 指标"+c.better+", observations: [{period: 2020, value: "+then+"}, {period: 2021, value: "+now+", yoy: "+c.change+"}]}")), "x.yoy@2021")
			got := ""
			if i := slices.IndexFunc(f.Hints, func(h diag.Hint) bool { return h.Kind == "direction" }); i >= 0 {
				got = f.Hints[i].Suggestion
			}
			if got != c.want {
				t.Errorf("hint %q, want %q", got, c.want)
			}
		})
	}
}
