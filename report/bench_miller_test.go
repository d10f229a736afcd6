package report_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"jianbao/report"
)

// BenchmarkAgainstMiller checks a table of a million rows and twelve columns
// with its totals, and has Miller sum the same columns by group, turn and turn
// about. It reports the wall time of the one as a multiple of the other's and
// how much memory the process took; what is right of a check's time is not
// for a benchmark to judge.
func BenchmarkAgainstMiller(b *testing.B) {
	miller, err := exec.LookPath("mlr")
	if err != nil {
		b.Skip("needs mlr")
	}
	dir := b.TempDir()
	data, csv := filepath.Join(dir, "d.yaml"), filepath.Join(dir, "t.csv")
	if err := writeRows(data, csv, 1_000_000); err != nil {
		b.Fatal(err)
	}
	var ours, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		o := report.Check([]string{data}, strings.NewReader(""), false)
		ours += time.Since(start)
		if s := o.Run().Summary(); s.Errors > 0 || s.Consistent != 45 {
			b.Fatalf("%d errors, %d consistent", s.Errors, s.Consistent)
		}
		start = time.Now()
		if err := exec.Command(miller, "--icsv", "--ojson", "stats1", "-a", "sum", "-f", "v0,v1,v2,v3,v4,v5,v6,v7,v8,v9", "-g", "level", csv).Run(); err != nil {
			b.Fatal(err)
		}
		theirs += time.Since(start)
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	b.ReportMetric(ours.Seconds()/float64(b.N), "check-s/op")
	b.ReportMetric(theirs.Seconds()/float64(b.N), "miller-s/op")
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "×miller")
	b.ReportMetric(float64(memory.Sys)/1e6, "MB")
}

// writeRows writes a data file and its table of so many rows, whose totals hold.
func writeRows(data, csv string, rows int) error {
	levels := []string{"省级", "市级", "区级"}
	var count [4]int
	var cents [4][10]int
	f, err := os.Create(csv)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	fmt.Fprintln(w, "name,level,v0,v1,v2,v3,v4,v5,v6,v7,v8,v9")
	line := []byte{}
	for row := range rows {
		level := row % 3
		line = fmt.Appendf(line[:0], "项目%d,%s", row, levels[level])
		count[level]++
		count[3]++
		for i := range 10 {
			v := (row*(2*i+7919) + i) % 100_000
			cents[level][i] += v
			cents[3][i] += v
			line = fmt.Appendf(line, ",%d.%02d", v/100, v%100)
		}
		w.Write(append(line, '\n'))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	var file strings.Builder
	file.WriteString("version: 1\ndistrict: {name: 某市}\ntitle: 大表\nperiod: 2021\npublished: 2022-01-31\nsections:\n  - id: s\n    title: 节\n    tables:\n      - id: t\n        title: 表\n        columns:\n          - {id: name, title: 名称, key: true}\n          - {id: level, title: 级别}\n")
	for i := range 10 {
		fmt.Fprintf(&file, "          - {id: v%d, title: 量%d, unit: 万元, decimals: 2}\n", i, i)
	}
	file.WriteString("        file: t.csv\n        totals:\n")
	for g, label := range append(levels, "合计") {
		fmt.Fprintf(&file, "          - {label: %s, count: %d", label, count[g])
		if g < 3 {
			fmt.Fprintf(&file, ", where: {level: %s}", label)
		}
		for i, c := range cents[g] {
			fmt.Fprintf(&file, ", v%d: %d.%02d", i, c/100, c%100)
		}
		file.WriteString("}\n")
	}
	return os.WriteFile(data, []byte(file.String()), 0o666)
}
