package diag

import "iter"

// Tally counts what is not listed: checks by their verdicts, and findings.
type Tally struct {
	Consistent   int `json:"consistent"`
	Inconsistent int `json:"inconsistent"`
	Unchecked    int `json:"unchecked"`
	Errors       int `json:"errors"`
	Warnings     int `json:"warnings"`
}

func (t *Tally) addChecks(checks []Check) {
	for _, c := range checks {
		switch c.Verdict {
		case Consistent:
			t.Consistent++
		case Inconsistent:
			t.Inconsistent++
		default:
			t.Unchecked++
		}
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
	t.addChecks(f.Checks)
	t.addFindings(f.Findings)
	return t
}

// CountChecks leaves of a file's checks and derived values only their number, so
// that a run over thousands of files need not hold the lists. Summaries stay the
// same; the formats that list checks then have none.
func (f *File) CountChecks() {
	f.Tally.addChecks(f.Checks)
	f.Checks, f.Derived = nil, nil
}

// Shelve takes a file's findings out and leaves their number; Run.Shelved gives
// them back.
func (f *File) Shelve() []Finding {
	f.Tally.addFindings(f.Findings)
	all := f.Findings
	f.Findings = nil
	return all
}

// files are the files of a run with all their findings.
func (r *Run) files() iter.Seq2[int, File] {
	return func(yield func(int, File) bool) {
		for i, f := range r.Files {
			if r.Shelved != nil {
				f.Findings = append(f.Findings[:len(f.Findings):len(f.Findings)], r.Shelved(i)...)
			}
			if !yield(i, f) {
				return
			}
		}
	}
}
