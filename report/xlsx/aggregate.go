package xlsx

import (
	"strconv"
	"strings"
	"unicode"

	"jianbao/report/exact"
	"jianbao/report/relation"
)

// criteriaLength is the longest text Excel takes as a criterion.
const criteriaLength = 255

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
	var criteria []string
	for _, w := range a.Where {
		c, ok := t.column(w.Column.ID.Value)
		if !ok {
			return expression{}, false
		}
		text, ok := c.criterion(w)
		if !ok {
			return expression{}, false
		}
		criteria = append(criteria, c.span(x.sheet), text)
	}
	e := expression{binding: atomBinding, factor: one}
	if a.Func == relation.Count {
		e.text, ok = x.count(t, a, criteria)
		return e, ok
	}
	if a.Column == nil {
		return e, false
	}
	c, ok := t.column(a.Column.ID.Value)
	if !ok {
		return e, false
	}
	if e.factor, ok = c.factor(); !ok {
		return e, false
	}
	name, args := overAll[a.Func], []string{c.span(x.sheet)}
	if len(criteria) > 0 {
		name = overSome[a.Func]
		args = append(args, criteria...)
	}
	e.text = name + "(" + strings.Join(args, ",") + ")"
	e.inexact = a.Func == relation.Mean
	return e, name != ""
}

// count writes how many rows there are, or how many cells of a column are not
// empty.
func (x translator) count(t *tableSheet, a relation.Aggregate, criteria []string) (string, bool) {
	if a.Column == nil && len(criteria) == 0 {
		return "ROWS(" + column{t, 0}.span(x.sheet) + ")", true
	}
	if a.Column == nil {
		return "COUNTIFS(" + strings.Join(criteria, ",") + ")", true
	}
	c, ok := t.column(a.Column.ID.Value)
	if !ok {
		return "", false
	}
	if len(criteria) == 0 {
		return "COUNTA(" + c.span(x.sheet) + ")", true
	}
	return "COUNTIFS(" + strings.Join(criteria, ",") + "," + c.span(x.sheet) + `,"<>")`, true
}

// wildcards are taken for themselves behind a tilde.
var wildcards = strings.NewReplacer("~", "~~", "*", "~*", "?", "~?")

// criterion writes a condition as the criterion of SUMIFS and its like. It is
// false where Excel would read the text as something else than itself: a date,
// a number with leading zeros, a logical value.
func (c column) criterion(w relation.Condition) (string, bool) {
	op, ok := map[string]string{"==": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}[w.Op]
	if !ok {
		return "", false
	}
	if w.Number != nil {
		f, ok := c.factor()
		if !ok {
			return "", false
		}
		text, ok := literal(exact.Quo(w.Number, f))
		return `"` + op + text + `"`, ok
	}
	if !plainText(w.Text) || w.Op != "==" && w.Op != "!=" {
		return "", false
	}
	text, _, _ := cleaned(w.Text) // as the cells have it
	text = op + wildcards.Replace(text)
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`, len([]rune(text)) <= criteriaLength
}

// plainText reports whether a criterion compares with the text as it stands.
func plainText(s string) bool {
	if s == "" || strings.EqualFold(s, "true") || strings.EqualFold(s, "false") {
		return false
	}
	first := []rune(s)[0]
	if unicode.IsLetter(first) || first > unicode.MaxLatin1 && !unicode.IsDigit(first) {
		return true
	}
	n, err := strconv.ParseUint(s, 10, 48)
	return err == nil && strconv.FormatUint(n, 10) == s
}
