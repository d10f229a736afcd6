package compose_test

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/report/diag"
	"jianbao/report/document"
)

// Every check of a long table has its line, whether it is held or made when it is asked
// for: rows that are alike have lines that are alike.
func TestLinesOfALongTableAreMadeAsTheyAreAskedFor(t *testing.T) {
	const rows, alike = 6000, 50
	var b strings.Builder
	b.WriteString(`    tables:
      - id: t
        title: 表
        columns: [{id: name, title: 名称, key: true}, {id: x, title: 甲, unit: 亿元}, {id: y, title: 乙, unit: 亿元, formula: 2 * x}]
        rows:
`)
	for row := range rows {
		y := fmt.Sprintf("%d.0", 2*(row%alike))
		if row%alike == 7 {
			y = `"-"`
		}
		fmt.Fprintf(&b, "          - [项目%d, %d.0, %s]\n", row, row%alike, y)
	}
	doc, findings := from(t, b.String())
	if c := doc.Checks; c.Len() != rows || c.Unchecked != rows/alike || c.Consistent != rows-rows/alike {
		t.Fatalf("%d lines, of which %d consistent and %d unchecked: %+v", c.Len(), c.Consistent, c.Unchecked, findings)
	}
	for n := range rows {
		got, want := *doc.Checks.Lines.Line(n), *doc.Checks.Lines.Line(n % alike)
		if got.ID != fmt.Sprintf("t.y[项目%d]", n) || got.Subject != fmt.Sprintf("项目%d 乙", n) || string(got.Figure) != got.ID {
			t.Fatalf("line %d is %s, %s", n, got.ID, got.Subject)
		}
		if got.Verdict != want.Verdict || got.Reported != want.Reported || got.Derived != want.Derived || got.Reason != want.Reason ||
			!got.Allowed.Equal(want.Allowed) || (got.Left == nil) != (want.Left == nil) {
			t.Fatalf("line %d is %+v, want the like of %+v", n, got, want)
		}
	}
	var open []*document.CheckLine
	for line := range doc.Checks.Open() {
		open = append(open, line)
	}
	if len(open) != rows/alike || open[len(open)-1].ID != "t.y[项目5957]" || open[0].Verdict != diag.Unchecked {
		t.Errorf("%d lines are open, the last %+v", len(open), open[len(open)-1])
	}
}
