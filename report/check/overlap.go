package check

import (
	"slices"

	"jianbao/report/relation"
)

// fewParts are compared with each other faster than a map is made of them.
const fewParts = 8

// overlap reports whether two terms speak of one figure, so that their values
// are not independent of each other.
func overlap(x, y relation.Term) bool {
	var left, right [fewParts]relation.Term // on the stack: every row of a formula asks
	xs, ys := appendParts(left[:0], x), appendParts(right[:0], y)
	if len(xs) <= fewParts || len(ys) <= fewParts {
		return slices.ContainsFunc(xs, func(x relation.Term) bool {
			return slices.ContainsFunc(ys, func(y relation.Term) bool { return samePart(x, y) })
		})
	}
	seen := map[string]bool{}
	for _, part := range xs {
		seen[partKey(part)] = true
	}
	return slices.ContainsFunc(ys, func(part relation.Term) bool { return seen[partKey(part)] })
}

// appendParts adds the figures, cells and aggregates that a term speaks of.
func appendParts(parts []relation.Term, t relation.Term) []relation.Term {
	switch t := t.(type) {
	case relation.Figure, relation.Cell, relation.Aggregate:
		return append(parts, t)
	case relation.Arith:
		return appendParts(appendParts(parts, t.X), t.Y)
	case formed:
		return append(parts, t.form.parts...)
	case relation.Negative:
		return appendParts(parts, t.X)
	case relation.Apply:
		for _, arg := range t.Args {
			parts = appendParts(parts, arg)
		}
	}
	return parts
}

// partKey names a part of a linear form: equal keys are the same value.
func partKey(t relation.Term) string {
	switch t := t.(type) {
	case relation.Figure:
		return string(t.Ref)
	case relation.Cell:
		return "\x00" + t.Column.ID.Value
	case relation.Aggregate:
		return t.Key()
	}
	return ""
}

// samePart reports whether two parts have the same key.
func samePart(x, y relation.Term) bool {
	switch x := x.(type) {
	case relation.Figure:
		y, ok := y.(relation.Figure)
		return ok && x.Ref == y.Ref
	case relation.Cell:
		y, ok := y.(relation.Cell)
		return ok && x.Column.ID.Value == y.Column.ID.Value
	case relation.Aggregate:
		y, ok := y.(relation.Aggregate)
		return ok && x.Key() == y.Key()
	}
	return false
}
