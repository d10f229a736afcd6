package document

import (
	"iter"

	"jianbao/report/diag"
	"jianbao/report/relation"
)

// CheckLines are the lines of the checks. Those that are about the rows of a long
// table are made each time they are asked for, so that they never are in memory
// together.
type CheckLines interface {
	Len() int
	// Line is a line, counted from 0. It is not to be changed.
	Line(n int) *CheckLine
	// Open goes through the lines that are not consistent. No other is made for that.
	Open() iter.Seq[*CheckLine]
	// Terms goes through what the lines compare, as their Left and Right; but what
	// is the same for all rows of a column may come once, with the column's cells.
	Terms() iter.Seq[relation.Term]
}

// HeldLines are lines that are few enough to be held.
type HeldLines []CheckLine

// Len is the number of lines.
func (h HeldLines) Len() int { return len(h) }

// Line is a line, counted from 0.
func (h HeldLines) Line(n int) *CheckLine { return &h[n] }

// Open goes through the lines that are not consistent.
func (h HeldLines) Open() iter.Seq[*CheckLine] {
	return func(yield func(*CheckLine) bool) {
		for i := range h {
			if h[i].Verdict != diag.Consistent && !yield(&h[i]) {
				return
			}
		}
	}
}

// Terms goes through what the lines compare.
func (h HeldLines) Terms() iter.Seq[relation.Term] {
	return func(yield func(relation.Term) bool) {
		for i := range h {
			if h[i].Left != nil && !(yield(h[i].Left) && yield(h[i].Right)) {
				return
			}
		}
	}
}

// Len is the number of lines.
func (c *Checks) Len() int {
	if c.Lines == nil {
		return 0
	}
	return c.Lines.Len()
}

// Open goes through the lines that are not consistent.
func (c *Checks) Open() iter.Seq[*CheckLine] {
	if c.Lines == nil {
		return HeldLines(nil).Open()
	}
	return c.Lines.Open()
}
