package check

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// fact is a figure as given.
type fact struct {
	given  []figure.Figure // each time
	figure figure.Figure   // where it was given more than once, the most precise
	number *big.Rat        // as printed, in base units
	values figure.Interval // what it can be: all that was given of it, together
	clash  diag.Text       // why it cannot be relied on: it was given differently; else zero
}

// facts are the figures that were given, but for cells: observations, also those
// that only the issue before gives, totals, shares and changes.
type facts map[dataset.Ref]fact

func factsOf(d *dataset.Dataset, relations relation.Relations) facts {
	known := facts{}
	for _, i := range d.Indicators() {
		for _, o := range i.Observations {
			known.give(o.Ref(), o.Figure)
		}
		known.giveEarlier(d, i)
	}
	for _, t := range d.Tables() {
		for _, total := range t.Totals {
			if total.Count != nil {
				known.give(t.TotalRef(total, nil), total.Count.Figure)
			}
			for _, v := range total.Values {
				known.give(t.TotalRef(total, v.Column), v.Figure)
			}
		}
	}
	for _, r := range relations {
		known.giveQualifier(r)
	}
	return known
}

// give notes a figure; one given before is narrowed to what both allow.
func (known facts) give(ref dataset.Ref, f figure.Figure) {
	if f.Absent != figure.Present {
		return
	}
	all, twice := known[ref]
	if !twice {
		known[ref] = fact{given: []figure.Figure{f}, figure: f, number: f.Value(), values: f.Range}
		return
	}
	for _, before := range all.given {
		if !agree(before, f) && all.clash.IsZero() {
			all.clash = diag.Say("两次给出的数值不一致：%s与%s", "it is given twice, differently: %s and %s", before, f)
		}
	}
	all.given = append(all.given, f)
	if width(f.Range).Cmp(width(all.figure.Range)) < 0 {
		all.figure, all.number = f, f.Value()
	}
	meet, ok := all.values.Meet(f.Range)
	if !ok && all.clash.IsZero() {
		all.clash = diag.Say("几次给出的数值不能同时成立", "the values it was given cannot all be true")
	}
	all.values = meet
	known[ref] = all
}

// giveEarlier notes what only the issue before gives of an indicator.
func (known facts) giveEarlier(d *dataset.Dataset, i *dataset.Indicator) {
	if d.PreviousIssue == nil {
		return
	}
	before := d.PreviousIssue.Indicator(i.ID.Value)
	if before == nil {
		return
	}
	for _, o := range before.Observations {
		if d.Earlier(i, o.Period) == o {
			known.give(o.Ref(), o.Figure)
		}
	}
}

// giveQualifier notes the share or change that a relation is about.
func (known facts) giveQualifier(r *relation.Relation) {
	subject, ok := r.Subject.(relation.Figure)
	if !ok || len(r.Given) == 0 {
		return
	}
	switch {
	case r.Change != nil:
		known[subject.Ref] = changeFact(r.Change)
	case r.Kind == relation.ShareKind:
		known.give(relation.ShareRef(r.Given[0]), r.Given[0].Indicator.Share.Figure)
	}
}

// agree reports whether two statements of one figure do: their intervals meet,
// and they are not different numbers of the same precision (SPEC §3.4).
func agree(a, b figure.Figure) bool {
	if !a.Range.Meets(b.Range) {
		return false
	}
	samePrecision := isPlain(a) && isPlain(b) && width(a.Range).Cmp(width(b.Range)) == 0
	return !samePrecision || a.Value().Cmp(b.Value()) == 0
}

// isPlain reports whether a figure was said as a number, without more or less.
func isPlain(f figure.Figure) bool { return f.Hedge == figure.Plain || f.Hedge == figure.Reached }

// endless stands for the width of an interval with no end on a side.
var endless = new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 4096))

func width(i figure.Interval) *big.Rat {
	if w, ok := i.Width(); ok {
		return w
	}
	return endless
}
