package check_test

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/report/diag"
)

// sumOf is an indicator T over parts.
func sumOf(total string, parts ...string) string {
	lines := []string{"{id: T, name: 合计, value: " + total + ", formula: p0" + "}"}
	formula := "p0"
	for i, p := range parts {
		lines = append(lines, fmt.Sprintf("{id: p%d, name: 部分, value: %s}", i, p))
		if i > 0 {
			formula += fmt.Sprintf(" + p%d", i)
		}
	}
	lines[0] = "{id: T, name: 合计, value: " + total + ", formula: " + formula + "}"
	return indicators(lines...)
}

func table(total string, cells ...string) string {
	var b strings.Builder
	b.WriteString("sections:\n  - id: s\n    title: 节\n    tables:\n      - id: t\n        title: 表\n        columns: [{id: name, title: 名称, key: true}, {id: v, title: 值, unit: 亿元}]\n        rows:\n")
	for i, c := range cells {
		fmt.Fprintf(&b, "          - [项目%d, %s]\n", i, c)
	}
	fmt.Fprintf(&b, "        totals: [{label: 合计, v: %s}]\n", total)
	return b.String()
}

// TestFarRounding: with n parts and a total all rounded to one, 3σ is
// 3·√((n+1)/12): 1.73 for 3 parts, 1.94 for 4, 2.87 for 10.
func TestFarRounding(t *testing.T) {
	ten := strings.Fields("10 10 10 10 10 10 10 10 10 10")
	for name, c := range map[string]struct {
		body, id string
		verdict  diag.Verdict
		far      bool
	}{
		"three parts, one off":         {sumOf("100.0", "33.3", "33.3", "33.3"), "T.formula", ok, false},
		"three parts, at the very end": {sumOf("101", "33", "33", "33"), "T.formula", ok, true},
		"four parts, one off":          {sumOf("41", "10", "10", "10", "10"), "T.formula", ok, false},
		"four parts, two off":          {sumOf("42", "10", "10", "10", "10"), "T.formula", ok, true},
		"four parts, three off":        {sumOf("43", "10", "10", "10", "10"), "T.formula", bad, false},
		"ten parts, two off":           {sumOf("102", ten...), "T.formula", ok, false},
		"ten parts, three off":         {sumOf("103", ten...), "T.formula", ok, true},
		"below as above":               {sumOf("97", ten...), "T.formula", ok, true},
		"two parts cannot be":          {sumOf("21", "10", "10"), "T.formula", ok, false},
		"a hedge leaves it open":       {sumOf("42", "10多", "10", "10", "10"), "T.formula", ok, false},
		"parts that are exact":         {sumOf("41", "10个", "10个", "10个", "10个"), "T.formula", bad, false},
		"rows, two off of ten":         {table("102", ten...), "t.total[合计].v", ok, false},
		"rows, three off of ten":       {table("103", ten...), "t.total[合计].v", ok, true},
		"precise rows, a rough total":  {table("101", append(strings.Fields("0.49 0.01"), ten...)...), "t.total[合计].v", ok, false},
		"mixed rows are judged mildly": {table("52.5", append(strings.Fields(strings.Repeat("0.0 ", 50)), ten[:5]...)...), "t.total[合计].v", ok, false}, // 3σ is 2.03, taken as 2.74
	} {
		t.Run(name, func(t *testing.T) {
			r := judged(t, c.body)
			wantVerdict(t, r, c.id, c.verdict)
			far := false
			for _, f := range r.Findings {
				if f.Code == diag.FarRounding {
					far = true
					if f.Severity != diag.Warning || f.Check != c.id || f.Difference == "" {
						t.Errorf("%+v", f)
					}
				}
			}
			if far != c.far {
				t.Errorf("far rounding: %v, want %v", far, c.far)
			}
		})
	}
}

