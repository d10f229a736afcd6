package xlsx

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/relation"
)

// entry is a sheet as the contents list it.
type entry struct {
	sheet  *sheet
	shows  string
	unit   string
	rows   int
	sample bool
	judged bool // its figures are checked
}

// verdictWords are the verdicts as the sheets print them.
var verdictWords = map[diag.Verdict]string{
	diag.Consistent:   "一致",
	diag.Inconsistent: "不一致",
	diag.Unchecked:    "未核对",
}

var contentsTitles = []string{"序号", "工作表", "内容", "计量单位", "行数", "核对情况"}

// contentsSheet is the first sheet: what the workbook is, whether its figures
// agree, and where everything stands.
func (b *book) contentsSheet(entries []entry) *sheet {
	n := len(contentsTitles)
	r := ruler{14, 20, 30, 12, 10, 14}
	r.hold(b.doc.Title, 1.5)
	lines := []line{b.titleLine(b.say(b.doc.Title, ""), n), {}}
	for _, pair := range [][2]string{
		{"地区", b.doc.District}, {"报告期", b.doc.Period}, {"发布机构", b.doc.Issuer}, {"发布日期", b.doc.DateText()},
	} {
		if pair[1] != "" {
			lines = append(lines, line{cells: []cell{
				{text: pair[0], style: style{face: heiti}}, {text: b.say(pair[1], ""), style: style{across: "left"}},
			}})
		}
	}
	if b.doc.Sample {
		lines = append(lines, line{cells: []cell{
			{text: "示例数据", style: sampleStyle},
			{text: "标有“示例数据”的表只用于演示，不是统计结果", style: style{color: alarm}},
		}})
	}
	if b.doc.Draft {
		lines = append(lines, line{cells: []cell{
			{text: "草稿", style: sampleStyle},
			{text: b.draftWords(), style: style{color: alarm}},
		}})
	}
	s := b.newSheet(contentsName, contentsTab, r)
	if len(b.doc.Checks.Lines) > 0 {
		lines = append(lines, line{})
		lines = append(lines, words(style{face: heiti, size: 12}, "核对情况"))
		lines = append(lines, b.verdictLines(s, len(lines))...)
	}
	lines = append(lines, line{}, words(style{face: heiti, size: 12}, "工作表"), headLine(contentsTitles))
	states := b.states()
	for i, e := range entries {
		lines = append(lines, b.entryLine(i+1, e, states))
		r.see(1, e.sheet.name, margin)
		r.see(2, lines[len(lines)-1].cells[2].text, margin)
		if e.judged {
			row := strconv.Itoa(len(lines))
			s.rules = append(s.rules, rule{"F" + row, "LEFT($F" + row + `,3)="` + verdictWords[diag.Inconsistent] + `"`, alarmed})
		}
	}
	ruled(lines[len(lines)-1])
	return s.set(lines)
}

// draftWords say why a draft is one.
func (b *book) draftWords() string {
	if slices.ContainsFunc(b.doc.Findings, func(f diag.Finding) bool { return f.Severity == diag.Error }) {
		return "数据尚有没有改正的错误，不得对外提供"
	}
	return "尚未定稿，不得对外提供"
}

func (b *book) entryLine(i int, e entry, states map[state]int) line {
	shows := e.shows
	if e.sample {
		shows = joined("，", shows, "示例数据")
	}
	link := linkStyle
	link.wrap = true
	l := line{cells: []cell{
		{number: big.NewRat(int64(i), 1), style: style{across: "center"}},
		{text: e.sheet.name, style: link, link: linkTo(e.sheet.name)},
		{text: b.say(shows, ""), style: style{wrap: true}},
		{text: b.say(e.unit, ""), style: style{across: "center"}},
		{number: big.NewRat(int64(e.rows), 1), style: style{across: "center"}},
		b.stateOf(e, states),
	}}
	if e.sample {
		l.cells[2].style.color = alarm
	}
	return l
}

// state is a verdict on a figure of a sheet.
type state struct {
	sheet   string
	verdict diag.Verdict
}

// states count the checks by the sheet of their figures and by their verdicts.
func (b *book) states() map[state]int {
	count := map[state]int{}
	for i := range b.doc.Checks.Lines {
		if sheet := b.subjects[i].sheet; sheet != "" {
			count[state{sheet, b.doc.Checks.Lines[i].Verdict}]++
		}
	}
	return count
}

// stateOf says how the figures of a sheet stand, live: how many of the checks about
// them fail, else how many hold, else how many were not made.
func (b *book) stateOf(e entry, states map[state]int) cell {
	made := cell{style: style{across: "center"}}
	if !e.judged {
		return made
	}
	made.text, made.link = "—", linkTo(checksName)
	made.style = linked(made.style)
	formula := `"—"`
	n := len(b.doc.Checks.Lines)
	sheets, verdicts := checksRange(sheetCol, n), checksRange(verdictCol, n)
	name, ok := column{}.criterion(relation.Condition{Op: "==", Text: e.sheet.name})
	for _, v := range []diag.Verdict{diag.Unchecked, diag.Consistent, diag.Inconsistent} {
		if count := states[state{e.sheet.name, v}]; count > 0 {
			made.text = verdictWords[v] + strconv.Itoa(count) + "项"
		}
		counted := `COUNTIFS(` + sheets + `,` + name + `,` + verdicts + `,"=` + verdictWords[v] + `")`
		formula = `IF(` + counted + `>0,"` + verdictWords[v] + `"&` + counted + `&"项",` + formula + `)`
	}
	if ok {
		made.formula = formula
	}
	return made
}

func linkTo(sheet string) link { return link{to: spot{sheet, 1, 1}} }

// verdictLines count the verdicts, from the checks' sheet itself.
func (b *book) verdictLines(s *sheet, above int) []line {
	c := b.doc.Checks
	lines := []line{headLine([]string{"结论", "项数"})}
	for _, v := range []struct {
		verdict diag.Verdict
		count   int
	}{{diag.Consistent, c.Consistent}, {diag.Inconsistent, c.Inconsistent}, {diag.Unchecked, c.Unchecked}} {
		count := cell{number: big.NewRat(int64(v.count), 1), style: style{across: "center"}}
		if counted(c.Lines, v.verdict) == v.count {
			count.formula = fmt.Sprintf("COUNTIF(%s,\"%s\")", checksRange(verdictCol, len(c.Lines)), verdictWords[v.verdict])
		}
		lines = append(lines, line{cells: []cell{
			{text: verdictWords[v.verdict], style: linkStyle, link: linkTo(checksName)}, count,
		}})
		if v.verdict == diag.Inconsistent {
			row := strconv.Itoa(above + len(lines))
			s.rules = append(s.rules, rule{"A" + row + ":B" + row, "$B$" + row + ">0", alarmed})
		}
	}
	ruled(lines[len(lines)-1])
	return lines
}

func counted(lines []document.CheckLine, v diag.Verdict) int {
	n := 0
	for _, l := range lines {
		if l.Verdict == v {
			n++
		}
	}
	return n
}

// joined puts a separator between the texts that are not empty.
func joined(separator string, texts ...string) string {
	var kept []string
	for _, t := range texts {
		if t != "" {
			kept = append(kept, t)
		}
	}
	return strings.Join(kept, separator)
}
