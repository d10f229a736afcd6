package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/report"
	"jianbao/report/diag"
	"jianbao/report/internal/golden"
)

// withoutFixtures are codes whose finding no single data file can show; the
// test named beside each shows it.
var withoutFixtures = map[diag.Code]string{
	diag.SelfContradiction: "verify_judges_what_a_sentence_states.txtar",
	diag.HedgedTwice:       "verify_judges_what_a_sentence_states.txtar",
	diag.OutputClash:       "one_bad_district_costs_only_its_own_outputs.txtar",
	diag.BadFont:           "template_with_fonts_of_its_own.txtar",
	diag.OutputFault:       "TestTwoRunsIntoOneFolderAreKeptApart",
	diag.OverLimits:        "TestLimitsCostOnlyTheDistrictThatExceedsThem",
	diag.InternalFault:     "status_tells_findings_from_bad_input.txtar",
}

// TestEveryCodeHasAPair builds testdata/rules/JBnnn/ok.yaml, which must give no
// finding, and bad.yaml, which must give findings of that code, printed in both
// languages as bad.want says.
func TestEveryCodeHasAPair(t *testing.T) {
	rules := filepath.Join("..", "testdata", "rules")
	entries, err := os.ReadDir(rules)
	if err != nil {
		t.Fatal(err)
	}
	var folders []diag.Code
	for _, e := range entries {
		folders = append(folders, diag.Code(e.Name()))
	}
	for _, code := range diag.Codes() {
		if withoutFixtures[code] != "" {
			continue
		}
		t.Run(string(code), func(t *testing.T) {
			if !slices.Contains(folders, code) {
				t.Fatalf("no fixture pair for %s", code)
			}
			here, err := filepath.Abs(filepath.Join(rules, string(code)))
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(here)
			good := build(t, "ok.yaml")
			if n := len(good.Findings(0)); n != 0 || len(good.Written()) != 2 {
				t.Errorf("ok.yaml gives %d findings and %d outputs:\n%s", n, len(good.Written()), text(t, good, diag.EN))
			}
			bad := build(t, "bad.yaml")
			if !slices.ContainsFunc(bad.Findings(0), func(f diag.Finding) bool { return f.Code == code }) {
				t.Errorf("bad.yaml gives no %s", code)
			}
			golden.Check(t, "bad.want", []byte(text(t, bad, diag.ZH)+"\n"+text(t, bad, diag.EN)))
			checkPage(t, code, bad)
		})
	}
	for _, f := range folders {
		if !slices.Contains(diag.Codes(), f) {
			t.Errorf("testdata/rules/%s is of no code", f)
		}
	}
}

func build(t *testing.T, file string) *report.Outcome {
	t.Helper()
	o := report.Build(t.Context(), []string{file}, strings.NewReader(""), report.Options{Out: t.TempDir(), Jobs: 1})
	t.Cleanup(func() { _ = o.Close() })
	return o
}

func text(t *testing.T, o *report.Outcome, l diag.Lang) string {
	t.Helper()
	var b bytes.Buffer
	if err := diag.WriteText(&b, o.Run(), l, o.Line); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
