package check

import (
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/relation"
)

// reach is what a relation's claim depends on, also through figures that are
// computed: figures, cells of the row at hand, and cells under aggregates.
type reach struct {
	figures    []relation.Figure // that were given
	cells      []relation.Cell
	aggregates []relation.Aggregate
}

// reaching is which relations depend on a figure or on cells of a column.
type reaching struct {
	of      map[*relation.Relation]*reach
	figures map[dataset.Ref][]*relation.Relation
	columns map[*dataset.Column][]*relation.Relation
	widths  map[dataset.Ref]int // digits after the point that are usual for a total's figure

	parts map[*relation.Relation]int64 // see roundedParts
	rows  map[string]int64             // see rowsUnder

	suspects map[int][]*suspect // by finding; see suspects
	rowsLeft int                // how many more are ranked; see likelyRows

	negative map[*dataset.Column]bool // which columns have a figure below zero
}

// reachOfAll works out the reach of every relation that claims something.
func (c *checker) reachOfAll() *reaching {
	all := &reaching{
		of:      map[*relation.Relation]*reach{},
		figures: map[dataset.Ref][]*relation.Relation{},
		columns: map[*dataset.Column][]*relation.Relation{},
		widths:  map[dataset.Ref]int{},
		parts:   map[*relation.Relation]int64{},
		rows:    map[string]int64{},

		suspects: map[int][]*suspect{},
		rowsLeft: mostRowsRanked,

		negative: map[*dataset.Column]bool{},
	}
	for _, r := range c.result.Relations {
		if r.Claim == nil {
			continue
		}
		w := reachWalk{c: c, seen: map[string]bool{}}
		for _, t := range comparedTerms(r) {
			w.walk(t)
		}
		all.of[r] = &w.reach
		for _, f := range w.figures {
			all.figures[f.Ref] = append(all.figures[f.Ref], r)
		}
		seen := map[*dataset.Column]bool{}
		note := func(column *dataset.Column) {
			if !seen[column] {
				seen[column] = true
				all.columns[column] = append(all.columns[column], r)
			}
		}
		for _, cell := range w.cells {
			note(cell.Column)
		}
		for _, a := range w.aggregates {
			note(a.Column)
		}
	}
	for _, t := range c.d.Tables() {
		for _, total := range t.Totals {
			for _, v := range total.Values {
				all.widths[t.TotalRef(total, v.Column)] = t.Values(t.ColumnIndex(v.Column.ID.Value)).Decimals
			}
		}
	}
	return all
}

// reachWalk gathers a reach. Each part is visited once, which also ends cycles
// of formulas.
type reachWalk struct {
	c     *checker
	seen  map[string]bool
	above []*dataset.Column // that are summed, with this walk going through their formula
	reach
}

func (w *reachWalk) walk(t relation.Term) {
	relation.Walk(t, func(t relation.Term) {
		key := partKey(t)
		if key == "" || w.seen[key] {
			return
		}
		w.seen[key] = true
		switch t := t.(type) {
		case relation.Figure:
			if w.c.given(t.Ref) {
				w.figures = append(w.figures, t)
			} else if r, ok := w.c.defined[t.Ref]; ok {
				w.walk(r.Formula)
			}
		case relation.Cell:
			w.cells = append(w.cells, t)
			if r, ok := w.c.columns[t.Column]; ok {
				w.walk(r.Formula)
			}
		case relation.Aggregate:
			w.aggregate(t)
		}
	})
}

func (w *reachWalk) aggregate(a relation.Aggregate) {
	if a.Column == nil || a.Func == relation.Count {
		return
	}
	w.aggregates = append(w.aggregates, a)
	r, ok := w.c.columns[a.Column]
	if !ok || slices.Contains(w.above, a.Column) {
		return
	}
	under := reachWalk{c: w.c, seen: map[string]bool{}, above: append(w.above, a.Column)}
	under.walk(r.Formula)
	for _, cell := range under.cells {
		w.walk(relation.Aggregate{Func: a.Func, Table: a.Table, Column: cell.Column, Where: a.Where})
	}
	for _, f := range under.figures {
		w.walk(f)
	}
	for _, deeper := range under.aggregates {
		w.walk(deeper)
	}
}
