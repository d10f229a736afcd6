package compose

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/document"
)

// parts draws indicators as parts of what they make up: of the whole that they
// name, if all name one and its figure is known, else of their sum. Parts that
// do not make up their whole, for they overlap or others are left out, stand
// each against it.
func (c *composer) parts(d *document.Chart, indicators []*dataset.Indicator) {
	c.now(d, indicators)
	if len(d.Series) == 0 {
		return
	}
	shareUnit(d.Series)
	whole := c.commonWhole(indicators)
	if whole == nil {
		c.compositions(d)
		return
	}
	cell := c.chartCell(whole)
	sum := new(big.Rat)
	for _, part := range d.Series[0].Cells {
		switch {
		case part.Number == nil:
		case onOneScale(part.Unit, cell.Unit):
			sum.Add(sum, inUnit(part, cell.Unit).Number)
		default: // only a share was published
			hundred := document.Cell{Text: "100%", Number: big.NewRat(100, 1), Unit: part.Unit}
			c.againstWhole(d, hundred, whole.Indicator.Name.Value)
			for i, published := range d.Series[0].Cells {
				d.Series[0].Rates[i] = published.Text
			}
			return
		}
	}
	if isPlain(cell) && sum.Cmp(cell.Number) == 0 {
		c.compositions(d)
		return
	}
	c.againstWhole(d, cell, whole.Indicator.Name.Value)
}

// commonWhole is what the whole of all indicators is now; nil if they have not
// one and the same.
func (c *composer) commonWhole(indicators []*dataset.Indicator) *dataset.Observation {
	id := ""
	for _, i := range indicators {
		if i.Of == nil || id != "" && i.Of.Value != id {
			return nil
		}
		id = i.Of.Value
	}
	whole := c.byID[id]
	if whole == nil {
		return nil
	}
	o := whole.Current(c.d.Period)
	if c.chartCell(o).Number == nil {
		return nil
	}
	return o
}
