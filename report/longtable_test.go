package report_test

import (
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"jianbao/report"
	"jianbao/report/load"
)

// peakOf is the most of the heap that is in use while f runs, in bytes. The
// collector runs often, so that what is held shows.
func peakOf(f func()) uint64 {
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	runtime.GC()
	done, most := make(chan struct{}), make(chan uint64)
	go func() {
		sample, highest := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}, uint64(0)
		for tick := time.NewTicker(2 * time.Millisecond); ; {
			metrics.Read(sample)
			highest = max(highest, sample[0].Value.Uint64())
			select {
			case <-done:
				tick.Stop()
				most <- highest
				return
			case <-tick.C:
			}
		}
	}()
	f()
	close(done)
	return <-most
}

// A table of 200,000 rows takes no more memory to write than one of 20,000, which
// the briefing cuts as well, over what their rows take as they are read.
func TestMemoryDoesNotGrowWithATable(t *testing.T) {
	if testing.Short() {
		t.Skip("builds 200,000 rows")
	}
	over := func(rows int) float64 {
		dir := t.TempDir()
		data, out := filepath.Join(dir, "d.yaml"), filepath.Join(dir, "out")
		if err := writeRows(data, filepath.Join(dir, "t.csv"), rows); err != nil {
			t.Fatal(err)
		}
		read := peakOf(func() {
			d, _ := load.File(data, load.Options{})
			runtime.GC()
			runtime.KeepAlive(d)
		})
		built := peakOf(func() {
			o := report.Build(t.Context(), []string{data}, strings.NewReader(""), report.Options{Out: out, Jobs: 1})
			if len(o.Written()) != 2 {
				t.Fatalf("%d rows were not built", rows)
			}
			if err := o.Close(); err != nil {
				t.Fatal(err)
			}
		})
		aside, err := os.ReadDir(filepath.Join(out, ".jianbao", "whole"))
		if err != nil || len(aside) != 1 { // the lock
			t.Errorf("left aside: %v, %v", aside, err)
		}
		return (float64(built) - float64(read)) / 1e6
	}
	const growth = 40 // MB, most of it the buffer that is full before the first row goes to disk
	short, long := over(20_000), over(200_000)
	t.Logf("over the rows read: 20,000 rows %.1f MB, 200,000 rows %.1f MB", short, long)
	if long > short+growth {
		t.Errorf("200,000 rows take %.1f MB over what is read, 20,000 rows %.1f", long, short)
	}
}
