package check_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"jianbao/report/check"
	"jianbao/report/diag"
	"jianbao/report/load"
)

const head = "version: 1\ndistrict: {name: 测试区}\ntitle: 测试\nperiod: 2021\npublished: 2022-01-31\n"

// judged loads and checks a data file; what follows the head is given, or only
// indicators, one a line.
func judged(t *testing.T, body string) check.Result {
	t.Helper()
	d, findings := load.Bytes("d.yaml", []byte(head+body), nil, load.Options{})
	for _, f := range findings {
		t.Fatalf("line %d: %s", f.Place.Line, f.Message.In(diag.EN))
	}
	return check.Check(d)
}

func indicators(lines ...string) string {
	return "sections:\n  - id: s\n    title: 节\n    indicators:\n" + listed(lines)
}

func listed(lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString("      - " + line + "\n")
	}
	return b.String()
}

func rules(asserts ...string) string {
	var b strings.Builder
	b.WriteString("checks:\n")
	for i, a := range asserts {
		b.WriteString("  - {id: r" + string(rune('1'+i)) + ", assert: '" + a + "', say: 规则}\n")
	}
	return b.String()
}

// verdicts are the verdicts by check id.
func verdicts(r check.Result) map[string]diag.Verdict {
	all := map[string]diag.Verdict{}
	for _, c := range r.Judged.All() {
		all[c.ID] = c.Verdict
	}
	return all
}

// Checks say what both sides can be, in the unit in which they are printed.
func TestChecksAreReportedInTheirUnit(t *testing.T) {
	r := judged(t, indicators("{id: a, name: 甲, value: 10.4亿元}", "{id: b, name: 乙, value: 20.8亿元, formula: 2 * a}"))
	for _, c := range r.Checks() {
		if c.ID == "b.formula" && (c.Kind != "formula" || c.Reported != "[20.75, 20.85]" || c.Derived != "[20.7, 20.9]") {
			t.Errorf("%s is reported to be %s, and %s by the others", c.Kind, c.Reported, c.Derived)
		}
	}
	wantVerdict(t, r, "b.formula", diag.Consistent)
}

func wantVerdict(t *testing.T, r check.Result, id string, want diag.Verdict) {
	t.Helper()
	all := verdicts(r)
	if got, ok := all[id]; !ok || got != want {
		t.Errorf("%s is %q, want %q; checks: %v", id, got, want, slices.Sorted(maps.Keys(all)))
	}
}

