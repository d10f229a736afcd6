package check

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// Digits after the point of a computed figure whose data do not say how many,
// where it is not a sum: a percentage has one, other quotients and products two.
const (
	percentDecimals  = 1
	quotientDecimals = 2
)

// decimals is how many digits after the point a computed figure shows: as the
// data say; else, for a sum, as many as its figures have; for a count of
// whole things none; else as the constants above say, or fewer if the value, in base
// units, needs no more.
func (c *checker) decimals(r *relation.Relation, unit figure.Unit, value *big.Rat, row dataset.Row) int {
	if r.Decimals != nil {
		return *r.Decimals
	}
	if isSum(r.Formula) {
		return c.mostDecimals(r.Formula, unit, row)
	}
	most := quotientDecimals
	switch {
	case unit.Counting() && unit.Factor == nil:
		return 0
	case unit.Dimension == figure.Ratio && unit.Factor != nil:
		most = percentDecimals
	}
	if needed, finite := figure.DecimalDigits(unit.FromBase(value)); finite {
		return min(needed, most)
	}
	return most
}

// isSum reports whether a term only adds, subtracts or picks figures.
func isSum(t relation.Term) bool {
	sum := true
	relation.Walk(t, func(t relation.Term) {
		switch t := t.(type) {
		case relation.Arith:
			sum = sum && t.Op != '*' && t.Op != '/'
		case relation.Apply:
			sum = sum && (t.Func == relation.Sum || t.Func == relation.Min || t.Func == relation.Max || t.Func == relation.Abs)
		case relation.Aggregate:
			sum = sum && t.Func != relation.Mean
		}
	})
	return sum
}

// mostDecimals is how many digits after the point the figures of a term have
// that are printed in a unit. If none is, it is what the others need in that
// unit, within the bounds of a quotient.
func (c *checker) mostDecimals(t relation.Term, unit figure.Unit, row dataset.Row) int {
	same, other := -1, 0
	note := func(f figure.Figure) {
		switch {
		case f.Absent != figure.Present:
		case unit.Same(f.Unit):
			same = max(same, f.Written)
		default:
			other = max(other, decimalsIn(unit, f))
		}
	}
	relation.Walk(t, func(t relation.Term) {
		switch t := t.(type) {
		case relation.Figure:
			if known, ok := c.facts[t.Ref]; ok {
				note(known.figure)
			} else if v, ok := c.computed[t.Ref]; ok {
				note(v.figure)
			}
		case relation.Cell:
			note(row.Figure(t.Index))
		case relation.Aggregate:
			if t.Column == nil {
				return
			}
			for _, f := range finest(t.Table, t.Table.ColumnIndex(t.Column.ID.Value)) {
				note(f)
			}
		}
	})
	if same >= 0 {
		return same
	}
	return min(other, quotientDecimals)
}

// finest are the figures of a column that may have the most digits after the
// point: of the plain numbers one, and all others.
func finest(t *dataset.Table, index int) (figures []figure.Figure) {
	most, finest := -1, 0
	for row, brief := range t.Values(index).Figures {
		if _, decimals, plain := brief.Plain(); plain && decimals > most {
			most, finest = decimals, row
		} else if brief == figure.Other {
			figures = append(figures, t.Row(row).Figure(index))
		}
	}
	if most >= 0 {
		figures = append(figures, t.Row(finest).Figure(index))
	}
	return figures
}

// decimalsIn is how many digits after the point a figure's last written digit
// is in another unit of its dimension.
func decimalsIn(unit figure.Unit, f figure.Figure) int {
	last := unit.FromBase(f.Unit.ToBase(exact.Power10(-f.Written)))
	if digits, finite := figure.DecimalDigits(last); finite {
		return digits
	}
	return quotientDecimals
}
