package xlsx

import (
	"strings"

	"jianbao/report/relation"
)

// Excel's functions for an aggregate over all rows, and over some. Those that
// came after the file format have a prefix in it.
var (
	overAll = map[relation.Func]string{
		relation.Sum: "SUM", relation.Min: "MIN", relation.Max: "MAX", relation.Mean: "AVERAGE",
	}
	overSome = map[relation.Func]string{
		relation.Sum: "SUMIFS", relation.Min: "_xlfn.MINIFS", relation.Max: "_xlfn.MAXIFS", relation.Mean: "AVERAGEIFS",
	}
)

// overRange writes an aggregate over the body rows of a table's sheet. Ranges
// are in A1 notation, which every reader understands.
func (x translator) overRange(a relation.Aggregate) (expression, bool) {
	t, ok := x.tables[a.Table.ID.Value]
	if !ok || t.Len() == 0 {
		return expression{}, false
	}
	e := expression{binding: atomBinding, factor: one, inexact: a.Func == relation.Mean}
	span := "" // of the figures; of a count of rows there is none
	if a.Column != nil {
		c, ok := t.column(a.Column.ID.Value)
		if !ok {
			return e, false
		}
		span = c.span(x.sheet)
		if a.Func != relation.Count {
			if e.factor, ok = c.factor(); !ok {
				return e, false
			}
		}
	} else if a.Func != relation.Count {
		return e, false
	}
	if a.Where == nil {
		e.text = overEvery(t, a.Func, span, x.sheet)
		return e, true
	}
	all, ok := x.alternatives(t, a.Where)
	if ok && (len(all) == 1 || a.Func == relation.Sum || a.Func == relation.Count) {
		if len(all) > 1 {
			e.binding = sumBinding
		}
		e.text = overAlternatives(a.Func, span, all)
		return e, true
	}
	mask, ok := x.mask(t, a.Where)
	e.text, e.binding = overMask(a.Func, span, mask)
	return e, ok
}

// overEvery writes an aggregate over all rows.
func overEvery(t *tableSheet, f relation.Func, span, sheet string) string {
	switch {
	case span == "":
		return "ROWS(" + column{t, 0}.span(sheet) + ")"
	case f == relation.Count:
		return "COUNTA(" + span + ")"
	}
	return overAll[f] + "(" + span + ")"
}

// overAlternatives writes an aggregate over rows that meet one of several lists of
// criteria.
func overAlternatives(f relation.Func, span string, all [][]string) string {
	terms := make([]string, len(all))
	for i, criteria := range all {
		list := strings.Join(criteria, ",")
		switch {
		case span == "":
			terms[i] = "COUNTIFS(" + list + ")"
		case f == relation.Count:
			terms[i] = "COUNTIFS(" + list + "," + span + `,"<>")`
		default:
			terms[i] = overSome[f] + "(" + span + "," + list + ")"
		}
	}
	return strings.Join(terms, "+")
}

// overMask writes an aggregate over the rows where a mask is 1. A range that is an
// argument of SUMPRODUCT counts its texts as 0; AGGREGATE passes over the errors of
// dividing by 0, and so over the other rows.
func overMask(f relation.Func, span, mask string) (text string, binding int) {
	numbers := mask + "*ISNUMBER(" + span + ")"
	switch {
	case span == "":
		return "SUMPRODUCT(1*" + mask + ")", atomBinding
	case f == relation.Count:
		return "SUMPRODUCT(" + mask + "*(" + span + `<>""))`, atomBinding
	case f == relation.Min:
		return "_xlfn.AGGREGATE(15,6," + span + "/(" + numbers + "),1)", atomBinding
	case f == relation.Max:
		return "_xlfn.AGGREGATE(14,6," + span + "/(" + numbers + "),1)", atomBinding
	}
	sum := "SUMPRODUCT(1*" + mask + "," + span + ")"
	if f == relation.Mean {
		return sum + "/SUMPRODUCT(" + numbers + ")", productBinding
	}
	return sum, atomBinding
}
