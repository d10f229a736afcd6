package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// districts are data files of a few small districts in two generations, which
// differ in a figure.
type districts struct {
	dir   string
	names []string // of the outputs, without endings
}

func newDistricts(t *testing.T, n int) *districts {
	d := &districts{dir: filepath.Join(t.TempDir(), "data")}
	for i := range n {
		d.names = append(d.names, fmt.Sprintf("市%d/区%d", i%2, i))
	}
	return d
}

// write writes the data files of a generation. In each there is something to warn of.
func (d *districts) write(t *testing.T, generation int) {
	t.Helper()
	for i, name := range d.names {
		writeFile(t, filepath.Join(d.dir, name+".yaml"), fmt.Sprintf(`version: 1
district: {name: 第%d区}
title: 经济运行简报
period: 2021
published: 2022-01-31
sections:
  - id: s
    title: 财政
    indicators: [{id: a, name: 财政收入, value: 1%d.%02d亿元}]
    text: 财政收入{{fig "a"}}，税收3亿元。
`, i, generation, i))
	}
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// jianbao is the real command, as a process of its own.
func jianbao(args ...string) *exec.Cmd {
	c := exec.Command("jianbao", append(args, "--lang", "en")...)
	c.Env = os.Environ()
	return c
}

// mustRun runs a command, which must end with a status, and gives what it says.
func mustRun(t *testing.T, c *exec.Cmd, status int) string {
	t.Helper()
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	_ = c.Run()
	if got := c.ProcessState.ExitCode(); got != status {
		t.Fatalf("%v ended with %d, want %d:\n%s", c.Args, got, status, &said)
	}
	return said.String()
}

// built are the outputs of a generation by name, from a folder of its own.
func (d *districts) built(t *testing.T, generation int) map[string]string {
	t.Helper()
	d.write(t, generation)
	out := t.TempDir()
	mustRun(t, jianbao("build", d.dir, "-o", out), 0)
	return filesIn(t, out)
}

// filesIn are the plain files of an output folder by name, without those that the
// program keeps for itself.
func filesIn(t *testing.T, out string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(out, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if entry.Name() == ".jianbao" {
				return filepath.SkipDir
			}
			return nil
		}
		below, err := filepath.Rel(out, path)
		if err != nil || below == "manifest.json" || !entry.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(path)
		all[filepath.ToSlash(below)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// waiting is a run that has an output folder and waits for its standard input.
func waiting(t *testing.T, out string) (*exec.Cmd, io.Closer) {
	t.Helper()
	run := jianbao("build", "-", "-o", out)
	input, err := run.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	awaited(t, run, "msg=begun")
	return run, input
}

// awaited starts a command and waits until its log has a line with some text.
func awaited(t *testing.T, run *exec.Cmd, text string) {
	t.Helper()
	log, err := run.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(log)
	for lines.Scan() {
		if strings.Contains(lines.Text(), text) {
			go func() { _, _ = io.Copy(io.Discard, log) }()
			return
		}
	}
	t.Fatalf("%v ended before it said %q", run.Args, text)
}