// find is the only finding of a check.
func find(t *testing.T, r check.Result, id string) diag.Finding {
	t.Helper()
	var found []diag.Finding
	for _, f := range r.Findings {
		if f.Check == id {
			found = append(found, f)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%s has %d findings, want 1", id, len(found))
	}
	return found[0]
}

const (
	ok  = diag.Consistent
	bad = diag.Inconsistent
	un  = diag.Unchecked
)

func TestFormulasOverRoundedFigures(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  diag.Verdict
	}{
		"parts round to the total": {
			[]string{"{id: T, name: t, value: 102, formula: a + b + c}", "{id: a, name: a, value: 33}", "{id: b, name: b, value: 33}", "{id: c, name: c, value: 34}"}, ok},
		"an exact total out of reach": {
			[]string{"{id: T, name: t, value: 102, decimals: exact, formula: a + b + c}", "{id: a, name: a, value: 33}", "{id: b, name: b, value: 33}", "{id: c, name: c, value: 34}"}, bad},
		"tenths are exact": {
			[]string{"{id: T, name: t, value: 0.3, decimals: exact, formula: a + b}", "{id: a, name: a, value: 0.1, decimals: exact}", "{id: b, name: b, value: 0.2, decimals: exact}"}, ok},
		"counts have no rounding": {
			[]string{"{id: T, name: t, value: 10个, formula: a + b}", "{id: a, name: a, value: 5个}", "{id: b, name: b, value: 4个}"}, bad},
		"magnitudes convert": {
			[]string{"{id: T, name: t, value: 3.52亿元, formula: a + b}", "{id: a, name: a, value: 20000万元}", "{id: b, name: b, value: 15200万元}"}, ok},
		"a hedge is a bound": {
			[]string{"{id: T, name: t, value: 1500亿元, formula: a + b}", "{id: a, name: a, value: 突破1200亿元}", "{id: b, name: b, value: 200亿元}"}, ok},
		"a bound that is passed": {
			[]string{"{id: T, name: t, value: 1300亿元, formula: a + b}", "{id: a, name: a, value: 突破1200亿元}", "{id: b, name: b, value: 200亿元}"}, bad},
		"a missing part": {
			[]string{"{id: T, name: t, value: 3, formula: a + b}", "{id: a, name: a, value: 3}", "{id: b, name: b, value: null}"}, un},
		"a figure against itself": {
			[]string{"{id: T, name: t, value: 0.0, formula: a - a}", "{id: a, name: a, value: 33}"}, ok},
		"a figure against itself is exactly nothing": {
			[]string{"{id: T, name: t, value: 1, formula: a - a}", "{id: a, name: a, value: 33}"}, bad},
		"a share of a sum it is part of": { // 1/(1+99): at most 1.5/(1.5+98.5); independent ends would give 1.5/(0.5+98.5) = 1.52%
			[]string{"{id: T, name: t, value: 1.51%, decimals: exact, formula: 'share(a, a + b)'}", "{id: a, name: a, value: 1}", "{id: b, name: b, value: 99}"}, bad},
		"a divisor that can be zero": {
			[]string{"{id: T, name: t, value: 1, formula: a / b}", "{id: a, name: a, value: 3}", "{id: b, name: b, value: 0}"}, un},
		"a growth on nothing": {
			[]string{"{id: T, name: t, value: 5%, formula: 'growth(a, b)'}", "{id: a, name: a, value: 3}", "{id: b, name: b, value: -3}"}, un},
	} {
		t.Run(name, func(t *testing.T) {
			wantVerdict(t, judged(t, indicators(c.lines...)), "T.formula", c.want)
		})
	}
}

func TestRulesOverIntervals(t *testing.T) {
	r := judged(t, indicators(
		"{id: a, name: a, value: 10}", "{id: b, name: b, value: 20}", "{id: c, name: c, value: null}", "{id: e, name: e, value: 25%}", "{id: n, name: n, value: 2个}")+
		rules("a + b <= 30", "a + b < 29", "a == 10.5", "not a == 10", "a < b and b < a", "a > b or b > a",
			"c > 1 or a < b", "c > 1 and a < b", "e == 0.25")+
		"  - {id: even, assert: n <= 2, say: 规则}\n  - {id: less, assert: n < 2, say: 规则}\n")
	for id, want := range map[string]diag.Verdict{
		"r1": ok, "r2": bad, "r3": ok, "r4": ok, "r5": bad, "r6": ok, "r7": ok, "r8": un, "r9": ok, "even": ok, "less": bad,
	} {
		wantVerdict(t, r, id, want)
	}
}

func TestPartsSharesAndNames(t *testing.T) {
	r := judged(t, indicators(
		"{id: all, name: 行政村, value: 211个}",
		"{id: some, name: 硬化村, value: 174个, of: all}",
		"{id: over, name: 通气村, value: 212个, of: all}",
		"{id: part, name: 富裕村, of: all, share: 70%}",
		"{id: most, name: 多数村, of: all, share: 70%以上}",
		"{id: right, name: 甲村, value: 148个, of: all, share: 70%}",
		"{id: wrong, name: 乙村, value: 150个, of: all, share: 70%}",
		"{id: few, name: 总数, value: 10个}",
		"{id: under, name: 少数, of: few, share: 不足50%}",
		"{id: none, name: 无解, of: few, share: 33%}",
		"{id: list, name: 产业, value: 2个, names: [钢, 铁]}",
		"{id: short, name: 产业, value: 3个, names: [钢, 铁]}",
		"{id: atleast, name: 产业, value: 2个以上, names: [钢, 铁, 煤]}",
	))
	for id, want := range map[string]diag.Verdict{
		"some.of": ok, "over.of": bad, "part.share": un, "part.of": ok, "right.share": ok, "wrong.share": bad,
		"none.share": bad, "list.names": ok, "short.names": bad, "atleast.names": ok,
	} {
		wantVerdict(t, r, id, want)
	}
	derived := map[string]string{}
	for _, known := range r.Derived {
		d := known.Report()
		derived[d.Figure] = d.Interval
	}
	if want := (map[string]string{"part@2021": "[147, 148]", "most@2021": "[148, 211]", "under@2021": "[0, 4]"}); !maps.Equal(derived, want) {
		t.Errorf("derived %v, want %v", derived, want)
	}
	if f := find(t, r, "over.of"); f.Difference != "1个" || f.Code != diag.PartOverWhole {
		t.Errorf("over.of: %s, difference %q", f.Code, f.Difference)
	}
}

