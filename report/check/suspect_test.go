package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianbao/report/check"
	"jianbao/report/diag"
)

// hints are the hints of a check's finding, as "kind figure suggestion".
func hints(t *testing.T, r check.Result, id string) []string {
	t.Helper()
	var all []string
	for _, h := range find(t, r, id).Hints {
		all = append(all, h.Kind+" "+h.Figure+" "+h.Suggestion)
	}
	return all
}

// number is an exact indicator.
func number(id, value string) string {
	return fmt.Sprintf("{id: %s, name: 指标%s, value: %s, decimals: exact}", id, id, value)
}

func TestTheLikelyWrongFigureComesFirst(t *testing.T) {
	for name, c := range map[string]struct {
		figures, rules []string
		check, want    string
	}{
		"swapped digits":       {[]string{number("a", "116"), number("b", "161")}, []string{"a == b"}, "r1", "swapped-digits a@2021 161"},
		"a doubled digit":      {[]string{number("a", "75"), number("b", "125"), number("c", "2000")}, []string{"a + b == c"}, "r1", "extra-digit c@2021 200"},
		"a dropped digit":      {[]string{number("a", "8.6"), number("b", "145"), number("c", "223.6")}, []string{"a + b == c"}, "r1", "dropped-digit a@2021 78.6"},
		"the point misplaced":  {[]string{number("a", "352"), number("b", "7.4"), number("c", "42.6")}, []string{"a + b == c"}, "r1", "power-of-ten a@2021 35.2"},
		"亿 for 万":              {[]string{"{id: a, name: a, value: 352万元}", "{id: b, name: b, value: 13亿元}", "{id: c, name: c, value: 365亿元}"}, []string{"a + b == c"}, "r1", "magnitude a@2021 3520000"},
		"the sign":             {[]string{number("a", "-123"), number("b", "129"), number("c", "252")}, []string{"a + b == c"}, "r1", "sign a@2021 123"},
		"crossing totals":      {[]string{number("a", "19"), number("b", "30"), number("c", "40"), number("ab", "121"), number("ac", "131")}, []string{"a + b == ab", "a + c == ac"}, "r1", "swapped-digits a@2021 91"},
		"a part left out":      {[]string{number("a", "13"), number("b", "31"), number("c", "47"), number("s", "60")}, []string{"s == a + b + c"}, "r1", "part-omitted s@2021 91"},
		"a part counted twice": {[]string{number("a", "13"), number("b", "31"), number("c", "47"), number("s", "138")}, []string{"s == a + b + c"}, "r1", "part-twice s@2021 91"},
		"no slip":              {[]string{number("a", "1700"), number("b", "331")}, []string{"a == b * 2"}, "r1", "would-be a@2021 662"},
		"a bound":              {[]string{number("a", "900"), number("b", "333")}, []string{"a <= b"}, "r1", "extra-digit a@2021 90"},
		"a quotient":           {[]string{number("a", "9.24"), number("b", "12"), "{id: q, name: q, value: 78.5%}"}, []string{"q == a / b"}, "r1", "swapped-digits a@2021 9.42"},
	} {
		t.Run(name, func(t *testing.T) {
			r := judged(t, indicators(c.figures...)+rules(c.rules...))
			if got := hints(t, r, c.check); len(got) == 0 || got[0] != c.want {
				t.Errorf("hints %q, want %q first", got, c.want)
			}
		})
	}
}

func TestNoHintBreaksAnotherRelation(t *testing.T) {
	r := judged(t, indicators(number("a", "10"), number("b", "1"))+rules("a == b", "b < 10"))
	for _, h := range hints(t, r, "r1") {
		if !strings.HasSuffix(h, "a@2021 1") {
			t.Errorf("hint %s: b must stay below 10", h)
		}
	}
	r = judged(t, indicators(number("x", "-123"), number("y", "129"), number("z", "252"))+rules("x + y == z", "x < 0"))
	if got := hints(t, r, "r1"); slices.ContainsFunc(got, func(h string) bool { return strings.Contains(h, " x@") }) {
		t.Errorf("hints %q: x must stay negative", got)
	}
}

func TestAFigureThatAnotherRelationConfirmsIsNoSuspect(t *testing.T) {
	r := judged(t, indicators(number("a", "19"), number("b", "30"), number("c", "121"), number("d", "38"))+rules("a + b == c", "d == a * 2"))
	for _, h := range hints(t, r, "r1") {
		if strings.Contains(h, " a@") {
			t.Errorf("hint %s, but d confirms a", h)
		}
	}
}

func TestChangesTakenForWhatTheyAreNot(t *testing.T) {
	for name, c := range map[string]struct{ then, now, change, want string }{
		"% for 百分点":     {"65.0%", "82.0%", "上升17.0%", "percent-for-points x.yoy@2021 上升17.0个百分点"},
		"百分点 for %":     {"65.0%", "82.0%", "上升26.2个百分点", "points-for-percent x.yoy@2021 上升26.2%"},
		"翻两番 for twice": {"50.0亿元", "100.0亿元", "翻两番", "fan x.yoy@2021 翻1番"},
		"增长3倍 for to":   {"50.0亿元", "150.0亿元", "增长3.0倍", "times x.yoy@2021 增长2.0倍"},
		"the sign":      {"50.0亿元", "45.0亿元", "增长10.0%", "sign x.yoy@2021 下降10.0%"},
	} {
		t.Run(name, func(t *testing.T) {
			r := judged(t, indicators("{id: x, name: 指标, observations: [{period: 2020, value: "+c.then+"}, {period: 2021, value: "+c.now+", yoy: "+c.change+"}]}"))
			if got := hints(t, r, "x.yoy@2021"); !slices.Contains(got, c.want) {
				t.Errorf("hints %q, want %q", got, c.want)
			}
		})
	}
}

