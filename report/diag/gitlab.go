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
	prints := fingerprints(r)
	out := []gitlabViolation{}
	for i, f := range r.files() {
		for j, x := range f.Findings {
			out = append(out, gitlabViolation{
				Description: whole(x, o.Lang), CheckName: x.Code, Fingerprint: prints[i][j], Severity: gitlabSeverity(x.Severity),
				Location: gitlabLocation{filepath.ToSlash(x.Place.File), gitlabLines{max(x.Place.Line, 1)}},
			})
		}
	}
	return encodeJSON(w, out)
}

// gitlabSeverity is one of info, minor, major, critical and blocker.
func gitlabSeverity(s Severity) string {
	if s == Error {
		return "major"
	}
	return "minor"
}
