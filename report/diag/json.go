package diag

import (
	"io"
	"iter"
)

// The JSON form (SPEC §3): one object a run. Lists are never null, absent texts
// are left out, and every finding names its own file, since it may stand in a
// CSV file beside the data file.

type jsonRun struct {
	Version int         `json:"version"`
	Claims  []jsonClaim `json:"claims,omitzero"`
	Files   []jsonFile  `json:"files"` // printed one by one
	Summary jsonSummary `json:"summary"`
}

// jsonSummary is the sum of a run, with that of the claims in articles.
type jsonSummary struct {
	Summary
	Claims *ClaimSummary `json:"claims,omitempty"`
}

type jsonFile struct {
	File     string        `json:"file"`
	Checks   []jsonCheck   `json:"checks"` // printed one by one
	Findings []jsonFinding `json:"findings"`
	Derived  []jsonDerived `json:"derived"`
}

type jsonCheck struct {
	ID       string  `json:"id"`
	Kind     string  `json:"kind"`
	Verdict  Verdict `json:"verdict"`
	Reported string  `json:"reported,omitempty"`
	Derived  string  `json:"derived,omitempty"`
	Reason   string  `json:"reason,omitempty"`

	Exception string `json:"exception,omitempty"`
}

type jsonPlace struct {
	File      string `json:"file"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndColumn int    `json:"end_column,omitempty"`
}

type jsonFinding struct {
	Code     Code     `json:"code"`
	Severity Severity `json:"severity"`
	Check    string   `json:"check,omitempty"`
	Message  string   `json:"message"`
	Figure   string   `json:"figure,omitempty"`
	jsonPlace
	Reported   string        `json:"reported,omitempty"`
	Derived    string        `json:"derived,omitempty"`
	Difference string        `json:"difference,omitempty"`
	Related    []jsonRelated `json:"related"`
	Hints      []jsonHint    `json:"hints"`
}

type jsonRelated struct {
	jsonPlace
	Figure  string `json:"figure,omitempty"`
	Message string `json:"message,omitempty"`
}

type jsonHint struct {
	Kind       string `json:"kind"`
	Figure     string `json:"figure,omitempty"`
	Suggestion string `json:"suggestion,omitempty"`
	Message    string `json:"message"`
}

type jsonDerived struct {
	Figure   string `json:"figure"`
	Interval string `json:"interval"`
	Message  string `json:"message,omitempty"`
}

// WriteJSON prints a run as one JSON object.
func WriteJSON(w io.Writer, r *Run, l Lang) error {
	claims := r.claims()
	run := jsonRun{Version: 1, Claims: claimsJSON(claims), Summary: jsonSummary{r.Summary(), summarize(claims)}}
	return encodeLong(w, run, `"files": null`, func(yield func(any) bool) {
		for _, f := range r.files() {
			if !yield(long{toJSON(f, l), `"checks": null`, checksJSON(f.Checks, l)}) {
				return
			}
		}
	})
}

func checksJSON(checks []Check, l Lang) iter.Seq[any] {
	return func(yield func(any) bool) {
		for i := range checks {
			c := &checks[i]
			if !yield(jsonCheck{c.ID, c.Kind, c.Verdict, c.Reported, c.Derived, c.Reason.In(l), c.Exception}) {
				return
			}
		}
	}
}

// toJSON is a file without its checks.
func toJSON(f File, l Lang) jsonFile {
	out := jsonFile{File: f.Name, Findings: []jsonFinding{}, Derived: []jsonDerived{}}
	for _, d := range f.Derived {
		out.Derived = append(out.Derived, jsonDerived{d.Figure, d.Interval, d.Note.In(l)})
	}
	for _, x := range f.Findings {
		j := jsonFinding{
			Code: x.Code, Severity: x.Severity, Check: x.Check, Message: x.Message.In(l), Figure: x.Figure,
			jsonPlace: jsonPlace(x.Place),
			Reported:  x.Reported, Derived: x.Derived, Difference: x.Difference,
			Related: []jsonRelated{}, Hints: []jsonHint{},
		}
		for _, r := range x.Related {
			j.Related = append(j.Related, jsonRelated{jsonPlace(r.Place), r.Figure, r.Note.In(l)})
		}
		for _, h := range x.Hints {
			j.Hints = append(j.Hints, jsonHint{h.Kind, h.Figure, h.Suggestion, h.Message.In(l)})
		}
		out.Findings = append(out.Findings, j)
	}
	return out
}
