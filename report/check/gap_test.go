package check_test

import (
	"fmt"
	"slices"
	"testing"

	"jianbao/report/diag"
)

func TestGapsSayWhatIsUncheckedAndWhy(t *testing.T) {
	r := judged(t, `sections:
  - id: s
    title: 节
    indicators:
      - {id: air, name: 空气, value: 3.5, yoy: +10.0%}
    tables:
      - id: t
        title: 表
        columns: [{id: k, title: 名, key: true}, {id: a, title: 甲, unit: 个}, {id: b, title: 乙, unit: 个, formula: a + 1}]
        rows: [[子, 1, '-'], [丑, 2, 3], [寅, 4, '-'], [卯, 5, '-']]
`)
	var got []string
	for _, g := range r.Gaps(10) {
		got = append(got, fmt.Sprintf("%d %s ×%d %s", g.Place.Line, g.Name, g.Count, g.Reason.In(diag.ZH)))
	}
	want := []string{"10 空气同比 ×1 空气（2020年）没有给出，推算为3.1～3.3", "15 子 乙 ×3 这一格是“-”，没有该项数据"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if few := r.Gaps(1); len(few) != 1 {
		t.Errorf("%d gaps, want no more than asked for", len(few))
	}
}
