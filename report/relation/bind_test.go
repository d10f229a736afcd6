package relation_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/load"
	"jianbao/report/relation"
)

const head = "version: 1\ndistrict: {name: 测试区}\ntitle: 测试\nperiod: 2021-H1\npublished: 2022-01-31\n"

// bound loads and binds a data file.
func bound(t *testing.T, body string) (relation.Relations, []diag.Finding) {
	t.Helper()
	d, findings := load.Bytes("d.yaml", []byte(head+body), nil, load.Options{})
	for _, f := range findings {
		t.Fatalf("line %d: %s", f.Place.Line, f.Message.In(diag.EN))
	}
	return relation.Bind(d)
}

const figures = `sections:
  - id: s
    title: 节
    indicators:
      - {id: money, name: 投资, value: 352亿元}
      - {id: more, name: 另一笔, value: 10万元}
      - {id: people, name: 人口, value: 20.6万人}
      - {id: firms, name: 企业, value: 33家}
      - {id: rate, name: 优良率, observations: [{period: 2020-H1, value: 63.6%}, {period: 2021-H1, value: 79.6%}]}
      - {id: points, name: 提高, value: 16个百分点}
      - {id: index, name: 指数, value: 4.4}
      - {id: acres, name: 面积, value: 30万亩}
      - {id: yield, name: 亩均税收, value: 3万元/亩}
      - {id: income, name: 人均收入, value: 3万元}
      - {id: old, name: 旧数, period: 2020, value: 7亿元}
    tables:
      - id: t
        title: 项目
        columns: [{id: name, title: 名称, key: true}, {id: level, title: 级别}, {id: cost, title: 投资, unit: 亿元},
          {id: spent, title: 完成, unit: 万元}, {id: jobs, title: 岗位, unit: 人}, {id: start, title: 开工}, {id: done, title: 进度, unit: "%"}]
        rows: [[甲, 省级, 1.5, 15000, 20, 2021-01-05, 70], [乙, 市级, 2.5, 100, 30, ~, 80]]
`

// rule is a data file with one rule.
func rule(assert string) string {
	return figures + "checks:\n  - {id: r, assert: \"" + strings.ReplaceAll(assert, `"`, `\"`) + "\", say: 规则}\n"
}

func TestRulesBecomeTermsInBaseUnits(t *testing.T) {
	for assert, want := range map[string]string{
		"money >= 300":                       "money@2021-H1 >= 30000000000",
		"money + 1 == 353":                   "(money@2021-H1 + 100000000) == 35300000000",
		"money == money * 2":                 "money@2021-H1 == (money@2021-H1 * 2)",
		"rate >= 0.7":                        "rate@2021-H1 >= 7/10",
		"points >= 5":                        "points@2021-H1 >= 1/20",
		"rate - prev(rate) == points":        "points@2021-H1 == (rate@2021-H1 - rate@2020-H1)",
		`at(rate, "2020-H1") < rate`:         "rate@2020-H1 < rate@2021-H1",
		"old <= money":                       "old@2020 <= money@2021-H1",
		"money > sum(t.cost)":                "money@2021-H1 > {sum of t.cost}",
		`2 == count(t, level == "省级")`:       "2 == {count of t | level==省级}",
		`sum(t.cost, 2 <= cost) == money`:    "money@2021-H1 == {sum of t.cost | cost>=200000000}",
		"firms == count(t)":                  "firms@2021-H1 == {count of t}",
		"sum(money, more, 1) > 0":            "sum(money@2021-H1, more@2021-H1, 100000000) > 0",
		"round(money, 1) == 352":             "(round((money@2021-H1 * 1/100000000), 1) * 100000000) == 35200000000",
		"share(more, money) < 1":             "share(more@2021-H1, money@2021-H1) < 1",
		"income == money / people":           "income@2021-H1 == (money@2021-H1 / people@2021-H1)",
		"yield == money / acres":             "yield@2021-H1 == ((money@2021-H1 / acres@2021-H1) * 2000/3)",
		"not (money < 1 and more < 1)":       "any(money@2021-H1 >= 100000000, more@2021-H1 >= 10000)",
		"not not index == 4 or firms != 33":  "any(index@2021-H1 == 4, firms@2021-H1 != 33)",
		"max(rate, prev(rate)) - 0.1 < rate": "rate@2021-H1 > (max(rate@2021-H1, rate@2020-H1) - 1/10)",
		`sum(t.cost, not level == "省级") > 1`: "{sum of t.cost | level!=省级} > 100000000",
		`sum(t.cost, level == "省级" or level == "市级" or cost > 1) > 1`:    "{sum of t.cost | any(level==省级, level==市级, cost>100000000)} > 100000000",
		`count(t, level == "省级" and (cost < 1 or not cost < 2)) > 1`:     "{count of t | all(level==省级, any(cost<100000000, cost>=200000000))} > 1",
		`count(t, not (level == "省级" and cost < 1) and t.cost != 3) > 1`: "{count of t | all(any(level!=省级, cost>=100000000), cost!=300000000)} > 1",
		`count(t, t.spent >= cost and not jobs < 3) > 1`:                 "{count of t | all(spent>=cost, jobs>=3)} > 1",
		`count(t, "2021-06-30" > start or start == "未定") > 1`:            "{count of t | any(start<2021-06-30, start==未定)} > 1",
		`count(t, not (level == "省级" or not (cost < 1))) > 1`:            "{count of t | all(level!=省级, cost<100000000)} > 1",
	} {
		rs, findings := bound(t, rule(assert))
		for _, f := range findings {
			t.Errorf("%s: %s", assert, f.Message.In(diag.EN))
		}
		if len(rs) > 0 && rs[len(rs)-1].Claim != nil {
			if got := claim(rs[len(rs)-1].Claim); got != want {
				t.Errorf("%s: %s, want %s", assert, got, want)
			}
		}
	}
}

