package report

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/report/diag"
)

// Of more districts than may list in memory each is told as if it were alone, in every
// format, and the further ones hold nothing in memory.
func TestManyDistrictsAreToldAsOne(t *testing.T) {
	wrong, err := os.ReadFile("../testdata/minimal/wrong.yaml")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	aside := t.TempDir()
	t.Setenv("TMPDIR", aside)
	const beyond = 5
	for i := range mostAtHand + beyond {
		name := filepath.Join(folder, fmt.Sprintf("%03d.yaml", i))
		if err := os.WriteFile(name, wrong, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	all := Check([]string{folder}, nil, true)
	defer func() {
		if err := all.Close(); err != nil {
			t.Error(err)
		}
		if left, err := os.ReadDir(aside); len(left) > 0 || err != nil {
			t.Errorf("left behind: %v, %v", left, err)
		}
	}()
	for i := range all.Districts {
		held := &all.Districts[i].Found
		if n := len(held.Checks) + len(held.Findings); (n == 0) != (i >= mostAtHand) {
			t.Errorf("district %d holds %d checks and findings", i, n)
		}
	}
	for _, format := range diag.Formats() {
		told := func(o *Outcome) string {
			var b bytes.Buffer
			if err := diag.Write(&b, format, o.Run(), diag.Options{Lang: diag.EN, Line: o.Line}); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
		text := told(all)
		for _, i := range []int{0, mostAtHand - 1, mostAtHand, mostAtHand + beyond - 1} {
			name := filepath.Join(folder, fmt.Sprintf("%03d.yaml", i))
			alone := Check([]string{name}, nil, true)
			for _, line := range strings.Split(told(alone), "\n") {
				if strings.Contains(line, filepath.Base(name)) && !strings.Contains(text, strings.TrimRight(line, ",")) {
					t.Errorf("%s: of all districts the report lacks\n%s", format, line)
				}
			}
		}
		// What does not name a file is there once more for each one.
		one := told(Check([]string{filepath.Join(folder, "000.yaml")}, nil, true))
		two := told(Check([]string{filepath.Join(folder, "000.yaml"), filepath.Join(folder, "001.yaml")}, nil, true))
		for _, part := range []string{"is given as 12.60亿元", "two digits are swapped"} {
			first := strings.Count(one, part)
			each := strings.Count(two, part) - first
			if n := strings.Count(text, part); each == 0 || n != first+each*(len(all.Districts)-1) {
				t.Errorf("%s: %q stands there %d times for %d districts, %d times for one", format, part, n, len(all.Districts), first)
			}
		}
	}
}

// Where no file can be made, what districts list stays in memory.
func TestWithoutAScratchFileListsStayInMemory(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
	s := scratch{held: mostAtHand}
	d := District{Found: diag.File{Checks: []diag.Check{{ID: "a", Verdict: diag.Consistent}}}}
	d.putAway(&s)
	if len(d.Found.Checks) != 1 || d.Found.Tally != (diag.Tally{}) {
		t.Errorf("%+v", d.Found)
	}
}
