package compose_test

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/report/check"
	"jianbao/report/compose"
	"jianbao/report/internal/golden"
	"jianbao/report/load"
)

// TestDrafts are the drafts of data files without texts: that of the worked
// example with its texts taken away, and one of a county's economy.
func TestDrafts(t *testing.T) {
	for name, path := range map[string]string{
		"gangcheng": "../../testdata/gangcheng/gangcheng-2021.yaml",
		"economy":   "../testdata/own/economy.yaml",
	} {
		d, findings := load.File(path, load.Options{})
		if len(findings) > 0 {
			t.Fatal(findings[0].Message)
		}
		for _, s := range d.Sections {
			s.Text = nil
		}
		texts, findings := compose.Texts(d, check.Check(d), nil)
		if len(findings) > 0 {
			t.Errorf("a draft has findings: %v", findings)
		}
		var b strings.Builder
		for i, s := range d.Sections {
			fmt.Fprintf(&b, "# %s\n%s\n", s.Title.Value, texts[i].String())
		}
		golden.Check(t, "testdata/draft_"+name+".txt", []byte(b.String()))
	}
}

// drafted is the draft of a section.
func drafted(t *testing.T, body string) string {
	t.Helper()
	doc, findings := from(t, body)
	if len(findings) > 0 {
		t.Fatalf("a draft has findings: %v", findings)
	}
	return paragraphsOf(doc)
}

func TestADraftSaysNoMoreThanTheData(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"no data, no text":             {"    indicators: []\n", ""},
		"a figure that is not there":   {"    indicators: [{id: a, name: 甲, value: null, unit: 亿元}]\n", ""},
		"an empty text asks for none":  {"    text: ''\n    indicators: [{id: a, name: 高新技术企业, value: 33家}]\n", ""},
		"hedges as published":          {"    indicators: [{id: a, name: 营业收入, value: 突破1200亿元}]\n", "2021年上半年，全区营业收入突破1200亿元。"},
		"a verb for what came in":      {"    indicators: [{id: a, name: 营业收入, value: 12.0亿元}]\n", "2021年上半年，全区实现营业收入12.0亿元。"},
		"none where the name has one":  {"    indicators: [{id: a, name: 新增税收, value: 12.0亿元}]\n", "2021年上半年，全区新增税收12.0亿元。"},
		"none for a stock":             {"    indicators: [{id: a, name: 存款余额, value: 12.0亿元}]\n", "2021年上半年，全区存款余额12.0亿元。"},
		"no growth is reckoned":        {"    indicators: [{id: a, name: 营业收入, observations: [{period: 2020-H1, value: 10亿元}, {period: 2021-H1, value: 12亿元}]}]\n", "2021年上半年，全区实现营业收入12亿元（上年同期为10亿元）。"},
		"no rate on a base below zero": {"    indicators: [{id: a, name: 利润, observations: [{period: 2020-H1, value: -2亿元}, {period: 2021-H1, value: -3亿元, yoy: 增亏1亿元}]}]\n", "2021年上半年，全区利润为-3亿元，同比增亏1亿元。"},
		"only a change":                {"    indicators: [{id: a, name: 工业增加值, yoy: 增长7.4%}]\n", "2021年上半年，全区工业增加值同比增长7.4%。"},
		"a preliminary figure":         {"    indicators: [{id: a, name: 营业收入, value: 12亿元, status: preliminary}]\n", "2021年上半年，全区实现营业收入12亿元（初步数）。"},
		"a point in time":              {"    indicators: [{id: a, name: 户籍人口, period: 2021-06-30, value: 30.5万人}]\n", "截至2021年6月末，全区有户籍人口30.5万人。"},
		"zero is not had":              {"    indicators: [{id: a, name: 较大事故, value: 0起}]\n", "2021年上半年，全区较大事故0起。"},
		"a target is no result":        {"    indicators: [{id: a, name: 上市企业, period: 2021, status: target, value: 5家}]\n", "2021年，全区力争上市企业达到5家。"},
		"parts with their shares": {"    indicators: [{id: a, name: 税收, value: 9亿元}, {id: b, name: 增值税, value: 6亿元, of: a, share: 67%, yoy: 增长2%}, {id: c, name: 所得税, of: a, share: 近三成}]\n",
			"2021年上半年，全区实现税收9亿元。其中，增值税6亿元，同比增长2%，占67%；所得税占比近三成。"},
		"a name that counts": {"    indicators: [{id: a, name: 三张清单, value: 3张, names: [甲, 乙, 丙]}]\n", "2021年上半年，全区三张清单分别为甲、乙、丙。"},
		"sample data are marked": {"    tables: [{id: t, title: 项目, sample: true, columns: [{id: n, title: 名称}, {id: v, title: 投资, unit: 亿元}], rows: [[甲, 1], [乙, 2]], totals: [{label: 合计, count: 2个, v: 3}]}]\n",
			"项目（示例数据）共2个，合计投资3亿元。"},
		"what is computed of them too": {"    indicators: [{id: a, name: 总投资, formula: sum(t.v), unit: 亿元}]\n    tables: [{id: t, title: 项目, sample: true, columns: [{id: n, title: 名称}, {id: v, title: 投资, unit: 亿元}], rows: [[甲, 1], [乙, 2]], totals: [{label: 合计, count: 2个, v: 3}]}]\n",
			"2021年上半年，全区完成总投资3亿元（示例数据）。"},
	} {
		if got := drafted(t, c.body); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
