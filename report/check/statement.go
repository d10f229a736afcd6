package check

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/relation"
)

// statement is one thing that must hold: a relation, or a column's formula in one
// row.
type statement struct {
	relation *relation.Relation
	row      dataset.Row // zero unless it is about a row
	id       string
	checked  bool // it was judged alone, and holds
}

// statementsOf are the statements of clusters, in the order of the data.
func (c *checker) statementsOf(clusters []*cluster) []statement {
	relations := c.relationsOf(clusters)
	asked := map[*relation.Relation]bool{}
	for _, r := range relations {
		asked[r] = true
	}
	type place struct {
		relation *relation.Relation
		row      dataset.Row
	}
	holds := map[place]bool{}
	for known := range c.result.Judged.each {
		if asked[known.relation] {
			holds[place{known.relation, known.row}] = known.verdict == diag.Consistent
		}
	}
	var all []statement
	for _, r := range relations {
		if r.Rows == nil {
			all = append(all, statement{r, dataset.Row{}, r.ID, holds[place{relation: r}]})
			continue
		}
		subject := r.Subject.(relation.Cell)
		for row := range r.Rows.Rows() {
			all = append(all, statement{r, row, string(r.Rows.CellRef(row, subject.Column)), holds[place{r, row}]})
		}
	}
	return all
}

// statements is how many statements a relation makes for the network: none if it is
// of a table that is too large for it.
func statements(r *relation.Relation) int {
	switch {
	case r.Rows == nil:
		return 1
	case isSmall(r.Rows):
		return r.Rows.Len()
	}
	return 0
}

// mostCells is how many cells of a table are told apart when its relations are
// judged together with others.
const mostCells = 5000

func isSmall(t *dataset.Table) bool { return t.Len()*len(t.Columns) <= mostCells }

// eachTerm calls visit for each term that a relation speaks of, and all below it.
func eachTerm(r *relation.Relation, visit func(relation.Term)) {
	terms := comparedTerms(r)
	if r.Formula != nil {
		terms = append(terms, r.Subject, r.Formula)
	}
	if r.Kind == relation.PreviousKind {
		terms = append(terms, r.Subject)
	}
	for _, t := range terms {
		relation.Walk(t, visit)
	}
}
