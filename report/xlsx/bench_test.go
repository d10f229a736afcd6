package xlsx

import (
	"fmt"
	"io"
	"runtime"
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/relation"
)

// madeRows are rows that nobody holds.
type madeRows struct {
	n     int
	cells func(n int) []document.Cell
}

func (m madeRows) Len() int                         { return m.n }
func (m madeRows) Cell(n, column int) document.Cell { return m.cells(n)[column] }
func (m madeRows) Row(n int, cells []document.Cell) document.Row {
	return document.Row{Cells: append(cells[:0], m.cells(n)...)}
}

// longTable is a table of so many rows with a ratio in each and a total.
func longTable(id string, n int) document.Table {
	source := &dataset.Table{ID: text(id)}
	invest := &dataset.Column{ID: text("investment"), Numeric: true}
	t := document.Table{
		ID: id, Title: "重点项目" + id, Unit: "亿元",
		Columns: []document.Column{
			{ID: "name", Title: "项目名称", Key: true}, {ID: "level", Title: "级别"},
			{ID: "investment", Title: "总投资", Unit: yiyuan, Numeric: true}, {ID: "done", Title: "已完成", Unit: yiyuan, Numeric: true},
			{ID: "rate", Title: "完成率（%）", Unit: percent, Numeric: true},
		},
	}
	t.Rows = madeRows{n, func(i int) []document.Cell {
		key := fmt.Sprintf("项目%d", i)
		x, y := id+".investment["+key+"]", id+".done["+key+"]"
		return []document.Cell{
			word(key), word([]string{"省级", "市级", "区级"}[i%3]), num(x, "20.00", yiyuan), num(y, "5.00", yiyuan),
			computed(num(id+".rate["+key+"]", "25.0", percent), relation.Arith{Op: '/', X: fig(y), Y: fig(x)}),
		}
	}}
	total := num(id+".total", fmt.Sprintf("%d.00", 20*n), yiyuan)
	total.Formula = relation.Aggregate{Func: relation.Sum, Table: source, Column: invest}
	t.Add(document.Row{Kind: document.TotalRow, Cells: []document.Cell{word("合计"), word(""), total, word(""), word("")}})
	return t
}

// BenchmarkBriefing writes a briefing of ten tables with thirty rows each, its
// indicators, charts and checks.
func BenchmarkBriefing(b *testing.B) {
	doc := exampleDocument()
	for i := range 10 {
		doc.Sections[0].Blocks = append(doc.Sections[0].Blocks, longTable(fmt.Sprint("t", i), 30))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(io.Discard, doc, b.TempDir()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLongTable writes 200,000 rows and reports the most memory in use
// beyond the document's own.
func BenchmarkLongTable(b *testing.B) {
	doc := &document.Document{Title: "长表", Sections: []document.Section{{Blocks: []document.Block{longTable("t", 200_000)}}}}
	peak := uint64(0)
	for b.Loop() {
		peak = max(peak, peakOver(b, doc))
	}
	b.ReportMetric(float64(peak)/1e6, "MB/peak")
	runtime.KeepAlive(doc)
}
