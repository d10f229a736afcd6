package typeset_test

import (
	"math/big"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/typeset/typesettest"
)

// countedRows are rows that tell which of them were asked for.
type countedRows struct {
	document.Held
	asked map[int]bool
}

func (c countedRows) Row(n int, cells []document.Cell) document.Row {
	c.asked[n] = true
	return c.Held.Row(n, cells)
}

// A table longer than the template prints is cut: the first rows and the totals
// stand there, the title and a line below say what does not, and the other rows are
// not even asked for.
func TestLongTableIsCutAndSaysSo(t *testing.T) {
	for _, test := range []struct {
		most int
		cut  bool
	}{{9, true}, {10, false}} {
		table := wide(2, 10)
		rows := countedRows{table.Rows.(document.Held), map[int]bool{}}
		table.Rows = rows
		table.Add(document.Row{Kind: document.TotalRow, Cells: []document.Cell{
			typesettest.Word("合计"), typesettest.Number("1.00", big.NewRat(1, 1)), typesettest.Number("2.00", big.NewRat(2, 1))}})
		table.Rows = rows
		st := typesettest.Style(t)
		st.Table.MostRows = test.most
		page := text(typesettest.PagesIn(t, withBlock(table), st).Pages[0])
		for shown, want := range map[string]bool{
			"第9镇": true, "第10镇": !test.cut, "合计": true, "各镇街主要指标（前9行）": test.cut,
			"以上为前9行，全表共10行，见工作簿“各镇街主要指标”表。": test.cut,
		} {
			if strings.Contains(page, shown) != want {
				t.Errorf("at most %d rows: %q is there: %v, want %v", test.most, shown, !want, want)
			}
		}
		if len(rows.asked) != test.most {
			t.Errorf("%d rows were asked for, want %d", len(rows.asked), test.most)
		}
	}
}
