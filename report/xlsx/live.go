package xlsx

import (
	"math/big"
	"strconv"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/exact"
	"jianbao/report/relation"
)

// formula is the formula, without its equals sign, of a cell on the sheet named
// that prints want, in units of the factor, with so many decimals. It is empty
// unless the exact value of the term, rounded to those decimals, is that very
// number: a formula may never change what was published.
func (x *index) formula(t relation.Term, sheet string, f, want *big.Rat, decimals int) string {
	e := x.inUnit(translator{x, sheet}.translate(t), f)
	if e.text == "" || e.constant { // =2 says no more than 2
		return ""
	}
	same := exact.Cmp(e.value, want) == 0
	if !same && exact.Cmp(rounded(e.value, decimals), want) != 0 {
		return ""
	}
	if rounds := exact.Cmp(rounded(want, decimals), want) == 0; rounds && (e.inexact || !same) {
		e.text = "ROUND(" + e.text + "," + strconv.Itoa(decimals) + ")"
	}
	if len(e.text) > formulaLength {
		return ""
	}
	return e.text
}

// live is the formula of a cell of the document, empty if it keeps its number.
func (x *index) live(c *document.Cell, sheet string) string {
	if c.Formula == nil || x.constant[c.Ref] {
		return ""
	}
	at := shownAt{c.Ref, sheet}
	if text, known := x.formulas[at]; known && c.Ref != "" {
		return text
	}
	text := x.formula(c.Formula, sheet, factor(c.Unit), c.Number, c.Decimals)
	if len(x.formulas) < mostFormulas {
		x.formulas[at] = text
	}
	return text
}

// shownAt is a figure on one of the sheets that show it.
type shownAt struct {
	figure dataset.Ref
	sheet  string
}

// mostFormulas is how many formulas are kept, since the checks ask for those of
// the figures they are about: no more than a long table has room for in memory.
const mostFormulas = 10000
