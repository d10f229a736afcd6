package check

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// statement is one thing that must hold: a relation, or a column's formula in one
// row.
type statement struct {
	relation *relation.Relation
	row      dataset.Row // zero unless it is about a row
	id       string
	checked  bool // it was judged alone, and holds
	broken   bool // it was judged alone, and does not hold
}

// terms are the terms that a statement compares.
func (s statement) terms() []relation.Term {
	terms := comparedTerms(s.relation)
	if s.relation.Formula != nil {
		terms = append(terms, s.relation.Subject, s.relation.Formula)
	}
	if s.relation.Kind == relation.PreviousKind {
		terms = append(terms, s.relation.Subject)
	}
	return terms
}

// statements are the relations that say something of figures together: all but
// those of a figure to itself. Formulas of columns are among them if the table is
// small.
func (c *checker) statements() []statement {
	type place struct {
		relation *relation.Relation
		row      dataset.Row
	}
	verdicts := map[place]diag.Verdict{}
	for _, j := range c.result.Judged {
		if j.Row.IsZero() || isSmall(j.Relation.Rows) {
			verdicts[place{j.Relation, j.Row}] = j.Verdict
		}
	}
	var all []statement
	add := func(r *relation.Relation, row dataset.Row, id string) {
		verdict := verdicts[place{r, row}]
		all = append(all, statement{r, row, id, verdict == diag.Consistent, verdict == diag.Inconsistent})
	}
	for _, r := range c.result.Relations {
		switch {
		case !r.Unbound.IsZero() || r.Kind == relation.DuplicateKind || r.Kind == relation.DigitsKind:
		case r.Rows == nil:
			add(r, dataset.Row{}, r.ID)
		case isSmall(r.Rows):
			subject := r.Subject.(relation.Cell)
			for row := range r.Rows.Rows() {
				add(r, row, string(r.Rows.CellRef(row, subject.Column)))
			}
		}
	}
	return all
}

// mostCells is how many cells of a table are told apart when its relations are
// judged together with others.
const mostCells = 5000

func isSmall(t *dataset.Table) bool { return t.Len()*len(t.Columns) <= mostCells }

// sharing are the statements that speak of a figure that another speaks of too,
// or of one that is not known. Of the others no more can be said together than
// alone. A column of a table counts as one figure.
//
// Statements that hang together with one that does not hold alone are left out: a
// figure among them is known to be wrong, and what follows from it would only
// repeat that.
func (c *checker) sharing(all []statement) []statement {
	groups := newGroups(len(all))
	first := map[string]int{}
	open := make([]bool, len(all))
	for i, s := range all {
		for _, t := range s.terms() {
			relation.Walk(t, func(t relation.Term) {
				key, known := c.sharedKey(s, t)
				if key == "" {
					return
				}
				open[i] = open[i] || !known
				if before, shared := first[key]; shared {
					groups.join(before, i)
				} else {
					first[key] = i
				}
			})
		}
	}
	size, broken := map[int]int{}, map[int]bool{}
	for i, s := range all {
		size[groups.of(i)]++
		broken[groups.of(i)] = broken[groups.of(i)] || s.broken
	}
	var shared []statement
	for i, s := range all {
		if g := groups.of(i); !broken[g] && (size[g] > 1 || open[i]) {
			shared = append(shared, s)
		}
	}
	return shared
}

// sharedKey names what a part of a statement speaks of, empty for other terms.
// known is false of a figure of which nothing was found out yet.
func (c *checker) sharedKey(s statement, t relation.Term) (key string, known bool) {
	switch t := t.(type) {
	case relation.Figure:
		_, defined := c.defined[t.Ref]
		return string(t.Ref), defined || c.given(t.Ref) || c.derived[t.Ref]
	case relation.Cell:
		return columnKey(s.relation.Rows, t.Column), c.columns[t.Column] != nil || s.relation.Rows.Values(t.Index).Figures[s.row.Number()] != figure.Missing
	case relation.Aggregate:
		if t.Column != nil && t.Func != relation.Count {
			return columnKey(t.Table, t.Column), true
		}
	}
	return "", true
}

func columnKey(t *dataset.Table, column *dataset.Column) string {
	return "\x00" + t.ID.Value + "\x00" + column.ID.Value
}

// groups are numbers that are joined into groups (union-find).
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

// of is the number that stands for a number's group.
func (g groups) of(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

func (g groups) join(i, j int) { g[g.of(j)] = g.of(i) }
