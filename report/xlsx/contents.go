package xlsx

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"jianbao/report/diag"
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
	if b.doc.Checks.Len() > 0 {
		lines = append(lines, line{})
		lines = append(lines, words(style{face: heiti, size: 12}, "核对情况"))
		lines = append(lines, b.verdictLines(s, len(lines))...)
	}
	lines = append(lines, line{}, words(style{face: heiti, size: 12}, "工作表"), headLine(contentsTitles))
	for i, e := range entries {
		lines = append(lines, b.entryLine(i+1, e))
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

func (b *book) entryLine(i int, e entry) line {
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
		b.stateOf(e),
	}}
	if e.sample {
		l.cells[2].style.color = alarm
	}
	return l
}

// stateOf says how the figures of a sheet stand, live: how many of the checks about
// them fail, else how many hold, else how many were not made.
func (b *book) stateOf(e entry) cell {
	made := cell{style: style{across: "center"}}
	if !e.judged {
		return made
	}
	made.text, made.link = "—", linkTo(checksName)
	made.style = linked(made.style)
	formula := `"—"`
	n := b.doc.Checks.Len()
	sheets, verdicts := checksRange(sheetCol, n), checksRange(verdictCol, n)
	name, ok := column{}.criterion(relation.Condition{Op: "==", Text: e.sheet.name})
	for _, v := range []diag.Verdict{diag.Unchecked, diag.Consistent, diag.Inconsistent} {
		if count := b.checked.states[state{e.sheet.name, v}]; count > 0 {
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
		if b.checked.verdicts[v.verdict] == v.count {
			count.formula = fmt.Sprintf("COUNTIF(%s,\"%s\")", checksRange(verdictCol, c.Len()), verdictWords[v.verdict])
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
