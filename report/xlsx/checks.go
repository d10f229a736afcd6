package xlsx

import (
	"fmt"

	"jianbao/report/diag"
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

// checksHead is the rows above the first check.
const checksHead = 3

// checksRange is the cells of a column for all n checks, as spoken of from other
// sheets.
func checksRange(col, n int) string {
	return quoted(checksName) + "!" + absolute(col, checksHead+1) + ":" + absolute(col, checksHead+max(n, 1))
}

// checksSheet reckons every check anew: what was reported, what follows, their
// difference, how large it may be, and the verdict.
func (b *book) checksSheet() *sheet {
	c, n := b.doc.Checks, len(checksTitles)
	s := b.newSheet(checksName, soundTab, b.checked.room())
	s.frozen, s.repeat = checksHead, [2]int{1, checksHead}
	if c.Inconsistent > 0 {
		s.tab = alarmTab
	}
	state := fmt.Sprintf("共%d项：一致%d项，不一致%d项，未核对%d项", c.Len(), c.Consistent, c.Inconsistent, c.Unchecked)
	hint := cell{text: "差额＝报告数－推算数，在允许范围内为一致；改动数据后自动重算", style: lineStyle}
	hint.style.across = "right"
	above := []line{b.titleLine(checksName, n), b.statusLine(state, hint, n), headLine(checksTitles)}
	first, last := checksHead+1, checksHead+c.Len()
	if last >= first {
		s.filter = [2]int{checksHead, last}
		s.rules = append(s.rules, rule{
			address(1, first) + ":" + address(n, last),
			"$" + address(verdictCol, first) + `="` + verdictWords[diag.Inconsistent] + `"`,
			alarmed,
		})
	}
	var below []line
	if len(c.Derived) > 0 {
		below = append([]line{{}}, b.derivedLines(n)...)
	}
	below = append(below, b.continuityLines(n)...)
	s.rows = last + len(below)
	s.lines = func(yield func(line) bool) {
		cells := make([]cell, n) // of one check after the other
		own := newOwnFormulas(last)
		for i := range s.rows {
			l := line{cells: cells}
			switch {
			case i < checksHead:
				l = above[i]
			case i < last:
				b.checkLine(i-checksHead, cells, own)
			default:
				l = below[i-last]
			}
			if i == last-1 && last >= first {
				ruled(l)
			}
			if !yield(l) {
				return
			}
		}
	}
	return s
}

// The looks of the checks' cells.
var (
	wordStyle     = style{across: "left", wrap: true}
	numberStyle   = style{across: "right", indent: 1}
	reportedStyle = style{across: "right", indent: 1, wrap: true}
	rangeStyle    = style{across: "left", indent: 1, wrap: true}
	centredStyle  = style{across: "center"}
	shrunkStyle   = style{across: "left", shrink: true}
)

// checkLine fills in the cells of a check.
func (b *book) checkLine(i int, cells []cell, own *ownFormulas) {
	c := b.doc.Checks.Lines.Line(i)
	text := func(s string, look style) cell { return cell{text: b.say(s, c.ID), style: look} }
	empty := cell{style: numberStyle}
	copy(cells, []cell{
		text(c.ID, wordStyle), text(c.Kind, wordStyle), text(c.Subject, wordStyle),
		text(c.Reported, reportedStyle), empty, empty, empty, empty,
		{text: c.Unit.Symbol, style: centredStyle}, {text: verdictWords[c.Verdict], style: centredStyle},
		text(c.Derived, rangeStyle), text(c.Reason, wordStyle), {style: shrunkStyle},
	})
	cells[verdictCol-1].style.bold = c.Verdict == diag.Inconsistent
	if at := b.subject(i, c); at.sheet != "" {
		cells[2].style, cells[2].link = linked(cells[2].style), link{to: at}
		cells[sheetCol-1].text = at.sheet
		if r, ok := b.index.remarks[at]; ok && c.Verdict == diag.Inconsistent {
			cells[0].style, cells[0].link = linked(cells[0].style), link{to: spot{findingsName, 1, r.row}}
		}
	}
	b.reckon(c, checksHead+1+i, cells, own)
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
