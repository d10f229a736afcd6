package report_test

import (
	"errors"
	"fmt"
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

// peakOverRows is the most of the heap that is in use while a table of so many rows is
// built, over what they take as they are read: in MB.
func peakOverRows(t *testing.T, rows int, write func(data, csv string, rows int) error) float64 {
	t.Helper()
	dir := t.TempDir()
	data, out := filepath.Join(dir, "d.yaml"), filepath.Join(dir, "out")
	if err := write(data, filepath.Join(dir, "t.csv"), rows); err != nil {
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

// A table of 200,000 rows takes no more memory to write than one of 20,000, which
// the briefing cuts as well, over what their rows take as they are read.
func TestMemoryDoesNotGrowWithATable(t *testing.T) {
	if testing.Short() {
		t.Skip("builds 200,000 rows")
	}
	const growth = 40 // MB, most of it the buffer that is full before the first row goes to disk
	short, long := peakOverRows(t, 20_000, writeRows), peakOverRows(t, 200_000, writeRows)
	t.Logf("over the rows read: 20,000 rows %.1f MB, 200,000 rows %.1f MB", short, long)
	if long > short+growth {
		t.Errorf("200,000 rows take %.1f MB over what is read, 20,000 rows %.1f", long, short)
	}
}

// writeFormulas writes a data file with a table in which two columns have formulas.
func writeFormulas(data, csv string, rows int) error {
	var b strings.Builder
	b.WriteString("name,investment,done,rate,left\n")
	for row := range rows {
		investment := 100 + row%50
		fmt.Fprintf(&b, "项目%d,%d.00,25.00,%.1f,%d.00\n", row, investment, 2500/float64(investment), investment-25)
	}
	return errors.Join(os.WriteFile(csv, []byte(b.String()), 0o666), os.WriteFile(data, []byte(`version: 1
district: {name: 某市}
title: 大表
period: 2021
published: 2022-01-31
sections:
  - id: s
    title: 节
    tables:
      - id: t
        title: 表
        columns:
          - {id: name, title: 名称, key: true}
          - {id: investment, title: 投资, unit: 万元, decimals: 2}
          - {id: done, title: 完成, unit: 万元, decimals: 2}
          - {id: rate, title: 完成率, unit: "%", decimals: 1, formula: done / investment}
          - {id: left, title: 尚余, unit: 万元, decimals: 2, formula: investment - done}
        file: t.csv
`), 0o666))
}

// Nor do the checks of columns' formulas, one in every row, which are judged, put into
// words and reckoned anew on a sheet of their own.
func TestMemoryDoesNotGrowWithTheChecksOfATable(t *testing.T) {
	if testing.Short() {
		t.Skip("makes 120,000 checks")
	}
	const growth = 60 // MB
	short, long := peakOverRows(t, 10_000, writeFormulas), peakOverRows(t, 60_000, writeFormulas)
	t.Logf("over the rows read: 10,000 rows %.1f MB, 60,000 rows %.1f MB", short, long)
	if long > short+growth {
		t.Errorf("60,000 rows take %.1f MB over what is read, 10,000 rows %.1f", long, short)
	}
}
