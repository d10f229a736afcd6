package xlsx

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"

	"jianbao/report/exact"
	"jianbao/report/relation"
)

// The rows an aggregate is over are written in one of two ways: as criteria of
// SUMIFS and its like, which readers know best, as long as no row falls under two
// of the alternatives of an `or`; else as a mask, an array of ones and zeros.

const (
	criteriaLength   = 255 // the longest text Excel takes as a criterion or in a formula
	mostAlternatives = 8   // so many SUMIFS in a row can still be read
)

// everyNumber is a criterion that all numbers meet, and nothing else.
const everyNumber = `">-9E+307"`

// alternatives are lists of criteria, each as the arguments of SUMIFS, of which a
// row meets one or none; false if the condition does not fall apart into such.
func (x translator) alternatives(t *tableSheet, w relation.Where) ([][]string, bool) {
	all, ok := disjoint(w)
	if !ok {
		return nil, false
	}
	made := make([][]string, len(all))
	for i, conditions := range all {
		for _, w := range conditions {
			c, ok := t.column(w.Column.ID.Value)
			if !ok {
				return nil, false
			}
			text, ok := c.criterion(w)
			if !ok {
				return nil, false
			}
			made[i] = append(made[i], c.span(x.sheet), text)
			if w.Number != nil && w.Op == "!=" { // what is no number differs from none
				made[i] = append(made[i], c.span(x.sheet), everyNumber)
			}
		}
	}
	return made, true
}

// disjoint are lists of conditions such that a row is among those of w if it meets
// all of one list, and no row meets all of two.
func disjoint(w relation.Where) ([][]relation.Condition, bool) {
	all, ok := lists(w)
	for i, a := range all {
		for _, b := range all[:i] {
			ok = ok && exclude(a, b)
		}
	}
	return all, ok && len(all) > 0
}

// lists are lists of conditions such that a row is among those of w if it meets
// all of one list; false if there are too many.
func lists(w relation.Where) ([][]relation.Condition, bool) {
	switch w := w.(type) {
	case relation.Condition:
		return [][]relation.Condition{{w}}, true
	case relation.AnyOf:
		var all [][]relation.Condition
		for _, part := range w {
			of, ok := lists(part)
			if all = append(all, of...); !ok || len(all) > mostAlternatives {
				return nil, false
			}
		}
		return all, true
	case relation.AllOf:
		all := [][]relation.Condition{nil}
		for _, part := range w {
			of, ok := lists(part)
			if all = crossed(all, of); !ok || len(all) > mostAlternatives {
				return nil, false
			}
		}
		return all, true
	}
	return [][]relation.Condition{nil}, true
}

// crossed joins each of some lists with each of others, but those no row can meet.
func crossed(some, others [][]relation.Condition) [][]relation.Condition {
	var all [][]relation.Condition
	for _, a := range some {
		for _, b := range others {
			if !exclude(a, b) {
				all = append(all, append(append([]relation.Condition{}, a...), b...))
			}
		}
	}
	return all
}

// exclude reports whether no row meets all of both lists.
func exclude(a, b []relation.Condition) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Column == y.Column && excludes(x, y) {
				return true
			}
		}
	}
	return false
}

// excludes reports whether no cell of their column meets two conditions, with texts
// told apart as Excel does, without regard to case.
func excludes(x, y relation.Condition) bool {
	if x.OnWords() {
		same := strings.EqualFold(x.Text, y.Text)
		return x.Op == "==" && y.Op == "==" && !same || x.Op == "==" && y.Op == "!=" && same || x.Op == "!=" && y.Op == "==" && same
	}
	if x.Number == nil || y.Number == nil {
		return false
	}
	// Two conditions are met or not alike by all numbers between theirs.
	low, high := x.Number, y.Number
	if low.Cmp(high) > 0 {
		low, high = high, low
	}
	half := exact.Quo(exact.Add(low, high), big.NewRat(2, 1))
	for _, n := range []*big.Rat{exact.Sub(low, one), low, half, high, exact.Add(high, one)} {
		if x.Holds(n.Cmp(x.Number)) && y.Holds(n.Cmp(y.Number)) {
			return false
		}
	}
	return true
}

