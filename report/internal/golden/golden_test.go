package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDiffShowsOnlyWhatDiffers(t *testing.T) {
	for _, test := range []struct{ name, want, got, diff string }{
		{"a line changed", "a\nb\nc", "a\nB\nc", "-    2 b\n+    2 B\n"},
		{"a line more", "a\nc", "a\nb\nc", "+    2 b\n"},
		{"a line less", "a\nb\nc", "a\nc", "-    2 b\n"},
		{"the last line's end", "a\n", "a", "-    2 \n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if d := diff(test.want, test.got); d != test.diff {
				t.Errorf("diff = %q, want %q", d, test.diff)
			}
		})
	}
	long := diff("", strings.Repeat("x\n", 100))
	if n := strings.Count(long, "\n"); n > 2*shown+2 {
		t.Errorf("a long difference prints %d lines", n)
	}
}

func TestNothingIsKeptWhereCIIsSet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sub", "a.txt")
	t.Setenv("CI", "true")
	if err := keep(path, []byte("a")); err == nil {
		t.Error("kept although CI is set")
	}
	t.Setenv("CI", "")
	if err := keep(path, []byte("a")); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "a" {
		t.Errorf("kept %q, %v", b, err)
	}
}

func TestCheckTellsAgreementFromDifference(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("a\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	Check(t, path, []byte("a\n"))
	other := &recorder{TB: t}
	Check(other, path, []byte("b\n"))
	if !other.failed {
		t.Error("a difference passed")
	}
}

type recorder struct {
	testing.TB
	failed bool
}

func (r *recorder) Errorf(string, ...any) { r.failed = true }
func (r *recorder) Helper()               {}
