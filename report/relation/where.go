package relation

import (
	"math/big"
	"strconv"

	"jianbao/report/dataset"
	"jianbao/report/expr"
	"jianbao/report/period"
)

// Where says which rows of a table an aggregate is over: those that meet a
// Condition, or AllOf or AnyOf several; nil is all rows. There is no negation:
// `not` is worked into the conditions below it, so that a row whose figure is
// missing meets neither a condition on it nor the opposite.
type Where interface{ where() }

// Condition compares a row's cell with a text or a date, a number, or another cell.
type Condition struct {
	Column *dataset.Column
	Op     string          // == != < <= > >=
	Text   string          // for a column of words; a date if it is more or less
	Number *big.Rat        // for a column of figures, in base units; else nil
	Other  *dataset.Column // for a column of figures, in place of Number; else nil
}

// OnWords reports whether a condition is on a column of words.
func (w Condition) OnWords() bool { return w.Number == nil && w.Other == nil }

// Reads reports whether a text meets a condition on words.
func (w Condition) Reads(text string) bool {
	switch w.Op {
	case "==":
		return text == w.Text
	case "!=":
		return text != w.Text
	}
	date, fault := period.Parse(text)
	wanted, _ := period.Parse(w.Text)
	return fault == nil && w.Holds(date.Compare(wanted))
}

// AllOf holds of the rows of which every part does.
type AllOf []Where

// AnyOf holds of the rows of which one of its parts does.
type AnyOf []Where

func (Condition) where() {}
func (AllOf) where()     {}
func (AnyOf) where()     {}

// Holds reports whether a number meets a condition on figures that is less than
// the condition's, equal to it or more, as order is −1, 0 or 1.
func (w Condition) Holds(order int) bool {
	switch w.Op {
	case "==":
		return order == 0
	case "!=":
		return order != 0
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	}
	return order >= 0
}

// Columns are the columns that a condition speaks of.
func (w Condition) Columns() []*dataset.Column {
	if w.Other != nil {
		return []*dataset.Column{w.Column, w.Other}
	}
	return []*dataset.Column{w.Column}
}

// HoldsOf reports whether a row meets a condition on figures, given the number in a
// column's cell if there is one.
func (w Condition) HoldsOf(number func(*dataset.Column) (*big.Rat, bool)) bool {
	x, ok := number(w.Column)
	y := w.Number
	if ok && w.Other != nil {
		y, ok = number(w.Other)
	}
	return ok && w.Holds(x.Cmp(y))
}

// Holds reports whether a row is among those of w, if meets says which conditions
// it meets.
func Holds(w Where, meets func(Condition) bool) bool {
	switch w := w.(type) {
	case Condition:
		return meets(w)
	case AllOf:
		for _, part := range w {
			if !Holds(part, meets) {
				return false
			}
		}
	case AnyOf:
		for _, part := range w {
			if Holds(part, meets) {
				return true
			}
		}
		return false
	}
	return true
}

// Conditions are the comparisons of w in the order written.
func Conditions(w Where) []Condition {
	switch w := w.(type) {
	case Condition:
		return []Condition{w}
	case AllOf:
		return conditionsOf(w)
	case AnyOf:
		return conditionsOf(w)
	}
	return nil
}

func conditionsOf(parts []Where) []Condition {
	var all []Condition
	for _, part := range parts {
		all = append(all, Conditions(part)...)
	}
	return all
}

// WhereOf are the rows that a total of a table is over.
func WhereOf(conditions []dataset.Condition) Where {
	var w Where
	for _, c := range conditions {
		w = joinedBy(expr.And, w, Condition{Column: c.Column, Op: string(expr.Equal), Text: c.Value.Value})
	}
	return w
}

// joinedBy is x and y, or x or y, without a nest of the same kind on the left: what
// is written in a row is one list. A nil x leaves y.
func joinedBy(op expr.Op, x, y Where) Where {
	if x == nil {
		return y
	}
	if op == expr.And {
		all, isAll := x.(AllOf)
		if !isAll {
			all = AllOf{x}
		}
		return append(all, y)
	}
	anyOf, isAny := x.(AnyOf)
	if !isAny {
		anyOf = AnyOf{x}
	}
	return append(anyOf, y)
}

// Key tells aggregates apart: equal keys are the same value.
func (a Aggregate) Key() string {
	key := append([]byte(a.Func), 0)
	key = append(key, a.Table.ID.Value...)
	if a.Column != nil {
		key = append(append(key, 0), a.Column.ID.Value...)
	}
	if a.Where != nil {
		key = appendWhere(append(key, 0, 0), a.Where)
	}
	return string(key)
}

func appendWhere(key []byte, w Where) []byte {
	switch w := w.(type) {
	case Condition:
		key = append(append(key, w.Column.ID.Value...), w.Op...)
		switch {
		case w.Number != nil:
			return append(key, w.Number.RatString()...)
		case w.Other != nil:
			return append(append(key, '.'), w.Other.ID.Value...)
		}
		return strconv.AppendQuote(key, w.Text)
	case AllOf:
		return appendParts(key, "&", w)
	case AnyOf:
		return appendParts(key, "|", w)
	}
	return key
}

func appendParts(key []byte, sign string, parts []Where) []byte {
	key = append(key, '(')
	for i, part := range parts {
		if i > 0 {
			key = append(key, sign...)
		}
		key = appendWhere(key, part)
	}
	return append(key, ')')
}
