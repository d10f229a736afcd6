package xlsx

import (
	"fmt"
	"math/big"
	"strconv"

	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

var (
	checksTitles  = []string{"编号", "类别", "核对对象", "报告数", "推算数", "差额", "允许下限", "允许上限", "计量单位", "结论", "推算范围", "说明", "工作表"}
	derivedTitles = []string{"指标", "", "", "推算范围", "", "", "推算方法", "", "", "", "", "", ""}
)

// Columns of the checks' sheet that formulas speak of.
const (
	reportedCol   = 4
	derivedCol    = 5
	differenceCol = 6
	lowCol        = 7
	highCol       = 8
	verdictCol    = 10
	sheetCol      = 13
)

// checksWidest keeps the checks legible on a printed page; longer texts wrap.
var checksWidest = []float64{29, 7, 24, 12, 12, 12, 15, 15, 9, 8, 22, 22, 22}

// checksHead is the rows above the first check.
const checksHead = 3

// noise is how many decimals of a difference count: what is left behind them
// comes from binary arithmetic.
const noise = 9

// checksRange is the cells of a column for all n checks, as spoken of from other
// sheets.
func checksRange(col, n int) string {
	return quoted(checksName) + "!" + absolute(col, checksHead+1) + ":" + absolute(col, checksHead+max(n, 1))
}

// checksSheet reckons every check anew: what was reported, what follows, their
// difference, how large it may be, and the verdict.
func (b *book) checksSheet() *sheet {
	c := b.doc.Checks
	n := len(checksTitles)
	s := b.newSheet(checksName, soundTab, newRuler(n))
	s.frozen, s.repeat = checksHead, [2]int{1, checksHead}
	if c.Inconsistent > 0 {
		s.tab = alarmTab
	}
	r := ruler(s.widths)
	for i, t := range checksTitles {
		r.see(i, t, button)
	}
	for _, col := range []int{reportedCol, derivedCol, differenceCol, lowCol, highCol} {
		r.see(col-1, "-00000.0000", 1)
	}
	state := fmt.Sprintf("共%d项：一致%d项，不一致%d项，未核对%d项", len(c.Lines), c.Consistent, c.Inconsistent, c.Unchecked)
	hint := cell{text: "差额＝报告数－推算数，在允许范围内为一致；改动数据后自动重算", style: lineStyle}
	hint.style.across = "right"
	lines := []line{b.titleLine(checksName, n), b.statusLine(state, hint, n), headLine(checksTitles)}
	for i := range c.Lines {
		lines = append(lines, b.checkLine(&c.Lines[i], len(lines)+1, r))
	}
	for i, widest := range checksWidest {
		r[i] = min(r[i], widest)
	}
	if len(c.Lines) > 0 {
		ruled(lines[len(lines)-1])
		last := len(lines)
		s.filter = "A" + strconv.Itoa(checksHead) + ":" + address(n, last)
		first := checksHead + 1
		s.rules = append(s.rules, rule{
			address(1, first) + ":" + address(n, last),
			"$" + address(verdictCol, first) + `="` + verdictWords[diag.Inconsistent] + `"`,
			alarmed,
		})
	}
	if len(c.Derived) > 0 {
		lines = append(lines, line{})
		lines = append(lines, b.derivedLines(n)...)
	}
	lines = append(lines, b.continuityLines(n)...)
	return s.set(lines)
}

func (b *book) checkLine(c *document.CheckLine, row int, r ruler) line {
	subject := c.ID
	text := func(s string) cell {
		return cell{text: b.say(s, subject), style: style{across: "left", wrap: true}}
	}
	right := style{across: "right", indent: 1}
	reported := right
	reported.wrap = true
	l := line{cells: []cell{
		text(c.ID), text(c.Kind), text(c.Subject),
		{text: b.say(c.Reported, subject), style: reported}, {style: right}, {style: right}, {style: right}, {style: right},
		{text: c.Unit.Symbol, style: style{across: "center"}},
		{text: verdictWords[c.Verdict], style: style{across: "center", bold: c.Verdict == diag.Inconsistent}},
		{text: b.say(c.Derived, subject), style: style{across: "left", wrap: true, indent: 1}},
		text(c.Reason),
		{style: style{across: "left", shrink: true}},
	}}
	if p, ok := b.checkOf(c); ok {
		l.cells[2].style, l.cells[2].link = linked(l.cells[2].style), link{target: p.link()}
		l.cells[sheetCol-1].text = p.sheet
		if r, ok := b.index.remarks[p.spot]; ok && c.Verdict == diag.Inconsistent {
			l.cells[0].style, l.cells[0].link = linked(l.cells[0].style), link{target: spot{findingsName, 1, r.row}.link()}
		}
	}
	b.reckon(c, row, l.cells)
	for i := range l.cells {
		r.see(i, l.cells[i].text, margin)
	}
	r.see(reportedCol-1, c.Reported, margin)
	for col, end := range []figure.Bound{c.Allowed.Lo, c.Allowed.Hi} {
		if end.Open {
			r.see(lowCol-1+col, "-0.000（不含）", 1)
		}
	}
	return l
}

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
	if !allows(c.Allowed, difference) == (c.Verdict == diag.Consistent) {
		return // the verdict rests on more than this difference
	}
	at := func(col int) string { return address(col, row) }
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
		formula: "ROUND(" + at(reportedCol) + "-" + at(derivedCol) + "," + strconv.Itoa(noise) + ")",
	})
	put(lowCol, limit(c.Allowed.Lo))
	put(highCol, limit(c.Allowed.Hi))
	put(verdictCol, cell{
		text:    verdictWords[c.Verdict],
		formula: verdictFormula(c.Allowed, at),
	})
}