// TestWhereRoundingShows: only where a reader who adds up gets another number.
func TestWhereRoundingShows(t *testing.T) {
	for name, c := range map[string]struct {
		body           string
		table, section bool
	}{
		"parts that add up":                   {table("20.0", "10.0", "10.0"), false, false},
		"parts that do not":                   {table("20.1", "10.0", "10.0"), true, false},
		"parts that round to the total":       {table("20", "10.04", "10.03"), false, false},
		"parts that round to another":         {table("21", "10.24", "10.24"), false, false}, // inconsistent: no rounding makes it
		"parts less precise than their total": {table("20.3", "10", "10"), true, false},
		"a total that is wrong":               {table("25.1", "10.0", "10.0"), false, false},
		"a column that is the sum of others": {`sections:
  - id: s
    title: 节
    tables:
      - id: t
        title: 表
        columns: [{id: name, title: 名称, key: true}, {id: a, title: 甲, unit: 亿元}, {id: b, title: 乙, unit: 亿元}, {id: c, title: 和, unit: 亿元, formula: a + b}]
        rows: [[一, 1.0, 2.0, 3.0], [二, 1.0, 2.0, 3.1]]
`, true, false},
		"indicators":                            {sumOf("100.0", "33.3", "33.3", "33.3"), false, true},
		"indicators that add up":                {sumOf("99.9", "33.3", "33.3", "33.3"), false, false},
		"quarters":                              {indicators("{id: x, name: 投资, observations: [{period: 2021-Q1, value: 10.2亿元}, {period: 2021-Q2, value: 11.3亿元}, {period: 2021-H1, value: 21.6亿元}]}"), false, true},
		"a quotient has nothing to be added up": {indicators("{id: r, name: 率, value: 33.3%, formula: a / b}", "{id: a, name: 甲, value: 1个}", "{id: b, name: 乙, value: 3个}"), false, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := judged(t, c.body)
			if len(r.Rounded.Tables) > 0 != c.table || len(r.Rounded.Sections) > 0 != c.section {
				t.Errorf("shows in %d tables and %d sections", len(r.Rounded.Tables), len(r.Rounded.Sections))
			}
		})
	}
}

func TestProgress(t *testing.T) {
	for name, c := range map[string]struct{ observations, keys, want string }{
		"half a year of a year's target":    {"{period: 2021, value: 120亿元, status: target}, {period: 2021-H1, value: 54.0亿元}", "", "9/20 at 1/2 of 2021"},
		"the latest result counts":          {"{period: 2021-Q1, value: 20亿元}, {period: 2021-H1, value: 54亿元}, {period: 2021, value: 120亿元, status: target}", "", "9/20 at 1/2 of 2021"},
		"the year itself":                   {"{period: 2021, value: 120亿元, status: target}, {period: 2021, value: 126亿元}", "", "21/20 at 1 of 2021"},
		"a target to be passed":             {"{period: 2021, value: 突破600家, status: target}, {period: 2021-06-30, value: 540家}", "", "9/10 at 1/2 of 2021"},
		"years of a plan":                   {"{period: 2021..2025, value: 200亿元以上, status: target}, {period: 2021, value: 50亿元}", "", "1/4 at 1/5 of 2021..2025"},
		"a quarter in the middle":           {"{period: 2021, value: 120亿元, status: target}, {period: 2021-Q2, value: 30亿元}", "", ""},
		"another year":                      {"{period: 2021, value: 120亿元, status: target}, {period: 2020, value: 100亿元}", "", ""},
		"another unit":                      {"{period: 2021, value: 120亿元, status: target}, {period: 2021-H1, value: 54家}", "", ""},
		"a hedged result":                   {"{period: 2021, value: 120亿元, status: target}, {period: 2021-H1, value: 突破54亿元}", "", ""},
		"rates are not completed":           {"{period: 2021, value: 80%, status: target}, {period: 2021-H1, value: 79.6%}", "", ""},
		"what should be less is not either": {"{period: 2021, value: 40吨, status: target}, {period: 2021-H1, value: 54吨}", ", better: lower", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := judged(t, indicators("{id: x, name: 投资"+c.keys+", observations: ["+c.observations+"]}"))
			var got []string
			for _, p := range r.Progress {
				got = append(got, fmt.Sprintf("%s at %s of %s", p.Printed.RatString(), p.Elapsed.RatString(), p.Target.Period))
				if !p.Rate.Contains(p.Printed) {
					t.Errorf("%s is not in %s", p.Printed.RatString(), p.Rate)
				}
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
