package check

import (
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// exchangePenalty is that of two figures of a column that stand in each other's
// rows.
const exchangePenalty = 60

// exchanges are pairs of cells of one column, one under this broken relation and
// one under another, that together mend both if they change places. It is looked
// for where no slip in one figure mends more than one relation.
func (c *checker) exchanges(b broken, known map[dataset.Ref]*suspect) []amendment {
	mine := c.cellsUnder(b, known)
	var found []amendment
	for _, other := range c.broken[:min(len(c.broken), mostDiagnosed)] {
		if other.Relation == b.Relation && other.Row == b.Row {
			continue
		}
		theirs := c.cellsUnder(other, known)
		for _, x := range mine {
			for _, y := range theirs {
				if x.table != y.table || x.column != y.column || x.row == y.row || x.tieOf(other) != nil || y.tieOf(b) != nil {
					continue
				}
				if a, ok := c.exchange(x, y, b, other); ok {
					found = append(found, a)
				}
			}
		}
	}
	return found
}

// cellsUnder are the cells that a broken relation depends on, with plain numbers.
func (c *checker) cellsUnder(b broken, known map[dataset.Ref]*suspect) []*suspect {
	var cells []*suspect
	for _, s := range c.suspects(b) {
		if s.table == nil || !s.readable {
			continue
		}
		if s = c.known(s, known); !s.opaque {
			cells = append(cells, s)
		}
	}
	return cells
}

// known is a suspect with its ties, which are found once.
func (c *checker) known(s *suspect, known map[dataset.Ref]*suspect) *suspect {
	if before, ok := known[s.Ref]; ok {
		return before
	}
	known[s.Ref] = s
	s.ties, s.opaque = c.tiesOf(s)
	return s
}

// tieOf is the tie of a suspect to a broken relation, or nil.
func (s *suspect) tieOf(b broken) *tie {
	at := slices.IndexFunc(s.ties, func(t *tie) bool { return t.relation == b.Relation && t.row == b.Row })
	if at < 0 {
		return nil
	}
	return s.ties[at]
}

// exchange is the two figures in each other's place. What both are parts of stays
// as it is.
func (c *checker) exchange(x, y *suspect, b, other broken) (amendment, bool) {
	mineTie, theirTie := x.tieOf(b), y.tieOf(other)
	if mineTie == nil || theirTie == nil ||
		!c.requiredOf(mineTie).Meets(y.now.values) || !c.requiredOf(theirTie).Meets(x.now.values) {
		return amendment{}, false
	}
	a := amendment{suspect: x, number: y.written.number(), text: y.written.String(), score: exchangePenalty,
		slip: slip{"swapped-figures", exchangePenalty, diag.Say("与%s的数互换了位置", "it stands in the place of %s", y.Name)}}
	back := amendment{suspect: y, number: x.written.number(), text: x.written.String()}
	apart := func(s, from *suspect) []*tie {
		return slices.DeleteFunc(slices.Clone(s.ties), func(t *tie) bool {
			return slices.ContainsFunc(from.ties, func(o *tie) bool { return o.relation == t.relation && o.row == t.row })
		})
	}
	if !c.try(&a, apart(x, y), mineTie) || !c.try(&back, apart(y, x), theirTie) {
		return amendment{}, false
	}
	a.score += back.score
	a.mended = append(a.mended, back.mended...)
	return a, true
}
