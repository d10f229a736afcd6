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

// TestShelvedListsAreToldAlike takes all lists out of the sample run and prints it
// with what the shelf gives back.
func TestShelvedListsAreToldAlike(t *testing.T) {
	for _, format := range Formats() {
		opt := Options{Lang: EN, Line: func(string, int) (string, bool) { return "", false }}
		var first, again bytes.Buffer
		run := sample()
		if err := Write(&first, format, run, opt); err != nil {
			t.Fatal(err)
		}
		shelf := make([]Lists, len(run.Files))
		for i := range run.Files {
			f := &run.Files[i]
			shelf[i].Checks, shelf[i].Derived = f.ShelveChecks()
			shelf[i].Findings, shelf[i].Gaps = f.ShelveFindings()
			if len(f.Checks)+len(f.Derived)+len(f.Findings)+len(f.Gaps) > 0 {
				t.Error("something is still listed")
			}
		}
		run.Shelved = func(i int) Lists { return shelf[i] }
		if err := Write(&again, format, run, opt); err != nil {
			t.Fatal(err)
		}
		if first.String() != again.String() {
			t.Errorf("%s: %s\nwith what is shelved:\n%s", format, &first, &again)
		}
	}
}
