package relation_test

import (
	"fmt"
	"strings"

	"jianbao/report/relation"
)

// words writes a term with the figures' refs.
func words(t relation.Term) string {
	switch t := t.(type) {
	case relation.Figure:
		return string(t.Ref)
	case relation.Cell:
		return "[" + t.Column.ID.Value + "]"
	case relation.Constant:
		return t.Value.RatString()
	case relation.Negative:
		return "-" + words(t.X)
	case relation.Arith:
		return "(" + words(t.X) + " " + string(t.Op) + " " + words(t.Y) + ")"
	case relation.Aggregate:
		s := string(t.Func) + " of " + t.Table.ID.Value
		if t.Column != nil {
			s += "." + t.Column.ID.Value
		}
		if t.Where != nil {
			s += " | " + where(t.Where)
		}
		return "{" + s + "}"
	case relation.Apply:
		args := make([]string, len(t.Args))
		for i, a := range t.Args {
			args[i] = words(a)
		}
		return string(t.Func) + "(" + strings.Join(args, ", ") + ")"
	}
	return fmt.Sprintf("%T", t)
}

func where(w relation.Where) string {
	switch w := w.(type) {
	case relation.Condition:
		switch {
		case w.Number != nil:
			return w.Column.ID.Value + w.Op + w.Number.RatString()
		case w.Other != nil:
			return w.Column.ID.Value + w.Op + w.Other.ID.Value
		}
		return w.Column.ID.Value + w.Op + w.Text
	case relation.AllOf:
		return "all(" + wheres(w) + ")"
	case relation.AnyOf:
		return "any(" + wheres(w) + ")"
	}
	return "none"
}

func wheres(all []relation.Where) string {
	parts := make([]string, len(all))
	for i, w := range all {
		parts[i] = where(w)
	}
	return strings.Join(parts, ", ")
}

func claim(c relation.Claim) string {
	switch c := c.(type) {
	case relation.Compare:
		return words(c.X) + " " + string(c.Op) + " " + words(c.Y)
	case relation.All:
		return "all(" + claims(c) + ")"
	case relation.Any:
		return "any(" + claims(c) + ")"
	}
	return "none"
}

func claims(all []relation.Claim) string {
	parts := make([]string, len(all))
	for i, c := range all {
		parts[i] = claim(c)
	}
	return strings.Join(parts, ", ")
}
