package check

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// Revision is a figure that is not what the issue before gave.
type Revision struct {
	Ref      dataset.Ref
	Name     string
	Old, New figure.Figure
	// OldStatus and NewStatus are how firm each was said to be.
	OldStatus, NewStatus dataset.Status
}

// firmness orders the statuses from a guess to what was counted. A target is no
// guess at a result.
var firmness = map[dataset.Status]int{dataset.Estimate: 1, dataset.Preliminary: 2, dataset.Actual: 3}

// judgePrevious judges that this issue and the one before give the same figure
// (SPEC §3.4). A figure that has become firmer may have changed: that is a
// revision, which is listed and no finding.
func (c *checker) judgePrevious(r *relation.Relation) {
	j := Judged{ID: r.ID, Relation: r, Verdict: diag.Consistent}
	now, before := r.Given[0], r.Given[1]
	subject := c.subject(r, j.Row)
	current := now.Figure
	if computed, ok := c.result.Values[subject.Ref]; ok && current.Absent != figure.Present {
		current = computed
	}
	switch {
	case current.Absent != figure.Present:
		c.add(j.unchecked(diag.Say("本期没有给出，上一期为%s", "it is not given now; it was %s in the issue before", before.Figure)))
		return
	case (now.Status == dataset.Target) != (before.Status == dataset.Target):
		c.add(j.unchecked(diag.Say("两期一为目标数，一为实绩", "one issue gives a target, the other a result")))
		return
	}
	j.Reported, j.Derived, j.Unit, j.HasSides = current.Range, before.Figure.Range, current.Unit, true
	if agree(before.Figure, current) {
		c.add(j)
		return
	}
	c.result.Revisions = append(c.result.Revisions, Revision{Ref: subject.Ref, Name: subject.Name,
		Old: before.Figure, New: current, OldStatus: before.Status, NewStatus: now.Status})
	if firmness[now.Status] > firmness[before.Status] {
		c.add(j.unchecked(diag.Say("上一期的%[2]s%[1]s已作修订", "%[1]s, %[2]s of the issue before, was revised",
			before.Figure, guesses[before.Status])))
		return
	}
	j.Verdict = diag.Inconsistent
	c.add(j)
	c.find(c.previousFinding(j, current))
}

var guesses = map[dataset.Status]diag.Text{
	dataset.Estimate:    diag.Say("预计数", "an estimate"),
	dataset.Preliminary: diag.Say("初步数", "a preliminary figure"),
}

func (c *checker) previousFinding(j Judged, current figure.Figure) diag.Finding {
	r := j.Relation
	before := r.Given[1]
	subject := c.subject(r, j.Row)
	f := diag.Finding{Code: r.Code, Severity: diag.Error, Check: j.ID, Figure: string(subject.Ref), Place: r.Place,
		Message: diag.Say("%s写的是%s，上一期公布的是%s", "%s is given as %s, but the issue before gave %s",
			subject.Name, current, before.Figure),
		Reported: current.String(), Derived: before.Figure.String(),
		Related: []diag.Related{{Place: before.Place, Figure: string(before.Ref()), Note: diag.Say("上一期：%s", "the issue before: %s", before.Figure)}},
		Hints: []diag.Hint{{Kind: "revision", Message: diag.Say("若是修订，在上一期把它标为 status: preliminary，或在 exceptions 里写明 check: %s 和理由",
			"if it was revised, mark it status: preliminary in the issue before, or add an exception for %s with the reason", j.ID)}},
	}
	f.Difference, _, _ = difference(shownOf(current), shownOf(before.Figure), current.Unit)
	return f
}

// shownOf is a figure as a side of a comparison: a number if it was said plainly.
func shownOf(f figure.Figure) shownSide {
	s := shownSide{values: f.Range}
	if isPlain(f) {
		s.point = f.Value()
	}
	return s
}
