//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFullDiskLeavesTheLastOutputs has writing fail at many points: by a limit on
// the size of files everywhere, and on a file system of the test's own that is
// nearly full where one can be mounted.
func TestFullDiskLeavesTheLastOutputs(t *testing.T) {
	d := newDistricts(t, 3)
	want := [2]map[string]string{d.built(t, 0), d.built(t, 1)}

	t.Run("limit of file size", func(t *testing.T) {
		out := t.TempDir()
		for _, blocks := range []int{0, 1, 4, 16} { // of 512 or 1024 bytes
			d.write(t, 0)
			mustRun(t, jianbao("build", d.dir, "-o", out), 0)
			d.write(t, 1)
			run := jianbao("build", d.dir, "-o", out)
			limited := exec.Command("sh", append([]string{"-c", fmt.Sprintf(`ulimit -f %d; exec "$@"`, blocks), "sh"}, run.Args...)...)
			said := mustRun(t, limited, 3)
			if !strings.Contains(said, "over the limit of a file's size") || !strings.Contains(said, "JB705") {
				t.Errorf("%d blocks: it says %q", blocks, said)
			}
			judgeKilled(t, out, [2]map[string]string{want[0], want[0]})
			judgeRecovered(t, out, d, [2]map[string]string{want[0], want[0]})
		}
	})

	disk := t.TempDir()
	if err := mountSmall(disk); err != nil {
		t.Logf("no file system of its own: %v", err)
		return
	}
	t.Cleanup(func() { _ = syscall.Unmount(disk, 0) })
	out := filepath.Join(disk, "out")
	filler := filepath.Join(disk, "filler")
	for _, room := range []int{0, 4, 8, 16, 24, 32, 48, 64, 96} { // KB
		_ = os.Remove(filler)
		d.write(t, 0)
		mustRun(t, jianbao("build", d.dir, "-o", out), 0)
		d.write(t, 1)
		fill(t, disk, filler, room<<10)
		run := jianbao("build", d.dir, "-o", out)
		said, _ := run.CombinedOutput()
		switch status := run.ProcessState.ExitCode(); {
		case status == 3 && strings.Contains(string(said), "the disk is full"):
		case status == 0 && room >= 32: // there was room enough
		default:
			t.Errorf("%d KB: status %d, it says %s", room, status, said)
		}
		judgeKilled(t, out, want)
		_ = os.Remove(filler)
		judgeRecovered(t, out, d, want)
	}
}

// fill leaves some bytes free on a disk.
func fill(t *testing.T, disk, filler string, room int) {
	t.Helper()
	var stat syscall.Statfs_t
	if err := syscall.Statfs(disk, &stat); err != nil {
		t.Fatal(err)
	}
	size := int(stat.Bavail)*int(stat.Bsize) - room
	if err := os.WriteFile(filler, make([]byte, max(size, 0)), 0o666); err != nil {
		t.Fatal(err)
	}
}
