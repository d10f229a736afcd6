package dataset

import "slices"

// Matches reports whether a row meets all conditions.
func (t *Table) Matches(r Row, where []Condition) bool {
	for _, w := range where {
		if r.Text(t.ColumnIndex(w.Column.ID.Value)) != w.Value.Value {
			return false
		}
	}
	return true
}

// Reads is a judgement on rows, by number: whether a column reads that text.
func (t *Table) Reads(column int, text string) func(row int) bool {
	v := t.Values(column)
	if v.Words == nil {
		return func(row int) bool { return t.body.cells.Text(row, column) == text }
	}
	word := slices.Index(v.Distinct, text)
	if word < 0 {
		return func(int) bool { return false }
	}
	return func(row int) bool { return v.Words[row] == uint16(word) }
}
