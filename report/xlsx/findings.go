package xlsx

import (
	"math/big"
	"strconv"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

var findingTitles = []string{"序号", "级别", "代码", "问题", "报告数", "推算数", "差额", "改法", "工作表", "单元格", "数据文件", "核对"}

// findingsWidest keeps the findings legible on a printed page; longer texts wrap.
var findingsWidest = []float64{6, 6, 8, 40, 13, 15, 14, 36, 16, 8, 18, 28}

// findingsHead is the rows above the first finding.
const findingsHead = 3

// noteAuthor signs the comments.
const noteAuthor = "简报核对"

// mostNotes bounds the comments of a workbook: excelize writes each into all
// before it. The sheet of findings has every one.
const mostNotes = 500

var severityWords = map[diag.Severity]string{diag.Error: "错误", diag.Warning: "警告"}

// remark is what was found at a cell.
type remark struct {
	said []string
	row  int // of the first on the sheet of findings
}

// placeFindings notes what was found at which cell: at the figure that is in
// question, and at those that a hint says would have to change.
func (b *book) placeFindings() {
	for i, f := range b.doc.Findings {
		row := findingsHead + 1 + i
		if p, ok := b.index.shows(dataset.Ref(f.Figure)); ok {
			b.remark(p.spot, row, aboutFigure(&f))
		}
		for _, h := range f.Hints {
			if h.Figure == "" || h.Suggestion == "" || h.Figure == f.Figure {
				continue
			}
			if p, ok := b.index.shows(dataset.Ref(h.Figure)); ok {
				b.remark(p.spot, row, string(f.Code)+"：此数可能有误\n"+h.Message.In(diag.ZH))
			}
		}
	}
}

func (b *book) remark(at spot, row int, said string) {
	r, ok := b.index.remarks[at]
	if !ok {
		if len(b.index.remarks) == mostNotes {
			return
		}
		r = &remark{row: row}
		b.index.remarks[at] = r
	}
	r.said = append(r.said, said)
}

// aboutFigure is what a comment says of a finding: its code, what it says, what
// the figure should be.
func aboutFigure(f *diag.Finding) string {
	lines := []string{string(f.Code) + " " + severityWords[f.Severity], f.Message.In(diag.ZH)}
	if f.Derived != "" {
		lines = append(lines, "推算数："+f.Derived)
	}
	for _, h := range f.Hints {
		lines = append(lines, "改法："+h.Message.In(diag.ZH))
	}
	return strings.Join(lines, "\n")
}

// mark gives a cell what was found at it: a colour, and a link to the first of
// the findings. The comment is the sheet's (see notesOf).
func (b *book) mark(c *cell, at spot) {
	if r, ok := b.index.remarks[at]; ok {
		c.style.fill = alarmFill
		c.link = link{to: spot{findingsName, 1, r.row}}
	}
}

// notesOf are the comments of a sheet, row by row.
func (b *book) notesOf(sheet string) []note {
	var notes []note
	for _, at := range sortedSpots(b.index.remarks) {
		if at.sheet == sheet {
			text := strings.Join(b.index.remarks[at].said, "\n\n")
			notes = append(notes, note{address(at.col, at.row), b.say(text, address(at.col, at.row))})
		}
	}
	return notes
}

// findingsSheet lists what was found and not mended.
func (b *book) findingsSheet() *sheet {
	n := len(findingTitles)
	r := newRuler(n)
	for i, t := range findingTitles {
		r.see(i, t, button)
	}
	errors := 0
	for _, f := range b.doc.Findings {
		if f.Severity == diag.Error {
			errors++
		}
	}
	state := "错误" + strconv.Itoa(errors) + "项，警告" + strconv.Itoa(len(b.doc.Findings)-errors) + "项"
	lines := []line{b.titleLine(findingsName, n), b.statusLine(state, cell{}, n), headLine(findingTitles)}
	for i := range b.doc.Findings {
		l := b.findingLine(i, &b.doc.Findings[i])
		for j, c := range l.cells {
			r.see(j, c.text, margin)
		}
		lines = append(lines, l)
	}
	ruled(lines[len(lines)-1])
	for i, widest := range findingsWidest {
		r[i] = min(r[i], widest)
	}
	s := b.newSheet(findingsName, alarmTab, r)
	s.frozen, s.repeat = findingsHead, [2]int{1, findingsHead}
	s.filter = [2]int{findingsHead, len(lines)}
	return s.set(lines)
}

func (b *book) findingLine(i int, f *diag.Finding) line {
	body := style{across: "left", wrap: true}
	text := func(s string) cell { return cell{text: b.say(s, f.Figure), style: body} }
	right := style{across: "right", wrap: true, indent: 1}
	var mends []string
	for _, h := range f.Hints {
		mends = append(mends, h.Message.In(diag.ZH))
	}
	severity := cell{text: severityWords[f.Severity], style: style{across: "center"}}
	if f.Severity == diag.Error {
		severity.style.color, severity.style.bold = alarm, true
	}
	l := line{cells: []cell{
		{number: big.NewRat(int64(i+1), 1), style: style{across: "center"}},
		severity,
		{text: string(f.Code), style: style{across: "center"}},
		text(f.Message.In(diag.ZH)),
		{text: b.say(f.Reported, f.Figure), style: right},
		{text: b.say(f.Derived, f.Figure), style: right},
		{text: b.say(f.Difference, f.Figure), style: right},
		text(strings.Join(mends, "\n")),
		{style: style{across: "left", shrink: true}},
		{style: body},
		text(where(f.Place)),
		text(f.Check),
	}}
	if p, ok := b.index.shows(dataset.Ref(f.Figure)); ok {
		l.cells[8].text = p.sheet
		l.cells[9] = cell{text: address(p.col, p.row), style: linked(body), link: link{to: p.spot}}
	}
	for row := range b.index.checks.of(dataset.Ref(f.Figure)) {
		if b.doc.Checks.Lines.Line(row-checksHead-1).ID == f.Check {
			l.cells[11].style, l.cells[11].link = linked(body), link{to: spot{checksName, 1, row}}
		}
	}
	return l
}

// where is a place as the messages print it: data.csv:9:14. The file is named
// without its folder, lest a workbook depend on where it was made.
func where(p diag.Place) string {
	file := p.File[strings.LastIndexAny(p.File, `/\`)+1:]
	if p.Line == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// linked is the look of a cell that leads somewhere and says so.
func linked(look style) style {
	look.color, look.underline = linkInk, true
	return look
}
