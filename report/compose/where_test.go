package compose_test

import (
	"strings"
	"testing"

	"jianbao/report/diag"
)

// TestTextsCountAndSumByConditions: written as in expressions, and with the rows
// that an expression would take.
func TestTextsCountAndSumByConditions(t *testing.T) {
	const body = `    tables:
      - id: p
        title: 项目
        columns: [{id: name, title: 名称}, {id: level, title: 级别}, {id: cost, title: 投资, unit: 亿元, decimals: 1}, {id: done, title: 完成, unit: 亿元}, {id: start, title: 开工}]
        rows: [[甲, 省级, 1.5, 1, 2021-01-05], [乙, 市级, 2.5, …, 2021-03-01], [丙, 区级, "-", "-", ~], [丁, 省级, 4.0, 2, 2020-12-31]]
        totals: [{label: 省级, where: {level: 省级}, cost: 5.6}]
`
	for text, want := range map[string]string{
		`{{count "p" "level == '省级' or level == '市级'"}}`:                "3",
		`{{count "p" "not (level == '省级' or level == '市级')"}}`:          "1",
		`{{count "p" "cost > 2 or level == '区级'"}}`:                     "3",
		`{{count "p" "cost > 2 and not done >= 1"}}`:                    "1", // … is nothing as printed
		`{{count "p" "done < 5"}}`:                                      "3", // - is neither less nor more
		`{{count "p" "not done < 5"}}`:                                  "0",
		`{{count "p" "start < '2021-02-01' or cost < done"}}`:           "2",
		`{{count "p" "not (done > cost)"}}`:                             "3",
		`{{sum "p" "cost" "level == '市级' or cost < 2"}}`:                "4亿元",
		`{{sum "p" "cost" "level == '省级'"}}`:                            "5.6亿元", // as published
		`{{sum "p" "cost" "level == '省级' and cost > 0"}}`:               "5.5亿元",
		`{{if gt (count "p" "cost > 2") (count "p")}}多{{else}}少{{end}}`: "少",
	} {
		if got, findings := said(t, body, text); got != want || len(findings) > 0 {
			t.Errorf("%s gives %q, want %q %v", text, got, want, findings)
		}
	}
	for text, want := range map[string]string{
		`{{count "p" "level"}}`:                      "a condition compares a column",
		`{{count "p" "level = '省级'"}}`:               "write ==",
		`{{count "p" "levl == '省级'"}}`:               "did you mean level?",
		`{{count "p" "level > 3"}}`:                  `column "级别" holds words`,
		`{{sum "p" "cost" "level" "省级" "cost > 2"}}`: "one condition, or by pairs",
	} {
		_, findings := said(t, body, text)
		if len(findings) != 1 || !strings.Contains(findings[0].Message.In(diag.EN)+hints(findings[0]), want) {
			t.Errorf("%s: %v, want %q", text, findings, want)
		}
	}
}

func hints(f diag.Finding) string {
	var all strings.Builder
	for _, h := range f.Hints {
		all.WriteString(h.Message.In(diag.EN))
	}
	return all.String()
}
