package diag

import (
	"cmp"
	"slices"
)

// Summary counts what a run did.
type Summary struct {
	Files        int `json:"files"`
	Checks       int `json:"checks"`
	Consistent   int `json:"consistent"`
	Inconsistent int `json:"inconsistent"`
	Unchecked    int `json:"unchecked"`
	Exceptions   int `json:"exceptions"`
	Errors       int `json:"errors"`
	Warnings     int `json:"warnings"`
}

// Summary sums the run up.
func (r *Run) Summary() Summary {
	s := Summary{Files: len(r.Files)}
	for _, f := range r.Files {
		t := f.Total()
		s.Exceptions += f.Exceptions
		s.Checks += t.Consistent + t.Inconsistent + t.Unchecked
		s.Consistent += t.Consistent
		s.Inconsistent += t.Inconsistent
		s.Unchecked += t.Unchecked
		s.Errors += t.Errors
		s.Warnings += t.Warnings
	}
	return s
}

// Has reports whether the file has a finding of at least that severity.
func (f *File) Has(s Severity) bool {
	t := f.Total()
	return t.Errors > 0 || s == Warning && t.Warnings > 0
}

// Sort puts findings in the order in which a reader goes through the files:
// by file (the data file first), line, column, then code.
func Sort(dataFile string, findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		if a.Place.File != b.Place.File {
			if a.Place.File == dataFile {
				return -1
			}
			if b.Place.File == dataFile {
				return 1
			}
		}
		return cmp.Or(
			cmp.Compare(a.Place.File, b.Place.File),
			cmp.Compare(a.Place.Line, b.Place.Line),
			cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.Code, b.Code),
		)
	})
}
