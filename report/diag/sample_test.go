package diag

import (
	"bytes"
	"strings"
	"testing"
)

// sample is a run over several files with what the formats differ in: findings
// with and without a check, a place or a line; names that need escapes; places
// in another file; every verdict.
func sample() *Run {
	return &Run{Files: []File{
		{
			Name: "各区/甲 区.yaml",
			Checks: []Check{
				{ID: "revenue.formula", Kind: "formula", Verdict: Inconsistent, Reported: "[12.595, 12.605]", Derived: "[12.41, 12.43]"},
				{ID: "tax.share", Kind: "share", Verdict: Consistent, Reported: "[74.75, 74.85]", Derived: "[74.7, 74.8]"},
				{ID: "other.yoy", Kind: "yoy", Verdict: Unchecked, Reason: Say("上年同期没有给出", "a year earlier is not given")},
				{ID: "air.yoy@2020", Kind: "yoy", Verdict: Inconsistent, Exception: "按可比口径计算"},
				{ID: "projects.total[合计].investment", Kind: "total", Verdict: Consistent},
			},
			Gaps: []Gap{{Place: Place{File: "各区/甲 区.yaml", Line: 14, Column: 60, EndColumn: 64}, Name: "非税收入同比", Count: 1,
				Reason: Say("上年同期没有给出", "a year earlier is not given")}},
			Findings: []Finding{
				{Code: UnknownKey, Severity: Error, Message: Say("指标没有“%s”这个键", "an indicator has no key %q", "valeu"),
					Place: Place{File: "各区/甲 区.yaml", Line: 4, Column: 25, EndColumn: 30},
					Hints: []Hint{{Kind: "nearest-key", Suggestion: "value", Message: Say("是不是“%s”？", "did you mean %q?", "value")}}},
				{Code: TotalMismatch, Severity: Error, Check: "revenue.formula", Figure: "revenue@2021",
					Message:  Say("收入写的是%[1]s，按公式为%[2]s：相差%[3]s，即 1.4%%", "收入 is given as %s, but it is %s: a difference of %s, 1.4%%", "12.60亿元", "12.42亿元", "0.18亿元"),
					Place:    Place{File: "各区/甲 区.yaml", Line: 12, Column: 36, EndColumn: 43},
					Reported: "12.60亿元", Derived: "12.42亿元", Difference: "0.18亿元",
					Related: []Related{
						{Place: Place{File: "各区/税收,分项:1.csv", Line: 3, Column: 9, EndColumn: 13}, Figure: "tax@2021", Note: Say("税收收入：%s", "税收收入: %s", "9.24亿元")},
						{Place: Place{File: "各区/甲 区.yaml", Line: 14, Column: 40, EndColumn: 46}, Figure: "other@2021", Note: Say("非税收入：%s", "非税收入: %s", "3.18亿元")},
					},
					Hints: []Hint{{Kind: "would-be", Figure: "revenue@2021", Suggestion: "12.42", Message: Say("收入应为12.42亿元", "收入 is 12.42亿元")}}},
				{Code: BadTable, Severity: Error, Message: Say("这一行有 %d 格，表有 %d 列", "the row has %d cells, the table %d columns", 2, 3),
					Place: Place{File: "各区/税收,分项:1.csv", Line: 7, Column: 1, EndColumn: 2}},
				{Code: BadTable, Severity: Error, Message: Say("这一行有 %d 格，表有 %d 列", "the row has %d cells, the table %d columns", 2, 3),
					Place: Place{File: "各区/税收,分项:1.csv", Line: 9, Column: 1, EndColumn: 2}},
			},
		},
		{
			Name:   "乙区.yaml",
			Checks: []Check{{ID: "all.digits", Kind: "digits", Verdict: Consistent}},
			Findings: []Finding{
				{Code: NameAdjusted, Severity: Warning, Figure: "t", Message: Say("表名过长，\n工作表名为“甲\x1b[31m”", "too long a name,\nthe sheet is named \"甲\x1b[31m\""),
					Place: Place{File: "乙区.yaml"}},
				{Code: ExcessDigits, Severity: Warning, Check: "all.digits", Message: Say("位数偏多 <&>", "many digits <&>"),
					Place: Place{File: "乙区.yaml", Line: 1, Column: 1, EndColumn: 2}},
			},
			Exceptions: 1,
		},
		{
			Name: "-", Unreadable: true,
			Findings: []Finding{{Code: BadYAML, Severity: Error, Message: Say("文件里没有内容", "the file is empty"), Place: Place{File: "-"}}},
		},
		{Name: "丙区.yaml", Checks: []Check{{ID: "a.of", Kind: "of", Verdict: Consistent}}},
	}}
}

// inFormat is the sample in one format and language.
func inFormat(t *testing.T, format string, l Lang) string {
	t.Helper()
	return written(t, format, sample(), l)
}

func written(t *testing.T, format string, r *Run, l Lang) string {
	t.Helper()
	var b bytes.Buffer
	err := Write(&b, format, r, Options{Lang: l, Version: "v1.2.3", Line: func(file string, n int) (string, bool) {
		return strings.Repeat("　", 4) + "一行原文，第" + strings.Repeat("字", n) + "处", strings.HasSuffix(file, ".yaml")
	}})
	if err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.String()
}
