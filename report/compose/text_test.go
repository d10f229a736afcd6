package compose_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianbao/report/diag"
)

// said is what a text comes to with data of its own, and what is found in it.
func said(t *testing.T, body, text string) (string, []diag.Finding) {
	t.Helper()
	doc, findings := from(t, body+"    text: |\n      "+strings.ReplaceAll(text, "\n", "\n      ")+"\n")
	return paragraphsOf(doc), findings
}

// TestChangesAreSaidWithTheRightVerb: with 同比 said once, whatever was published.
func TestChangesAreSaidWithTheRightVerb(t *testing.T) {
	for _, c := range []struct{ indicator, yoy, want string }{
		{"value: 5亿元", "增长8.3%", "同比增长8.3%"},
		{"value: 5亿元", "+8.3%", "同比增长8.3%"},
		{"value: 5亿元", "-8.3%", "同比下降8.3%"},
		{"value: 5亿元", "同比增长8.3%", "同比增长8.3%"},
		{"value: 5亿元", "比上年同期增长8.3%", "同比增长8.3%"},
		{"value: 5亿元", "按可比价格计算，同比增长8.3%", "按可比价格计算，同比增长8.3%"},
		{"value: 5亿元", "同比增长8.3%（按可比口径计算）", "按可比口径计算，同比增长8.3%"},
		{"value: 5亿元", "同比实际增长6%", "同比实际增长6%"},
		{"value: 5亿元", "增长近三成", "同比增长近三成"},
		{"value: 5亿元", "是上年的2倍", "是上年的2倍"},
		{"value: 5亿元", "翻一番", "同比翻一番"},
		{"value: 5亿元", "持平", "同比持平"},
		{"value: 5亿元", "扭亏为盈", "同比扭亏为盈"},
		{"value: -5亿元", "增亏0.30亿元", "同比增亏0.30亿元"},
		{"value: 5亿元", "+0.3亿元", "同比增加0.3亿元"},
		{"value: 5家", "-2家", "同比减少2家"},
		{"value: 79.6%", "+16pp", "同比提高16个百分点"},
		{"value: 79.6%", "-1.50pp", "同比下降1.5个百分点"},
		{"value: 4.8%, better: lower", "-0.2pp", "同比下降0.2个百分点"},
		{"value: 4.8%, better: lower", "+0.2pp", "同比上升0.2个百分点"},
		{"value: 4.40, better: lower", "-13.9%", "同比改善13.9%"},
		{"value: 4.40, better: lower", "恶化13.9%", "同比恶化13.9%"},
		{"value: 4.40, better: lower", "+13.9%", "同比上升13.9%"},
	} {
		got, findings := said(t, fmt.Sprintf("    indicators: [{id: a, name: 甲, %s, yoy: %q}]\n", c.indicator, c.yoy), `{{yoy "a"}}`)
		if len(findings) > 0 || got != c.want {
			t.Errorf("%s: %s gives %q, want %q %v", c.indicator, c.yoy, got, c.want, findings)
		}
	}
}

// TestTheWordBeforeAChangeIsNotDoubled: the text says 同比, the data say it too, or
// a basis that would come between.
func TestTheWordBeforeAChangeIsNotDoubled(t *testing.T) {
	for yoy, want := range map[string]string{
		"同比增长8.3%":           "同比增长8.3%",
		"按可比价格计算，同比增长8.3%":   "同比增长8.3%（按可比价格计算）",
		"同比增长17.1%（按可比口径计算）": "同比增长17.1%（按可比口径计算）",
		"扣除价格因素，实际增长6%":      "同比实际增长6%",
	} {
		doc, findings := from(t, fmt.Sprintf("    indicators: [{id: a, name: 甲, value: 5亿元, yoy: %q}]\n    text: 同比{{change \"a\"}}\n", yoy))
		if got := paragraphsOf(doc); len(findings) > 0 || got != want {
			t.Errorf("%s gives %q, want %q", yoy, got, want)
		}
		if got := doc.KeyFigures[0].Change; strings.Count(got, "同比") != 1 {
			t.Errorf("the key figure says %s", got)
		}
	}
}

