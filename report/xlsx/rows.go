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
	pending []byte   // not yet written
	columns []string // names of the columns met so far
	styles  *styles
	recent  []given // by column: a row mostly looks like the one before
	count   int
}

// pendingMost is how much is written at once.
const pendingMost = 32 << 10

// given is a style and its number.
type given struct {
	look style
	id   int
}

// begin goes on to the next sheet, of this workbook or another.
func (r *rows) begin(to io.Writer) {
	r.to, r.count, r.pending = to, 0, r.pending[:0]
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
		*recent = given{*look, r.styles.id(look)}
	}
	return recent.id
}

// appendContent ends a cell's opening tag, and writes what is in the cell and its
// end. A formula stands together with its value, without which it shows nothing until it
// is reckoned.
func appendContent(b []byte, c *cell) []byte {
	switch {
	case c.number != nil:
		b = appendFormula(append(b, `">`...), c)
		b = appendNumber(append(b, `<v>`...), c.number)
		return append(b, `</v></c>`...)
	case c.formula != "" || c.shared != nil:
		b = appendFormula(append(b, `" t="str">`...), c)
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

func appendFormula(b []byte, c *cell) []byte {
	switch {
	case c.shared != nil && c.formula == "":
		b = append(b, `<f t="shared" si="`...)
		return append(strconv.AppendInt(b, int64(c.shared.number), 10), `"/>`...)
	case c.shared != nil:
		b = append(append(append(b, `<f t="shared" ref="`...), c.shared.cells...), `" si="`...)
		b = append(strconv.AppendInt(b, int64(c.shared.number), 10), `">`...)
	case c.formula != "":
		b = append(b, `<f>`...)
	default:
		return b
	}
	return append(appendEscaped(b, c.formula, inElement), `</f>`...)
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

// mayEscape are the signs that are written otherwise in some setting.
var mayEscape = [256]bool{'&': true, '<': true, '>': true, '"': true, '\n': true, '\t': true, '_': true}

// appendEscaped writes a text as XML has it.
func appendEscaped(b []byte, s string, in setting) []byte {
	from := 0
	for i := range len(s) {
		if !mayEscape[s[i]] {
			continue
		}
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