// side is one side of a check: its formula and its value in the check's unit.
func (b *book) side(t relation.Term, f *big.Rat) (cell, bool) {
	value, ok := b.index.eval(t)
	if !ok {
		return cell{}, false
	}
	e, ok := translator{b.index, checksName}.translate(t)
	if !ok {
		return cell{}, false
	}
	constant := e.constant != nil
	if e, ok = e.in(f); !ok || len(e.text) > formulaLength {
		return cell{}, false
	}
	made := cell{number: exact.Quo(value, f), formula: e.text}
	if constant {
		made.formula = ""
	}
	return made, true
}

// allows reports whether a difference lies in the allowed range, whose ends a
// cell holds to its fifteen digits.
func allows(allowed figure.Interval, difference *big.Rat) bool {
	if lo := allowed.Lo; lo.Value != nil {
		if order := exact.Cmp(difference, significant(lo.Value)); order < 0 || order == 0 && lo.Open {
			return false
		}
	}
	if hi := allowed.Hi; hi.Value != nil {
		if order := exact.Cmp(difference, significant(hi.Value)); order > 0 || order == 0 && hi.Open {
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
	decimals, ok := exact.Digits(end.Value)
	if !ok || decimals > limitDecimals {
		decimals = limitDecimals
	}
	made := cell{number: end.Value, style: style{format: digitPattern(&document.Cell{Decimals: decimals})}}
	if end.Open {
		made.style.format += `"（不含）"`
	}
	return made
}

// verdictFormula says 一致 while the difference keeps within its limits.
func verdictFormula(allowed figure.Interval, at func(col int) string) string {
	var tests []string
	if lo := allowed.Lo; lo.Value != nil {
		op := ">="
		if lo.Open {
			op = ">"
		}
		tests = append(tests, at(differenceCol)+op+at(lowCol))
	}
	if hi := allowed.Hi; hi.Value != nil {
		op := "<="
		if hi.Open {
			op = "<"
		}
		tests = append(tests, at(differenceCol)+op+at(highCol))
	}
	test := "TRUE"
	switch len(tests) {
	case 1:
		test = tests[0]
	case 2:
		test = "AND(" + tests[0] + "," + tests[1] + ")"
	}
	return "IF(" + test + `,"` + verdictWords[diag.Consistent] + `","` + verdictWords[diag.Inconsistent] + `")`
}

// derivedLines list the values that follow from others.
func (b *book) derivedLines(n int) []line {
	lines := []line{words(style{face: heiti, size: 12}, "推算结果"), headLine(derivedTitles)}
	for _, d := range b.doc.Checks.Derived {
		l := line{cells: make([]cell, n)}
		l.cells[0] = cell{text: b.say(d.Name, d.Name)}
		l.cells[3] = cell{text: b.say(d.Interval, d.Name)}
		l.cells[6] = cell{text: b.say(d.From, d.Name)}
		lines = append(lines, l)
	}
	ruled(lines[len(lines)-1])
	return lines
}