func TestComparisonsSayWhatTheFiguresBear(t *testing.T) {
	for _, c := range []struct{ now, then, extra, want string }{
		{"40.51亿元", "38.25亿元", "", "比上年同期增加2.26亿元，增长5.9%"},
		{"38.25亿元", "40.51亿元", "", "比上年同期减少2.26亿元，下降5.6%"},
		{"40.51亿元", "38亿元", "", "比上年同期增加2.51亿元"}, // 5.2% to 8.0%
		{"40.51亿元", "40.51亿元", "", "与上年同期持平"},
		{"2300万元", "0.2亿元", "", "比上年同期增加300万元"},
		{"0.35亿元", "-1.20亿元", "", "比上年同期扭亏为盈"},
		{"-0.35亿元", "1.20亿元", "", "比上年同期由盈转亏"},
		{"-1.50亿元", "-1.20亿元", "", "比上年同期增亏0.3亿元"},
		{"-1.00亿元", "-1.20亿元", "", "比上年同期减亏0.2亿元"},
		{"35家", "0家", "", "比上年同期增加35家"},
		{"126家", "120家", "", "比上年同期增加6家，增长5%"},
		{"79.6%", "63.6%", "", "比上年同期提高16个百分点"},
		{"4.8%", "5.0%", "better: lower, ", "比上年同期下降0.2个百分点"},
		{"40.00", "50.00", "better: lower, ", "比上年同期下降10，改善20%"},
		{"50.00", "40.00", "better: lower, ", "比上年同期上升10，恶化25%"},
	} {
		body := fmt.Sprintf("    indicators: [{id: a, name: 甲, %sobservations: [{period: 2020-H1, value: %q}, {period: 2021-H1, value: %q}]}]\n", c.extra, c.then, c.now)
		got, findings := said(t, body, `{{compare "a" "prev"}}`)
		if len(findings) > 0 || got != c.want {
			t.Errorf("%s after %s gives %q, want %q %v", c.now, c.then, got, c.want, findings)
		}
	}
}

const several = `    indicators:
      - {id: tax, name: 税收, value: 9亿元, yoy: 增长3%}
      - {id: fee, name: 非税收入, value: 突破3亿元}
      - {id: road, name: 公路, value: 925公里}
      - id: loss
        name: 利润
        observations: [{period: 2020-H1, value: -2亿元}, {period: 2021-H1, value: -3亿元, yoy: 增长50%}]
    tables:
      - id: t
        title: 项目
        columns: [{id: name, title: 名称, key: true}, {id: v, title: 投资, unit: 亿元}]
        rows: [[甲, 1.5], [乙, ""], [丙, 近3]]
`

// TestWhatCannotBeSaidIsFound: what is missing, hedged or unlike, each as what it
// is, with the name that was likely meant.
func TestWhatCannotBeSaidIsFound(t *testing.T) {
	for text, want := range map[string]string{
		`{{fig "txa"}}`:                      `没有指标 "txa" 是不是 tax？`,
		`{{fug "tax"}}`:                      `文字模板里没有函数 fug 是不是 fig？`,
		`{{fig "tax" "2019"}}`:               "税收（2019年）没有给出",
		`{{fig "tax" "prev"}}`:               "税收（2020年上半年）没有给出",
		`{{fig "tax" "target"}}`:             "税收的目标没有给出",
		`{{fig "tax" "last"}}`:               `"last" 不是报告期`,
		`{{fig}}`:                            "参数应是指标的 id",
		`{{change "road"}}`:                  "公路（2021年上半年）同比没有给出",
		`{{pop "tax"}}`:                      "税收（2021年上半年）环比没有给出",
		`{{rank "tax"}}`:                     "位次没有给出",
		`{{names "tax"}}`:                    "税收的名单没有给出",
		`{{progress "tax"}}`:                 "税收的目标或结果没有给出",
		`{{change "loss"}}`:                  "基期数是-2亿元，没有增减的比率",
		`{{compare "tax" "fee"}}`:            "突破3亿元”，不是确数",
		`{{difference "tax" "fee"}}`:         "突破3亿元”，不是确数",
		`{{sum "tax" "road"}}`:               "单位不同",
		`{{compare "tax" "road"}}`:           "单位不能比较",
		`{{in "公里" (fig "tax")}}`:            "不能换算成公里",
		`{{sum "t" "v"}}`:                    "乙的投资没有给出",
		`{{sum "t" "v" "name" "丙"}}`:         "不是确数，不能求和",
		`{{sum "t" "w"}}`:                    "没有这样的列",
		`{{count "s"}}`:                      "没有表",
		`{{has "tax"}}`:                      "不能填进文字",
		`{{range 9}}x{{end}}`:                "应是指标的列表",
		`{{.}}`:                              "不能用这种写法",
		`{{$x = fig "tax"}}{{$x}}`:           "没有变量 $x 先写 {{$x := …}}",
		`{{fig “tax”}}`:                      "引号不是半角",
		`{{if has "fig" "taks"}}x{{end}}`:    "没有指标",
		`{{if eq 1 2}}{{fig "taks"}}{{end}}`: "没有指标", // a branch not taken is read all the same
	} {
		got, findings := said(t, several, text)
		if len(findings) != 1 {
			t.Errorf("%s: %d findings, %v", text, len(findings), findings)
			continue
		}
		f := findings[0]
		message := f.Message.In(diag.ZH)
		if len(f.Hints) > 0 {
			message += " " + f.Hints[0].Message.In(diag.ZH)
		}
		if !strings.Contains(message, want) {
			t.Errorf("%s: %s, want %s", text, message, want)
		}
		if f.Message.In(diag.EN) == "" || f.Place.Line == 0 || f.Place.Column < 7 {
			t.Errorf("%s: %+v", text, f)
		}
		if strings.HasPrefix(text, "{{fig ") && !strings.Contains(text, "“") && got != "【缺】" {
			t.Errorf("%s leaves %q in the text", text, got)
		}
	}
}

