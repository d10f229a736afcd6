package check

import (
	"math/big"
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// tie is a relation as it binds one suspect: its claim with the suspect as the
// figure openRef and everything else at what it is.
type tie struct {
	relation *relation.Relation
	row      dataset.Row
	claim    relation.Claim
	guards   []guard
	broken   bool             // it does not hold, or only at the far edge of rounding
	required *figure.Interval // once it was asked for
	now      *fit             // the same
}

// fit is how well a relation fits.
type fit struct {
	misfit  int
	verdict diag.Verdict
}

// openRef stands for the suspect in the claims of its ties.
const openRef dataset.Ref = "\x00open"

// guard is an aggregate that speaks of a suspect's own column in its condition. A
// value that changes its outcome would move the suspect's row into or out of a sum.
type guard struct {
	takes func(*big.Rat) bool // whether it is over the row with that number in it
	taken bool                // as it is
}

// tiesOf are the relations that bind a suspect.
func (c *checker) tiesOf(s *suspect) (ties []*tie, opaque bool) {
	relations := c.reaching.figures[s.Ref]
	if s.table != nil {
		relations = c.reaching.columns[s.table.Columns[s.column]]
	}
	for _, r := range relations {
		switch {
		case s.table != nil && !c.concerns(r, s):
		case r.Rows == nil:
			if !c.tie(s, r, dataset.Row{}) {
				return nil, true
			}
		case s.table == r.Rows && !c.acrossRows(r, s):
			if !c.tie(s, r, s.row) {
				return nil, true
			}
		case r.Rows.Len() > mostRowTies:
			return nil, true
		default:
			for row := range r.Rows.Rows() {
				if !c.tie(s, r, row) {
					return nil, true
				}
			}
		}
	}
	return s.ties, false
}

// mostRowTies is how many rows a table may have for a figure that every row's
// formula speaks of to be looked into.
const mostRowTies = 300

// concerns reports whether a relation that speaks of a cell's column may depend
// on the cell: by its row, a sum that the row is in, or a condition.
func (c *checker) concerns(r *relation.Relation, s *suspect) bool {
	reach := c.reaching.of[r]
	if r.Rows == s.table && len(reach.cells) > 0 {
		return true
	}
	return slices.ContainsFunc(reach.aggregates, func(a relation.Aggregate) bool {
		return a.Table == s.table && (c.filter(a)(s.row) || slices.ContainsFunc(relation.Conditions(a.Where), func(w relation.Condition) bool { return !w.OnWords() }))
	})
}

// acrossRows reports whether a column's formula speaks of a suspect also in
// other rows than its own.
func (c *checker) acrossRows(r *relation.Relation, s *suspect) bool {
	for _, a := range c.reaching.of[r].aggregates {
		if a.Column == s.table.Columns[s.column] {
			return true
		}
	}
	return false
}

// tie adds a relation to a suspect's ties if it binds it; ok is false if it does
// in a way that cannot be told.
func (c *checker) tie(s *suspect, r *relation.Relation, row dataset.Row) (ok bool) {
	open := opening{c: c, suspect: s, table: r.Rows, row: row}
	claim := open.claim(r.Claim)
	if open.opaque || !open.touched {
		return !open.opaque
	}
	s.ties = append(s.ties, &tie{relation: r, row: row, claim: claim, guards: open.guards, broken: c.isBroken(r, row)})
	return true
}

// isBroken reports whether there is a finding about a relation.
func (c *checker) isBroken(r *relation.Relation, row dataset.Row) bool {
	return slices.ContainsFunc(c.broken, func(b broken) bool { return b.Relation == r && b.Row == row })
}

// requiredOf is what a tie's suspect has to be for its relation to be possible.
func (c *checker) requiredOf(t *tie) figure.Interval {
	if t.required == nil {
		required := c.evaluatorOf(t).required(t.claim)
		t.required = &required
	}
	return *t.required
}

// fitNow is how a tie's relation fits with its suspect as it is.
func (c *checker) fitNow(t *tie, s *suspect) fit {
	if t.now == nil {
		now := c.fit(t, s.now)
		t.now = &now
	}
	return *t.now
}

func (c *checker) evaluatorOf(t *tie) evaluator {
	return evaluator{c: c, table: t.relation.Rows, row: t.row}
}
