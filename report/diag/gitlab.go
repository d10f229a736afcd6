package diag

import (
	"io"
	"path/filepath"
)

// The form for GitLab's code quality report: a list of violations. It names a
// line and no column, and has one text, so the places involved and the hints
// are lines of it. A finding about a whole file stands at its first line.

type gitlabViolation struct {
	Description string         `json:"description"`
	CheckName   Code           `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

func writeGitLab(w io.Writer, r *Run, o Options) error {
	prints := fingerprints{}
	return encodeLong(w, nil, "null", func(yield func(any) bool) {
		for _, f := range r.files() {
			for i := range f.Findings {
				x := &f.Findings[i]
				if !yield(gitlabViolation{
					Description: whole(*x, o.Lang), CheckName: x.Code, Fingerprint: prints.of(&f, x), Severity: gitlabSeverity(x.Severity),
					Location: gitlabLocation{filepath.ToSlash(x.Place.File), gitlabLines{max(x.Place.Line, 1)}},
				}) {
					return
				}
			}
		}
	})
}

// gitlabSeverity is one of info, minor, major, critical and blocker.
func gitlabSeverity(s Severity) string {
	if s == Error {
		return "major"
	}
	return "minor"
}
