package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestLimitsCostOnlyTheDistrictThatExceedsThem builds a few small districts beside
// a very large one: its rows take time, and what is wrong with each of them takes room.
func TestLimitsCostOnlyTheDistrictThatExceedsThem(t *testing.T) {
	d := newDistricts(t, 3)
	want := d.built(t, 0)
	for _, limit := range []struct {
		flag, value, says string
		off               float64
	}{
		{"--timeout", "5s", "it took longer than --timeout, 5s [JB706]", 0},
		{"--memory", "300MB", "it took more than --memory, 300 MB [JB706]", 1},
	} {
		writeBigDistrict(t, d.dir, limit.off)
		out := t.TempDir()
		if said := mustRun(t, jianbao("build", d.dir, "-o", out, limit.flag, limit.value), 3); !strings.Contains(said, limit.says) {
			t.Errorf("%s: it says %s", limit.flag, said)
		}
		if !maps.Equal(filesIn(t, out), want) {
			t.Errorf("%s: the others are not built as without limits", limit.flag)
		}
	}
}

// writeBigDistrict writes big.yaml, of 300,000 rows, each with a formula and a
// figure that is so far off it.
func writeBigDistrict(t *testing.T, dir string, off float64) {
	t.Helper()
	writeFile(t, filepath.Join(dir, "big.yaml"), `version: 1
district: {name: 大区}
title: 简报
period: 2021
published: 2022-01-31
sections:
  - id: s
    title: 财政
    tables:
      - id: t
        title: 明细
        columns:
          - {id: name, title: 名称, key: true}
          - {id: a, title: 甲, unit: 万元}
          - {id: b, title: 乙, unit: 万元}
          - {id: c, title: 比, unit: "%", decimals: 1, formula: a / b}
        file: big.csv
`)
	var rows strings.Builder
	rows.WriteString("name,a,b,c\n")
	for i := range 300_000 {
		fmt.Fprintf(&rows, "项%d,%d,200,%.1f\n", i, i%97+1, float64(i%97+1)/2+off)
	}
	writeFile(t, filepath.Join(dir, "big.csv"), rows.String())
}

// TestWorkerEndsWithTheRunThatStartedIt closes the input of a worker in the middle
// of a district, as the end of a killed run does.
func TestWorkerEndsWithTheRunThatStartedIt(t *testing.T) {
	dir := t.TempDir()
	writeBigDistrict(t, dir, 0)
	if err := os.MkdirAll(filepath.Join(dir, ".jianbao/whole"), 0o777); err != nil { // as the run has it
		t.Fatal(err)
	}
	worker := exec.Command("jianbao", workerCommand)
	input, err := worker.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := worker.Start(); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(input, "{\"out\": %q}\n{\"path\": %q, \"output\": \"big\"}\n", dir, filepath.Join(dir, "big.yaml"))
	time.Sleep(time.Second)
	begun := time.Now()
	_ = input.Close()
	if err := worker.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
	if took := time.Since(begun); took > 3*time.Second {
		t.Errorf("it worked on for %v", took)
	}
}

// TestWorkersMakeWhatTheProcessItselfMakes holds a build with limits that nothing
// exceeds against one without, findings, reports and manifest included.
func TestWorkersMakeWhatTheProcessItselfMakes(t *testing.T) {
	d := newDistricts(t, 3)
	d.write(t, 0)
	writeFile(t, filepath.Join(d.dir, "wrong.yaml"), wrongDistrict)
	var said, files [2]string
	for i, limits := range [][]string{nil, {"--timeout", "5m", "--memory", "1GB"}} {
		out := t.TempDir()
		run := jianbao(append([]string{"build", d.dir, "-o", out, "--format", "json"}, limits...)...)
		b, _ := run.Output()
		if run.ProcessState.ExitCode() != 1 {
			t.Fatalf("status %d: %s", run.ProcessState.ExitCode(), b)
		}
		said[i], files[i] = string(b), fmt.Sprint(filesIn(t, out), readFile(t, filepath.Join(out, "manifest.json")))
	}
	if said[0] != said[1] || !strings.Contains(said[0], "JB201") {
		t.Errorf("one says %s\nthe other %s", said[0], said[1])
	}
	if files[0] != files[1] {
		t.Error("their files differ")
	}
}

// wrongDistrict has a total that is not the sum of its parts.
const wrongDistrict = `version: 1
district: {name: 错区}
title: 简报
period: 2021
published: 2022-01-31
sections:
  - id: s
    title: 财政
    indicators:
      - {id: all, name: 收入, value: 5亿元, formula: a + b}
      - {id: a, name: 税收, value: 1亿元}
      - {id: b, name: 非税, value: 1亿元, decimals: exact}
`
