package network

import (
	"math/big"
	"slices"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// Limits of the exact method, beyond which the answer is Unknown.
const (
	mostOperations = 1_000_000 // on coefficients
	longestValue   = 4096      // bits of a coefficient's denominator
)

// tableau is the general simplex method for feasibility (Dutertre and de Moura,
// 2006): every column has bounds; basic columns are linear forms of the others,
// which lie within their bounds. The first basic column outside its bounds is
// exchanged for the first other that can bring it back (Bland's rule, so that it
// ends), until there is none outside, or none that can: then its form shows that
// the bounds contradict each other.
type tableau struct {
	lower, upper []*near // nil is no bound
	value        []near
	rows         []tableauRow
	row          []int // of a basic column, −1 for the others
	operations   int
	tooLong      bool
}

// tableauRow is a basic column as Σ coefficient · column.
type tableauRow struct {
	basic int
	cells []cell // by column
}

type cell struct {
	column      int
	coefficient *big.Rat
}

// addColumn adds a column that is not basic. It starts well inside its bounds.
func (t *tableau) addColumn(i figure.Interval) int {
	t.bound(i)
	t.value = append(t.value, exactly(inside(i)))
	t.row = append(t.row, -1)
	return len(t.row) - 1
}

func (t *tableau) bound(i figure.Interval) {
	var lower, upper *near
	if n, ok := nearLo(i.Lo); ok {
		lower = &n
	}
	if n, ok := nearHi(i.Hi); ok {
		upper = &n
	}
	t.lower, t.upper = append(t.lower, lower), append(t.upper, upper)
}

// inside is a number of an interval that is not empty.
func inside(i figure.Interval) *big.Rat {
	lo, hi := i.Lo.Value, i.Hi.Value
	switch {
	case lo == nil && hi == nil:
		return zero
	case lo == nil:
		return exact.Sub(hi, one)
	case hi == nil:
		return exact.Add(lo, one)
	}
	return exact.Times(1, 2, exact.Add(lo, hi))
}

// addRow adds a basic column that is a form of columns added before, within bounds.
func (t *tableau) addRow(cells []cell, within figure.Interval) {
	slices.SortFunc(cells, func(a, b cell) int { return a.column - b.column })
	value := exactly(zero)
	for _, c := range cells {
		value = value.plus(c.coefficient, t.value[c.column])
	}
	t.bound(within)
	t.value = append(t.value, value)
	t.row = append(t.row, len(t.rows))
	t.rows = append(t.rows, tableauRow{basic: len(t.row) - 1, cells: cells})
}

// solve looks for values within all bounds. Where there are none it gives the
// columns whose bounds contradict each other.
func (t *tableau) solve() (verdict Verdict, contradicting []int) {
	for t.operations < mostOperations && !t.tooLong {
		out, target, side := t.outside()
		if out < 0 {
			return Feasible, nil
		}
		row := &t.rows[t.row[out]]
		in := t.entering(row, side)
		if in < 0 {
			columns := []int{out}
			for _, c := range row.cells {
				columns = append(columns, c.column)
			}
			return Infeasible, columns
		}
		t.exchange(t.row[out], in, target)
	}
	return Unknown, nil
}

// outside is the first basic column outside its bounds, the bound it should be
// brought to, and whether it must rise (1) or fall (−1). It is −1 if there is none.
func (t *tableau) outside() (column int, target near, side int) {
	column = -1
	for _, r := range t.rows {
		if column >= 0 && r.basic > column {
			continue
		}
		if lo := t.lower[r.basic]; lo != nil && t.value[r.basic].cmp(*lo) < 0 {
			column, target, side = r.basic, *lo, 1
		} else if hi := t.upper[r.basic]; hi != nil && t.value[r.basic].cmp(*hi) > 0 {
			column, target, side = r.basic, *hi, -1
		}
	}
	return column, target, side
}

// entering is the position in a row of the first column that can move the row's
// basic column to a side, −1 if none can.
func (t *tableau) entering(row *tableauRow, side int) int {
	for i, c := range row.cells {
		if c.coefficient.Sign()*side > 0 {
			if hi := t.upper[c.column]; hi == nil || t.value[c.column].cmp(*hi) < 0 {
				return i
			}
		} else if lo := t.lower[c.column]; lo == nil || t.value[c.column].cmp(*lo) > 0 {
			return i
		}
	}
	return -1
}

// exchange makes the column at a position of a row basic, so that the row's own
// column takes a value.
func (t *tableau) exchange(at, position int, target near) {
	row := &t.rows[at]
	out, in := row.basic, row.cells[position].column
	step := target.over(t.value[out], row.cells[position].coefficient)
	t.value[out] = target
	t.value[in] = t.value[in].plus(one, step)
	row.cells = solved(row.cells, position, out)
	row.basic = in
	t.row[out], t.row[in] = -1, at
	for k := range t.rows {
		if k == at {
			continue
		}
		other := &t.rows[k]
		if i, ok := slices.BinarySearchFunc(other.cells, in, func(c cell, column int) int { return c.column - column }); ok {
			weight := other.cells[i].coefficient
			t.value[other.basic] = t.value[other.basic].plus(weight, step)
			other.cells = t.replaced(other.cells, i, weight, row.cells)
		}
	}
}

// solved is a row's form solved for the column at a position: the form of that
// column, in which the one that was basic stands instead.
func solved(cells []cell, position, basic int) []cell {
	inverse := new(big.Rat).Inv(cells[position].coefficient)
	opposite := exact.Neg(inverse)
	result := make([]cell, 0, len(cells))
	for i, c := range cells {
		if i != position {
			c.coefficient = exact.Mul(c.coefficient, opposite)
			result = append(result, c)
		}
	}
	at, _ := slices.BinarySearchFunc(result, basic, func(c cell, column int) int { return c.column - column })
	return slices.Insert(result, at, cell{basic, inverse})
}

// replaced is a form with the column at a position replaced by weight · other.
func (t *tableau) replaced(cells []cell, position int, weight *big.Rat, other []cell) []cell {
	result := make([]cell, 0, len(cells)+len(other))
	t.operations += len(cells) + len(other)
	i, j := 0, 0
	for i < len(cells) || j < len(other) {
		switch {
		case i == position:
			i++
		case j == len(other) || i < len(cells) && cells[i].column < other[j].column:
			result = append(result, cells[i])
			i++
		default:
			sum := exact.Mul(weight, other[j].coefficient)
			if i < len(cells) && cells[i].column == other[j].column {
				sum = exact.Add(sum, cells[i].coefficient)
				i++
			}
			if sum.Sign() != 0 {
				result = append(result, cell{other[j].column, sum})
				t.tooLong = t.tooLong || sum.Denom().BitLen() > longestValue
			}
			j++
		}
	}
	return result
}