func TestFaultsAreFoundAtTheirPlace(t *testing.T) {
	for _, c := range []struct {
		assert     string
		code       diag.Code
		start, end int // in the expression
		suggestion string
	}{
		{"money > nosuch", diag.UnknownName, 8, 14, ""},
		{"mony > 1", diag.UnknownName, 0, 4, "money"},
		{"money > 优良率", diag.UnknownName, 8, 11, "rate"},
		{"money > sum(t.price)", diag.UnknownName, 12, 19, ""},
		{"money > sum(t.cots)", diag.UnknownName, 12, 18, "cost"},
		{`money > sum(t.cost, 级别 == "省级")`, diag.UnknownName, 20, 22, "level"},
		{"money > smu(t.cost)", diag.UnknownName, 8, 19, "sum"},
		{"money > sum(u.cost)", diag.UnknownName, 12, 18, "t"},
		{"money + people > 1", diag.UnlikeUnits, 0, 14, ""},
		{"money > firms", diag.UnlikeUnits, 0, 13, ""},
		{"money > average(more, more)", diag.UnknownName, 8, 27, "mean"},
		{"money > SUMIF(t.cost, cost > 1)", diag.UnknownName, 8, 31, "sum"},
		{"firms == count(firms)", diag.BadExpression, 15, 20, ""},
		{"money > sum(t.cost * 2)", diag.BadExpression, 12, 18, ""},
		{"rate == points", diag.UnlikeUnits, 0, 14, ""},
		{"money == count(t)", diag.UnlikeUnits, 0, 17, ""},
		{"max(money, people) > 1", diag.UnlikeUnits, 0, 18, ""},
		{"share(money, people) > 1", diag.UnlikeUnits, 0, 20, ""},
		{"money + 1", diag.BadExpression, 0, 9, ""},
		{"money > (more < 1)", diag.BadExpression, 8, 18, ""},
		{"money > t", diag.BadExpression, 8, 9, ""},
		{"money > t.cost", diag.BadExpression, 8, 14, ""},
		{"money > sum(t.level)", diag.BadExpression, 12, 19, ""},
		{"money > abs(more, more)", diag.BadExpression, 8, 23, ""},
		{"money > round(more, 1.5)", diag.BadExpression, 20, 23, ""},
		{"money > at(more, 2020)", diag.BadExpression, 17, 21, ""},
		{`money > at(more, "2020-13")`, diag.BadPeriod, 17, 26, ""},
		{`money > sum(t.cost, level == "省级" or cost)`, diag.BadExpression, 37, 41, ""},
		{`money > sum(t.cost, level > 1)`, diag.BadExpression, 20, 29, ""},
		{`money > sum(t.cost, cost > money)`, diag.BadExpression, 27, 32, ""},
		{`money > sum(t.cost, cost > level)`, diag.BadExpression, 27, 32, ""},
		{`money > sum(t.cost, cost > jobs)`, diag.UnlikeUnits, 20, 31, ""},
		{`money > sum(t.cost, level > "乙级")`, diag.BadExpression, 28, 32, ""},
		{`money > sum(t.cost, start > "2021-06")`, diag.BadExpression, 28, 37, ""},
	} {
		rs, findings := bound(t, rule(c.assert))
		if len(findings) != 1 {
			t.Errorf("%s: %d findings", c.assert, len(findings))
			continue
		}
		f := findings[0]
		const column = 22 // of the first character inside the quotes
		escapes := strings.Count(c.assert[:min(len(c.assert), 24)], `"`)
		if f.Code != c.code || escapes == 0 && (f.Place.Column != column+c.start || f.Place.EndColumn != column+c.end) {
			t.Errorf("%s: %s at %d–%d: %s; want %s at %d–%d", c.assert, f.Code, f.Place.Column-column, f.Place.EndColumn-column,
				f.Message.In(diag.EN), c.code, c.start, c.end)
		}
		suggestion := ""
		if len(f.Hints) > 0 {
			suggestion = f.Hints[0].Suggestion
		}
		if suggestion != c.suggestion {
			t.Errorf("%s: suggests %q, want %q", c.assert, suggestion, c.suggestion)
		}
		if last := rs[len(rs)-1]; last.Unbound.IsZero() || last.Claim != nil {
			t.Errorf("%s: bound in spite of the fault", c.assert)
		}
	}
}