func TestChanges(t *testing.T) {
	for name, c := range map[string]struct {
		now, then, change string // then empty: not given
		better            string
		want              diag.Verdict
		derived           string
	}{
		"a rate within rounding":            {"106.0", "100.0", "6.0%", "", ok, ""},
		"a rate out of reach":               {"106.0", "100.0", "6.5%", "", bad, ""},
		"a signed fall":                     {"94.0", "100.0", "-6.0%", "", ok, ""},
		"an improvement is a fall":          {"4.89", "6.56", "改善25.5%", ", better: lower", ok, ""},
		"an improvement is a rise":          {"4.89", "6.56", "改善25.5%", "", bad, ""},
		"points are a difference":           {"82%", "65%", "提高17个百分点", "", ok, ""},
		"points said as a rate":             {"82%", "65%", "上升17%", "", bad, ""},
		"twice more is three times":         {"300", "100", "增长2倍", "", ok, ""},
		"twice more is not twice":           {"200", "100", "增长2倍", "", bad, ""},
		"is twice":                          {"200", "100", "是上年的2倍", "", ok, ""},
		"doubled once":                      {"200", "100", "翻一番", "", ok, ""},
		"doubled twice is four times":       {"200", "100", "翻两番", "", bad, ""},
		"doubled, nearly thrice as much":    {"300", "100", "翻一番", "", bad, ""},
		"not quite doubled":                 {"170", "100", "翻一番", "", bad, ""},
		"doubled thrice":                    {"20000", "2500", "翻三番", "", ok, ""},
		"on a comparable basis":             {"106.0", "100.0", "按可比口径增长8.2%", "", un, ""},
		"a fall by its own amount":          {"15%", "30%", "下降1倍", "", bad, ""},
		"a fall to nothing said so":         {"15%", "", "下降1倍", "", bad, ""},
		"a fall by half in 倍":               {"15.0", "30.0", "下降0.5倍", "", ok, ""},
		"a fall below nothing":              {"-5.0", "5.0", "下降2.0倍", "", ok, ""},
		"a loss that became a profit":       {"5", "-5", "扭亏为盈", "", ok, ""},
		"a profit that was one before":      {"5", "3", "扭亏为盈", "", bad, ""},
		"a profit that became a loss":       {"-5", "3", "由盈转亏", "", ok, ""},
		"a loss that grew":                  {"-120", "-100", "增亏20%", "", ok, ""},
		"a loss that grew by less":          {"-120", "-100", "增亏30%", "", bad, ""},
		"a loss that shrank":                {"-80", "-100", "减亏20%", "", ok, ""},
		"a rate of a loss that was none":    {"-80", "100", "增亏20%", "", un, ""},
		"the base of a loss is derived":     {"-120.0", "", "增亏20.0%", "", un, "[-100.1, -99.9]"},
		"an amount":                         {"1277万元", "1000万元", "增加277万元", "", ok, ""},
		"level":                             {"4.4", "4.40", "持平", "", ok, ""},
		"not level":                         {"4.4", "4.5", "持平", "", bad, ""},
		"a base of zero":                    {"5", "0", "5%", "", un, ""},
		"a base below zero":                 {"5", "-5", "5%", "", un, ""},
		"a base of exactly none":            {"5个", "0个", "5%", "", un, ""},
		"a multiple of a base below zero":   {"5", "-5", "是上年的2倍", "", un, ""},
		"a doubling from nothing":           {"5", "0", "翻一番", "", un, ""},
		"points on a base of zero":          {"5%", "0%", "提高5个百分点", "", ok, ""},
		"no current figure":                 {"null", "100", "5%", "", un, ""},
		"the base of a rate is derived":     {"4.89", "", "改善25.5%", ", better: lower", un, "[6.55, 6.58]"},
		"the base of points is derived":     {"69.9%", "", "提高20个百分点", "", un, "[49.3, 50.5]"},
		"the base of a multiple is derived": {"200.0", "", "是上年的2.0倍", "", un, "[97.5, 102.6]"},
		"the base of a doubling is derived": {"200", "", "翻一番", "", un, "(70, 108]"}, // a doubling reached, 1.87 to 2.83 times
	} {
		t.Run(name, func(t *testing.T) {
			then := ""
			if c.then != "" {
				then = "{period: 2020, value: " + c.then + "}, "
			}
			r := judged(t, indicators("{id: x, name: 指标"+c.better+", observations: ["+then+"{period: 2021, value: "+c.now+", yoy: "+c.change+"}]}"))
			id := "x.yoy"
			if c.then != "" {
				id = "x.yoy@2021"
			}
			wantVerdict(t, r, id, c.want)
			derived := ""
			for _, known := range r.Derived {
				d := known.Report()
				if d.Figure == "x@2020" {
					derived = d.Interval
				}
			}
			if derived != c.derived {
				t.Errorf("derived %q, want %q", derived, c.derived)
			}
		})
	}
}

