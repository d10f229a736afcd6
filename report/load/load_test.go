package load

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// The head of a data file is five lines; what a test adds begins on line 6, an
// indicator on line 10, in column 7.
const (
	head       = "version: 1\ndistrict: {name: 测试区}\ntitle: 测试\nperiod: 2021\npublished: 2022-01-31\n"
	section    = head + "sections:\n  - id: s\n    title: 测试\n"
	indicators = section + "    indicators:\n"
	tables     = section + "    tables:\n"
)

// read loads a data file called d.yaml that stands beside files.
func read(text string, files map[string]string) (*dataset.Dataset, []diag.Finding) {
	beside := fstest.MapFS{}
	for name, data := range files {
		beside[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return Bytes("d.yaml", []byte(text), beside, Options{})
}

// sound loads a data file that must have no findings.
func sound(t *testing.T, text string, files map[string]string) *dataset.Dataset {
	t.Helper()
	ds, findings := read(text, files)
	for _, f := range findings {
		t.Errorf("unexpected finding %s", brief(f))
	}
	if ds == nil {
		t.Fatal("no dataset")
	}
	return ds
}

// brief prints a finding on one line: file:line:column-end code message →
// suggestion.
func brief(f diag.Finding) string {
	s := fmt.Sprintf("%d:%d-%d %s %s", f.Place.Line, f.Place.Column, f.Place.EndColumn, f.Code, f.Message.In(diag.ZH))
	if f.Place.File != "d.yaml" {
		s = f.Place.File + ":" + s
	}
	for _, r := range f.Related {
		s += fmt.Sprintf(" (%d:%d)", r.Place.Line, r.Place.Column)
	}
	for _, h := range f.Hints {
		if h.Suggestion != "" {
			s += " → " + h.Suggestion
		}
	}
	return s
}

// expect compares findings with what is wanted of them, line by line: each must
// have the wanted texts, which are separated by |, in it.
func expect(t *testing.T, findings []diag.Finding, want ...string) {
	t.Helper()
	for i, f := range findings {
		got := brief(f)
		if i >= len(want) {
			t.Errorf("unexpected %s", got)
			continue
		}
		for _, part := range strings.Split(want[i], "|") {
			if !strings.Contains(got, part) {
				t.Errorf("finding %d: got %s, want in it %q", i, got, part)
			}
		}
	}
	for _, w := range want[min(len(findings), len(want)):] {
		t.Errorf("missing finding %s", w)
	}
}

func TestFindingsOnKeys(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"unknown key", indicators + "      - {id: a, name: 甲, vlaue: 3, value: 2}\n", []string{"10:26-31 JB102|vlaue|→ value"}},
		{"Chinese key", indicators + "      - {id: a, 名称: 甲, value: 2, name: 乙}\n", []string{"10:17-19 JB102|→ name"}},
		{"key swallowed by a full-width colon", indicators + "      - {id: a, name: 甲, value: 2, unit：家}\n", []string{"10:36-42 JB102|unit：家|→ :"}},
		{"comma in an unquoted figure", indicators + "      - {id: a, name: 甲, value: 1,526户}\n", []string{"10:35-39 JB102|526户"}},
		{"comma in an unquoted expression", indicators + "      - {id: a, name: 甲, formula: share(b, c)}\n", []string{"10:42-43 JB109", "10:44-46 JB102|c)"}},
		{"merge keys are no part of the format", indicators + "      - &a {id: a, name: 甲, value: 2}\n      - {<<: *a, id: b, name: 乙, value: 3}\n", []string{"11:10-12 JB102"}},
		{"key twice", indicators + "      - {id: a, name: 甲, value: 2, value: 3}\n", []string{"10:36-41 JB103|(10:26)"}},
		{"id twice, as indicator and table", indicators + "      - {id: 甲, name: 甲, value: 2}\n    tables:\n      - {id: 甲, title: 表, columns: [{id: a, title: 甲}], rows: [[x]]}\n", []string{"12:14-15 JB103|(10:14)"}},
		{"missing in the file", "version: 1\nsections: []\n", []string{"1:1-8 JB104|district", "1:1-8 JB104|title", "1:1-8 JB104|period", "1:1-8 JB104|published"}},
		{"empty is missing", head + "sections:\n", []string{"6:1-9 JB104|sections"}},
		{"missing in an indicator", indicators + "      - {value: 3}\n", []string{"10:9-10 JB104|id", "10:9-10 JB104|name"}},
		{"nothing to say of an indicator", indicators + "      - {id: a, name: 甲}\n", []string{"10:9-10 JB104|value|→ value: null"}},
		{"text where keys belong", indicators + "      - 甲\n", []string{"10:9-10 JB105"}},
		{"list where a text belongs", indicators + "      - {id: a, name: [甲], value: 1}\n", []string{"10:23-24 JB105"}},
		{"text where a list belongs", indicators + "      - {id: a, name: 甲, value: 1, names: 乙}\n", []string{"10:43-44 JB105|→ [乙]"}},
		{"tag", indicators + "      - {id: a, name: 甲, value: !!str 4}\n", []string{"10:33-38 JB105|!!str"}},
		{"id with a digit first", indicators + "      - {id: 1a, name: 甲, value: 1}\n", []string{"10:14-16 JB116|1a"}},
		{"id that is an operator", indicators + "      - {id: or, name: 甲, value: 1}\n", []string{"10:14-16 JB116|or"}},
		{"district code", strings.Replace(section, "{name: 测试区}", `{name: 测试区, code: "37011"}`, 1), []string{"2:30-35 JB116|37011"}},
		{"no such day", strings.Replace(section, "2022-01-31", "2022-02-31", 1), []string{"5:12-22 JB116"}},
		{"paths", section + "previous: ../a.yaml\nmembers: /x/*.yaml\nworkbook: a\\b.xlsx\n", []string{"9:11-20 JB113", "10:10-19 JB113", "11:11-19 JB113|→ a/b.xlsx"}},
		{"source misspelt", section + "    indicators: [{id: a, name: 甲, value: 1, source: pres}, {id: b, name: 乙, value: 1, source: 公开资料}]\nsources: [{id: press, title: 发布会}]\n", []string{"JB110|→ press"}},
		{"source that is none", section + "    indicators: [{id: a, name: 甲, value: 1, source: yearbook_2020}, {id: b, name: 乙, value: 1, source: NBS}]\nsources: [{id: press, title: 发布会}]\n", []string{"JB110|yearbook_2020"}},
		{"rounding", section + "rounding: down\nties: 5\n", []string{"9:11-15 JB116|truncate", "10:7-8 JB116"}},
		{"exception without a date", section + "exceptions: [{check: a.yoy, reason: 口径}]\n", []string{"9:14-15 JB104|until"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := read(c.text, nil)
			expect(t, findings, c.want...)
		})
	}
}

