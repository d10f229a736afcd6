package figure

import "testing"

func TestHedgesAndUnitsInProse(t *testing.T) {
	for text, want := range map[string]string{"总投资突破": "突破", "总投资达到": "达到", "不超过": "不超过", "总投资": ""} {
		if got, _ := HedgeEnding(text); got != want {
			t.Errorf("%s ends in the hedge %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"以上的企业": "以上", "左右": "左右", "企业": ""} {
		if got, _ := HedgeBeginning(text); got != want {
			t.Errorf("%s begins with the hedge %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"个重点项目": "个", "平方公里的土地": "平方公里", "个百分点": "个百分点", "重点": "", "": "", "\xff个": ""} {
		if got := UnitBeginning(text); got != want {
			t.Errorf("%s begins with the unit %q, want %q", text, got, want)
		}
	}
}
