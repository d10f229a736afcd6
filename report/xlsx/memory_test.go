package xlsx

import (
	"io"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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

// A long table is written row by row: a hundred times the rows take no more room
// than the buffers that are filled before they go to disk.
func TestALongTableTakesNoMoreRoom(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 200,000 rows")
	}
	measured := func(n int) float64 {
		doc := &document.Document{Title: "长表", Sections: []document.Section{{Blocks: []document.Block{longTable("t", n)}}}}
		return float64(peakOver(t, doc)) / 1e6
	}
	const bound = 40 // MB
	short, long := measured(2_000), measured(200_000)
	t.Logf("2,000 rows %.1f MB, 200,000 rows %.1f MB", short, long)
	if long > bound {
		t.Errorf("200,000 rows take %.1f MB, more than %d", long, bound)
	}
}
