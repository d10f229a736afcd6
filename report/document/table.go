package document

import "slices"

// Keep is the table with only those columns for which keep is true.
func (t Table) Keep(keep func(column int) bool) Table {
	out := t
	out.Columns, out.Rows = nil, make([]Row, len(t.Rows))
	for i, r := range t.Rows {
		out.Rows[i] = Row{Kind: r.Kind, Depth: r.Depth}
	}
	for k, c := range t.Columns {
		if !keep(k) {
			continue
		}
		out.Columns = append(out.Columns, c)
		for i, r := range t.Rows {
			out.Rows[i].Cells = append(out.Rows[i].Cells, r.Cells[k])
		}
	}
	return out
}

// Says reports whether any row says something in a column.
func (t Table) Says(column int) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Cells[column].Text != "" })
}

// Shared is what columns say that say the same in every row, in their order.
func (t Table) Shared() []string {
	var said []string
	for _, c := range t.Columns {
		if c.Shared != "" {
			said = append(said, c.Shared)
		}
	}
	return said
}
