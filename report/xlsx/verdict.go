package xlsx

import (
	"math/big"

	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// noise is how many decimals of a difference count: what is left behind them
// comes from binary arithmetic.
const noise = 9

// reckon puts in the formulas of a check, if Excel can make them.
func (b *book) reckon(c *document.CheckLine, row int, cells []cell, own *ownFormulas) {
	if c.Verdict == diag.Unchecked || c.Left == nil || c.Right == nil || c.Allowed.Lo.Value == nil && c.Allowed.Hi.Value == nil {
		return
	}
	f := factor(c.Unit)
	left, ok := b.reported(c.Left, f)
	if !ok {
		return
	}
	right, ok := b.side(c.Right, f)
	if !ok {
		return
	}
	difference := rounded(exact.Sub(left.number, right.number), noise)
	low, high := held(c.Allowed.Lo), held(c.Allowed.Hi)
	if !allows(low, high, difference) == (c.Verdict == diag.Consistent) {
		return // the verdict rests on more than this difference
	}
	put := func(col int, made cell) {
		format := made.style.format
		made.style = cells[col-1].style
		made.style.format = format
		cells[col-1] = made
	}
	put(reportedCol, left)
	put(derivedCol, right)
	put(differenceCol, own.difference(row, difference))
	put(lowCol, limit(low))
	put(highCol, limit(high))
	put(verdictCol, own.verdict(row, c))
}

// reported is the side of a check that it is about: mostly a figure. A total that is
// a formula moves with its parts. What was published does not, and so has none here.
func (b *book) reported(t relation.Term, f *big.Rat) (cell, bool) {
	named, ok := t.(relation.Figure)
	if !ok {
		return b.side(t, f)
	}
	p, ok := b.index.find(named.Ref)
	if !ok || !numeric(p.cell) {
		return cell{}, false
	}
	own, live := exact.Cmp(factor(p.cell.Unit), f) == 0, b.index.live(p.cell, p.sheet) != ""
	made := cell{number: p.cell.Number}
	if !own || !live {
		if made, ok = b.side(t, f); !ok {
			return cell{}, false
		}
	}
	if own {
		made.style.format = digitPattern(p.cell)
	}
	if live {
		made.formula = ""
	}
	return made, true
}

// side is one side of a check: its formula and its value in the check's unit.
func (b *book) side(t relation.Term, f *big.Rat) (cell, bool) {
	e := b.index.inUnit(translator{b.index, checksName}.translate(t), f)
	if e.text == "" || len(e.text) > formulaLength {
		return cell{}, false
	}
	if e.constant {
		e.text = ""
	}
	return cell{number: e.value, formula: e.text}, true
}

// held is an end of the allowed range as a cell holds it, to its fifteen digits.
func held(end figure.Bound) figure.Bound {
	if end.Value != nil {
		end.Value = significant(end.Value)
	}
	return end
}

// allows reports whether a difference lies between two ends.
func allows(low, high figure.Bound, difference *big.Rat) bool {
	if low.Value != nil {
		if order := exact.Cmp(difference, low.Value); order < 0 || order == 0 && low.Open {
			return false
		}
	}
	if high.Value != nil {
		if order := exact.Cmp(difference, high.Value); order > 0 || order == 0 && high.Open {
			return false
		}
	}
	return true
}

// limitDecimals is how many decimals of the allowed range are shown.
const limitDecimals = 4

// limit is one end of the allowed range.
func limit(end figure.Bound) cell {
	if end.Value == nil {
		return cell{text: "不限"}
	}
	pattern := digitPattern(&document.Cell{Decimals: decimalsOf(end.Value, limitDecimals)})
	made := cell{number: end.Value, style: style{format: pattern}}
	if end.Open {
		made.style.format += `"（不含）"`
	}
	return made
}
