package outfolder

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/report/manifest"
)

const findingsPath = ".jianbao/whole/findings"

func tell(t *testing.T, f *Folder, text string) manifest.Telling {
	t.Helper()
	told, err := f.Tell([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return told
}

// tells reports whether a folder tells a text, and never another.
func tells(t *testing.T, f *Folder, told manifest.Telling, text string) bool {
	t.Helper()
	if !f.CanTell(told) {
		return false
	}
	if b, err := f.Told(told); err != nil || string(b) != text {
		t.Fatalf("it tells %q, %v, not %q", b, err, text)
	}
	return true
}

func finish(t *testing.T, f *Folder, needed ...manifest.Telling) {
	t.Helper()
	if err := f.Finish(f.Manifest, needed); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestLaterRunsTellWhatWasTold(t *testing.T) {
	out := t.TempDir()
	long := strings.Repeat("甲", 1<<16) // more than is read at once
	f := opened(t, out, manifest.Shard{})
	first, second := tell(t, f, `{"a":1}`), tell(t, f, long)
	again, empty := tell(t, f, `{"a":1}`), tell(t, f, "")
	if first != again {
		t.Errorf("one text is %v and %v", first, again)
	}
	finish(t, f, first, second, empty)

	f = opened(t, out, manifest.Shard{})
	third := tell(t, f, "third")
	finish(t, f, first, second, third, empty)

	f = opened(t, out, manifest.Shard{})
	if !tells(t, f, first, `{"a":1}`) || !tells(t, f, second, long) || !tells(t, f, third, "third") || !tells(t, f, empty, "") {
		t.Error("something is lost")
	}
	if f.CanTell(manifest.Telling{SHA256: manifest.Digest([]byte("never"))}) {
		t.Error("it can tell what was never told")
	}
	if text := read(t, out, findingsPath); strings.Count(text, `{"a":1}`) != 1 {
		t.Errorf("one text is kept twice: %.100s", text)
	}
}

// TestTornFindingsCostOnlyWhatTheyHeld cuts the file at every byte of its last line,
// as a crash does, and goes on with it.
func TestTornFindingsCostOnlyWhatTheyHeld(t *testing.T) {
	out := t.TempDir()
	f := opened(t, out, manifest.Shard{})
	first := tell(t, f, "first")
	begin := len(read(t, out, findingsPath))
	second := tell(t, f, "the second")
	finish(t, f, first, second)
	whole := read(t, out, findingsPath)
	for cut := begin; cut < len(whole); cut++ {
		rewrite(t, whole[:cut], out, findingsPath)
		f := opened(t, out, manifest.Shard{})
		if !tells(t, f, first, "first") || tells(t, f, second, "the second") {
			t.Fatalf("cut to %d of %d bytes, the first is lost or the second is not", cut, len(whole))
		}
		third := tell(t, f, "3") // shorter than what was cut
		finish(t, f, first, third)
		f = opened(t, out, manifest.Shard{})
		if !tells(t, f, first, "first") || !tells(t, f, third, "3") {
			t.Fatalf("cut to %d of %d bytes, the next run loses something", cut, len(whole))
		}
		finish(t, f, first, third)
	}
}

// TestSpoiltFindingsAreNotTold changes every byte of a file of three in turn.
func TestSpoiltFindingsAreNotTold(t *testing.T) {
	out := t.TempDir()
	f := opened(t, out, manifest.Shard{})
	texts := []string{"first", "second", "third"}
	var told []manifest.Telling
	for _, text := range texts {
		told = append(told, tell(t, f, text))
	}
	finish(t, f, told...)
	whole := []byte(read(t, out, findingsPath))
	for at := range whole {
		spoilt := bytes.Clone(whole)
		spoilt[at] ^= 1
		rewrite(t, string(spoilt), out, findingsPath)
		f := opened(t, out, manifest.Shard{})
		lost := 0
		for i, text := range texts {
			if !tells(t, f, told[i], text) {
				lost++
			}
		}
		lineBreak := whole[at] == '\n' // it joins two lines, or leaves the last torn
		if lost == 0 || lost > 1 && !lineBreak {
			t.Fatalf("byte %d spoilt: %d are lost", at, lost)
		}
		finish(t, f, told...)
	}
}

func TestFindingsAlteredDuringTheRunAreNotTold(t *testing.T) {
	out := t.TempDir()
	f := opened(t, out, manifest.Shard{})
	told := tell(t, f, "what was found")
	text := read(t, out, findingsPath)
	if err := os.WriteFile(filepath.Join(out, findingsPath), []byte(strings.Replace(text, "found", "FOUND", 1)), 0o666); err != nil {
		t.Fatal(err)
	}
	if b, err := f.Told(told); err == nil {
		t.Errorf("it tells %q", b)
	}
}

// TestWhatIsNoFileOfFindingsGoes has other things in its place, and what versions
// before this one kept beside it.
func TestWhatIsNoFileOfFindingsGoes(t *testing.T) {
	for name, put := range map[string]func(path string) error{
		"other text":   func(path string) error { return os.WriteFile(path, []byte("other\ntext"), 0o666) },
		"other bytes":  func(path string) error { return os.WriteFile(path, make([]byte, 1<<18), 0o666) },
		"folder":       func(path string) error { return os.MkdirAll(filepath.Join(path, "below"), 0o777) },
		"link":         func(path string) error { return os.Symlink("lock", path) },
		"older folder": func(path string) error { return os.MkdirAll(filepath.Join(filepath.Dir(path), "told", "0123"), 0o777) },
	} {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			if err := opened(t, out, manifest.Shard{}).Close(); err != nil {
				t.Fatal(err)
			}
			if err := put(filepath.Join(out, findingsPath)); err != nil {
				t.Skip(err)
			}
			f := opened(t, out, manifest.Shard{})
			told := tell(t, f, "what was found")
			finish(t, f, told)
			f = opened(t, out, manifest.Shard{})
			if !tells(t, f, told, "what was found") {
				t.Errorf("the file holds %q", read(t, out, findingsPath))
			}
			names, err := f.names(".jianbao/whole")
			if err != nil || len(names) != 2 {
				t.Errorf("left are %v, %v", names, err)
			}
		})
	}
}

// TestWhatIsNeededNoMoreDoesNotPileUp has many runs that find something new.
func TestWhatIsNeededNoMoreDoesNotPileUp(t *testing.T) {
	out := t.TempDir()
	text := func(n int) string { return strings.Repeat("x", 1000) + string(rune('a'+n)) }
	for n := range 20 {
		f := opened(t, out, manifest.Shard{})
		stays := tell(t, f, "what an unchanged district was told")
		held := tell(t, f, "held back: "+text(n))
		f.Manifest.Put(manifest.District{Output: "甲", Told: &manifest.Told{Findings: stays}})
		f.Manifest.Put(manifest.District{Output: "乙", Told: &manifest.Told{Findings: tell(t, f, text(n))}})
		if err := f.Finish(f.Manifest, []manifest.Telling{held}); err != nil {
			t.Fatal(err)
		}
		// The run itself still writes its reports.
		if !tells(t, f, stays, "what an unchanged district was told") || !tells(t, f, held, "held back: "+text(n)) {
			t.Fatalf("run %d cannot tell what it needs", n)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if size := len(read(t, out, findingsPath)); size > 2*(2*1100+150) {
			t.Fatalf("run %d leaves %d bytes", n, size)
		}
	}
}

// TestFindingsOfAnotherPlaceAreCopied has a run over everything tell what shards
// found before they were merged.
func TestFindingsOfAnotherPlaceAreCopied(t *testing.T) {
	out := t.TempDir()
	shard := opened(t, out, manifest.Shard{Number: 1, Of: 2})
	told, spoilt := tell(t, shard, "of a shard"), tell(t, shard, "spoilt")
	finish(t, shard, told, spoilt)
	theirs := filepath.Join(out, ".jianbao/1-of-2/findings")
	rewrite(t, strings.Replace(read(t, theirs), "spoilt", "SPOILT", 1), theirs)

	whole := opened(t, out, manifest.Shard{})
	if !tells(t, whole, told, "of a shard") || tells(t, whole, spoilt, "spoilt") {
		t.Error("it does not tell what the shard found")
	}
	finish(t, whole, told)
	if err := os.Remove(theirs); err != nil {
		t.Fatal(err)
	}
	if !tells(t, opened(t, out, manifest.Shard{}), told, "of a shard") {
		t.Error("it was not copied")
	}
}

func rewrite(t *testing.T, text string, path ...string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(path...), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// FuzzSealedLines holds the reading of pieces against the reading of lines.
func FuzzSealedLines(f *testing.F) {
	f.Add("")
	f.Add(string(sealed([]byte("a"))) + "\n" + string(sealed(nil)))
	f.Add(string(sealed([]byte("a"))) + "torn")
	f.Add(strings.Repeat("long", 1<<15) + "\n" + string(sealed([]byte(strings.Repeat("b", 1<<17)))))
	f.Fuzz(func(t *testing.T, text string) {
		var want []string
		end := 0
		for line := range strings.Lines(text) {
			body, whole := strings.CutSuffix(line, "\n")
			if !whole {
				break
			}
			end += len(line)
			if digest, rest, ok := strings.Cut(body, " "); ok && digest == manifest.Digest([]byte(rest)) {
				want = append(want, rest)
			}
		}
		var got []string
		last, err := sealedIn(strings.NewReader(text), func(digest string, at span) {
			b, err := readSealed(strings.NewReader(text), digest, at)
			if err != nil {
				t.Error(err)
			}
			got = append(got, string(b))
		})
		if err != nil || last != int64(end) || strings.Join(got, "\n") != strings.Join(want, "\n") || len(got) != len(want) {
			t.Errorf("%q: %q to %d, want %q to %d; %v", text, got, last, want, end, err)
		}
	})
}
