package check

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// agreement is how far the numbers as printed bear out a comparison that holds.
type agreement int8

const (
	unsure agreement = iota // they do not, or it was not looked into
	nearly                  // they do if the reported figure may be any number that it can stand for
	fully
)

// agreementOf is that of a comparison of two sides read as printed; left is what
// the reported one can stand for.
func agreementOf(op expr.Op, left figure.Interval, x, y reading) agreement {
	switch {
	case !x.why.IsZero() || !y.why.IsZero() || y.hedged:
		return unsure
	case !x.hedged && possible(op, x.values, y.values):
		return fully
	case possible(op, left, y.values):
		return nearly
	}
	return unsure
}

// standing is what came of a relation when it was judged alone, in all its rows.
type standing struct {
	consistent, inconsistent, unchecked int
	agreement                           agreement // the least of those that are consistent
}

// add counts a check of the relation.
func (s *standing) add(j *Judged) {
	switch j.Verdict {
	case diag.Consistent:
		s.consistent++
		s.agreement = min(s.agreement, j.agreement)
	case diag.Inconsistent:
		s.inconsistent++
	default:
		s.unchecked++
	}
}

// standings are those of all relations, each of which was judged at one go.
func (c *checker) standings() map[*relation.Relation]standing {
	all := map[*relation.Relation]standing{}
	for held := c.result.Judged.held; len(held) > 0; {
		r, s := held[0].Relation, standing{agreement: fully}
		for ; len(held) > 0 && held[0].Relation == r; held = held[1:] {
			s.add(&held[0])
		}
		all[r] = s
	}
	for _, f := range c.result.Judged.long {
		all[f.relation] = f.standing
	}
	return all
}

// settled reports whether all relations of a cluster hold together for certain,
// since they do of the numbers as printed. Where one figure is all that a relation
// reports, and no other speaks of it, it may be any number that it can stand for:
// nothing else depends on it. A cluster that is not settled may hold all the same;
// that is for the network to say.
func (c *checker) settled(k *cluster, standings map[*relation.Relation]standing) bool {
	spoken, given := map[figureKey]int{}, !k.open
	for _, r := range k.relations {
		given = given && c.defined[figureOf(r.Subject)] != r
		eachCompared(r, func(t relation.Term) {
			if given = given && c.isAsPrinted(r, t); given {
				key, _ := c.keyOf(r, t)
				spoken[key]++
			}
		})
	}
	for _, r := range k.relations {
		if !given {
			break
		}
		given = c.bearsOut(r, standings[r], func(t relation.Term) bool {
			key, _ := c.keyOf(r, t)
			return key != figureKey{} && !isAggregate(t) && spoken[key] == 1
		})
	}
	return given
}

// bearsOut reports whether a relation holds of the numbers as printed, or takes no
// part in the network; alone says which terms no other relation speaks of.
func (c *checker) bearsOut(r *relation.Relation, s standing, alone func(relation.Term) bool) bool {
	switch compared, ok := r.Claim.(relation.Compare); {
	case r.Kind == relation.PreviousKind:
		// What was given before is spoken of nowhere else.
		return s.consistent == 0 || r.Given[1].Figure.Range.Contains(c.facts[figureOf(r.Subject)].number)
	case r.Claim == nil:
		return true
	case s.unchecked > 0 && r.Rows == nil:
		return false
	case s.consistent == 0:
		return true // of no row is there anything to be said: "-" in it, or nothing to divide by
	case s.agreement == nearly:
		return ok && alone(compared.X)
	default:
		return s.agreement == fully
	}
}

// isAsPrinted reports whether all figures that a term itself speaks of were given,
// and stand for their numbers as printed, if perhaps for others too.
func (c *checker) isAsPrinted(r *relation.Relation, t relation.Term) bool {
	switch t := t.(type) {
	case relation.Figure:
		known, ok := c.facts[t.Ref]
		return ok && known.clash.IsZero() && known.values.Contains(known.number)
	case relation.Cell:
		return !lacks(r.Rows, t.Index) // a hedged one shows in the agreement of its row
	case relation.Aggregate:
		if read := (evaluator{c: c, printed: true}).aggregate(t); !read.why.IsZero() || read.hedged {
			return false
		}
		return t.Column == nil || !lacks(t.Table, t.Table.ColumnIndex(t.Column.ID.Value)) && membersAsPrinted(t.Table, t.Column)
	}
	return true
}

// membersAsPrinted reports whether the figures of members in a column stand for
// their numbers. One that a member's formula made was rounded, so it may not.
func membersAsPrinted(t *dataset.Table, column *dataset.Column) bool {
	if t.Members == nil {
		return true
	}
	index := t.ColumnIndex(column.ID.Value)
	for row := range t.Rows() {
		if f := row.Figure(index); f.Absent == figure.Present && !f.Range.Contains(f.Value()) {
			return false
		}
	}
	return true
}

// eachCompared calls visit for each term that a relation claims something of, and
// all below it.
func eachCompared(r *relation.Relation, visit func(relation.Term)) {
	for _, t := range comparedTerms(r) {
		relation.Walk(t, visit)
	}
	if r.Kind == relation.PreviousKind {
		visit(r.Subject)
	}
}

// figureOf is the figure that a subject is, if it is no cell.
func figureOf(subject relation.Term) dataset.Ref {
	f, _ := subject.(relation.Figure)
	return f.Ref
}

func isAggregate(t relation.Term) bool {
	_, is := t.(relation.Aggregate)
	return is
}
