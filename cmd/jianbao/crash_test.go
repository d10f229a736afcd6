package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"jianbao/report/manifest"
	"jianbao/report/outfolder"
)

// TestKilledAtAnyMomentNothingIsTornMixedOrLost kills the real process at random
// moments, again and again over one folder, with data that change from run to run.
// After each kill every output is there and is whole, of one generation or the
// other. Once the folder is opened again, a district's outputs are of one
// generation, that of the inputs that the manifest names, and nothing is left over.
func TestKilledAtAnyMomentNothingIsTornMixedOrLost(t *testing.T) {
	kills := 240
	if testing.Short() {
		kills = 20
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 1))
	d := newDistricts(t, 20) // more than are put in place together
	want := [2]map[string]string{d.built(t, 0), d.built(t, 1)}
	out := t.TempDir()
	said := mustRun(t, jianbao("build", d.dir, "-o", out), 0)
	whole, err := time.ParseDuration(regexp.MustCompile(`msg=ended .* seconds=([0-9.]+)`).FindStringSubmatch(said)[1] + "s")
	if err != nil {
		t.Fatal(err)
	}

	finished, inWork := 0, 0
	for n := range kills {
		d.write(t, n%2)
		run := jianbao("build", d.dir, "-o", out)
		within := whole
		switch {
		case n%8 == 0: // also while it starts, and clears up after the last
			if err := run.Start(); err != nil {
				t.Fatal(err)
			}
		case n%8 < 4: // also when some are in place
			awaited(t, run, "state=")
			within /= 16
		default:
			awaited(t, run, "msg=begun")
		}
		time.Sleep(time.Duration(random.Int64N(int64(within))))
		_ = run.Process.Kill()
		if run.Wait() == nil {
			finished++
		}
		judgeKilled(t, out, want)
		if _, err := os.Stat(filepath.Join(out, ".jianbao/whole/journal")); err == nil {
			inWork++
		}
		if n%2 == 0 { // else the next run finds the folder as the kill left it
			judgeRecovered(t, out, d, want)
		}
		if t.Failed() {
			t.Fatalf("after kill %d", n+1)
		}
	}
	t.Logf("%d kills: %d runs had ended before, %d were writing", kills, finished, inWork)
	if inWork == 0 {
		t.Error("no run was killed while it was writing")
	}
	d.write(t, 0)
	told := reported(t, d.dir, out)
	judgeRecovered(t, out, d, [2]map[string]string{want[0], want[0]})
	if afresh := reported(t, d.dir, t.TempDir()); told != afresh || reported(t, d.dir, out) != afresh || !strings.Contains(afresh, "JB603") {
		t.Errorf("then it is told\n%s\nand in a folder of its own\n%s", told, afresh)
	}
}

// reported is what a build says of the data.
func reported(t *testing.T, data, out string) string {
	t.Helper()
	said, err := jianbao("build", data, "-o", out).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(said)
}

func judgeKilled(t *testing.T, out string, want [2]map[string]string) {
	t.Helper()
	found := filesIn(t, out)
	for name := range want[0] {
		if text, ok := found[name]; !ok {
			t.Errorf("%s is lost", name)
		} else if text != want[0][name] && text != want[1][name] {
			t.Errorf("%s is torn: %d bytes of %d", name, len(text), len(want[0][name]))
		}
	}
	if len(found) != len(want[0]) {
		t.Errorf("%d files, want %d", len(found), len(want[0]))
	}
}

func judgeRecovered(t *testing.T, out string, d *districts, want [2]map[string]string) {
	t.Helper()
	folder, err := outfolder.Open(out, manifest.Shard{})
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	found := filesIn(t, out)
	for _, name := range d.names {
		book, page := found[name+".xlsx"], found[name+".pdf"]
		generation := 0
		if book != want[0][name+".xlsx"] {
			generation = 1
		}
		if book != want[generation][name+".xlsx"] || page != want[generation][name+".pdf"] {
			t.Errorf("%s is mixed", name)
		}
		record, ok := folder.Manifest.District(name)
		if !ok || len(record.Outputs) != 2 {
			t.Fatalf("%s is not in the manifest", name)
		}
		for _, f := range record.Outputs {
			if !folder.Has(f) {
				t.Errorf("%s is not as the manifest says", f.Path)
			}
		}
	}
	left, err := os.ReadDir(filepath.Join(out, ".jianbao/whole"))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range left {
		if entry.Name() != "lock" && entry.Name() != "findings" {
			t.Errorf("%s is left over", entry.Name())
		}
	}
}

func TestTwoRunsIntoOneFolderAreKeptApart(t *testing.T) {
	d := newDistricts(t, 1)
	d.write(t, 0)
	out := t.TempDir()
	build := func(args ...string) []string { return append([]string{"build", d.dir, "-o", out}, args...) }

	// A first run that waits for its standard input has the folder.
	first, input := waiting(t, out)
	if said := mustRun(t, jianbao(build()...), 3); !strings.Contains(said, "another run is writing into this folder") || !strings.Contains(said, "JB705") {
		t.Errorf("it says %q", said)
	}
	mustRun(t, jianbao(build("--shard", "1/2")...), 3)
	mustRun(t, jianbao("merge", out), 3)

	// Killed, it leaves no lock behind.
	_ = first.Process.Kill()
	_ = input.Close()
	_ = first.Wait()
	mustRun(t, jianbao(build()...), 0)
}
