package check

import (
	"cmp"
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// Bounds of the search for the figure that is wrong.
const (
	mostDiagnosed = 50  // findings looked into, of one data file
	mostSuspects  = 200 // figures tried out for one finding
	mostHints     = 5   // of one finding
	mostGuesses   = 3   // suspects named without a slip, beside the reported figure
)

// reportedFirst is what speaks for the figure that a relation is about, where no
// slip explains any.
const reportedFirst = 80

// broken is a finding about a relation that does not hold, or only at the far
// edge of rounding.
type broken struct {
	Judged
	finding int // its place among the result's findings
}

// diagnose adds to the findings which figures are likely wrong.
func (c *checker) diagnose() {
	if len(c.broken) == 0 {
		return
	}
	c.reaching = c.reachOfAll()
	suspects := map[dataset.Ref]*suspect{}
	blamed := map[dataset.Ref]string{}
	for _, b := range c.broken[:min(len(c.broken), mostDiagnosed)] {
		found := c.amendments(b, suspects)
		f := &c.result.Findings[b.finding]
		if len(found) == 0 {
			continue
		}
		if first, ok := blamed[found[0].suspect.Ref]; ok {
			f.Hints = append(f.Hints, c.sameCause(found[0], first))
			continue
		}
		for i, a := range found {
			f.Hints = append(f.Hints, c.hint(a))
			if i == 0 && len(a.mended) > 1 {
				blamed[a.suspect.Ref] = f.Check
			}
		}
		c.pointInto(f)
	}
}

// amendments are the likeliest changes that mend a broken relation, one a
// figure, the likeliest first.
func (c *checker) amendments(b broken, suspects map[dataset.Ref]*suspect) []amendment {
	var found []amendment
	for _, s := range c.suspects(b) {
		s = c.known(s, suspects)
		if t := s.tieOf(b); t != nil && !s.opaque {
			if a, ok := c.amend(s, t); ok {
				found = append(found, a)
			}
		}
	}
	if len(c.broken) > 1 && !slices.ContainsFunc(found, func(a amendment) bool { return len(a.mended) > 1 }) {
		found = append(found, c.exchanges(b, suspects)...)
	}
	reported := c.subject(b.Relation, b.Row).Ref
	slices.SortStableFunc(found, func(x, y amendment) int {
		return cmp.Compare(x.weight(reported), y.weight(reported))
	})
	named := map[dataset.Ref]bool{}
	found = slices.DeleteFunc(found, func(a amendment) bool {
		again := named[a.suspect.Ref]
		named[a.suspect.Ref] = true
		return again
	})
	return worthNaming(found, reported)
}

// weight is the score, with which of two mere guesses the reported figure goes
// first.
func (a amendment) weight(reported dataset.Ref) int {
	if a.slip.kind == noSlip.kind && a.suspect.Ref == reported {
		return a.score - reportedFirst
	}
	return a.score + a.suspect.borneOut()
}

// worthNaming leaves out figures that nothing but the lack of a proof against
// them speaks for, if they are many.
func worthNaming(found []amendment, reported dataset.Ref) []amendment {
	guesses := 0
	isGuess := func(a amendment) bool {
		return a.slip.kind == noSlip.kind && a.suspect.Ref != reported && len(a.mended) < 2
	}
	for _, a := range found {
		if isGuess(a) {
			guesses++
		}
	}
	if guesses > mostGuesses {
		found = slices.DeleteFunc(found, isGuess)
	}
	return found[:min(len(found), mostHints)]
}

// suspects are the given figures that a broken relation depends on.
func (c *checker) suspects(b broken) []*suspect {
	all, known := c.reaching.suspects[b.finding]
	reach := c.reaching.of[b.Relation]
	if known || reach == nil {
		return all
	}
	seen := map[dataset.Ref]bool{}
	add := func(s *suspect) {
		if s != nil && !seen[s.Ref] {
			seen[s.Ref] = true
			all = append(all, s)
		}
	}
	for _, f := range reach.figures {
		add(c.suspectFigure(f))
	}
	for _, cell := range reach.cells {
		if !b.Row.IsZero() && b.Row.Figure(cell.Index).Absent == figure.Present {
			add(c.suspectCell(b.Relation.Rows, b.Row, cell))
		}
	}
	for _, a := range reach.aggregates {
		index := a.Table.ColumnIndex(a.Column.ID.Value)
		for _, row := range c.likelyRows(b, a, index) {
			add(c.suspectCell(a.Table, row, relation.Cell{Column: a.Column, Index: index, Unit: row.Figure(index).Unit}))
		}
	}
	c.reaching.suspects[b.finding] = all
	return all
}
