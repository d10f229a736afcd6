package outfolder

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/report/diag"
	"jianbao/report/manifest"
)

// changed is a district with both of its outputs written aside.
func changed(t *testing.T, f *Folder, name string) Change {
	t.Helper()
	c := Change{District: manifest.District{Output: name, Settings: settings.Key()}, Settings: settings}
	for _, ending := range []string{".xlsx", ".pdf"} {
		s, err := f.Stage(name+ending, saying("new"+ending))
		if err != nil {
			t.Fatal(err)
		}
		c.Staged = append(c.Staged, s)
	}
	return c
}

// TestOneOfAGroupThatFailsCostsItselfOnly has, among three districts, one whose second
// output cannot have its name, one whose output written aside is gone before it is
// synced, or one whose output is gone before it is renamed.
func TestOneOfAGroupThatFailsCostsItselfOnly(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, f *Folder, group []Change){
		"a folder in the way": func(t *testing.T, f *Folder, group []Change) {
			if err := f.root.Mkdir("乙.pdf", 0o777); err != nil {
				t.Fatal(err)
			}
		},
		"not synced": func(t *testing.T, f *Folder, group []Change) {
			if err := f.own.Remove(group[1].Staged[1].Aside); err != nil {
				t.Fatal(err)
			}
		},
		"not renamed": func(t *testing.T, f *Folder, group []Change) {
			group[1].Staged[0].Aside = group[0].Staged[0].Aside // which is in place by then
		},
	} {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			f := opened(t, out, manifest.Shard{})
			group := []Change{changed(t, f, "甲"), changed(t, f, "乙"), changed(t, f, "市/丙")}
			spoil(t, f, group)
			errs := f.Commit(group)
			if errs[0] != nil || errs[1] == nil || errs[2] != nil {
				t.Fatalf("the errors are %v", errs)
			}
			if err := f.Close(); err != nil { // as a crash does: the journal has all
				t.Fatal(err)
			}
			f = opened(t, out, manifest.Shard{})
			if f.Recovered != 2 || len(f.Manifest.Districts) != 2 {
				t.Errorf("%d recovered; the manifest has %v", f.Recovered, f.Manifest.Districts)
			}
			for _, d := range f.Manifest.Districts {
				for _, file := range d.Outputs {
					if !f.Has(file) {
						t.Errorf("%s is not as the manifest says", file.Path)
					}
				}
			}
			if _, err := os.Stat(filepath.Join(out, "乙.xlsx")); err == nil {
				t.Error("half of the pair was written")
			}
		})
	}
}

// TestRetractedDistrictMayBeCommittedAgain holds the order of the journal's lines.
func TestRetractedDistrictMayBeCommittedAgain(t *testing.T) {
	line := func(c committed) string {
		f := opened(t, t.TempDir(), manifest.Shard{})
		if err := f.openJournal(); err != nil {
			t.Fatal(err)
		}
		if err := f.journal.add([]committed{c}); err != nil {
			t.Fatal(err)
		}
		return read(t, f.Scratch(), journalName)
	}
	done := line(committed{District: manifest.District{Output: "甲"}})
	other := line(committed{District: manifest.District{Output: "乙"}})
	back := line(committed{District: manifest.District{Output: "甲"}, Retracted: true})
	for text, want := range map[string]string{
		done + other:               "甲乙",
		done + other + back:        "乙",
		done + back + other + done: "乙甲",
		back:                       "",
	} {
		var got strings.Builder
		for _, c := range readJournal(text) {
			got.WriteString(c.District.Output)
		}
		if got.String() != want {
			t.Errorf("%s gives %s, want %s", text, got.String(), want)
		}
	}
}

// TestOutputInTheWayOfAFolderIsRefusedBeforeAnythingChanges has a folder where the
// second of two outputs should go.
func TestOutputInTheWayOfAFolderIsRefusedBeforeAnythingChanges(t *testing.T) {
	out := t.TempDir()
	if err := os.MkdirAll(filepath.Join(out, "甲.pdf"), 0o777); err != nil {
		t.Fatal(err)
	}
	f := opened(t, out, manifest.Shard{})
	err := f.Commit([]Change{changed(t, f, "甲")})[0]
	if say, ok := err.(diag.Text); !ok || !strings.Contains(say.In(diag.EN), "甲.pdf is a folder") {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(filepath.Join(out, "甲.xlsx")); err == nil {
		t.Error("half of the pair was written")
	}
}
