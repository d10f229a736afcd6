package compose_test

import (
	"regexp"
	"slices"
	"testing"

	"jianbao/report/diag"
	"jianbao/report/document"
)

// TestTheAnnexSaysAllThatIsNotPlain: every check is counted and told in words, what
// was published stands there as it was printed, and what follows has its range and
// how it follows.
func TestTheAnnexSaysAllThatIsNotPlain(t *testing.T) {
	doc := composed(t, "../testdata/own/economy.yaml")
	c := doc.Checks
	if n := c.Consistent + c.Inconsistent + c.Unchecked; n != c.Len() || c.Inconsistent > 0 || c.Unchecked == 0 {
		t.Errorf("%d consistent, %d inconsistent, %d unchecked of %d", c.Consistent, c.Inconsistent, c.Unchecked, c.Len())
	}
	notChinese := regexp.MustCompile(`[A-Za-z∞\[\]]`)
	byID := map[string]*document.CheckLine{}
	for n := range c.Len() {
		line := c.Lines.Line(n)
		byID[line.ID] = line
		if line.Kind == "" || line.Subject == "" || notChinese.MatchString(line.Kind+line.Subject+line.Reported+line.Derived+line.Reason) {
			t.Errorf("%s: %s | %s | %s | %s | %s", line.ID, line.Kind, line.Subject, line.Reported, line.Derived, line.Reason)
		}
		if line.Verdict == diag.Unchecked && line.Reason == "" {
			t.Errorf("%s: it is not said why it is unchecked", line.ID)
		}
	}
	for id, want := range map[string][2]string{
		"tertiary.share":       {"51.6%", "51.6119%～51.6246%"},
		"retail.yoy@2025-H1":   {"增长5.9%", ""},
		"gdp.previous@2024-H1": {"116.20亿元", "116.80亿元"},
		"primary.of":           {"10.20亿元", "120.50亿元"},
	} {
		got := byID[id]
		if got.Reported != want[0] || want[1] != "" && got.Derived != want[1] {
			t.Errorf("%s: %s against %s, want %s", id, got.Reported, got.Derived, want)
		}
	}
	if want := (document.DerivedLine{Name: "城镇调查失业率（2024年上半年）", Interval: "4.9%～5.1%", From: "按城镇调查失业率（2025年上半年）的下降0.2个百分点推算"}); !slices.Contains(c.Derived, want) {
		t.Errorf("derived: %+v", c.Derived)
	}
	if len(c.Exceptions) != 1 || c.Exceptions[0].Reason != "按可比价格计算" || c.Exceptions[0].Until != "2025年12月31日" {
		t.Errorf("exceptions: %+v", c.Exceptions)
	}
	if want := []document.RevisionLine{{Name: "地区生产总值（2024年上半年）", Old: "116.80亿元", New: "116.20亿元", Note: "上期为初步数"}}; !slices.Equal(c.Revisions, want) {
		t.Errorf("revisions: %+v", c.Revisions)
	}
}

func TestTheAnnexNamesAColumnWhoseFormulaCannotBeRead(t *testing.T) {
	doc, _ := from(t, `    tables:
      - id: t
        title: 表
        columns: [{id: name, title: 名称, key: true}, {id: x, title: 完成率, formula: name / 2}]
        rows: [[甲, 1], [乙, 2]]
`)
	c := doc.Checks
	if line := c.Lines.Line(0); c.Unchecked != 1 || line.Subject != "完成率" || line.Reason == "" || line.Figure != "" {
		t.Errorf("checks: %+v", c)
	}
}
