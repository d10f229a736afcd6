package load

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"jianbao/report/diag"
)

// csvCells are the cells of a table in a CSV file: the text as it is, and where
// each row begins. A cell is looked for in its row whenever it is asked for, so
// that a long table takes little more room than its file.
type csvCells struct {
	csvText
	name    string // of the file, as findings name it
	columns []int  // which cell of a record is a column's, or -1
	width   int    // of the header, in cells
	longest int    // bytes of a text that need not be looked at

	// starts are the offsets of the rows; the limit on a file's size lets them
	// have 32 bits.
	starts []uint32
	lines  []int // the number of every lineEvery-th row's line
}

// lineEvery is a trade: line numbers kept against lines counted to place a cell.
const lineEvery = 64

func newCSVCells(text csvText, name string, columns []int, width, longest int, starts []uint32) *csvCells {
	c := &csvCells{csvText: text, name: name, columns: columns, width: width, starts: starts, longest: longest}
	line, at := 1, 0
	for n := 0; n < len(starts); n += lineEvery {
		begin := int(starts[n])
		line += strings.Count(text.text[at:begin], "\n")
		at = begin
		c.lines = append(c.lines, line)
	}
	return c
}

func (c *csvCells) Len() int { return len(c.starts) }

// Text is a cell's text; empty in a row that is too short. A control character,
// which is a finding, reads as U+FFFD.
func (c *csvCells) Text(row, column int) string {
	n := c.columns[column]
	if n < 0 {
		return ""
	}
	var few [16]span
	cells, _, _ := c.record(int(c.starts[row]), n+1, few[:0])
	if len(cells) <= n {
		return ""
	}
	text, _ := scrubbed(c.cell(cells[n]))
	return text
}

// Place is where a cell's text stands; where its row begins if it is not there.
func (c *csvCells) Place(row, column int) diag.Place {
	cells, _, _ := c.record(int(c.starts[row]), -1, nil)
	n := c.columns[column]
	if n < 0 || n >= len(cells) {
		n = 0
	}
	return c.place(row, cells[n])
}

// place is where a cell of a row stands.
func (c *csvCells) place(row int, s span) diag.Place {
	mark := row / lineEvery
	line := c.lines[mark] + strings.Count(c.text[c.starts[mark*lineEvery]:s.start], "\n")
	return c.placeIn(c.name, line, s)
}

// placeIn is where a cell stands that begins on a line.
func (t csvText) placeIn(file string, line int, s span) diag.Place {
	column := 1 + utf8.RuneCountInString(t.text[t.lineStart(s.start):s.start])
	text := t.cell(s)
	length := utf8.RuneCountInString(text)
	rest := t.text[s.start:]
	if rest != "" && rest[0] == '"' {
		column++
		rest = rest[1:]
		length += strings.Count(text, `"`)
	}
	if text != "" {
		blanks := strings.TrimLeftFunc(rest, func(r rune) bool { return r != '\n' && r != '\r' && r != ',' && unicode.IsSpace(r) })
		column += utf8.RuneCountInString(rest[:len(rest)-len(blanks)])
	}
	if before, _, several := strings.Cut(text, "\n"); several {
		length = utf8.RuneCountInString(before) + strings.Count(before, `"`)
	}
	return diag.Place{File: file, Line: line, Column: column, EndColumn: column + max(length, 1)}
}

// row gives the texts of a row, one a column. It is sound if it has as many
// cells as the header and no text that is too long or has a control character.
func (c *csvCells) row(n int, r *rowTexts) (sound bool) {
	r.cells, _, _ = c.record(int(c.starts[n]), -1, r.cells[:0])
	sound = c.given(r.cells) == c.width
	for i, at := range c.columns {
		r.texts[i] = ""
		if at >= 0 && at < len(r.cells) {
			text, clean := scrubbed(c.cell(r.cells[at]))
			r.texts[i] = text
			sound = sound && clean && len(text) <= c.longest
		}
	}
	return sound
}

// given is how many cells a row has, less empty ones beyond the header.
func (c *csvCells) given(cells []span) int {
	given := len(cells)
	for given > c.width && c.cell(cells[given-1]) == "" {
		given--
	}
	return given
}

// scrubbed is a text with each control character replaced by U+FFFD; clean if
// there was none.
func scrubbed(text string) (_ string, clean bool) {
	if !hasStray(text) {
		return text, true
	}
	return strings.Map(func(r rune) rune {
		if isStrayInCell(r) {
			return unicode.ReplacementChar
		}
		return r
	}, text), false
}

func isStrayInCell(r rune) bool { return isStray(r) || r == '\r' }

// hasStray reports whether a text has a stray character in it, or a carriage return.
// It looks only at characters that begin with a byte that one of those begins with.
func hasStray(text string) bool {
	first := strayBytes()
	for i := range len(text) {
		if first[text[i]] {
			if c, _ := utf8.DecodeRuneInString(text[i:]); isStrayInCell(c) {
				return true
			}
		}
	}
	return false
}

// strayBytes are the bytes that a character which is a stray one in a cell
// begins with.
var strayBytes = sync.OnceValue(func() *[256]bool {
	var first [256]bool
	note := func(from, to rune) {
		for r := from; r < to; r++ {
			if isStrayInCell(r) {
				first[string(r)[0]] = true
			}
		}
	}
	note(0, '\u3000') // and no Han character or other sign of East Asia is one
	note('\ufe00', 1<<16)
	return &first
})