// wildcards are taken for themselves behind a tilde.
var wildcards = strings.NewReplacer("~", "~~", "*", "~*", "?", "~?")

// comparisons are the language's in Excel's notation.
var comparisons = map[string]string{"==": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}

// criterion writes a condition as the criterion of SUMIFS and its like. It is
// false where one cell is compared with another or dates are, and where Excel would
// read the text as something else than itself: a date, a number with leading zeros,
// a logical value.
func (c column) criterion(w relation.Condition) (string, bool) {
	if w.Other != nil {
		return "", false
	}
	if w.Number != nil {
		text, ok := c.number(w)
		return `"` + comparisons[w.Op] + text + `"`, ok
	}
	if !plainText(w.Text) || w.Op != "==" && w.Op != "!=" {
		return "", false
	}
	text, _, _ := cleaned(w.Text) // as the cells have it
	return inQuotes(comparisons[w.Op] + wildcards.Replace(text))
}

// number is the number of a condition in the unit of the column.
func (c column) number(w relation.Condition) (string, bool) {
	f, ok := c.factor()
	if !ok {
		return "", false
	}
	return literal(exact.Quo(w.Number, f))
}

// inQuotes is a text as a formula has it; false if it is too long for one.
func inQuotes(s string) (string, bool) {
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`, len([]rune(s)) <= criteriaLength
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

// mask writes a condition as factors of an array that is 1 at the rows it holds of
// and 0 at the others. To Excel a text is greater than any number and an empty cell
// is 0, so that a comparison with a number has to ask for one first.
func (x translator) mask(t *tableSheet, w relation.Where) (string, bool) {
	switch w := w.(type) {
	case relation.Condition:
		c, ok := t.column(w.Column.ID.Value)
		if !ok {
			return "", false
		}
		span, op := c.span(x.sheet), comparisons[w.Op]
		switch {
		case w.Number != nil:
			number, ok := c.number(w)
			return "ISNUMBER(" + span + ")*(" + span + op + number + ")", ok
		case w.Other != nil:
			return x.beside(c, w)
		case w.Op != "==" && w.Op != "!=": // a date, and dates alike are as long
			return "(LEN(" + span + ")=" + strconv.Itoa(len(w.Text)) + ")*(" + span + op + `"` + w.Text + `")`, true
		}
		text, _, _ := cleaned(w.Text)
		text, ok = inQuotes(text)
		return "(" + span + op + text + ")", ok
	case relation.AllOf:
		return x.masks(t, "*", w)
	case relation.AnyOf:
		text, ok := x.masks(t, "+", w)
		return "(" + text + ">0)", ok
	}
	return "", false
}

// beside writes the mask of a condition between two columns.
func (x translator) beside(c column, w relation.Condition) (string, bool) {
	other, ok := c.table.column(w.Other.ID.Value)
	if !ok {
		return "", false
	}
	f, okC := c.factor()
	g, okOther := other.factor()
	if !okC || !okOther {
		return "", false
	}
	span, with := c.span(x.sheet), other.span(x.sheet)
	numbers := "ISNUMBER(" + span + ")*ISNUMBER(" + with + ")*("
	if f.Cmp(g) != 0 {
		ratio, ok := literal(exact.Quo(g, f))
		if !ok {
			return "", false
		}
		with = "ROUND(" + with + "*" + ratio + ",9)" // free of binary noise
	}
	return numbers + span + comparisons[w.Op] + with + ")", true
}

func (x translator) masks(t *tableSheet, op string, parts []relation.Where) (string, bool) {
	texts := make([]string, len(parts))
	for i, part := range parts {
		var ok bool
		if texts[i], ok = x.mask(t, part); !ok {
			return "", false
		}
	}
	return strings.Join(texts, op), true
}
