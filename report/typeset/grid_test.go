package typeset

import (
	"slices"
	"strings"
	"testing"
)

// Where a long table is divided, there are three rows on either side, or fewer that are as high.
func TestFewRowsStayTogether(t *testing.T) {
	s, ty := inFace(t, "serif")
	g := &grid{setter: s, height: 1000}
	g.cellTypes.body = ty
	for _, c := range []struct {
		lines []int
		want  string // k where a row is kept with the next
	}{
		{[]int{9, 9, 1, 1, 1, 1, 1, 9, 9}, "........."},
		{[]int{9, 1, 1, 1, 1, 1, 9}, "......."},
		{[]int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, "kk........kk."},
		{[]int{1, 2, 1, 9, 2, 1}, "k...k."},
		{[]int{2, 1, 2}, "kk."},
	} {
		rows := make([]slab, len(c.lines))
		for i, n := range c.lines {
			rows[i].height = g.rowHeight(n, ty)
		}
		g.closing(rows, nil)
		got := ""
		for _, r := range rows {
			got += map[bool]string{true: "k", false: "."}[r.keep]
		}
		if got != c.want {
			t.Errorf("rows of %v lines: %s, want %s", c.lines, got, c.want)
		}
	}
}

// A column's title takes as many lines as the other titles if that keeps its words whole, and none more.
func TestHeadTakesTheLinesThereAre(t *testing.T) {
	s, ty := inFace(t, "sans")
	g := &grid{setter: s}
	g.cellTypes.head = ty
	const title = "固定资产投资（亿元）"
	measure := 5.3 * ty.Size
	plain := g.compose(title, ty, measure, 0, centred)
	for _, c := range []struct {
		most int
		want []string
	}{
		{2, []string{"固定资产投", "资（亿元）"}},
		{3, []string{"固定资产", "投资", "（亿元）"}},
		{4, []string{"固定资产", "投资", "（亿元）"}},
	} {
		var got []string
		for _, l := range g.headBySense(title, measure, plain, c.most).lines {
			var line strings.Builder
			for _, r := range l.runs {
				line.WriteString(r.Text)
			}
			got = append(got, line.String())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("of %d lines it takes %q, want %q", c.most, got, c.want)
		}
	}
}
