package xlsx

import (
	"math/big"

	"jianbao/report/document"
	"jianbao/report/relation"
)

// survey is what the sheet of a table must know of all its rows before the first
// is written, gathered in one go through them.
type survey struct {
	widths   ruler
	factors  []*big.Rat // of each column; see column.factor
	computed []bool     // columns with a formula in some row
	gaps     []bool     // columns with an empty cell in some row
}

// survey goes through the rows, and works the aggregates out on the way.
func (x *index) survey(t *document.Table, aggregates []relation.Aggregate) survey {
	n := len(t.Columns)
	s := survey{newRuler(max(n, 2)), make([]*big.Rat, n), make([]bool, n), make([]bool, n)}
	for i, c := range t.Columns {
		s.widths.see(i, c.Title, button)
	}
	mixed := make([]bool, n)
	x.gather(t, aggregates, func(row document.Row) {
		for i := range row.Cells {
			c := &row.Cells[i]
			s.widths.see(i, c.Text, margin)
			s.computed[i] = s.computed[i] || c.Formula != nil
			s.gaps[i] = s.gaps[i] || c.Text == ""
			if f := factor(c.Unit); c.Number != nil && f != s.factors[i] && numeric(c) {
				mixed[i] = mixed[i] || s.factors[i] != nil && f.Cmp(s.factors[i]) != 0
				s.factors[i] = f
			}
		}
	})
	for i, c := range t.Columns {
		switch {
		case mixed[i]:
			s.factors[i] = nil
		case s.factors[i] == nil:
			s.factors[i] = factor(c.Unit)
		}
	}
	for _, row := range t.Totals {
		for i := range row.Cells {
			s.widths.see(i, row.Cells[i].Text, margin)
		}
	}
	return s
}
