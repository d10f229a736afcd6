package xlsx

import (
	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/relation"
)

// Two figures may each be worked out from the other: a whole from its parts and
// a part from the whole. As formulas they would refer to each other in a
// circle, which Excel refuses to reckon; then one of them keeps its number.

// node is a figure with a formula, or all cells of a column.
type node struct {
	figure dataset.Ref
	column column
}

// walk is a depth-first way through what formulas refer to. A node on the way
// is open until all it refers to has been seen.
type walk struct {
	*index
	open map[node]bool // false: done with
}

// breakCircles marks the figures that keep their numbers.
func (x *index) breakCircles(cells func(yield func(*document.Cell) bool)) {
	w := walk{x, map[node]bool{}}
	for c := range cells {
		n := node{figure: c.Ref}
		switch _, seen := w.open[n]; {
		case x.ends(c):
		case c.Ref == "": // no formula can speak of it
			w.follow(node{}, c.Formula)
		case !seen:
			w.visit(n, c)
		}
	}
}

// ends reports cells no circle goes through: those without a formula, and those
// whose formula speaks of such alone. The cells of a column worked out row by row
// are among them, and need not be remembered.
func (x *index) ends(c *document.Cell) bool {
	if c.Formula == nil {
		return true
	}
	plain := true
	relation.Walk(c.Formula, func(t relation.Term) {
		switch t := t.(type) {
		case relation.Figure:
			p, ok := x.find(t.Ref)
			plain = plain && (!ok || p.cell.Formula == nil)
		case relation.Aggregate:
			plain = false
		}
	})
	return plain
}

// visit goes through what a cell's formula speaks of.
func (w walk) visit(n node, c *document.Cell) {
	w.open[n] = true
	w.follow(n, c.Formula)
	if _, held := w.figures[n.figure]; held {
		w.open[n] = false
	} else {
		delete(w.open, n) // of a body as long as it may be; its rows speak of little
	}
}

func (w walk) visitColumn(n node) {
	w.open[n] = true
	t, at := n.column.table, n.column.at
	for i := range t.Len() {
		if !t.computed[at] {
			break
		}
		if c := t.Rows.Cell(i, at); !w.ends(&c) {
			w.step(n, node{figure: c.Ref}, &c)
		}
	}
	w.open[n] = false
}

// follow goes to every cell and column a term speaks of.
func (w walk) follow(n node, t relation.Term) {
	switch t := t.(type) {
	case relation.Figure:
		if p, ok := w.find(t.Ref); ok && !w.ends(p.cell) {
			w.step(n, node{figure: p.cell.Ref}, p.cell)
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
		for _, c := range relation.Conditions(t.Where) {
			for _, column := range c.Columns() {
				w.stepColumn(n, table, column.ID.Value)
			}
		}
	}
}

func (w walk) stepColumn(n node, t *tableSheet, id string) {
	if c, ok := t.column(id); ok {
		w.step(n, node{column: c}, nil)
	}
}

// step goes on to a node, a cell's or a column's, unless that one is open: then the
// circle is closed and the figure at one of its ends gives up its formula.
func (w walk) step(from, to node, c *document.Cell) {
	open, seen := w.open[to]
	switch {
	case !seen && c != nil:
		w.visit(to, c)
	case !seen:
		w.visitColumn(to)
	case open && from.figure != "":
		w.constant[from.figure] = true
	case open:
		w.constant[to.figure] = true
	}
}
