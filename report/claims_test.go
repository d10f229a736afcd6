package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/report"
	"jianbao/report/diag"
)

// claimCase is an article of a sentence or two, the indicators that it is held
// against, and what is to be said of it. Without indicators there are no data.
type claimCase struct {
	article, indicators, want string
}

// judgedAs is the outcome of an article in one word: error or warning by its
// worst finding, unchecked if a relation in it could not be judged, none if there
// is no figure, else ok, which at least one figure or relation has to bear out.
func judgedAs(t *testing.T, c claimCase) string {
	t.Helper()
	dir, data := t.TempDir(), ""
	if c.indicators != "" {
		data = filepath.Join(dir, "d.yaml")
		head := "version: 1\ndistrict: {name: 测试区}\ntitle: 测试\nperiod: 2021\npublished: 2022-01-31\nsections:\n  - id: s\n    title: 测试\n    indicators:\n"
		for row := range strings.SplitSeq(c.indicators, "\n") {
			head += "      - " + row + "\n"
		}
		if err := os.WriteFile(data, []byte(head), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	f := report.Verify([]string{"-"}, data, strings.NewReader(c.article)).Run().Files[0]
	if f.Unreadable {
		t.Fatalf("%s: %v", c.article, f.Findings)
	}
	switch {
	case f.Has(diag.Error):
		return "error"
	case f.Has(diag.Warning):
		return "warning"
	case len(f.Claims) == 0:
		return "none"
	}
	borne := 0
	for _, check := range f.Checks {
		if check.Verdict == diag.Unchecked {
			return "unchecked"
		}
		borne++
	}
	for _, claim := range f.Claims {
		if claim.Verdict == diag.Matched {
			borne++
		}
	}
	return map[bool]string{true: "ok", false: "nothing"}[borne > 0]
}

// indicator makes the row of an indicator of two years: now is 2021, then 2020.
func indicator(name, now, then string) string {
	return fmt.Sprintf("{id: x, name: %s, observations: [{period: 2021, value: %s}, {period: 2020, value: %s}]}", name, now, then)
}

func TestClaims(t *testing.T) {
	for _, c := range []claimCase{
		// Growth by the figures of both years.
		{"2002年乡镇工业总产值1763万元，比上年增加277万元，增长18.64%", "{id: x, name: 乡镇工业总产值, observations: [{period: 2002, value: 1763万元}, {period: 2001, value: 1486万元}]}", "ok"},
		{"2002年乡镇工业总产值1763万元，比上年增加277万元，增长15.7%", "{id: x, name: 乡镇工业总产值, observations: [{period: 2002, value: 1763万元}, {period: 2001, value: 1486万元}]}", "error"},
		{"2002年乡镇工业总产值1763万元，比上年增加277万元，增长18.64%", "", "ok"},
		{"总产值110亿元，同比增长4.8%", "{id: x, name: 总产值, observations: [{period: 2021-Q2, value: 110亿元}, {period: 2020-Q2, value: 100亿元}, {period: 2021-Q1, value: 105亿元}]}", "error"},
		{"二季度总产值110亿元，同比增长10%，环比增长4.8%", "{id: x, name: 总产值, observations: [{period: 2021-Q2, value: 110亿元}, {period: 2020-Q2, value: 100亿元}, {period: 2021-Q1, value: 105亿元}]}", "ok"},
		{"同比增长4.8%", "{id: x, name: 总产值, observations: [{period: 2021, value: 110}, {period: 2020, value: 100}]}", "error"},
		{"同比增长10%", "{id: x, name: 总产值, observations: [{period: 2021, value: 110}, {period: 2020, value: 100}]}", "ok"},
		{"1—7月利润总额39038.1亿元，同比增长17.1%（按可比口径计算）", "{id: x, name: 利润总额, observations: [{period: 2021-01..2021-07, value: 39038.1亿元}, {period: 2020-01..2020-07, value: 42481亿元}]}", "warning"},
		{"由0增至5亿元，增长100%", "", "unchecked"},
		{"由0增至5亿元，增长100%", indicator("出口额", "5亿元", "0亿元"), "warning"},
		{"由0.1亿元增至0.2亿元，增长100.0%", "", "ok"},
		{"由33亿元增至37亿元，增长16.1%", "", "error"},
		{"由33亿元增至37亿元，增长16.1%", indicator("出口额", "37亿元", "33亿元"), "error"},
		{"由33亿元增至37亿元，增长12.1%", indicator("出口额", "37亿元", "33亿元"), "ok"},

		// 百分点 and %.
		{"大专以上占82%，比1997年上升了17个百分点", "{id: x, name: 大专以上占比, observations: [{period: 2021, value: 82%}, {period: 1997, value: 65%}]}", "ok"},
		{"大专以上占82%，比上年上升17%", indicator("大专以上占比", "82%", "65%"), "error"},
		{"大专以上占82%，比上年上升26.2%", indicator("大专以上占比", "82%", "65%"), "ok"},
		{"年利率从3.25%降至2.25%，降了1个百分点", indicator("年利率", "2.25%", "3.25%"), "ok"},
		{"年利率从3.25%降至2.25%，降了1%", indicator("年利率", "2.25%", "3.25%"), "error"},
		{"占全区的25.5%，较上年提高1.8个百分点", indicator("工业占比", "25.5%", "23.7%"), "ok"},
		{"占全区的25.5%，较上年提高1.8%", indicator("工业占比", "25.5%", "23.7%"), "error"},

		// 倍 and 番.
		{"发病率由30%下降到15%，下降了1倍", indicator("发病率", "15%", "30%"), "error"},
		{"发病率由30%下降到15%，下降了1倍", "", "error"},
		{"发病率由30%下降到15%，下降了50%", indicator("发病率", "15%", "30%"), "ok"},
		{"由50增至150，增长2倍", "", "ok"},
		{"由50增至150，增长3倍", "", "error"},
		{"由50增至150，增长到3倍", "", "ok"},
		{"1980年2500亿元，到2010年翻三番，目标20000亿元", "{id: x, name: 总产值, observations: [{period: 1980, value: 2500亿元}, {period: 2010, value: 20000亿元, status: target}]}", "ok"},
		{"1980年2500亿元，到2010年翻三番，目标20000亿元", "", "ok"},
		{"1980年2500亿元，到2010年翻两番，目标20000亿元", "", "error"},

		// Where less is better.
		{"PM2.5由40降至29.8微克/立方米，增长25.5%", "", "error"},
		{"PM2.5由40降至29.8微克/立方米，改善25.5%", "{id: x, name: PM2.5浓度, better: lower, observations: [{period: 2021, value: 29.8微克/立方米}, {period: 2020, value: 40微克/立方米, decimals: exact}]}", "ok"},
		{"PM2.5改善-25.5%", "{id: x, name: PM2.5, better: lower, observations: [{period: 2021, value: 29.8微克/立方米}, {period: 2020, value: 40微克/立方米}]}", "error"},

		// Sums, parts, periods.
		{"1-5月累计10.2亿元，6月2.1亿元，1-6月累计12.3亿元", "", "ok"},
		{"1-5月累计10.2亿元，6月2.1亿元，1-6月累计12.6亿元", "", "error"},
		{"三项占比33.3%、33.3%、33.3%，合计100.0%", "", "ok"},
		{"总投资50亿元，其中甲30亿元、乙25亿元", "{id: x, name: 总投资, value: 50亿元}", "error"},
		{"总投资50亿元，产业、民生、基建三类分别为30亿元、10亿元、8亿元", "{id: x, name: 总投资, value: 50亿元}", "error"},

		// Thresholds and hedges.
		{"总产值突破100亿元", "{id: x, name: 总产值, value: 100.3亿元}", "ok"},
		{"总产值突破100亿元", "{id: x, name: 总产值, value: 100亿元}", "warning"},
		{"总产值突破100亿元", "{id: x, name: 总产值, value: 99.3亿元}", "error"},
		{"总投资超过50亿元", "{id: x, name: 总投资, value: 50亿元, decimals: exact}", "error"},
		{"总投资50亿元以上", "{id: x, name: 总投资, value: 50亿元, decimals: exact}", "ok"},
		{"总投资不足50亿元", "{id: x, name: 总投资, value: 50亿元, decimals: exact}", "error"},
		{"近100亿元", "{id: x, name: 总产值, value: 100.4亿元}", "error"},
		{"近100亿元", "{id: x, name: 总产值, value: 99.4亿元}", "ok"},
		{"30多个项目", "{id: x, name: 重点项目, value: 30个}", "error"},
		{"30多个项目", "{id: x, name: 重点项目, value: 33个}", "ok"},
		{"约300亿元左右", "{id: x, name: 总产值, value: 301亿元}", "warning"},

		// Counts, units.
		{"实施重点项目12个", "{id: x, name: 重点项目, unit: 个, names: [甲, 乙, 丙, 丁, 戊, 己, 庚, 辛, 壬, 癸, 子]}", "error"},
		{"实施重点项目11个", "{id: x, name: 重点项目, unit: 个, names: [甲, 乙, 丙, 丁, 戊, 己, 庚, 辛, 壬, 癸, 子]}", "ok"},
		{"完成投资12.3亿元", "{id: x, name: 完成投资, value: 12345万元}", "error"},
		{"完成投资1.24亿元", "{id: x, name: 完成投资, value: 12345万元}", "error"},
		{"完成投资1.23亿元", "{id: x, name: 完成投资, value: 12345万元}", "ok"},

		// What is no claim.
		{"第十四次、“十四五”、2020年、〔2021〕15号、110千伏、G20", "", "none"},
		{"原价都是全国统一零售价", "", "none"},
	} {
		if got := judgedAs(t, c); got != c.want {
			t.Errorf("%s (%s): %s, want %s", c.article, c.indicators, got, c.want)
		}
	}
}
