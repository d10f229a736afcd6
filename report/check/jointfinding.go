package check

import (
	"cmp"
	"slices"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/network"
)

// mostNamed is how many figures and relations the message of a joint finding
// names; all are among its places.
const mostNamed = 8

// finding says which figures of a part of the network cannot all be true. It
// stands at the first of them and has the places of all, and what the others make of
// each.
func (l *lowering) finding(part network.Component) diag.Finding {
	conflict := l.system.Conflict(part)
	members := l.inOrder(conflict.Variables)
	f := diag.Finding{Code: diag.Joint, Severity: diag.Error, Check: JointID,
		Message: l.message(members, conflict)}
	for n, v := range members {
		m := l.members[v]
		if hint, ok := l.hint(v, conflict); ok && n < mostHints {
			f.Hints = append(f.Hints, hint)
		}
		if n == 0 {
			f.Place, f.Figure, f.Reported = m.Place, string(m.Ref), l.shown(v)
			continue
		}
		f.Related = append(f.Related, diag.Related{Place: m.Place, Figure: string(m.Ref),
			Note: diag.Say("%s：%s", "%s: %s", m.Name, l.shown(v))})
	}
	for _, i := range l.firstOfEach(conflict.Constraints) {
		r := l.sources[i].relation
		if len(members) == 0 && f.Place.Line == 0 {
			f.Place = r.Place
			continue
		}
		if r.Written != "" {
			f.Related = append(f.Related, diag.Related{Place: r.Place, Note: diag.Say("依据：%s", "by %s", r.Written)})
		}
	}
	return f
}

// message names the figures and the relations between them.
func (l *lowering) message(members []network.Var, conflict network.Conflict) diag.Text {
	ids := l.idsOf(conflict.Constraints)
	if len(members) == 0 {
		return diag.Say("这些关系单独都能成立，合在一起却互相矛盾，不论各数是多少：%s",
			"these relations can each hold alone, but together they contradict each other whatever the figures are: %s", ids)
	}
	var named []string
	for _, v := range members[:min(len(members), mostNamed)] {
		named = append(named, l.members[v].Name+l.shown(v))
	}
	figures := diag.Say("%s", "%s", strings.Join(named, "、"))
	if len(members) > mostNamed {
		figures = diag.Say("%s等", "%s and others", strings.Join(named, "、"))
	}
	if !conflict.Smallest {
		return diag.Say("每项关系单独都成立，但这%[1]d个数不能同时成立：%[2]s；有关的核对：%[3]s（也许其中更少的几个数已经矛盾）",
			"each relation holds alone, but these %[1]d figures cannot all be true together: %[2]s; by %[3]s (fewer of them may already contradict each other)",
			len(members), figures, ids)
	}
	return diag.Say("每项关系单独都成立，但这%d个数不能同时成立：%s；有关的核对：%s",
		"each relation holds alone, but these %d figures cannot all be true together: %s; by %s", len(members), figures, ids)
}

// idsOf are the ids of the relations that some constraints were made of.
func (l *lowering) idsOf(constraints []int) diag.Text {
	var ids []string
	for _, i := range l.firstOfEach(constraints) {
		ids = append(ids, l.sources[i].id)
	}
	if len(ids) > mostNamed {
		return diag.Say("%s等%d项", "%s and others, %d in all", strings.Join(ids[:mostNamed], "、"), len(ids))
	}
	return diag.Say("%s", "%s", strings.Join(ids, "、"))
}

// firstOfEach is the first of the constraints that were made of one statement,
// less those that only say what a sum is.
func (l *lowering) firstOfEach(constraints []int) []int {
	said := slices.DeleteFunc(slices.Clone(constraints), func(i int) bool { return l.sources[i].relation == nil })
	return slices.CompactFunc(said, func(i, j int) bool { return l.sources[i].id == l.sources[j].id })
}

// shown is a figure as written, or the range of several cells together.
func (l *lowering) shown(v network.Var) string {
	if m := l.members[v]; m.text != "" {
		return m.text
	}
	return l.system.Domains[v].Shown(l.members[v].Unit)
}

// hint is what the other members of a conflict make of one; ok is false if that is
// no range with two ends.
func (l *lowering) hint(v network.Var, conflict network.Conflict) (h diag.Hint, ok bool) {
	m, others := l.members[v], l.required(v, conflict)
	if !others.Bounded() || others.Empty() {
		return diag.Hint{}, false
	}
	return diag.Hint{Kind: JointID, Figure: string(m.Ref), Suggestion: l.nearest(v, others),
		Message: diag.Say("如果其余各数都对，%s应为%s", "if all the others are right, %s is %s", m.Name, others.Shown(m.Unit))}, true
}

// nearest is the number nearest to a figure, with as many digits, that fits what
// the others make of it; empty if that is none or the figure is no plain number.
func (l *lowering) nearest(v network.Var, others figure.Interval) string {
	known, ok := l.c.facts[l.members[v].Ref]
	if !ok || !isPlain(known.figure) || known.figure.Text != l.members[v].text {
		return ""
	}
	end := others.Lo.Value
	if !l.system.Domains[v].CanBeAtMost(others) {
		end = others.Hi.Value
	}
	stated := known.figure
	text := l.c.fitted(stated, stated.Unit.FromBase(end)).FloatString(stated.Written)
	read, problem := figure.Parse(text, figure.Options{Unit: stated.Unit.Symbol, Precision: stated.Precision, Rounding: l.c.d.Rounding})
	if problem != nil || !read.Range.Meets(others) {
		return ""
	}
	return text
}

// required is what the other members of a conflict make of one.
func (l *lowering) required(v network.Var, conflict network.Conflict) figure.Interval {
	part := network.System{Domains: make([]figure.Interval, len(l.system.Domains)), Whole: l.system.Whole}
	for _, other := range conflict.Variables {
		if other != v {
			part.Domains[other] = l.system.Domains[other]
		}
	}
	for _, i := range conflict.Constraints {
		part.Constraints = append(part.Constraints, l.system.Constraints[i])
	}
	return part.Narrow().Domains[v]
}

// inOrder is variables in the order of the data.
func (l *lowering) inOrder(variables []network.Var) []network.Var {
	ordered := slices.Clone(variables)
	slices.SortStableFunc(ordered, func(v, w network.Var) int {
		a, b := l.members[v].Place, l.members[w].Place
		return cmp.Or(compareFiles(l.c.d.File, a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return ordered
}

// compareFiles puts the data file before the files it names.
func compareFiles(first, a, b string) int {
	switch {
	case a == b:
		return 0
	case a == first:
		return -1
	case b == first:
		return 1
	}
	return cmp.Compare(a, b)
}
