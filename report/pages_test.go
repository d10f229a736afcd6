package report_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"jianbao/report"
	"jianbao/report/diag"
	"jianbao/report/internal/golden"
)

// TestEveryCodeHasAPage looks for the pages that `explain` prints, and for
// pages of codes there are not.
func TestEveryCodeHasAPage(t *testing.T) {
	for _, c := range diag.Codes() {
		zh, en := diag.Title(c, diag.ZH), diag.Title(c, diag.EN)
		if strings.IndexFunc(zh, isHan) < 0 || en == "" || strings.IndexFunc(en, isHan) >= 0 {
			t.Errorf("%s has no page in both languages: its titles are %q and %q; see report/diag/pages", c, zh, en)
		}
	}
	files, err := filepath.Glob("diag/pages/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if code := strings.TrimSuffix(filepath.Base(f), ".md"); !slices.Contains(diag.Codes(), diag.Code(code)) {
			t.Errorf("%s is of no code", f)
		}
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// checkPage holds the examples of a code's page against its fixtures, which
// have been run: what is wrong, what is said of it, and how it reads when
// mended. It stands in the folder of the fixtures, as TestEveryCodeHasAPair.
func checkPage(t *testing.T, code diag.Code, bad *report.Outcome) {
	t.Helper()
	path := "../../../report/diag/pages/" + string(code) + ".md"
	page, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%s has no page: %v", code, err)
		return
	}
	wrong, right := examples(t)
	halves := strings.SplitAfter(string(page), "\n# "+string(code)+" ")
	if len(halves) != 2 {
		t.Fatalf("%s has %d parts, want a Chinese and an English one", path, len(halves))
	}
	for i, l := range []diag.Lang{diag.ZH, diag.EN} {
		halves[i] = filled(t, halves[i], "yaml bad", wrong)
		halves[i] = filled(t, halves[i], "text", said(t, bad, code, l))
		halves[i] = filled(t, halves[i], "yaml ok", right)
	}
	golden.Check(t, path, []byte(strings.Join(halves, "")))
}

// fixtureHead is how fixtures begin that have nothing to show there; pages
// leave it out.
const fixtureHead = `version: 1
district: {name: 测试区}
title: 测试区统计简报
period: 2021-H1
published: 2021-08-27
sections:
  - id: economy
    title: 经济
`

// examples are the fixtures as pages show them.
func examples(t *testing.T) (bad, ok string) {
	t.Helper()
	var texts [2]string
	for i, name := range []string{"bad.yaml", "ok.yaml"} {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[i] = string(b)
	}
	if strings.HasPrefix(texts[0], fixtureHead) && strings.HasPrefix(texts[1], fixtureHead) {
		return texts[0][len(fixtureHead):], texts[1][len(fixtureHead):]
	}
	return texts[0], texts[1]
}

// said is what the tool says of the finding in question, without what else it
// finds and without the summary.
func said(t *testing.T, o *report.Outcome, code diag.Code, l diag.Lang) string {
	t.Helper()
	run := o.Run()
	run.Shelved, run.Files[0].Gaps = nil, nil
	run.Files[0].Findings = slices.DeleteFunc(o.Findings(0),
		func(f diag.Finding) bool { return f.Code != code })
	var b strings.Builder
	if err := diag.WriteText(&b, run, l, o.Line); err != nil {
		t.Fatal(err)
	}
	findings := b.String()
	return findings[:strings.LastIndex(strings.TrimSuffix(findings, "\n"), "\n\n")+1]
}

// filled puts a text into the only block of a kind.
func filled(t *testing.T, page, kind, text string) string {
	t.Helper()
	fence := "```" + kind + "\n"
	before, rest, ok := strings.Cut(page, fence)
	_, after, closed := strings.Cut("\n"+rest, "\n```\n")
	if !ok || !closed || strings.Contains(rest, fence) {
		t.Fatalf("the page has not one block ```%s", kind)
	}
	return before + fence + text + "```\n" + after
}
