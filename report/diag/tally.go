package diag

import (
	"iter"
	"slices"
)

// Tally counts what is not listed: checks by their verdicts, and findings.
type Tally struct {
	Consistent   int `json:"consistent"`
	Inconsistent int `json:"inconsistent"`
	Unchecked    int `json:"unchecked"`
	Errors       int `json:"errors"`
	Warnings     int `json:"warnings"`
}

// AddCheck counts a check, so that a run over thousands of files need not hold
// lists of them. Summaries stay the same; the formats that list checks then have
// none.
func (t *Tally) AddCheck(v Verdict) {
	switch v {
	case Consistent:
		t.Consistent++
	case Inconsistent:
		t.Inconsistent++
	default:
		t.Unchecked++
	}
}

func (t *Tally) addFindings(findings []Finding) {
	for _, x := range findings {
		if x.Severity == Error {
			t.Errors++
		} else {
			t.Warnings++
		}
	}
}

// Total is the tally of all that was found, listed or not.
func (f *File) Total() Tally {
	t := f.Tally
	for _, c := range f.Checks {
		t.AddCheck(c.Verdict)
	}
	t.addFindings(f.Findings)
	return t
}

// Lists are what a File lists, when they are kept elsewhere than in memory.
type Lists struct {
	Checks   []Check   `json:"checks,omitzero"`
	Findings []Finding `json:"findings,omitzero"`
	Gaps     []Gap     `json:"gaps,omitzero"`
	Derived  []Derived `json:"derived,omitzero"`
}

// ShelveFindings takes a file's findings and gaps out and leaves their number;
// Run.Shelved gives them back.
func (f *File) ShelveFindings() ([]Finding, []Gap) {
	f.Tally.addFindings(f.Findings)
	findings, gaps := f.Findings, f.Gaps
	f.Findings, f.Gaps = nil, nil
	return findings, gaps
}

// ShelveChecks does so with its checks and what they derive.
func (f *File) ShelveChecks() ([]Check, []Derived) {
	for i := range f.Checks {
		f.Tally.AddCheck(f.Checks[i].Verdict)
	}
	checks, derived := f.Checks, f.Derived
	f.Checks, f.Derived = nil, nil
	return checks, derived
}

// files are the files of a run with all that they list.
func (r *Run) files() iter.Seq2[int, File] {
	return func(yield func(int, File) bool) {
		for i, f := range r.Files {
			if r.Shelved != nil {
				more := r.Shelved(i)
				f.Checks, f.Derived = slices.Concat(f.Checks, more.Checks), slices.Concat(f.Derived, more.Derived)
				f.Findings, f.Gaps = slices.Concat(f.Findings, more.Findings), slices.Concat(f.Gaps, more.Gaps)
			}
			if !yield(i, f) {
				return
			}
		}
	}
}
