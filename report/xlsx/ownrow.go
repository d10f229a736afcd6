package xlsx

import (
	"math/big"
	"strconv"

	"jianbao/report/diag"
	"jianbao/report/document"
)

// ownFormulas are the formulas of the checks that speak of their own row alone: of
// the difference and of the verdict, which has one for each way a range is allowed.
// They are written once, for all rows.
type ownFormulas struct {
	last   int // row of the checks
	shared map[ownFormula]*sharing
}

// ownFormula is one of these formulas.
type ownFormula struct {
	column                           int
	noLow, openLow, noHigh, openHigh bool
}

func newOwnFormulas(last int) *ownFormulas {
	return &ownFormulas{last, map[ownFormula]*sharing{}}
}

// in puts a formula in a cell: its text, if it is the first.
func (o *ownFormulas) in(c cell, f ownFormula, row int) cell {
	shared, known := o.shared[f]
	if !known {
		shared = &sharing{len(o.shared), address(f.column, row) + ":" + address(f.column, o.last)}
		o.shared[f] = shared
		c.formula = f.text(row)
	}
	c.shared = shared
	return c
}

// difference is what was reported less what follows.
func (o *ownFormulas) difference(row int, number *big.Rat) cell {
	return o.in(cell{number: number}, ownFormula{column: differenceCol}, row)
}

// verdict says 一致 while the difference keeps within its limits.
func (o *ownFormulas) verdict(row int, c *document.CheckLine) cell {
	low, high := c.Allowed.Lo, c.Allowed.Hi
	return o.in(cell{text: verdictWords[c.Verdict]}, ownFormula{
		verdictCol, low.Value == nil, low.Open, high.Value == nil, high.Open,
	}, row)
}

// text is the formula as it is in a row.
func (f ownFormula) text(row int) string {
	n := strconv.Itoa(row)
	at := func(column int) string { return columnName(column) + n }
	if f.column == differenceCol {
		return "ROUND(" + at(reportedCol) + "-" + at(derivedCol) + "," + strconv.Itoa(noise) + ")"
	}
	within := func(open bool, op string, limit int) string {
		if !open {
			op += "="
		}
		return at(differenceCol) + op + at(limit)
	}
	low, high := within(f.openLow, ">", lowCol), within(f.openHigh, "<", highCol)
	test := "AND(" + low + "," + high + ")"
	switch {
	case f.noLow:
		test = high
	case f.noHigh:
		test = low
	}
	return "IF(" + test + `,"` + verdictWords[diag.Consistent] + `","` + verdictWords[diag.Inconsistent] + `")`
}
