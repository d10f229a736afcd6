package xlsx

import (
	"slices"

	"jianbao/report/diag"
	"jianbao/report/document"
)

// figure shows a cell of the document. The subject names it in findings where
// it has no name of its own.
func (b *book) figure(c *document.Cell, sheet, subject string, look style) cell {
	made := b.shown(c, subject, look)
	if made.number != nil {
		made.formula = b.index.live(c, sheet)
	}
	return made
}

// shown shows a cell of the document as it is, without its formula.
func (b *book) shown(c *document.Cell, subject string, look style) cell {
	if c.Ref != "" {
		subject = string(c.Ref)
	}
	if !numeric(c) {
		if c.Number != nil {
			b.noteDigits(c.Text, subject)
		}
		return cell{text: b.say(c.Text, subject), style: look}
	}
	look.across, look.wrap = "right", false
	look.format = b.numberFormat(c)
	return cell{number: c.Number, style: look}
}

// numberFormat is the number format of a cell, with a finding if it has no room
// for the words around the number.
func (b *book) numberFormat(c *document.Cell) string {
	format, whole := numberFormat(c)
	if !whole {
		b.note(string(c.Ref), diag.Say(
			"%[1]s：“%[2]s”数字前后的文字太长，工作簿的数字格式最多255个字符，单元格里只有数字；请缩短",
			"%[1]s: the words around the number of %[2]q are too long for a number format of 255 characters; the cell has the number only; shorten them",
			string(c.Ref), shortened(c.Text, shownUnits)))
	}
	return format
}

// titleLine lays a title across a sheet's columns. The cells are not merged: a
// merge stands in the way of sorting and of programs that read.
func (b *book) titleLine(title string, n int) line {
	cells := make([]cell, n)
	for i := range cells {
		cells[i].style = titleStyle
	}
	cells[0].text = b.marked(title)
	return line{height: 30, cells: cells}
}

// marked says of a title that it is a draft's.
func (b *book) marked(title string) string {
	if b.doc.Draft {
		return "【草稿】" + title
	}
	return title
}

// between is a line with words at its left and at its right end.
func between(left, right cell, n int) line {
	cells := make([]cell, max(n, 2))
	cells[0] = left
	cells[len(cells)-1] = right
	if right.text == "" {
		cells = cells[:1]
	}
	return line{height: 18, cells: cells}
}

// headLine is the header of a table.
func headLine(titles []string) line {
	cells := make([]cell, len(titles))
	for i, t := range titles {
		cells[i] = cell{text: t, style: headStyle}
	}
	return line{cells: cells}
}

// filled is a line whose first cell speaks and whose look goes on to the end.
func filled(text string, look style, n int) line {
	cells := make([]cell, n)
	for i := range cells {
		cells[i].style = look
	}
	cells[0].text = text
	return line{cells: cells}
}

// ruled draws the heavy rule under a table's last line.
func ruled(l line) line {
	for i := range l.cells {
		l.cells[i].style.bottom = heavyRule
	}
	return l
}

// words is a line of cells of one look.
func words(look style, texts ...string) line {
	l := line{cells: make([]cell, len(texts))}
	for i, t := range texts {
		l.cells[i] = cell{text: t, style: look}
	}
	return l
}

// set makes a sheet of lines that are few enough to be held.
func (s *sheet) set(lines []line) *sheet {
	s.rows = len(lines)
	s.lines = slices.Values(lines)
	return s
}
