package compose

import (
	"math/big"

	"jianbao/report/document"
	"jianbao/report/figure"
)

// rates are what part each figure is of the one it is held against. It is said
// only of plain figures above zero: a part of 突破1200亿元 is not known.
func (c *composer) rates(parts, wholes []document.Cell) []string {
	rates := make([]string, len(parts))
	for i, part := range parts {
		if whole := wholes[i]; isPlain(part) && isPlain(whole) && whole.Number.Sign() > 0 && part.Number.Sign() >= 0 {
			rates[i] = c.percentCell(new(big.Rat).Quo(inUnit(part, whole.Unit).Number, whole.Number)).Text
		}
	}
	return rates
}

func isPlain(c document.Cell) bool { return c.Number != nil && c.Hedge == figure.Plain }

// mostParts is how many parts of a whole can be told apart in one bar.
const mostParts = 6

// compositions makes ready to draw series that are divided into their parts.
// What cannot be divided, for a part is missing or below zero, is drawn as bars;
// what has too many parts, as each against the whole.
func (c *composer) compositions(d *document.Chart) {
	wholes := make([]document.Cell, len(d.Series))
	for k, s := range d.Series {
		sum := new(big.Rat)
		for _, cell := range s.Cells {
			if cell.Number == nil || cell.Number.Sign() < 0 {
				d.Type = document.BarChart
				return
			}
			sum.Add(sum, cell.Number)
			wholes[k] = document.Cell{Unit: cell.Unit, Decimals: max(cell.Decimals, wholes[k].Decimals), Number: sum}
			if cell.Hedge != figure.Plain {
				wholes[k].Hedge = cell.Hedge
			}
		}
		if sum.Sign() == 0 {
			d.Type = document.BarChart
			return
		}
	}
	if len(d.Categories) > mostParts {
		if len(d.Series) > 1 {
			d.Type = document.BarChart
			return
		}
		c.againstWhole(d, wholes[0], "")
		return
	}
	for k := range d.Series {
		c.divide(&d.Series[k], wholes[k], d)
	}
}

// divide says of each part of a series what part of the whole it is, and where
// these do not add up.
func (c *composer) divide(s *document.Series, whole document.Cell, d *document.Chart) {
	wholes := make([]document.Cell, len(s.Cells))
	sum := new(big.Rat)
	for i, cell := range s.Cells {
		wholes[i] = whole
		if isPlain(cell) && isPlain(whole) {
			sum.Add(sum, c.inPercent(new(big.Rat).Quo(cell.Number, whole.Number)))
		}
	}
	s.Rates = c.rates(s.Cells, wholes)
	if isPlain(whole) && sum.Cmp(big.NewRat(100, 1)) != 0 {
		d.Note = "因四舍五入，各项占比之和不等于100%。"
	}
}

// againstWhole draws the parts of a chart's only series each against the whole.
func (c *composer) againstWhole(d *document.Chart, whole document.Cell, name string) {
	d.Type = document.PartsChart
	s := document.Series{Name: name}
	for range d.Categories {
		s.Cells = append(s.Cells, whole)
	}
	for i, cell := range d.Series[0].Cells {
		d.Series[0].Cells[i] = inUnit(cell, whole.Unit)
	}
	d.Series[0].Rates = c.rates(d.Series[0].Cells, s.Cells)
	d.Series = append(d.Series[:1], s)
}
