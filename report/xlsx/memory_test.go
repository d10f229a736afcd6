package xlsx

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"testing"
	"time"

	"jianbao/report/document"
)

// inUse is how many bytes of the heap are taken, garbage included.
func inUse() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// peakOver is the most of the heap that is taken while a document is written, over
// what is taken before: in bytes.
func peakOver(t testing.TB, doc *document.Document) uint64 {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(40)) // little garbage, so that what is held shows
	runtime.GC()
	before, most := inUse(), uint64(0)
	done, sampled := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(sampled)
		for tick := time.NewTicker(2 * time.Millisecond); ; {
			most = max(most, inUse())
			select {
			case <-done:
				tick.Stop()
				return
			case <-tick.C:
			}
		}
	}()
	_, err := Write(io.Discard, doc, t.TempDir())
	close(done)
	<-sampled
	if err != nil {
		t.Fatal(err)
	}
	return max(most, before) - before
}

// repeatingTable is a table of so many rows and twelve columns that themselves take
// next to no room, for they have their cells in common.
func repeatingTable(n int) document.Table {
	t := longTable("t", 1)
	row := t.Rows.Row(0)
	for i := range 7 {
		t.Columns = append(t.Columns, document.Column{ID: fmt.Sprint("c", i), Title: fmt.Sprint("第", i+6, "列"), Unit: yiyuan, Numeric: true})
		row.Cells = append(row.Cells, num(fmt.Sprintf("t.c%d[项目0]", i), "1234.56", yiyuan))
		t.Totals[0].Cells = append(t.Totals[0].Cells, word(""))
	}
	t.Rows = document.Held(slices.Repeat([]document.Row{row}, n))
	return t
}

// A long table is written from the document row by row: a hundred times the rows
// take no more room than the buffer that excelize fills before it writes to disk,
// the packed sheet, and a pointer a row.
func TestALongTableTakesNoMoreRoom(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 200,000 rows")
	}
	measured := func(n int) float64 {
		doc := &document.Document{Title: "长表", Sections: []document.Section{{Blocks: []document.Block{repeatingTable(n)}}}}
		peak := float64(peakOver(t, doc)) / 1e6
		runtime.KeepAlive(doc)
		return peak
	}
	const bound = 90 // MB
	short, long := measured(2_000), measured(200_000)
	t.Logf("over the document: 2,000 rows %.1f MB, 200,000 rows %.1f MB", short, long)
	if long > bound {
		t.Errorf("200,000 rows take %.1f MB over the document, more than %d", long, bound)
	}
}
