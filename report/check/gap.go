package check

import (
	"jianbao/report/diag"
	"jianbao/report/relation"
)

// Gaps are the checks that could not be made, in the order of the data; those
// that have the same reason, which may be every row of a column, are told as one.
// Reasons beyond most are left out.
func (r Result) Gaps(most int) []diag.Gap {
	var all []diag.Gap
	known := map[string]int{} // by reason, its place in all
	for n, verdict := range r.Judged.Verdicts() {
		if verdict != diag.Unchecked {
			continue
		}
		j := r.Judged.At(n)
		why := j.Reason.In(diag.ZH)
		if at, ok := known[why]; ok {
			all[at].Count++
		} else if len(all) < most {
			known[why] = len(all)
			name, place := j.about()
			all = append(all, diag.Gap{Place: place, Name: name, Count: 1, Reason: j.Reason})
		}
	}
	return all
}

// about is what a check is about, and where that stands: what a rule says of
// itself, or the figure that is held against the others.
func (j *Judged) about() (name string, at diag.Place) {
	r := j.Relation
	var f relation.Figure
	switch s := r.Subject.(type) {
	case relation.Figure:
		f = s
	case relation.Cell:
		if j.Row.IsZero() { // the formula could not be read, for no row
			return s.Column.Title.Value, r.Place
		}
		f = s.Figure(r.Rows, j.Row)
	}
	name, at = f.Name, f.Place
	if r.Say != "" {
		name = r.Say
	} else if name == "" {
		name = j.ID
	}
	if at.Line == 0 {
		at = r.Place
	}
	return name, at
}