func TestWhatIsListedTwice(t *testing.T) {
	columns := tables + "      - {id: t, title: 表, columns: [{id: n, title: 名称%s}, {id: x, title: 数, unit: 个}], rows: [[甲, 1], [乙, 2], [甲, 3], ['', 4], ['', 5], [甲, 6]]}\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"names", indicators + "      - {id: a, name: 甲, value: 3个, names: [需求, 供给, 需求]}\n", []string{"10:53-55 JB502|需求|(10:45)"}},
		{"keys of rows", fmt.Sprintf(columns, ", key: true"), []string{"10:121-122 JB502|甲|(10:105)", "10:147-148 JB502|甲|(10:105)"}},
		{"words that only label the rows", fmt.Sprintf(columns, ""), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := read(c.text, nil)
			expect(t, findings, c.want...)
		})
	}
}

func TestFindingsOnObservations(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"figure, from the fault on", `      - {id: a, name: 甲, value: "12..6亿元"}`, []string{"10:37-41 JB106"}},
		{"unit against unit", `      - {id: a, name: 甲, value: 12.6亿元, unit: 万元}`, []string{"JB108|万元"}},
		{"period", `      - {id: a, name: 甲, value: 1, period: 2021-13}`, []string{"10:44-51 JB107"}},
		{"status", `      - {id: a, name: 甲, value: 1, status: targt}`, []string{"10:44-49 JB116|→ target"}},
		{"decimals", `      - {id: a, name: 甲, value: 1, decimals: two}`, []string{"10:46-49 JB116"}},
		{"change", `      - {id: a, name: 甲, value: 1, yoy: 很多}`, []string{"10:41-43 JB106"}},
		{"rank", `      - {id: a, name: 甲, value: 1, rank: 0}`, []string{"10:42-43 JB116"}},
		{"share of nothing", `      - {id: a, name: 甲, share: 70%}`, []string{"10:26-31 JB104|of"}},
		{"share that is none", `      - {id: a, name: 甲, of: b, share: 5个}`, []string{"JB108"}},
		{"inline and listed", `      - {id: a, name: 甲, value: 1, observations: [{period: 2020, value: 2}]}`, []string{"10:26-31 JB105|(10:36)"}},
		{"expression, at the offending sign", `      - {id: a, name: 甲, formula: "和 + * b"}`, []string{"10:40-41 JB109"}},
		{"expression, plain", `      - {id: a, name: 甲, formula: a + * b}`, []string{"10:39-40 JB109"}},
		{"expression, past escapes", `      - {id: a, name: 甲, formula: 'at(b, ''2020'') *'}`, []string{"10:53-54 JB109"}},
		{"expression that ends too early", `      - {id: a, name: 甲, formula: "a + "}`, []string{"10:40-41 JB109"}},
		{"number too long", "      - {id: a, name: 甲, value: " + strings.Repeat("1", 61) + "}", []string{"10:33-94 JB114"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := read(indicators+c.text+"\n", nil)
			expect(t, findings, c.want...)
		})
	}
}

