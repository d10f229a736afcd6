package figure

import (
	"strings"
	"testing"

	"jianbao/report/diag"
)

func TestTextsThatAreNoFigure(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int
		say  string
		hint string
	}{
		{"NaN", 0, "“NaN”不是数字", "写作"},
		{".inf", 0, "小数点前没有数字", ""},
		{"true", 0, "“true”不是数字", "写作"},
		{"突破", 2, "没有数字", "写作"},
		{"约 x", 2, "“x”不是数字", "写作"},
		{"--5", 1, "“-5”不是数字", ""},
		{"- 5", 1, "“5”不是数字", ""},
		{"1e9", 1, "科学记数法", "写成 1000000000"},
		{"1.5e3", 3, "科学记数法", "写成 1500"},
		{"1.5E-3亿元", 3, "科学记数法", "写成 0.0015"},
		{"1e400", 1, "科学记数法", "写出全部数字"},
		{"0x1F", 1, "十六进制", "十进制"},
		{"0xff", 1, "十六进制", "十进制"},
		{"0o17", 1, "十六进制", "十进制"},
		{"约超5", 0, "“约”和“超”不能同时", "只保留一个"},
		{"三点", 0, "不是数字", ""},
		{"三点两", 0, "不是数字", ""},
		{"三分之", 0, "不是数字", ""},
		{"本季度没有统计这个指标的数值", 0, "“本季度没有统计这个指标的…”", ""},
		{"1_000", 1, "下划线", "去掉"},
		{".5", 0, "小数点前没有数字", "0.5"},
		{"5.", 2, "小数点后没有数字", "写作 5"},
		{"5.亿元", 2, "小数点后没有数字", "写作 5"},
		{"1.2.3", 3, "小数部分又有“.”", ""},
		{"1.234,5", 5, "小数部分又有“,”", ""},
		{"1,52", 1, "逗号不是三位一节", "152"},
		{"约１，５２", 2, "逗号不是三位一节", "152"},
		{"1526,300", 4, "逗号不是三位一节", "1526300"},
		{"007", 0, "以0开头", ""},
		{"突破007", 2, "以0开头", ""},
		{"3—5个", 1, "区间", "写一个数"},
		{"10%-20%", 3, "区间", "写一个数"},
		{"3万至5万元", 2, "区间", "写一个数"},
		{"三到五个", 1, "区间", "写一个数"},
		{"2021-06-30", 4, "区间", ""},
		{"3个5个", 2, "其中有“5”", "一个数值只写一个数"},
		{"3万5人", 2, "“3万”和后面的数连不成一个数", "12亿3000万元"},
		{"12亿3000元", 3, "连不成一个数", ""},
		{"1亿20000万元", 2, "连不成一个数", ""},
		{"5千3万人", 2, "连不成一个数", ""},
		{"3公里5吨", 3, "连不成一个数", ""},
		{"1亿007万元", 2, "以0开头", ""},
		{"3.5万5千人", 4, "其中有“5”", "一个数值只写一个数"},
		{"2021年6月", 5, "其中有“6”", "一个数值只写一个数"},
		{"12 345", 3, "其中有“3”", "一个数值只写一个数"},
		{"5亿亿元", 1, "数量级", ""},
		{"12元，", 3, "其中有“,”", ""},
		{"近10多个", 3, "“近”和“多”不能同时", "只保留一个"},
		{"约20以上", 3, "“约”和“以上”不能同时", "只保留一个"},
		{"三四个", 0, "不是数字", ""},
		{"一百五", 0, "不是数字", ""},
		{"一万二", 0, "不是数字", ""},
		{"百家", 0, "不是数字", ""},
		{"几十家", 0, "不是数字", ""},
		{"半", 0, "不是数字", ""},
		{"不到一半", 3, "像是数的一部分", "50%"},
		{"1万五千元", 1, "像是数的一部分", ""},
		{"零分之一", 0, "不是数字", ""},
		{strings.Repeat("9", 61), 0, "61个字符，最多60个", ""},
		{strings.Repeat("9", 100000), 0, "最多200个", ""},
		{"\xff\xfe5", 0, "不是数字", ""},
	} {
		f, problem := Parse(c.text, Options{})
		if problem == nil {
			t.Errorf("%.30q is read as %s of %s", c.text, Decimal(f.Number), f.Unit.Symbol)
			continue
		}
		zh, hint := problem.Say.In(diag.ZH), problem.Hint.In(diag.ZH)
		if !strings.Contains(zh, c.say) || !strings.Contains(hint, c.hint) || hint == "" {
			t.Errorf("%.30q: %s; %s, want %s; %s", c.text, zh, hint, c.say, c.hint)
		}
		if c.at != problem.At {
			t.Errorf("%.30q: at %d, want %d (%s)", c.text, problem.At, c.at, zh)
		}
		for _, text := range []string{zh, hint, problem.Error(), problem.Hint.In(diag.EN)} {
			if strings.Contains(text, "%!") || strings.Contains(text, "%%") || len(text) > 300 {
				t.Errorf("%.30q says %s", c.text, text)
			}
		}
	}
}

func TestTheGivenUnitMustBeOne(t *testing.T) {
	for _, text := range []string{"5", "约5", ""} {
		if _, problem := Parse(text, Options{Unit: "5元"}); problem == nil {
			t.Errorf("%q with the unit 5元 is accepted", text)
		}
	}
	if f := mustParse(t, "5", Options{Unit: " 元 "}); f.Text != "5元" {
		t.Errorf("printed %s", f.Text)
	}
}

func TestTheUnitOfACompoundAmount(t *testing.T) {
	for _, c := range []struct{ text, unit, want string }{
		{"12亿3000万", "元", "123000 万元"},
		{"12亿3000万元", "元", "123000 万元"},
		{"12亿3000万元", "万元", "123000 万元"},
		{"1万2000", "人", "12000 人"},
		{"12亿3000", "万元", ""},
		{"12亿3000万元", "亿元", ""},
		{"2公里300", "元", ""},
	} {
		got := ""
		if f, problem := Parse(c.text, Options{Unit: c.unit}); problem == nil {
			got = Decimal(f.Number) + " " + f.Unit.Symbol
		}
		if got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.text, c.unit, got, c.want)
		}
	}
}