func TestANumberBesideAPercentageIsNotHundredths(t *testing.T) {
	for assert, want := range map[string]string{
		"rate < 50":               "0.5",
		"not 79.6 >= rate":        "0.796",
		"rate - prev(rate) < 16":  "0.16",
		"rate + 5 < prev(rate)":   "0.05",
		"count(t, done < 3) > 1":  "0.03",
		"rate < 0.5":              "",
		"rate <= 1.2":             "",
		"points < 50":             "",
		"share(more, money) < 50": "0.5",
		"rate * 100 < 50":         "",
	} {
		rs, findings := bound(t, rule(assert))
		got := ""
		for _, f := range findings {
			if f.Code != diag.BadExpression || f.Severity != diag.Warning {
				t.Errorf("%s: %s %s", assert, f.Severity, f.Message.In(diag.EN))
			}
			got = f.Hints[0].Suggestion
		}
		if got != want || rs[len(rs)-1].Claim == nil {
			t.Errorf("%s: suggests %q, want %q; and it is to be bound", assert, got, want)
		}
	}
}

func TestAnExpressionThatCannotBeReadIsAFinding(t *testing.T) {
	d := &dataset.Dataset{Rules: []*dataset.Rule{{
		ID:     dataset.Text{Value: "r"},
		Assert: dataset.Formula{Text: "1 ≤ 2", Place: diag.Place{File: "d.yaml", Line: 3, Column: 10, EndColumn: 15}},
	}}}
	rs, findings := relation.Bind(d)
	want := diag.Place{File: "d.yaml", Line: 3, Column: 12, EndColumn: 13}
	if len(findings) != 1 || findings[0].Code != diag.BadExpression || findings[0].Place != want || len(findings[0].Hints) != 1 {
		t.Errorf("findings %+v", findings)
	}
	if len(rs) != 1 || rs[0].Unbound.IsZero() {
		t.Errorf("the rule is not kept as unbound")
	}
}

