package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/report"
)

// TestTypedNumbersAreHeldAgainstTheData: each at its place; what functions gave is
// not held again.
func TestTypedNumbersAreHeldAgainstTheData(t *testing.T) {
	const head = "version: 1\ndistrict: {name: 测试区}\ntitle: 测试\nperiod: 2021-H1\npublished: 2021-08-27\nsections:\n  - id: s\n    title: 测试\n"
	const firms = "    indicators: [{id: firms, name: 高新技术企业, value: 33家}]\n"
	for text, want := range map[string]string{
		"全区有高新技术企业33家。":                                    "",
		"全区有高新技术企业三十三家。":                                   "",
		"全区有高新技术企业{{fig \"firms\"}}。":                      "",
		"全区有高新技术企业{{fig \"firms\" | chinese}}。":            "",
		"全区有高新技术企业43家。":                                    "11:16 JB602",
		"全区有高新技术企业\n      {{fig \"firms\"}}，工业总产值356.8亿元。": "12:28 JB603",
		"全区有高新技术企业{{\"43家\"}}。":                            "11:19 JB602",
		"共{{count \"t\"}}个项目。":                             "",
	} {
		body := head + firms + "    text: |\n      " + text + "\n    tables: [{id: t, title: 项目, columns: [{id: n, title: 名称}], rows: [[甲], [乙]]}]\n"
		if got := textFindings(t, body); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	// Where there is nothing to hold them against, that is said once.
	if got := textFindings(t, head+"    text: 收入12.6亿元，支出10.1亿元，税收9.4亿元。\n"); got != "9:13 JB603" {
		t.Errorf("without indicators: %q", got)
	}
}

func textFindings(t *testing.T, body string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "d.yaml")
	if err := os.WriteFile(path, []byte(body), 0o666); err != nil {
		t.Fatal(err)
	}
	o := report.Check([]string{path}, strings.NewReader(""), false)
	t.Cleanup(func() { _ = o.Close() })
	var all []string
	for _, f := range o.Findings(0) {
		all = append(all, fmt.Sprintf("%d:%d %s", f.Place.Line, f.Place.Column, f.Code))
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}
