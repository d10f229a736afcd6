package prose

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// given makes a fact: a name, a period, a figure as printed, and a change on a
// year earlier or nothing.
func given(t testing.TB, name, when, value, yoy string) Fact {
	t.Helper()
	p, err := period.Parse(when)
	if err != nil {
		t.Fatal(err)
	}
	f := Fact{Ref: name + "@" + when, Indicator: name, Name: name, Period: p, Current: p.Year() == 2021}
	var problem *figure.Problem
	if f.Figure, problem = figure.Parse(value, figure.Options{}); problem != nil {
		t.Fatal(problem)
	}
	if yoy != "" {
		change, problem := figure.ParseChange(yoy, figure.Nearest)
		if problem != nil {
			t.Fatal(problem)
		}
		f.YoY = &change
	}
	return f
}

func verdicts(text string, facts ...Fact) string {
	own, _ := period.Parse("2021-H1")
	r := Verify("a.txt", text, &Facts{Period: own, Regions: []string{"钢城区", "全区"}, Around: []string{"济南市"}, All: facts})
	var all []string
	for _, c := range r.Claims {
		all = append(all, string(c.Verdict))
	}
	for _, f := range r.Findings {
		all = append(all, string(f.Severity)+" "+string(f.Code))
	}
	return strings.Join(all, ", ")
}

// What is published wrong, and what is right though it looks wrong.
func TestVerdicts(t *testing.T) {
	const wrong, strained = "contradicted, error JB602", "contradicted, warning JB602"
	for _, c := range []struct{ text, name, value, yoy, want string }{
		{"大专以上占比82%，比上年上升17个百分点", "大专以上占比", "82%", "上升17个百分点", "matched, matched"},
		{"大专以上占比82%，比上年上升17%", "大专以上占比", "82%", "上升17个百分点", "matched, " + wrong},
		{"总产值突破100亿元", "总产值", "100.3亿元", "", "matched"},
		{"总产值突破100亿元", "总产值", "100亿元", "", strained},
		{"总产值突破100亿元", "总产值", "352亿元", "", wrong},
		{"总产值近100亿元", "总产值", "100.4亿元", "", wrong},
		{"重点项目30多个", "重点项目", "30个", "", wrong},
		{"实施重点项目12个", "重点项目", "11个", "", wrong},
		{"完成投资12.3亿元", "完成投资", "12345万元", "", wrong},
		{"完成投资1.24亿元", "完成投资", "12345万元", "", wrong},
		{"完成投资1.23亿元", "完成投资", "12345万元", "", "matched"},
		{"总产值110亿元，同比增长4.8%", "总产值", "110亿元", "增长10%", "matched, " + wrong},
		{"总产值110亿元，同比下降10%", "总产值", "110亿元", "增长10%", "matched, " + wrong},
		{"高新技术企业33家", "高新技术企业", "33家", "", "matched"},
		{"高新技术企业33万家", "高新技术企业", "33家", "", wrong},
		{"33家高新技术企业落户", "高新技术企业", "33家", "", "matched"},
		{"空气质量优良率79.6%", "优良率", "79.6%", "", "matched"},
		{"每年铺开重点技改项目20个以下", "重点技改项目", "20个以上", "", wrong},
		{"主营业务收入突破2100亿元", "主营业务收入", "突破1200亿元", "", wrong},
		{"主营业务收入突破1100亿元", "主营业务收入", "突破1200亿元", "", "matched"},
		{"三分之一的村通气", "通气的村占比", "34%", "", "matched"},
		{"近三分之一的村通气", "通气的村占比", "34%", "", "matched"},
		{"占比63%～68%", "企业占比", "65%", "", "matched"},
	} {
		if got := verdicts(c.text, given(t, c.name, "2021-H1", c.value, c.yoy)); got != c.want {
			t.Errorf("%s (%s %s %s): %s, want %s", c.text, c.name, c.value, c.yoy, got, c.want)
		}
	}
}

// None of these speaks of the figure that the data have.
func TestOtherFiguresAreNotCalledWrong(t *testing.T) {
	facts := []Fact{given(t, "高新技术企业", "2021-H1", "33家", ""), given(t, "重点项目总投资", "2021-H1", "352亿元", "")}
	for _, text := range []string{
		"全省高新技术企业4000家。", "济南市高新技术企业超过4000家。", "莱芜区高新技术企业20家。", "2019年高新技术企业21家。",
		"高新技术企业33家，其中新增5家。", "新签约企业12家。", "重点项目总投资352亿元，截至7月底已完成71亿元。", "到2025年，高新技术企业达到80家。",
		"每家高新技术企业研发人员25名。",
	} {
		if got := verdicts(text, facts...); strings.Contains(got, "contradicted") {
			t.Errorf("%s gives %s", text, got)
		}
	}
}

func TestPeriodsChooseTheObservation(t *testing.T) {
	facts := []Fact{
		given(t, "空气质量优良率", "2020", "69.9%", "提高20个百分点"),
		given(t, "空气质量优良率", "2021-H1", "79.6%", "提高16个百分点"),
	}
	for text, want := range map[string]string{
		"优良率79.6%，同比提高16个百分点。": "matched, matched",
		"去年优良率69.9%，同比提高20个百分点。今年上半年优良率79.6%，比上年同期提高16个百分点。": "matched, matched, matched, matched",
		"2020年，优良率79.6%。":     "contradicted, error JB602",
		"2018年，优良率79.6%。":     "unknown, warning JB603",
		"2021年1—6月，优良率69.9%。": "contradicted, error JB602",
	} {
		if got := verdicts(text, facts...); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestTheLikelierOfTwoIsMeant(t *testing.T) {
	facts := []Fact{
		given(t, "重点项目", "2021-H1", "60个", ""), given(t, "重点项目总投资", "2021-H1", "352亿元", ""),
		given(t, "交通项目", "2021-H1", "29个", ""), given(t, "交通项目总投资", "2021-H1", "52亿元", ""),
	}
	for text, want := range map[string]string{
		"重点项目60个，总投资352亿元；交通项目29个，总投资52亿元。": "matched, matched, matched, matched",
		"重点项目60个，总投资52亿元。":                  "matched, contradicted, error JB602",
		"60个重点项目、29个交通项目同步推进。":              "matched, matched",
		"总投资999亿元。":                         "ambiguous, warning JB603",
	} {
		if got := verdicts(text, facts...); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// BenchmarkVerify holds articles of two sizes against some hundred figures: the
// longer takes no longer for each byte.
func BenchmarkVerify(b *testing.B) {
	own, _ := period.Parse("2021-H1")
	facts := Facts{Period: own, Regions: []string{"全区"}}
	for _, name := range strings.Fields("固定资产投资 高新技术企业 农村公路 税收收入 工业产值 社会消费品零售总额 进出口总额 居民人均可支配收入") {
		for _, kind := range strings.Fields("甲类 乙类 丙类 丁类 戊类 己类 庚类 辛类 壬类 癸类 城镇 农村") {
			facts.All = append(facts.All, given(b, kind+name, "2021-H1", "33家", ""))
		}
	}
	sentence := "1—6月，全区完成固定资产投资突破120.5亿元，同比增长13.9%，高于全市2.3个百分点；新增高新技术企业33家，建成“四好农村路”三百二十公里。"
	for _, size := range []int{100 << 10, 1 << 20} {
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			text := strings.Repeat(sentence, size/len(sentence))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if r := Verify("a.txt", text, &facts); r.Claims[0].Verdict == diag.Matched {
					b.Fatal("the first claim is matched")
				}
			}
		})
	}
}
