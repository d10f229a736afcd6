// Package golden holds what a test made against a text kept under testdata.
// Run the test with -update to keep what it made instead; read the change
// before it is kept.
//
// It is for tests only and knows nothing of what the texts say.
package golden

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "keep what the tests made as their golden files")

// shown is how many differing lines a failure prints.
const shown = 12

// Check fails the test unless the file at path holds exactly got. With -update
// it writes the file instead, except where the variable CI is set: there a
// golden file would agree with anything.
func Check(t testing.TB, path string, got []byte) {
	t.Helper()
	if *update {
		if err := keep(path, got); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v\nrun the test with -update to make it", err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s differs (- kept, + made):\n%s", path, diff(string(want), string(got)))
	}
}

func keep(path string, got []byte) error {
	if os.Getenv("CI") != "" {
		return errors.New("golden files are not updated where CI is set")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, got, 0o644)
}

// diff prints the first lines that differ, with their numbers. Lines are
// compared one by one from the first difference on, less what both texts end
// with, so that one line more does not hide itself behind all that follow.
func diff(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	from := 0
	for from < len(w) && from < len(g) && w[from] == g[from] {
		from++
	}
	wEnd, gEnd := len(w), len(g)
	for wEnd > from && gEnd > from && w[wEnd-1] == g[gEnd-1] {
		wEnd--
		gEnd--
	}
	var out strings.Builder
	list(&out, '-', w[from:wEnd], from)
	list(&out, '+', g[from:gEnd], from)
	return out.String()
}

func list(out *strings.Builder, mark byte, lines []string, from int) {
	for i, line := range lines {
		if i == shown {
			fmt.Fprintf(out, "%c … %d more lines\n", mark, len(lines)-shown)
			return
		}
		fmt.Fprintf(out, "%c %4d %s\n", mark, from+i+1, line)
	}
}
