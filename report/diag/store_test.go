package diag

import (
	"bytes"
	"encoding/json"
	"testing"
)

// TestStoredFindingsAreToldAgainAlike stores the findings of the sample run and
// prints those read back, in every format and both languages.
func TestStoredFindingsAreToldAgainAlike(t *testing.T) {
	run := sample()
	b, err := json.Marshal(run)
	if err != nil {
		t.Fatal(err)
	}
	var back Run
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	for _, format := range Formats() {
		for _, l := range []Lang{ZH, EN} {
			var first, again bytes.Buffer
			opt := Options{Lang: l, Line: func(string, int) (string, bool) { return "", false }}
			if err := Write(&first, format, run, opt); err != nil {
				t.Fatal(err)
			}
			if err := Write(&again, format, &back, opt); err != nil {
				t.Fatal(err)
			}
			if first.String() != again.String() {
				t.Errorf("%s in %s:\n%s\nread back:\n%s", format, l, &first, &again)
			}
		}
	}
}

// TestShelvedFindingsAreToldAlike takes checks and findings out of the sample run
// and prints it with what the shelf gives back.
func TestShelvedFindingsAreToldAlike(t *testing.T) {
	for _, format := range []string{"text", "github", "sarif", "gitlab"} { // the others list checks
		opt := Options{Lang: EN, Line: func(string, int) (string, bool) { return "", false }}
		var first, again bytes.Buffer
		run := sample()
		if err := Write(&first, format, run, opt); err != nil {
			t.Fatal(err)
		}
		findings, gaps := make([][]Finding, len(run.Files)), make([][]Gap, len(run.Files))
		for i := range run.Files {
			f := &run.Files[i]
			for _, c := range f.Checks {
				f.Tally.AddCheck(c.Verdict)
			}
			f.Checks, f.Derived = nil, nil
			findings[i], gaps[i] = run.Files[i].Shelve()
			if len(f.Checks)+len(f.Findings)+len(f.Gaps) > 0 {
				t.Error("checks, findings or gaps are still listed")
			}
		}
		run.Shelved = func(i int) ([]Finding, []Gap) { return findings[i], gaps[i] }
		if err := Write(&again, format, run, opt); err != nil {
			t.Fatal(err)
		}
		if first.String() != again.String() {
			t.Errorf("%s: %s\nwith shelved findings:\n%s", format, &first, &again)
		}
	}
}
