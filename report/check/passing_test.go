package check

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"jianbao/report/load"
)

// The cells of a long table that formulas compute are not kept, and are the same
// whenever they are asked for; a cycle among them is told once.
func TestComputedCellsOfALongTableAreNotKept(t *testing.T) {
	const rows, circular, missing = 2000, 7, 8
	var b strings.Builder
	b.WriteString(projectsHead + `          - {id: a, title: 甲, unit: 亿元, decimals: 0}
          - {id: b, title: 乙, unit: 亿元, decimals: 0, formula: 2 * a}
          - {id: c, title: 丙, unit: 亿元, decimals: 0, formula: b + d}
          - {id: d, title: 丁, unit: 亿元, decimals: 0, formula: c - b}
        rows:
`)
	for row := range rows {
		a, d := fmt.Sprint(row), "1"
		switch row {
		case circular:
			d = "null"
		case missing:
			a = "null"
		}
		fmt.Fprintf(&b, "          - [项目%d, %s, null, null, %s]\n", row, a, d)
	}
	d, findings := load.Bytes("d.yaml", []byte(b.String()), nil, load.Options{})
	if d == nil {
		t.Fatalf("%+v", findings)
	}
	r := Check(d)
	c, table := r.Judged.c, d.Table("p")
	kept := func() {
		t.Helper()
		if len(c.computed) > mostPassing+2 || len(r.Values) > 0 {
			t.Errorf("%d computations and %d values are kept", len(c.computed), len(r.Values))
		}
	}
	kept()
	cycles := len(c.result.Findings)
	random := rand.New(rand.NewPCG(1, 1))
	for range 5000 {
		row := random.IntN(rows)
		b, okB := r.Computed(table, table.Row(row), 2)
		c, okC := r.Computed(table, table.Row(row), 3)
		if known := row != missing; okB != known || okC != (known && row != circular) {
			t.Fatalf("row %d is computed: %t, %t", row, okB, okC)
		}
		if okC && (b.String() != fmt.Sprintf("%d亿元", 2*row) || c.String() != fmt.Sprintf("%d亿元", 2*row+1)) {
			t.Fatalf("row %d: %s, %s", row, b, c)
		}
	}
	kept()
	if cycles != 1 || len(c.result.Findings) != cycles {
		t.Errorf("%d cycles are told of, and %d after they were met again", cycles, len(c.result.Findings))
	}
	if _, ok := r.Computed(table, table.Row(1), 1); ok {
		t.Error("a column without a formula is computed")
	}
}
