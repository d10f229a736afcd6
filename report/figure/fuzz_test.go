package figure

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var seeds = []string{
	"12.34", "352亿元", "突破1200亿元", "10多条", "20个以上", "近三成", "一千二百", "百分之二十", "三分之一", "1,526户", "约300亿元左右", "12亿3000万元", "1万零50", "2公里300米",
	"300亿多元", "十几个", "…", "-", "null", "1e9", "0x1F", "3—5个", "三万千瓦", "五百分点", "百余家", "超亿元", "１，５２６．５０", "二〇二一", "零分之零", "0 亿",
	"改善25.5%", "提高20个百分点", "+16pp", "-13.9%", "增长2倍", "是上年的2倍", "翻两番", "与上年持平", "增加277万元", "增长三分之一",
}

func FuzzParse(f *testing.F) {
	for i, text := range seeds {
		f.Add(text, []string{"", "元", "亿元", "%", "家"}[i%5], i%4-1, i%2 == 0)
	}
	f.Fuzz(func(t *testing.T, text, unit string, decimals int, truncate bool) {
		if strings.ContainsAny(unit, "xX") {
			return // 0 and a unit named xA would read as hexadecimal
		}
		base := strings.TrimLeft(unit, "十百千万亿 ")
		magnitude := base != strings.TrimLeft(unit, " ")
		if first, _ := utf8.DecodeRuneInString(base); isNumeralRune(first) || magnitude && strings.IndexFunc(text, isNumeralRune) >= 0 {
			return // 二 beside the units 千克 or 卅 is printed with another numeral
		}
		o := Options{Unit: unit, Precision: Precision{Given: decimals >= 0, Decimals: decimals}}
		if truncate {
			o.Rounding = Truncate
		}
		figure, problem := Parse(text, o)
		if problem != nil {
			checkProblem(t, text, problem)
			return
		}
		if figure.Range.Empty() {
			t.Fatalf("%q with %+v stands for nothing", text, o)
		}
		if (figure.Absent == Present) != (figure.Number != nil) {
			t.Fatalf("%q with %+v: %+v", text, o, figure)
		}
		if figure.Absent != Present {
			return
		}
		again, problem := Parse(figure.Text, Options{Rounding: o.Rounding, Precision: o.Precision})
		if problem != nil || again.Number.Cmp(figure.Number) != 0 || !again.Unit.Same(figure.Unit) || !again.Range.Equal(figure.Range) {
			t.Fatalf("%q with %+v is printed %q, which reads %+v, %v", text, o, figure.Text, again, problem)
		}
		if figure.Hedge != Plain {
			return
		}
		if !figure.Range.Contains(figure.Value()) {
			t.Fatalf("%q with %+v: %s is not in %s", text, o, figure.Value(), figure.Range)
		}
		if digits, ok := DecimalDigits(figure.Number); ok && digits <= figure.Written && len(text) < longestNumber {
			printed := Format(figure.Number, figure.Written, false)
			if back, problem := Parse(printed, Options{}); problem != nil || back.Number.Cmp(figure.Number) != 0 {
				t.Fatalf("%q is formatted as %q, which reads %+v, %v", text, printed, back, problem)
			}
		}
	})
}

func FuzzParseChange(f *testing.F) {
	for _, text := range seeds {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		change, problem := ParseChange(text, Nearest)
		if problem != nil {
			checkProblem(t, text, problem)
			return
		}
		for _, betterLower := range []bool{false, true} {
			growth := change.Growth(betterLower)
			if growth.Empty() {
				t.Fatalf("%q grows by nothing", text)
			}
			if change.Figure.Number != nil && change.Figure.Number.Sign() == 0 {
				continue // 近0 is below zero
			}
			if sign, ok := change.Sign(betterLower); ok && change.Kind != TimesOf && sign > 0 && !growth.Meets(interval("(0, +∞)")) {
				t.Fatalf("%q rises by %s", text, growth)
			}
		}
	})
}

func checkProblem(t *testing.T, text string, problem *Problem) {
	t.Helper()
	if problem.At < 0 || problem.At > utf8.RuneCountInString(text) {
		t.Fatalf("%q: the problem is at %d", text, problem.At)
	}
	if problem.Say.IsZero() || problem.Hint.IsZero() {
		t.Fatalf("%q: %v, with no hint", text, problem)
	}
}