func TestIDs(t *testing.T) {
	rs, _ := bound(t, `sections:
  - id: s
    title: 节
    indicators:
      - {id: whole, name: 总体, value: 10个}
      - {id: part, name: 部分, value: 5个, decimals: 0, of: whole, share: 50%, names: [一, 二, 三, 四, 五], formula: whole - 5}
      - id: series
        name: 序列
        decimals: 1
        formula: whole * 1
        observations:
          - {period: 2020-H1, value: 4.0}
          - {period: 2021-H1, value: 5.0, yoy: 25%, pop: 1%}
          - {period: 2021-H1, value: 5.0}
    tables:
      - id: t
        title: 表
        columns: [{id: name, title: 名称, key: true}, {id: n, title: 数, unit: 吨, decimals: 1}, {id: twice, title: 倍数, unit: 吨, formula: n * 2}]
        rows: [[甲, 1.25, 2.5]]
        totals: [{label: 合计, count: 1, n: 1.25, twice: 2.5}]
checks:
  - {id: r, assert: whole > 1, say: 一}
  - {id: part.of, assert: whole > 1, say: 同名}
`)
	var got []string
	for _, r := range rs {
		got = append(got, r.ID+" "+string(r.Kind))
	}
	want := []string{
		"part.digits digits", "part.formula formula", "part.of of", "part.share share", "part.names names",
		"series.digits@2020-H1 digits", "series.formula@2020-H1 formula",
		"series.duplicate@2021-H1 duplicate", "series.digits@2021-H1 digits", "series.digits@2021-H1#2 digits",
		"series.formula@2021-H1 formula", "series.yoy@2021-H1 yoy", "series.pop@2021-H1 pop",
		"t.twice formula", "t.n[甲].digits digits",
		"t.total[合计].count count", "t.total[合计].n total", "t.total[合计].n.digits digits", "t.total[合计].twice total",
		"r rule", "part.of#2 rule",
	}
	if !slices.Equal(got, want) {
		t.Errorf("ids:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAnIndicatorsFormulaNeverBorrowsAnotherPeriod(t *testing.T) {
	rs, _ := bound(t, `sections:
  - id: s
    title: 节
    indicators:
      - {id: total, name: 总数, formula: part, observations: [{period: 2020-H1, value: 5}, {period: 2021-H1, value: 6}]}
      - {id: single, name: 单数, period: 2021, value: 6, formula: part}
      - {id: part, name: 部分, value: 6}
`)
	want := []string{"total@2020-H1 == part@2020-H1", "total@2021-H1 == part@2021-H1", "single@2021 == part@2021-H1"}
	for i, r := range rs {
		if got := claim(r.Claim); got != want[i] {
			t.Errorf("%s: %s, want %s", r.ID, got, want[i])
		}
	}
}

func TestFormulasOfTablesNameCells(t *testing.T) {
	rs, findings := bound(t, `sections:
  - id: s
    title: 节
    indicators:
      - {id: base, name: 基数, value: 100吨}
    tables:
      - id: t
        title: 表
        columns:
          - {id: name, title: 名称, key: true}
          - {id: n, title: 数, unit: 吨}
          - {id: base, title: 基数, unit: 吨}
          - {id: part, title: 占比, unit: "%", formula: n / sum(t.n)}
          - {id: rate, title: 比率, unit: "%", formula: n / base}
          - {id: left, title: 剩余, unit: 吨, formula: base - n}
          - {id: half, title: 一半, unit: 吨, formula: n / 2}
        rows: [[甲, 1, 2, 100, 50, 1, 0.5]]
        totals: [{label: 合计, rate: 50, left: 1, half: 0.5}]
`)
	if len(findings) != 0 {
		t.Fatal(findings[0].Message)
	}
	want := map[string]string{
		"t.part":           "[part] == ([n] / {sum of t.n})",
		"t.rate":           "[rate] == ([n] / [base])",
		"t.left":           "[left] == ([base] - [n])",
		"t.total[合计].rate": "t.total[合计].rate == ({sum of t.n} / {sum of t.base})", // a quotient does not add up
		"t.half":           "[half] == ([n] / 2)",
		"t.total[合计].half": "t.total[合计].half == {sum of t.half}",
		"t.total[合计].left": "t.total[合计].left == {sum of t.left}",
	}
	for _, r := range rs {
		if got := claim(r.Claim); got != want[r.ID] {
			t.Errorf("%s: %s, want %s", r.ID, got, want[r.ID])
		}
	}
	formulas := rs.Formulas()
	if got := words(formulas["t.total[合计].rate"]); got != "({sum of t.n} / {sum of t.base})" {
		t.Errorf("formula of a total: %s", got)
	}
	if len(formulas) != 3 {
		t.Errorf("%d formulas, want 3: those of the totals", len(formulas))
	}
}

func TestUnlikePartsWholesAndChanges(t *testing.T) {
	_, findings := bound(t, `sections:
  - id: s
    title: 节
    indicators:
      - {id: whole, name: 总体, value: 10亿元}
      - {id: part, name: 部分, value: 5个, of: whole}
      - {id: lost, name: 部分, value: 5个, of: hole}
      - {id: grown, name: 增长, value: 5亿元, yoy: 提高3个百分点}
      - {id: added, name: 增量, value: 5亿元, yoy: 增加3万人}
`)
	var got []string
	for _, f := range findings {
		got = append(got, fmt.Sprintf("%d %s", f.Place.Line, f.Code))
	}
	if want := []string{"11 JB111", "12 JB110", "13 JB111", "14 JB111"}; !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
}