func TestAFallIsANegativeRate(t *testing.T) {
	f := find(t, judged(t, indicators("{id: x, name: 指标, observations: [{period: 2020, value: 100.0}, {period: 2021, value: 94.0, yoy: 下降5.0%}]}")), "x.yoy@2021")
	if f.Reported != "下降5.0%" || f.Derived != "-6%" || f.Difference != "1个百分点" {
		t.Errorf("%s against %s, difference %s", f.Reported, f.Derived, f.Difference)
	}
}

func TestWhatWouldMendAFormula(t *testing.T) {
	for name, c := range map[string]struct{ head, value, want string }{
		"to the digits written":     {"", "9.0", "3.8"},
		"exactly":                   {"", "9, decimals: exact", "3.75"},
		"truncated if the file is":  {"rounding: truncate\n", "9.0", "3.7"},
		"to the digits that it has": {"", "9000, decimals: -3", "0"},
	} {
		t.Run(name, func(t *testing.T) {
			r := judged(t, c.head+indicators("{id: x, name: 指标, value: "+c.value+", formula: a * 1}", "{id: a, name: a, value: 3.75, decimals: exact}"))
			if h := find(t, r, "x.formula").Hints; len(h) == 0 || h[0].Suggestion != c.want {
				t.Errorf("hints %v, want %s", h, c.want)
			}
		})
	}
}

func TestSlackOfAnInequalityHasOneEnd(t *testing.T) {
	r := judged(t, indicators("{id: a, name: a, value: 10}", "{id: b, name: b, value: 20}")+rules("a <= b"))
	if j := r.Judged.At(0); !j.HasSlack || j.Slack.String() != "(-∞, 1]" {
		t.Errorf("slack %s", j.Slack)
	}
}

func TestPeriodOnPeriodLooksAtTheSpanBefore(t *testing.T) {
	r := judged(t, indicators("{id: x, name: 指标, observations: [{period: 2021-Q1, value: 50.0}, {period: 2021-Q2, value: 55.0, pop: 10.0%}]}"))
	wantVerdict(t, r, "x.pop@2021-Q2", ok)
}

