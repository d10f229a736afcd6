package load

import (
	"strings"
	"testing"

	"jianbao/report/diag"
)

// What a chart names is there, and a progress chart has results and targets.
func TestChartsThatCannotBeDrawn(t *testing.T) {
	const file = `version: 1
district: {name: 测试区}
title: 测试
period: 2021-H1
published: 2021-08-27
sections:
  - id: s
    title: 测试
    indicators:
      - {id: plain, name: 无目标, value: 3亿元}
      - {id: aim, name: 有目标, observations: [{period: 2021-H1, value: 3亿元}, {period: 2021, value: 9亿元, status: target}]}
    tables:
      - id: t
        title: 表
        columns: [{id: name, title: 名, key: true}, {id: a, title: 甲, unit: 亿元}, {id: b, title: 乙, unit: 亿元}]
        rows: [[一, 1, 2]]
    charts: [CHART]
`
	for chart, want := range map[string]string{
		"{type: progress, of: [aim]}":                       "",
		"{type: progress, of: [aim, plain]}":                `JB104 the indicator "plain" of a progress chart has no target`,
		"{type: progress, table: t, values: [a, b]}":        "",
		"{type: progress, table: t, values: [a]}":           "JB105 a progress chart of a table has two columns",
		"{type: bar, of: [plian]}":                          `JB110 there is no indicator "plian"`,
		"{type: bar, table: t, values: [name]}":             "JB110",
		"{type: bar, of: [plain], table: t}":                "JB105 a chart has of or table, not both",
		"{type: bar}":                                       "JB104 a chart lacks of or table",
		"{type: line, title: 图, of: [aim], alt: 由3亿元向9亿元。}": "",
	} {
		_, findings := Bytes("d.yaml", []byte(strings.Replace(file, "CHART", chart, 1)), nil, Options{})
		got := ""
		for _, f := range findings {
			got += string(f.Code) + " " + f.Message.In(diag.EN) + "\n"
		}
		if want == "" && got != "" || !strings.HasPrefix(got, want) {
			t.Errorf("%s\n got %s\nwant %s", chart, got, want)
		}
	}
}
