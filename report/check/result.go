package check

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// Result is what the figures of a dataset make of each other.
type Result struct {
	Relations relation.Relations
	Judged    Judgements
	Findings  []diag.Finding
	Derived   []Derived
	// Values are the figures that were not given and are computed by a formula,
	// a total's sum, a share or a list of names. Range holds what they can be,
	// Number the one value that is printed. For cells of tables see Computed.
	Values map[dataset.Ref]figure.Figure

	Exceptions []Excepted // those that took effect
	Revisions  []Revision // against the issue before
	Progress   []Progress // results against their targets
	Rounded    Rounded    // where rounding shows

	figures *rowFigures
}

// Read is the figure in a cell of a table if it was read for the checks and is still
// at hand, else nil. It is what Row.Figure would read again, and not to be changed.
func (r Result) Read(t *dataset.Table, row dataset.Row, column int) *figure.Figure {
	if known := r.figures.read(t, row, column); known != nil {
		return &known.Figure
	}
	return nil
}

// Computed is the figure that a column's formula makes of a row whose cell is empty; ok
// is false if there is none. Of a long table it is computed anew each time.
func (r Result) Computed(t *dataset.Table, row dataset.Row, column int) (f figure.Figure, ok bool) {
	c := r.Judged.c
	if c == nil {
		return f, false
	}
	by := c.columns[t.Columns[column]]
	if by == nil || !by.Unbound.IsZero() {
		return f, false
	}
	v := c.value(t.CellRef(row, t.Columns[column]), by, row)
	return v.figure, v.why.IsZero()
}

// CellRef names the figure in a cell, as the table does.
func (r Result) CellRef(t *dataset.Table, row dataset.Row, column int) dataset.Ref {
	return r.figures.ref(t, row, column)
}

// AtRow is a term of a column's formula for one row (see relation.AtRow).
func (r Result) AtRow(term relation.Term, t *dataset.Table, row dataset.Row) relation.Term {
	return relation.AtRow(term, func(c relation.Cell) dataset.Ref { return r.figures.ref(t, row, c.Index) })
}

// Judged is a relation with its verdict; a column's formula is judged once for
// every row.
type Judged struct {
	ID       string
	Relation *relation.Relation
	Row      dataset.Row // zero unless the relation is about rows
	Verdict  diag.Verdict

	// Reported and Derived are what the two sides of the comparison can be, in
	// base units of Unit, in which they are printed. They are meaningless if
	// HasSides is false: the relation is no comparison, or a side has no value.
	Reported, Derived figure.Interval
	Unit              figure.Unit
	HasSides          bool

	// Slack is where left − right, reckoned from the numbers as printed, may lie
	// while the figures are as precise as they are: the claim holds as long as it
	// does. In base units; HasSlack is false where there is no such range.
	Slack    figure.Interval
	HasSlack bool

	Reason    diag.Text // why it is unchecked
	Exception string    // the reason for which its finding was silenced; empty if none was

	agreement agreement // of the printed numbers, for the joint check
}

// Checks are the checks made, as they are reported.
func (r Result) Checks() []diag.Check {
	all := make([]diag.Check, r.Judged.Len())
	for i, j := range r.Judged.All() {
		all[i] = diag.Check{ID: j.ID, Kind: string(j.Relation.Kind), Verdict: j.Verdict, Reason: j.Reason, Exception: j.Exception}
		if j.HasSides {
			all[i].Reported, all[i].Derived = j.Reported.In(j.Unit), j.Derived.In(j.Unit)
		}
	}
	return all
}

// Sides are the two terms that are compared, the reported one on the left, with
// the cells of a column's formula as figures of the row (see AtRow). ok is false if
// the relation is no single comparison.
func (r Result) Sides(j *Judged) (left, right relation.Term, ok bool) {
	c, ok := j.Relation.Claim.(relation.Compare)
	if !ok {
		return nil, nil, false
	}
	if j.Row.IsZero() {
		return c.X, c.Y, true
	}
	return r.AtRow(c.X, j.Relation.Rows, j.Row), r.AtRow(c.Y, j.Relation.Rows, j.Row), true
}
