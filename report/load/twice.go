package load

import (
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// namedTwice warns of names that a list has again: each is counted, so that the
// figure they stand for would come out too large.
func (r *reader) namedTwice(names []dataset.Text) {
	first := map[string]diag.Place{}
	for _, name := range names {
		before, again := first[name.Value]
		if !again {
			first[name.Value] = name.Place
			continue
		}
		r.twice(name.Value, name.Place, before)
	}
}

// keyTwice warns of rows that have the name of a row above in the column with
// `key: true`. They may be two of one name; more often one was entered twice.
func (r *reader) keyTwice(d *tableDraft) {
	keyed := slices.IndexFunc(d.made.Columns, func(c *dataset.Column) bool { return c.Key })
	found := 0
	for row := range d.made.Rows() {
		if !row.Renamed() || row.Text(keyed) == "" {
			continue
		}
		if found++; found > r.limits.RowFindings {
			continue
		}
		for before := range d.made.Rows() {
			if before.Text(keyed) == row.Text(keyed) {
				r.twice(row.Text(keyed), row.Place(keyed), before.Place(keyed))
				break
			}
		}
	}
	if more := found - r.limits.RowFindings; more > 0 {
		r.found.add(diag.Finding{Code: diag.NamedTwice, Severity: diag.Warning, Place: d.made.ID.Place,
			Message: diag.Say("表“%s”还有 %d 行重复列出", "%[2]d more rows of %[1]q are listed twice", d.made.ID.Value, more)})
	}
}

func (r *reader) twice(name string, at, before diag.Place) {
	r.found.add(diag.Finding{Code: diag.NamedTwice, Severity: diag.Warning, Place: at,
		Message: diag.Say("“%s”重复列出", "%q is listed twice", shortened(name)),
		Related: []diag.Related{{Place: before, Note: diag.Say("先前列在这里", "first listed here")}},
		Hints: []diag.Hint{{Kind: "named-twice", Message: diag.Say("重复的删去；确是两个的，在名称里加以区别",
			"leave out what is there twice; if there are two of that name, tell them apart in it")}}})
}