func TestExpressionInABlock(t *testing.T) {
	_, findings := read(indicators+"      - id: a\n        name: 甲\n        formula: >-\n          b +\n          和 + * c\n", nil)
	expect(t, findings, "14:15-16 JB109")
}

func TestChartsNameWhatThereIs(t *testing.T) {
	table := tables + "      - {id: t, title: 表, columns: [{id: n, title: 名称}, {id: x, title: 数, unit: 个}], rows: [[甲, 1]]}\n    charts:\n      - "
	for _, c := range []struct{ chart, want string }{
		{"{type: bar, of: [甲乙]}", "12:26-28 JB110"},
		{"{type: pie, table: t, values: [x]}", "12:16-19 JB116"},
		{"{type: bar, table: tt, values: [x]}", "12:28-30 JB110|→ t"},
		{"{type: bar, table: t, values: [xx]}", "12:40-42 JB110|→ x"},
		{"{type: bar, table: t, values: [n]}", "12:40-41 JB110"},
		{"{type: bar, table: t}", "12:9-10 JB104|values"},
		{"{type: bar}", "12:9-10 JB104|of"},
		{"{type: bar, table: t, values: [x], of: [t]}", "JB105"},
		{"{type: bar, table: t, values: [x], where: {n: 乙}}", "12:55-56 JB116|乙"},
		{"{type: bar, table: t, values: [x], where: {m: 甲}}", "JB102"},
	} {
		_, findings := read(table+c.chart+"\n", nil)
		expect(t, findings, c.want)
	}
	ds := sound(t, table+"{type: bar, table: t, values: [x], where: {n: 甲}}\n", nil)
	chart := ds.Sections[0].Charts[0]
	if chart.Label.Value != "n" || len(chart.Where) != 1 || chart.Where[0].Column != ds.Table("t").Columns[0] {
		t.Errorf("the key column should label the marks and the condition be bound: %+v", chart)
	}
}

