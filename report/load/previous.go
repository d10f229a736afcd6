package load

import (
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// previousIssue reads the data file that `previous` names, to hold its figures
// against this one's. What stands in it was judged when it was published: it is
// a finding only that it cannot be read at all. Its tables' files and an issue
// before it are left alone.
func (r *reader) previousIssue() {
	written := r.ds.Previous
	if written.Value == "" {
		return
	}
	path, problem := inside(dataFile, written.Value)
	if problem != nil {
		return // reported where the path was read
	}
	name := r.prefix + path
	if name == r.src.name {
		r.report(diag.BadPath, written.Place, diag.Say("previous 指的是这个文件自己", "previous names this very file"),
			diag.Hint{Kind: "previous", Message: diag.Say("写上一期的数据文件", "write the data file of the issue before")})
		return
	}
	raw, problem := readInside(r.files, path, r.limits.YAMLBytes)
	if problem != nil {
		r.found.add(problem.finding(written.Place))
		return
	}
	before := newReader(name, raw, nil, r.limits)
	before.alone = true
	issue, findings := before.load()
	if issue == nil {
		f := diag.Finding{Code: diag.BadPath, Severity: diag.Error, Place: written.Place,
			Message: diag.Say("上一期的数据文件“%s”读不懂", "the data file of the issue before, %q, cannot be understood", written.Value)}
		for _, why := range findings {
			f.Related = append(f.Related, diag.Related{Place: why.Place, Note: why.Message})
		}
		r.found.add(f)
		return
	}
	r.ds.PreviousIssue = issue
	if !slices.ContainsFunc(r.ds.Inputs, func(i dataset.Input) bool { return i.Name == name }) {
		r.ds.Inputs = append(r.ds.Inputs, issue.Inputs[0])
	}
}
