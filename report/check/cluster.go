package check

import (
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// cluster is relations that hang together: each speaks of a figure that another of
// them speaks of too. A column of a table counts as one figure.
type cluster struct {
	relations  []*relation.Relation // in the order of the data
	statements int                  // a column's formula makes one in every row
	open       bool                 // one of them speaks of a figure that is not known
	broken     bool                 // one of them does not hold alone
}

// clusters are the relations that speak of a figure that another speaks of too, or
// of one that is not known. Of the others no more can be said together than alone.
//
// Relations that hang together with one that does not hold alone are left out: a
// figure among them is known to be wrong, and what follows from it would only
// repeat that.
func (c *checker) clusters(standings map[*relation.Relation]standing) []*cluster {
	var all []*relation.Relation
	for _, r := range c.result.Relations {
		if r.Unbound.IsZero() && r.Kind != relation.DuplicateKind && r.Kind != relation.DigitsKind && statements(r) > 0 {
			all = append(all, r)
		}
	}
	groups := newGroups(len(all))
	first := map[figureKey]int{}
	open := make([]bool, len(all))
	for i, r := range all {
		eachTerm(r, func(t relation.Term) {
			key, known := c.keyOf(r, t)
			if key == (figureKey{}) {
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
	of := make([]*cluster, len(all)) // by the number that stands for the group
	var found []*cluster
	for i, r := range all {
		k := of[groups.of(i)]
		if k == nil {
			k = &cluster{}
			of[groups.of(i)] = k
			found = append(found, k)
		}
		k.relations = append(k.relations, r)
		k.statements += statements(r)
		k.open = k.open || open[i]
		k.broken = k.broken || standings[r].inconsistent > 0
	}
	return slices.DeleteFunc(found, func(k *cluster) bool { return k.broken || k.statements < 2 && !k.open })
}

// relationsOf are the relations of clusters, in the order of the data.
func (c *checker) relationsOf(clusters []*cluster) []*relation.Relation {
	among := map[*relation.Relation]bool{}
	for _, k := range clusters {
		for _, r := range k.relations {
			among[r] = true
		}
	}
	return slices.DeleteFunc(slices.Clone([]*relation.Relation(c.result.Relations)), func(r *relation.Relation) bool { return !among[r] })
}

// figureKey names a figure, or a column of a table as one.
type figureKey struct{ figure, table, column string }

// keyOf names what a term of a relation speaks of, none for other terms. known is
// false of a figure of which nothing was found out yet, and of a column with one.
func (c *checker) keyOf(r *relation.Relation, t relation.Term) (key figureKey, known bool) {
	switch t := t.(type) {
	case relation.Figure:
		_, defined := c.defined[t.Ref]
		return figureKey{figure: string(t.Ref)}, defined || c.given(t.Ref) || c.derived[t.Ref]
	case relation.Cell:
		return columnKey(r.Rows, t.Column), c.columns[t.Column] != nil || !lacks(r.Rows, t.Index)
	case relation.Aggregate:
		if t.Column != nil && t.Func != relation.Count {
			return columnKey(t.Table, t.Column), true
		}
	}
	return figureKey{}, true
}

func columnKey(t *dataset.Table, column *dataset.Column) figureKey {
	return figureKey{table: t.ID.Value, column: column.ID.Value}
}

// lacks reports whether a cell of a column is empty.
func lacks(t *dataset.Table, column int) bool {
	return slices.Contains(t.Values(column).Figures, figure.Missing)
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
