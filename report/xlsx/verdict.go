package xlsx

import (
	"math/big"
	"strconv"

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
func (b *book) reckon(c *document.CheckLine, row int, cells []cell) {
	if c.Verdict == diag.Unchecked || c.Left == nil || c.Right == nil || c.Allowed.Lo.Value == nil && c.Allowed.Hi.Value == nil {
		return
	}
	f := factor(c.Unit)
	left, ok := b.side(c.Left, f)
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
	if fig, ok := c.Left.(relation.Figure); ok {
		found, _ := b.index.find(fig.Ref) // side has found it
		p := found.cell
		if factor(p.Unit).Cmp(f) == 0 {
			left.style.format = digitPattern(p)
		}
		// A total that is a formula moves with its parts. What was published does
		// not, and it is what the check is about.
		if b.index.live(p, found.sheet) != "" {
			left.formula = ""
		}
	}
	put(reportedCol, left)
	put(derivedCol, right)
	put(differenceCol, cell{
		number:  difference,
		formula: differenceFormula(row),
	})
	put(lowCol, limit(low))
	put(highCol, limit(high))
	put(verdictCol, cell{
		text:    verdictWords[c.Verdict],
		formula: verdictFormula(c.Allowed, row),
	})
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

// differenceFormula is what was reported less what follows.
func differenceFormula(row int) string {
	n := strconv.Itoa(row)
	return "ROUND(" + columnName(reportedCol) + n + "-" + columnName(derivedCol) + n + "," + strconv.Itoa(noise) + ")"
}

// verdictFormula says 一致 while the difference keeps within its limits.
func verdictFormula(allowed figure.Interval, row int) string {
	n := strconv.Itoa(row)
	within := func(limit figure.Bound, op, opOrEqual string, col int) string {
		if limit.Value == nil {
			return "TRUE"
		}
		if !limit.Open {
			op = opOrEqual
		}
		return columnName(differenceCol) + n + op + columnName(col) + n
	}
	test := within(allowed.Lo, ">", ">=", lowCol)
	switch high := within(allowed.Hi, "<", "<=", highCol); {
	case allowed.Lo.Value == nil:
		test = high
	case allowed.Hi.Value != nil:
		test = "AND(" + test + "," + high + ")"
	}
	return "IF(" + test + `,"` + verdictWords[diag.Consistent] + `","` + verdictWords[diag.Inconsistent] + `")`
}
