package load

import (
	"crypto/sha256"
	"slices"

	"jianbao/report/dataset"
)

// form reads the office's form that `workbook` names, as it stands. What is in it
// is for others to judge.
func (r *reader) form() {
	written := r.ds.Workbook
	if written.Value == "" || len(r.chain) > 0 {
		return // a member's form is filled with the member
	}
	path, problem := inside(dataFile, written.Value)
	if problem != nil {
		return // reported where the path was read
	}
	raw, problem := readInside(r.files, path, r.limits.FormBytes)
	if problem != nil {
		r.found.add(problem.finding(written.Place))
		return
	}
	name := r.prefix + path
	r.ds.Form = &dataset.Form{Name: name, Bytes: raw}
	if !slices.ContainsFunc(r.ds.Inputs, func(i dataset.Input) bool { return i.Name == name }) {
		r.ds.Inputs = append(r.ds.Inputs, dataset.Input{Name: name, SHA256: sha256.Sum256(raw)})
	}
}
