package typeset

import (
	"fmt"
	"slices"

	"jianbao/report/document"
)

// parts divides a table that is too wide for any page among its columns: into as few parts as hold them at full size,
// about equally many in each, the columns that name the rows in all of them. A table that cannot be divided so is its
// only part.
func (g *grid) parts() []*grid {
	keys := g.repeated()
	g.keepNames(keys)
	groups := g.groups(keys)
	if len(groups) < 2 {
		return []*grid{g}
	}
	out := make([]*grid, len(groups))
	for i, columns := range groups {
		columns = slices.Concat(keys, columns)
		t := g.table.keep(func(k int) bool { return slices.Contains(columns, k) })
		t.Title += fmt.Sprintf("（第%d部分，共%d部分）", i+1, len(groups))
		if g.table.needsUnitLine() && !t.needsUnitLine() {
			t.Unit = ""
		}
		if i < len(groups)-1 {
			t.cut, t.Note, t.Source = "", "", ""
		}
		needs := make([]need, len(columns))
		for k, c := range columns {
			needs[k] = g.needs[c]
			if k > 0 && c != columns[k-1]+1 { // it stands no more beside what it speaks of
				t.Columns[k].Beside = ""
			}
		}
		out[i] = g.gridAt(1, t, needs, g.setter.width, g.setter.height)
	}
	out[0].entry = g.entry
	return out
}

// needsUnitLine reports whether a column leaves its unit to the line above the table.
func (t *printed) needsUnitLine() bool {
	return slices.ContainsFunc(t.Columns, func(c document.Column) bool {
		return c.Numeric && (c.Unit.Symbol == "" || c.Unit.Symbol == t.Unit)
	})
}

// repeated are the columns that name the rows: those at the left that are marked so, if they leave half the width for
// others, else the first.
func (g *grid) repeated() []int {
	keys := []int{0}
	for k := 1; k < len(g.needs) && g.table.Columns[k].Key && g.table.Columns[k-1].Key; k++ {
		keys = append(keys, k)
	}
	if g.room(keys) < g.setter.width/2 {
		return keys[:1]
	}
	return keys
}

// keepNames has names that come again in each part stand on one line, so that rows are of one height in all parts, if they
// leave two thirds of the width for others.
func (g *grid) keepNames(keys []int) {
	needs, room := slices.Clone(g.needs), g.room(keys)
	for _, k := range keys {
		n := &needs[k]
		room -= max(0, n.widest-n.least)
		n.least = max(n.least, n.widest)
	}
	if room >= g.setter.width*2/3 {
		g.needs = needs
	}
}

// room is the width of a portrait page that columns at full size leave.
func (g *grid) room(columns []int) float64 {
	left := g.setter.width
	for _, k := range columns {
		left -= g.needs[k].least + 2*g.style.Table.CellPadding
	}
	return left
}

// groups divides the columns that are not repeated, in their order, so that each group has room. There are none if a
// column alone has not.
func (g *grid) groups(repeated []int) [][]int {
	room := g.room(repeated)
	width := func(k int) float64 { return g.needs[k].least + 2*g.style.Table.CellPadding }
	var rest []int
	for k := len(repeated); k < len(g.needs); k++ {
		if width(k) > room {
			return nil
		}
		rest = append(rest, k)
	}
	filled := func(most int) (groups [][]int) { // of at most so many columns each
		left := 0.0
		for _, k := range rest {
			last := len(groups) - 1
			if last < 0 || width(k) > left || len(groups[last]) == most {
				groups, left, last = append(groups, nil), room, last+1
			}
			groups[last] = append(groups[last], k)
			left -= width(k)
		}
		return groups
	}
	full := filled(len(rest))
	for most := (len(rest) + len(full) - 1) / max(len(full), 1); most < len(rest); most++ {
		if even := filled(most); len(even) == len(full) {
			return even
		}
	}
	return full
}
