package diag

import (
	"fmt"
	"strings"
	"testing"
)

// gapped is a run over files with so many gaps each, of which the first stands for
// two checks.
func gapped(files, gaps int) *Run {
	run := &Run{}
	for f := range files {
		file := File{Name: fmt.Sprintf("%d.yaml", f), Tally: Tally{Consistent: 5, Unchecked: gaps + 1}}
		for g := range min(gaps, MostGaps) {
			gap := Gap{Place: Place{File: file.Name, Line: g + 1, Column: 1}, Name: fmt.Sprintf("甲%d", g), Count: 1,
				Reason: Say("基期为零", "the base is zero")}
			if g == 0 {
				gap.Count = 2
			}
			file.Gaps = append(file.Gaps, gap)
		}
		run.Files = append(run.Files, file)
	}
	return run
}

func TestWhatIsUncheckedIsListedBelowTheFindings(t *testing.T) {
	run := gapped(1, 2)
	run.Files[0].Findings = []Finding{{Code: BadYAML, Severity: Error, Message: Say("错", "wrong"), Place: Place{File: "0.yaml", Line: 9, Column: 1}}}
	run.Files[0].Gaps[1].Reason = Say("甲1没有给出", "甲1 is not given")
	want := `0.yaml:9:1: error: 错 [JB101]

未核对：
  0.yaml:1:1: 甲0等 2 项：基期为零
  0.yaml:2:1: 甲1没有给出

`
	noLine := func(string, int) (string, bool) { return "", false }
	var b strings.Builder
	if err := WriteText(&b, run, ZH, noLine); err != nil || !strings.HasPrefix(b.String(), want) {
		t.Errorf("%v, got:\n%s\nwant first:\n%s", err, b.String(), want)
	}
	if all := written(t, "text", gapped(1, 0), ZH); strings.Contains(all, "未核对：") {
		t.Errorf("a run without gaps lists them:\n%s", all)
	}
}

func TestOfManyGapsTheFirstAreListed(t *testing.T) {
	for _, c := range []struct{ files, gaps, lines, more int }{
		{1, MostGaps, MostGaps, 0},
		{1, 25, MostGaps, 25 - MostGaps},
		{5, 7, GapsOfARun, 5*8 - (GapsOfARun + 5)}, // the fifth file's first is listed too
		{100, 5, GapsOfARun, 100*6 - (GapsOfARun + 6)},
	} {
		out := written(t, "text", gapped(c.files, c.gaps), EN)
		if n := strings.Count(out, "the base is zero"); n != c.lines {
			t.Errorf("%d files with %d: %d lines, want %d", c.files, c.gaps, n, c.lines)
		}
		more := fmt.Sprintf("  %d more; --format json lists them all\n", c.more)
		if c.more == 0 && strings.Contains(out, " more; ") || c.more > 0 && !strings.Contains(out, more) {
			t.Errorf("%d files with %d: want %q in\n%s", c.files, c.gaps, more, out)
		}
	}
}