func TestNothingIsTurnedIntoAnything(t *testing.T) {
	ds := sound(t, indicators+`      - {id: yes, name: no, value: 4.40, note: 0x1F, source: 1_000, period: 2021-06}
      - {id: null_given, name: 2021, value: ~}
`, nil)
	a, b := ds.Sections[0].Indicators[0], ds.Sections[0].Indicators[1]
	o := a.Observations[0]
	for got, want := range map[string]string{
		a.ID.Value: "yes", a.Name.Value: "no", o.Figure.Text: "4.40", o.Note.Value: "0x1F", o.Source.Value: "1_000",
		o.Period.String(): "2021-06", b.Name.Value: "2021",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if o.Figure.Written != 2 {
		t.Errorf("4.40 has two digits after the point, got %d", o.Figure.Written)
	}
}

func TestIndicatorSpeaksForItsObservations(t *testing.T) {
	ds := sound(t, indicators+`      - id: a
        name: 甲
        unit: 亿元
        decimals: 2
        source: 年报
        better: lower
        observations:
          - {period: 2020, value: 4.89, yoy: 改善25.5%}
          - {period: 2021-H1, value: 3万元, unit: 万元, decimals: -3, source: 月报, status: preliminary, rank: 2}
      - {id: b, name: 乙, names: [精品钢, 装配式建筑], unit: 个}
      - {id: c, name: 丙, of: a, share: 70%}
      - {id: d, name: 丁, formula: a + b, decimals: 1}
      - {id: e, name: 考核排名, rank: 2}
`, nil)
	first := ds.Indicator("a").Observations
	if first[0].Figure.Unit.Symbol != "亿元" || first[0].Figure.Precision.Decimals != 2 || first[0].Source.Value != "年报" || first[0].YoY == nil {
		t.Errorf("the first should take unit, decimals and source over: %+v", first[0])
	}
	if first[1].Figure.Unit.Symbol != "万元" || first[1].Figure.Precision.Decimals != -3 || first[1].Source.Value != "月报" ||
		first[1].Status != dataset.Preliminary || first[1].Rank.Value != 2 {
		t.Errorf("the second says its own: %+v", first[1])
	}
	if b := ds.Indicator("b").Observations[0]; b.Figure.Text != "2个" && b.Figure.Text != "2" {
		t.Errorf("the number of names is the value, got %q", b.Figure.Text)
	}
	if c := ds.Indicator("c"); c.Share == nil || c.Of.Value != "a" || c.Observations[0].Place != c.Place {
		t.Errorf("a share needs no value: %+v", c)
	}
	if d := ds.Indicator("d"); d.Formula.Text != "a + b" || *d.Decimals != 1 {
		t.Errorf("formula: %+v", d)
	}
}

func TestKeysOfTheFile(t *testing.T) {
	ds := sound(t, `version: 1
district: {name: 钢城区, code: "370117", parent: 济南市}
title: 简报
issuer: 钢城区统计局
period: 2021-H1
published: 2021-08-27
rounding: truncate
ties: even
sources: [{id: press, title: 新闻发布会, date: 2021-08-27, url: "https://example.org/a"}]
sections: [{id: s-1, title: 一, text: 无}]
checks: [{id: a-b, assert: a <= b, say: 不超过}]
exceptions: [{check: a.yoy@2020, reason: 可比口径, until: 2021-12-31}]
previous: old/a.yaml
members: districts/*.yaml
workbook: form.xlsx
`, map[string]string{"old/a.yaml": head + "sections: []\n", "districts/a.yaml": head + "sections: []\n", "form.xlsx": "as it stands"})
	if !ds.TiesEven || ds.Rounding == 0 || ds.Issuer.Value != "钢城区统计局" || ds.Published.String() != "2021-08-27" {
		t.Errorf("%+v", ds)
	}
	if ds.Sources[0].URL.Value != "https://example.org/a" || ds.Rules[0].Assert.Text != "a <= b" || ds.Exceptions[0].Until.Month != 12 {
		t.Errorf("%+v", ds)
	}
	if ds.Previous.Value != "old/a.yaml" || ds.Members.Value != "districts/*.yaml" || ds.Workbook.Value != "form.xlsx" || string(ds.Form.Bytes) != "as it stands" || ds.Name != "d" {
		t.Errorf("%+v", ds)
	}
}

func TestAliasesStandForWhatTheyName(t *testing.T) {
	ds := sound(t, indicators+"      - {id: a, name: 甲, value: 1, source: &s 年报}\n      - {id: b, name: 乙, value: 2, source: *s}\n", nil)
	if got := ds.Indicator("b").Observations[0].Source; got.Value != "年报" || got.Place.Line != 10 || got.Place.Column != 47 {
		t.Errorf("got %+v", got)
	}
}

// Programs write data files too, such as these of the open test cases.
func TestFilesMadeByPrograms(t *testing.T) {
	ds := sound(t, head+`rounding: truncate
sections:
  - id: s
    title: 测试
    indicators:
      - {id: T, name: 指标T, observations: [{period: 2021, value: 10000, decimals: -3}, {period: 2021, value: 1000, decimals: exact}], formula: "(1) * A + (-1) * B"}
      - {id: A, name: 指标A, value: -12.50, decimals: 2}
checks:
  - {id: extra0, assert: "T == (1) * A", say: x}
`, nil)
	if n := len(ds.Indicator("T").Observations); n != 2 {
		t.Errorf("a period may be given twice, got %d observations", n)
	}
}
