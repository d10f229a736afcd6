package outfolder

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/report/manifest"
)

var settings = manifest.Settings{Tool: "v1", Template: "briefing"}

func opened(t *testing.T, folder string, shard manifest.Shard) *Folder {
	t.Helper()
	f, err := Open(folder, shard)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// saying writes a text.
func saying(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// committed puts both outputs of a district in place, with some text.
func put(t *testing.T, f *Folder, name, text string) {
	t.Helper()
	var staged []Staged
	for _, ending := range []string{".xlsx", ".pdf"} {
		s, err := f.Stage(name+ending, saying(text+ending))
		if err != nil {
			t.Fatal(err)
		}
		staged = append(staged, s)
	}
	d := manifest.District{Output: name, State: manifest.Current, Settings: settings.Key()}
	if err := f.Commit([]Change{{d, settings, staged}})[0]; err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestRunThatEndsBeforeItsManifestIsFinished leaves a run after its commits, as a
// crash does.
func TestRunThatEndsBeforeItsManifestIsFinished(t *testing.T) {
	out := t.TempDir()
	f := opened(t, out, manifest.Shard{})
	put(t, f, "市/甲", "new")
	put(t, f, "乙", "new")
	if _, err := f.Stage("丙.xlsx", saying("never committed")); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	f = opened(t, out, manifest.Shard{})
	if f.Recovered != 2 || len(f.Manifest.Districts) != 2 {
		t.Errorf("%d recovered, %d in the manifest", f.Recovered, len(f.Manifest.Districts))
	}
	if !strings.Contains(read(t, out, manifest.Name), `"tool": "v1"`) {
		t.Error("the manifest does not say what made them")
	}
	names, err := f.names(".jianbao/whole")
	if err != nil || len(names) != 1 {
		t.Errorf("left are %v, %v", names, err)
	}
}

// TestPairHalfInPlaceIsFinished stops between the two renames: at the moment that
// no order of renames can do away with.
func TestPairHalfInPlaceIsFinished(t *testing.T) {
	for inPlace := range 3 {
		out := t.TempDir()
		f := opened(t, out, manifest.Shard{})
		put(t, f, "市/甲", "old")
		if err := f.Finish(f.Manifest, nil); err != nil {
			t.Fatal(err)
		}
		line := committed{District: manifest.District{Output: "市/甲", Settings: settings.Key()}, Settings: settings}
		for _, ending := range []string{".xlsx", ".pdf"} {
			s, err := f.Stage("市/甲"+ending, saying("new"+ending))
			if err != nil {
				t.Fatal(err)
			}
			line.Aside, line.District.Outputs = append(line.Aside, s.Aside), append(line.District.Outputs, s.File)
		}
		f.journal = nil
		if err := f.openJournal(); err != nil {
			t.Fatal(err)
		}
		if err := f.journal.add([]committed{line}); err != nil {
			t.Fatal(err)
		}
		for i := range inPlace {
			if err := f.settle(line.Aside[i], line.District.Outputs[i].Path, map[string]bool{}); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		opened(t, out, manifest.Shard{})
		if book, page := read(t, out, "市/甲.xlsx"), read(t, out, "市/甲.pdf"); book != "new.xlsx" || page != "new.pdf" {
			t.Errorf("%d in place: then they are %s and %s", inPlace, book, page)
		}
	}
}

// TestTornLineOfTheJournalCountsNot cuts the journal at every byte of its last
// line: the district is as it was before.
func TestTornLineOfTheJournalCountsNot(t *testing.T) {
	out := t.TempDir()
	f := opened(t, out, manifest.Shard{})
	put(t, f, "甲", "new")
	first := read(t, out, ".jianbao/whole/journal")
	put(t, f, "乙", "new")
	both := read(t, out, ".jianbao/whole/journal")
	for cut := len(first); cut < len(both); cut++ {
		if lines := readJournal(both[:cut]); len(lines) != 1 || lines[0].District.Output != "甲" {
			t.Fatalf("cut to %d of %d bytes: %v", cut, len(both), lines)
		}
	}
	spoilt := []byte(both)
	for at := range first {
		spoilt[at] ^= 1
		if lines := readJournal(string(spoilt)); len(lines) != 0 {
			t.Fatalf("byte %d spoilt: %d lines are read", at, len(lines))
		}
		spoilt[at] ^= 1
	}
}

func TestManifestThatSaysTheSameIsLeftAlone(t *testing.T) {
	out := t.TempDir()
	f := opened(t, out, manifest.Shard{})
	put(t, f, "甲", "new")
	f.Manifest.Put(manifest.District{Output: "甲"})
	if err := f.Finish(f.Manifest, nil); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(filepath.Join(out, manifest.Name))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Finish(f.Manifest, nil); err != nil {
		t.Fatal(err)
	}
	after, err := os.Stat(filepath.Join(out, manifest.Name))
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("it was written anew: %v", err)
	}
}

func TestShardsOfOneSplitWorkTogetherAndNoOthersDo(t *testing.T) {
	out := t.TempDir()
	first := opened(t, out, manifest.Shard{Number: 1, Of: 2})
	second := opened(t, out, manifest.Shard{Number: 2, Of: 2})
	for _, other := range []manifest.Shard{{}, {Number: 1, Of: 2}, {Number: 2, Of: 3}} {
		if f, err := Open(out, other); err == nil {
			t.Errorf("%v is let in", other)
			_ = f.Close()
		}
	}
	put(t, first, "甲", "new")
	put(t, second, "乙", "new")
	for _, f := range []*Folder{first, second} {
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	// Both have ended without their manifests: a run over everything finishes them.
	whole := opened(t, out, manifest.Shard{})
	shards, err := whole.Shards()
	if err != nil || len(shards) != 2 || whole.Recovered != 2 {
		t.Errorf("%d shards, %d recovered, %v", len(shards), whole.Recovered, err)
	}
}

// TestShardTakesItsPartOfTheWhole opens a shard where only the whole has run.
func TestShardTakesItsPartOfTheWhole(t *testing.T) {
	out := t.TempDir()
	f := opened(t, out, manifest.Shard{})
	names := []string{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"}
	for _, name := range names {
		put(t, f, name, "new")
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	total := 0
	for k := range 3 {
		part := opened(t, out, manifest.Shard{Number: k + 1, Of: 3})
		total += len(part.Manifest.Districts)
		if err := part.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if total != len(names) {
		t.Errorf("the parts have %d districts, want %d", total, len(names))
	}
}

func FuzzJournal(f *testing.F) {
	f.Add("")
	f.Add(strings.Repeat("0", 64) + " {}\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, c := range readJournal(text) {
			if len(c.Aside) != len(c.District.Outputs) {
				t.Errorf("%q gives %v", text, c)
			}
		}
	})
}