func TestOneFigureGivenTwice(t *testing.T) {
	for name, c := range map[string]struct {
		first, second string
		want          diag.Verdict
	}{
		"meeting intervals":                 {"1200, decimals: -2", "1230, decimals: -1", ok},
		"the same number":                   {"12.5", "12.5", ok},
		"other numbers at one precision":    {"100", "101", bad},
		"intervals apart":                   {"100", "150, decimals: -1", bad},
		"a bound and a number that meet it": {"突破100", "101", ok},
	} {
		t.Run(name, func(t *testing.T) {
			r := judged(t, indicators("{id: x, name: 指标, observations: [{period: 2021, value: "+c.first+"}, {period: 2021, value: "+c.second+"}]}",
				"{id: y, name: 另一个, value: 1000, formula: x * 1}"))
			wantVerdict(t, r, "x.duplicate@2021", c.want)
			if c.want == bad {
				wantVerdict(t, r, "y.formula", un)
			}
		})
	}
}

func TestTheMeetingOfDuplicatesTakesPart(t *testing.T) {
	// 2000 to the thousand would allow 2400; 1990 to the ten does not.
	r := judged(t, indicators("{id: x, name: 指标, observations: [{period: 2021, value: 2000, decimals: -3}, {period: 2021, value: 1990, decimals: -1}]}",
		"{id: y, name: 另一个, value: 2400, formula: x}"))
	wantVerdict(t, r, "y.formula", bad)
}

func TestEachOfTwoObservationsKeepsItsChange(t *testing.T) {
	r := judged(t, indicators("{id: x, name: 指标, observations: [{period: 2020, value: 100.0}, {period: 2021, value: 106.0, yoy: 6.0%}, {period: 2021, value: 106.0, yoy: 9.0%}]}"))
	wantVerdict(t, r, "x.yoy@2021", ok)
	wantVerdict(t, r, "x.yoy@2021#2", bad)
}

func TestANullBesideAValueIsNoSecondValue(t *testing.T) {
	r := judged(t, indicators("{id: all, name: 总体, value: 100个}",
		"{id: x, name: 部分, of: all, share: 50%, observations: [{period: 2021, value: null}, {period: 2021, value: 50个}]}"))
	wantVerdict(t, r, "x.duplicate@2021", un)
	wantVerdict(t, r, "x.share@2021", ok)
	wantVerdict(t, r, "x.of@2021", ok)
}

func TestARulesSidesArePrintedInTheirOwnUnit(t *testing.T) {
	f := find(t, judged(t, indicators("{id: a, name: 部分, value: 30.0亿元}", "{id: b, name: 总体, value: 100.0亿元}")+
		rules("share(a, b) >= 0.5")), "r1")
	if f.Reported != "30%" || f.Derived != "50%" || f.Difference != "-20个百分点" {
		t.Errorf("%s against %s, difference %s: %s", f.Reported, f.Derived, f.Difference, f.Message.In(diag.ZH))
	}
}

func TestARuleIsAboutTheFigureThatStandsAlone(t *testing.T) {
	f := find(t, judged(t, indicators("{id: a, name: 甲, value: 10个}", "{id: b, name: 乙, value: 20个}", "{id: T, name: 总计, value: 5个}")+
		rules("a + b <= T")), "r1")
	want := "“规则”不成立（a + b <= T）：总计为5个，应不小于30个，相差25个"
	if got := f.Message.In(diag.ZH); got != want || f.Figure != "T@2021" || f.Place.Line != 12 {
		t.Errorf("%s at line %d: %s, want %s", f.Figure, f.Place.Line, got, want)
	}
}

func TestExcessDigits(t *testing.T) {
	r := judged(t, indicators("{id: x, name: 指标, value: 1234, decimals: -1}", "{id: y, name: 指标, value: 1230, decimals: -1}"))
	wantVerdict(t, r, "x.digits", bad)
	wantVerdict(t, r, "y.digits", ok)
	if h := find(t, r, "x.digits").Hints; len(h) != 1 || h[0].Suggestion != "1230" {
		t.Errorf("hints %v, want 1230", h)
	}
}
