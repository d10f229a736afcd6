//go:build unix

package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"jianbao/report/manifest"
)

// TestSignalFinishesTheDistrictInWork sends a signal after the first district: the
// run ends soon, with the signal's status and a manifest of what was done, and the
// next run does the rest alone.
func TestSignalFinishesTheDistrictInWork(t *testing.T) {
	for signal, status := range map[syscall.Signal]int{syscall.SIGTERM: 143, syscall.SIGINT: 130} {
		d := newDistricts(t, 40)
		d.write(t, 0)
		out := t.TempDir()
		run := jianbao("build", d.dir, "-o", out, "--jobs", "1")
		awaited(t, run, "state=written")
		if err := run.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		_ = run.Wait()
		if got := run.ProcessState.ExitCode(); got != status {
			t.Fatalf("%v: status %d, want %d", signal, got, status)
		}
		b, err := os.ReadFile(filepath.Join(out, manifest.Name))
		if err != nil {
			t.Fatal(err)
		}
		m, err := manifest.Parse(b)
		if err != nil {
			t.Fatal(err)
		}
		done := len(m.Districts)
		if done == 0 || done == len(d.names) {
			t.Errorf("%v: %d districts of %d were done", signal, done, len(d.names))
		}
		if files := filesIn(t, out); len(files) != 2*done {
			t.Errorf("%v: %d files of %d districts", signal, len(files), done)
		}
		mustRun(t, jianbao("build", d.dir, "-o", out), 0)
		if files := filesIn(t, out); len(files) != 2*len(d.names) {
			t.Errorf("%v: then %d files", signal, len(files))
		}
	}
}

// TestSecondSignalStopsAtOnce interrupts a run whose district in work does not end.
func TestSecondSignalStopsAtOnce(t *testing.T) {
	run, input := waiting(t, t.TempDir())
	defer input.Close()
	done := make(chan int)
	go func() {
		_ = run.Wait()
		done <- run.ProcessState.ExitCode()
	}()
	for {
		_ = run.Process.Signal(syscall.SIGTERM)
		select {
		case status := <-done:
			if status != 143 {
				t.Errorf("status %d, want 143", status)
			}
			return
		default:
		}
	}
}