// TestABranchNotTakenNeedsNoFigures is what has is for.
func TestABranchNotTakenNeedsNoFigures(t *testing.T) {
	for text, want := range map[string]string{
		`{{if has "change" "road"}}{{change "road"}}{{else}}无{{end}}`:                           "无",
		`{{if has "tax" "2019"}}{{fig "tax" "2019"}}{{end}}有`:                                   "有",
		`{{if and (has "change" "road") (eq (change "road") "x")}}a{{else}}b{{end}}`:            "b",
		`{{if or (has "tax") (eq (change "road") "x")}}a{{else}}b{{end}}`:                       "a",
		`{{if not (has "progress" "tax")}}a{{else if has "fee"}}b{{else}}{{rank "tax"}}{{end}}`: "a",
		`{{$v := "无"}}{{if has "change" "tax"}}{{$v = change "tax"}}{{end}}{{$v}}`:              "增长3%",
		`{{range parts "tax"}}{{fig .}}{{else}}没有其中{{end}}`:                                     "没有其中",
	} {
		got, findings := said(t, several, text)
		if len(findings) > 0 || got != want {
			t.Errorf("%s gives %q, want %q %v", text, got, want, findings)
		}
	}
}

// TestMistakesOfOneTextAreFoundTogether: also those of the grammar.
func TestMistakesOfOneTextAreFoundTogether(t *testing.T) {
	_, findings := said(t, several, "税收{{fig “tax”}}，{{fig \"tax\"}}，{{fig \"tax}}\n{{if fig}}{{end}}好{{fig ()}}")
	var got []string
	for _, f := range findings {
		got = append(got, fmt.Sprintf("%d:%d", f.Place.Line, f.Place.Column))
	}
	// The text begins at 22:7; columns count characters. That the conditions lack an
	// argument is found in spite of what keeps the text from being read.
	if want := []string{"22:11", "22:39", "23:27", "23:12"}; !slices.Equal(got, want) {
		t.Errorf("findings at %v, want %v", got, want)
		for _, f := range findings {
			t.Log(f.Message.In(diag.ZH))
		}
	}
}

func TestATextEndsWhateverItSays(t *testing.T) {
	loop := strings.Repeat(`{{range indicators}}`, 9) + `{{fig "tax"}}` + strings.Repeat(`{{end}}`, 9)
	got, findings := said(t, several, loop)
	if len(findings) != 1 || !strings.Contains(findings[0].Message.In(diag.ZH), "太长") {
		t.Errorf("%v", findings)
	}
	if len(got) > 1<<20 {
		t.Errorf("it made %d bytes", len(got))
	}
}

// FuzzTexts: any text comes to an end without a panic, with findings inside it.
func FuzzTexts(f *testing.F) {
	for _, seed := range []string{`{{fig "tax"}}`, `{{range $i := indicators}}{{$i}}{{else}}{{end}}`, `{{if and 1 (has "x")}}`, `{{$x := 1}}{{$x = 2}}{{$x}}`, `{{$x = 2}}{{$x}}`,
		`{{define "a"}}{{end}}{{template "a" .}}`, `{{with 1}}{{.A.B}}{{end}}`, `{{"a" | chinese | in "x"}}`, "{{/* */}}\n\n}}{{", `{{break}}`, `{{compare "tax" "2020"}}`, `{{fig "fee" | in "万元" | chinese}}`} {
		f.Add(seed)
	}
	_, d := documented(f)
	f.Fuzz(func(t *testing.T, text string) {
		out, findings := phrased(d, text)
		for _, found := range findings {
			if found.Place.Line < 1 || found.Place.Line > strings.Count(text, "\n")+1 || found.Place.Column < 1 || found.Message.In(diag.EN) == "" {
				t.Errorf("%q: finding at %+v", text, found.Place)
			}
		}
		if len(findings) == 0 && strings.Contains(out, "【缺】") && !strings.Contains(text, "缺") {
			t.Errorf("%q leaves a gap without a finding", text)
		}
	})
}
