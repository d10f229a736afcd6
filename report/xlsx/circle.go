package xlsx

import (
	"jianbao/report/document"
	"jianbao/report/relation"
)

// Two figures may each be worked out from the other: a whole from its parts and
// a part from the whole. As formulas they would refer to each other in a
// circle, which Excel refuses to reckon; then one of them keeps its number.

// node is a cell with a formula, or all cells of a column.
type node struct {
	cell   *document.Cell
	column column
}

// walk is a depth-first way through what formulas refer to. A node on the way
// is open until all it refers to has been seen.
type walk struct {
	*index
	open map[node]bool // false: done with
}

// breakCircles marks the cells that keep their numbers.
func (x *index) breakCircles(cells func(yield func(*document.Cell) bool)) {
	w := walk{x, map[node]bool{}}
	for c := range cells {
		if n := (node{cell: c}); c.Formula != nil {
			if _, seen := w.open[n]; !seen {
				w.visit(n)
			}
		}
	}
}

func (w walk) visit(n node) {
	w.open[n] = true
	defer func() { w.open[n] = false }()
	if n.cell != nil {
		w.follow(n, n.cell.Formula)
		return
	}
	for _, r := range n.column.table.body {
		if c := &r.Cells[n.column.at]; c.Formula != nil {
			w.step(n, node{cell: c})
		}
	}
}

// follow goes to every cell and column a term speaks of.
func (w walk) follow(n node, t relation.Term) {
	switch t := t.(type) {
	case relation.Figure:
		if p, ok := w.figures[t.Ref]; ok && p.cell.Formula != nil {
			w.step(n, node{cell: p.cell})
		}
	case relation.Negative:
		w.follow(n, t.X)
	case relation.Arith:
		w.follow(n, t.X)
		w.follow(n, t.Y)
	case relation.Apply:
		for _, arg := range t.Args {
			w.follow(n, arg)
		}
	case relation.Aggregate:
		table, ok := w.tables[t.Table.ID.Value]
		if !ok {
			return
		}
		if t.Column != nil {
			w.stepColumn(n, table, t.Column.ID.Value)
		}
		for _, c := range t.Where {
			w.stepColumn(n, table, c.Column.ID.Value)
		}
	}
}

func (w walk) stepColumn(n node, t *tableSheet, id string) {
	if c, ok := t.column(id); ok {
		w.step(n, node{column: c})
	}
}

// step goes on to a node, unless that one is open: then the circle is closed
// and the cell at one of its ends gives up its formula.
func (w walk) step(from, to node) {
	open, seen := w.open[to]
	switch {
	case !seen:
		w.visit(to)
	case open && from.cell != nil:
		w.constant[from.cell] = true
	case open:
		w.constant[to.cell] = true
	}
}