func TestTheWrongBase(t *testing.T) {
	r := judged(t, indicators("{id: x, name: 指标, observations: [{period: 2020-Q2, value: 80.0亿元}, {period: 2021-Q1, value: 90.0亿元}, {period: 2021-Q2, value: 100.0亿元, yoy: 增长11.1%}]}"))
	f := find(t, r, "x.yoy@2021-Q2")
	at := slices.IndexFunc(f.Hints, func(h diag.Hint) bool { return h.Kind == "wrong-base" })
	if at < 0 || f.Hints[at].Suggestion != "增长25.0%" || !strings.Contains(f.Hints[at].Message.In(diag.ZH), "2021年一季度的90.0亿元作基期") {
		t.Errorf("hints %v", f.Hints)
	}
}

const grid = `sections:
  - id: s
    title: 节
    tables:
      - id: t
        title: 表
        columns: [{id: name, title: 名称, key: true}, {id: kind, title: 类别}, {id: n, title: 数, unit: 亿元, decimals: 2}]
        rows:
          - [甲, 一, 3.18]
          - [乙, 一, 5.47]
          - [丙, 二, 7.09]
          - [丁, 二, 1.26]
        totals:
          - {label: 合计, n: 17.00}
          - {label: 一, where: {kind: 一}, n: 8.65}
          - {label: 二, where: {kind: 二}, n: 8.35}
`

func TestACellThatTotalsPointAt(t *testing.T) {
	r := judged(t, strings.Replace(grid, "5.47", "5.74", 1))
	if got := hints(t, r, "t.total[合计].n"); got[0] != "swapped-digits t.n[乙] 5.47" {
		t.Errorf("hints %q", got)
	}
	message := find(t, r, "t.total[合计].n").Hints[0].Message.In(diag.ZH)
	if want := "乙 数 5.74亿元 可能是 5.47亿元 之误：数字颠倒（改后2项核对都成立）"; message != want {
		t.Errorf("%s, want %s", message, want)
	}
	// The other finding has the same cause, and says so.
	if got := find(t, r, "t.total[一].n").Hints; len(got) != 1 || !strings.HasPrefix(got[0].Message.In(diag.ZH), "与 t.total[合计].n 同因") {
		t.Errorf("hints of the second finding %v", got)
	}
}

func TestFiguresInEachOthersRows(t *testing.T) {
	swapped := strings.NewReplacer("乙, 一, 5.47", "乙, 一, 7.09", "丙, 二, 7.09", "丙, 二, 5.47").Replace(grid)
	r := judged(t, swapped)
	if got := hints(t, r, "t.total[一].n"); got[0] != "swapped-figures t.n[乙] 5.47" {
		t.Errorf("hints %q", got)
	}
}

func TestASuspectOutOfManyRowsIsFound(t *testing.T) {
	var b strings.Builder
	b.WriteString("sections:\n  - id: s\n    title: 节\n    tables:\n      - id: t\n        title: 表\n        columns: [{id: n, title: 数, unit: 亿元}]\n        rows:\n")
	sum := 0
	for i := range 3000 {
		n := 1000 + (i*7919)%9000
		if sum += n; i == 2345 {
			n *= 10000 // 万 for 亿
		}
		fmt.Fprintf(&b, "          - [%d.%02d]\n", n/100, n%100)
	}
	fmt.Fprintf(&b, "        totals: [{label: 合计, n: %d.%02d}]\n", sum/100, sum%100)
	if got := hints(t, judged(t, b.String()), "t.total[合计].n"); !strings.HasPrefix(got[0], "magnitude t.n[#2346] ") {
		t.Errorf("hints %q", got)
	}
}

func TestNoHintNamesWhatNobodyCanHaveMeant(t *testing.T) {
	empty := "    tables: [{id: p, title: 表, columns: [{id: n, title: 名称}, {id: x, title: 投资, unit: 亿元, decimals: 2}], rows: []}]\n"
	for name, c := range map[string]struct{ figures, check, want string }{
		"a part below zero":             {"{id: s, name: s, value: 5亿元, formula: a + b}\n      - {id: a, name: a, value: 9亿元}\n      - {id: b, name: b, value: 3亿元}", "s.formula", "part-omitted s@2021 12, would-be a@2021 2"},
		"a part that can be below zero": {"{id: s, name: s, value: 5亿元, formula: a + b}\n      - {id: a, name: a, value: -9亿元}\n      - {id: b, name: b, value: 3亿元}", "s.formula", "part-omitted s@2021 -6, would-be a@2021 2, would-be b@2021 14"},
		"a loss":                        {"{id: s, name: s, value: 7亿元, formula: a - b}\n      - {id: a, name: a, value: 2亿元}\n      - {id: b, name: b, value: 9亿元}", "s.formula", "sign s@2021 -7, would-be a@2021 16"},
		"a digit short of nothing":      {"{id: s, name: s, value: 12.6亿元, formula: sum(p.x)}", "s.formula", "would-be s@2021 0.0"},
		"more than nothing":             {"{id: s, name: s, value: 突破1200亿元, formula: sum(p.x)}", "s.formula", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := judged(t, indicators(c.figures)+empty)
			if got := strings.Join(hints(t, r, c.check), ", "); got != c.want {
				t.Errorf("hints %s, want %s", got, c.want)
			}
		})
	}
}
