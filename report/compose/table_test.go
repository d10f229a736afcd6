package compose_test

import (
	"slices"
	"testing"

	"jianbao/report/document"
)

// A column that names no decimals shows each figure with the digits it was
// published with; one that names them, all alike. What is computed has the
// digits of what it is computed from.
func TestFiguresOfATableShowTheDigitsTheyWerePublishedWith(t *testing.T) {
	doc, findings := from(t, `
    tables:
      - id: t
        title: 表
        columns:
          - {id: k, title: 名, key: true}
          - {id: a, title: 甲, unit: 亿元}
          - {id: b, title: 乙, unit: 亿元, decimals: 2}
          - {id: c, title: 丙, unit: 亿元, formula: a + b}
        rows: [[子, 0.1, 0.10, null], [丑, 3, 3.00, null], [寅, 1.205, 1.20, null], [卯, 0.40, 4.00, null]]
        totals: [{label: 合计, a: 4.705, b: 8.30}]
`)
	for _, f := range findings {
		t.Error(f.Message)
	}
	var table document.Table
	for _, b := range doc.Sections[0].Blocks {
		if found, ok := b.(document.Table); ok {
			table = found
		}
	}
	for k, want := range [][]string{nil, {"0.1", "3", "1.205", "0.40", "4.705"}, {"0.10", "3.00", "1.20", "4.00", "8.30"}, {"0.20", "6.00", "2.405", "4.40"}} {
		var got []string
		for _, row := range append(table.First(table.Len()), table.Totals...) {
			cell := row.Cells[k]
			if cell.Number == nil {
				continue
			}
			got = append(got, cell.Text)
			if n := cell.Number.FloatString(cell.Decimals); n != cell.Text {
				t.Errorf("a cell of %s has decimals for %s", cell.Text, n)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("column %d: %q, want %q", k, got, want)
		}
	}
}
