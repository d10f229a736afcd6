package xlsx

import (
	"strings"

	"jianbao/report/document"
)

// What an office prints around its tables: what they are counted in above, who
// made them and when they were issued below, and on every sheet what they are
// not.

// newSheet is a sheet with what every one has.
func (b *book) newSheet(name, tab string, widths ruler) *sheet {
	return &sheet{name: name, tab: tab, widths: widths, heading: b.heading, mark: b.printedMark()}
}

// printedMark is said at the head of every printed page.
func (b *book) printedMark() string {
	mark := ""
	if b.doc.Draft {
		mark = "草稿"
	}
	if b.doc.Sample {
		mark = joined("，", mark, sampleWords)
	}
	return mark
}

// unitLine says what a table is counted in, and that it is sample data.
func (b *book) unitLine(sample bool, unit string, n int) line {
	var left, right cell
	if sample {
		left = cell{text: "示例数据", style: sampleStyle}
	}
	if unit != "" {
		right = cell{text: "计量单位：" + b.say(unit, ""), style: unitStyle}
	}
	return between(left, right, n)
}

// statusLine is the line below the title of a sheet of several tables.
func (b *book) statusLine(text string, right cell, n int) line {
	left := cell{text: b.say(text, ""), style: lineStyle}
	switch {
	case !b.doc.Sample:
	case right.text == "":
		right = cell{text: sampleWords, style: style{size: 10, across: "right", color: alarm}}
	default:
		left.text = joined("　", left.text, sampleWords)
	}
	return between(left, right, n)
}

// noteText is a note as it stands below a table, whether or not it says 注 itself.
func noteText(note string) string {
	if strings.HasPrefix(note, "注：") || strings.HasPrefix(note, "注:") {
		return note
	}
	return "注：" + note
}

// sampleWords mark sheets that show sample data among others.
const sampleWords = "含示例数据"

// issued is the line that says who made the tables and when they were issued, as
// far as the data say; none if they do not.
func (b *book) issued() []string {
	said := ""
	if b.doc.Issuer != "" {
		said = "编制单位：" + b.doc.Issuer
	}
	if b.doc.Published.Year != 0 {
		said = joined("　　", said, "报出日期："+b.doc.DateText())
	}
	if said == "" {
		return nil
	}
	return []string{said}
}

// bodyLook is how a cell of a table looks, whatever it holds.
func bodyLook(c document.Column, row *document.Row, first bool) style {
	look := style{across: "left", wrap: true, bold: row.Kind == document.TotalRow, indent: 1}
	if c.Numeric {
		look.across, look.wrap, look.indent = "right", false, 0
	}
	if first {
		look.indent = row.Depth * 2
		if row.Kind == document.PartialRow {
			look.indent = max(look.indent, 2)
		}
	}
	return look
}
