package xlsx

import (
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// rows are the rows of a sheet in the file's notation, written as they come, and
// those of the next sheet after them.
type rows struct {
	to      io.Writer
	pending []byte   // not yet written; has room for pendingMost
	columns []string // names of the columns met so far
	styles  *styles
	recent  []given // by column: a row mostly looks like the one before
	count   int
}

// pendingMost is how much is written at once.
const pendingMost = 32 << 10

// newRows are rows of a workbook.
func newRows() rows {
	const row = 4 << 10 // more than most have
	return rows{pending: make([]byte, 0, pendingMost+row), styles: newStyles()}
}

// given is a style and its number.
type given struct {
	look style
	id   int
}

// begin goes on to the next sheet.
func (r *rows) begin(to io.Writer) {
	r.to, r.count = to, 0
	clear(r.recent)
}

// add writes the next row, so many points high.
func (r *rows) add(cells []cell, height float64) error {
	r.count++
	switch {
	case r.count > excelize.TotalRows:
		return excelize.ErrMaxRows
	case len(cells) > excelize.MaxColumns:
		return excelize.ErrColumnNumber
	}
	b := append(r.pending, `<row r="`...)
	b = strconv.AppendInt(b, int64(r.count), 10)
	b = append(b, `" ht="`...)
	b = strconv.AppendFloat(b, height, 'f', -1, 64)
	b = append(b, `" customHeight="1">`...)
	for i := range cells {
		if cells[i] == (cell{}) {
			continue
		}
		id := r.style(i, &cells[i].style)
		b = append(b, `<c r="`...)
		b = append(b, r.columns[i]...)
		b = strconv.AppendInt(b, int64(r.count), 10)
		b = append(b, `" s="`...)
		b = strconv.AppendInt(b, int64(id), 10)
		b = appendContent(b, &cells[i])
	}
	r.pending = append(b, `</row>`...)
	if len(r.pending) < pendingMost {
		return nil
	}
	return r.flush()
}

// flush writes what is pending.
func (r *rows) flush() error {
	err := write(r.to, r.pending)
	r.pending = r.pending[:0]
	return err
}

// style is the number of the look of a cell in a column.
func (r *rows) style(column int, look *style) int {
	for n := len(r.columns); n <= column; n++ {
		r.columns = append(r.columns, columnName(n+1))
		r.recent = append(r.recent, given{})
	}
	recent := &r.recent[column]
	if recent.id == 0 || recent.look != *look {
		*recent = given{*look, r.styles.id(*look)}
	}
	return recent.id
}

// appendContent ends a cell's opening tag, and writes what is in the cell and its
// end. A formula stands together with its value, without which it shows nothing until it
// is reckoned.
func appendContent(b []byte, c *cell) []byte {
	switch {
	case c.number != nil:
		b = appendFormula(append(b, `">`...), c.formula)
		b = appendNumber(append(b, `<v>`...), c.number)
		return append(b, `</v></c>`...)
	case c.formula != "":
		b = appendFormula(append(b, `" t="str">`...), c.formula)
		b = appendText(append(b, `<v>`...), c.text)
		return append(b, `</v></c>`...)
	case c.text != "":
		b = append(b, `" t="inlineStr"><is><t`...)
		if first, last := c.text[0], c.text[len(c.text)-1]; isSpace(first) || isSpace(last) {
			b = append(b, ` xml:space="preserve"`...)
		}
		b = appendText(append(b, '>'), c.text)
		return append(b, `</t></is></c>`...)
	}
	return append(b, `"/>`...)
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

func appendFormula(b []byte, formula string) []byte {
	if formula == "" {
		return b
	}
	b = appendEscaped(append(b, `<f>`...), formula, inElement)
	return append(b, `</f>`...)
}

// appendText writes a text that has been cleaned.
func appendText(b []byte, s string) []byte { return appendEscaped(b, s, inCell) }

// setting is where a text stands. Texts in cells may moreover spell characters as
// escaped does (ECMA-376 part 1, 22.9.2.19): of one that only looks so the first
// sign is spelt.
type setting int

const (
	inElement setting = iota
	inAttribute
	inCell
)

// appendEscaped writes a text as XML has it.
func appendEscaped(b []byte, s string, in setting) []byte {
	from := 0
	for i := range len(s) {
		var as string
		switch s[i] {
		case '&':
			as = "&amp;"
		case '<':
			as = "&lt;"
		case '>':
			as = "&gt;"
		case '"':
			if in != inAttribute {
				continue
			}
			as = "&#34;"
		case '\n', '\t': // read as a space in an attribute
			if in != inAttribute {
				continue
			}
			as = "&#" + strconv.Itoa(int(s[i])) + ";"
		case '_':
			if in != inCell || len(s)-i < len("_x0000_") || !escaped.MatchString(s[i:i+len("_x0000_")]) {
				continue
			}
			as = "_x005F_"
		default:
			continue
		}
		b = append(append(b, s[from:i]...), as...)
		from = i + 1
	}
	return append(b, s[from:]...)
}
