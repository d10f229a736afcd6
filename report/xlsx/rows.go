package xlsx

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

// rows are the rows of a sheet in the file's notation. excelize writes the sheet
// without any and the archive puts them in (see body): excelize's own way, by
// which each cell is made twice more, takes a fifth of the time of a workbook.
type rows struct {
	body    *body
	line    []byte   // of the row in the making
	columns []string // names of the columns met so far
	styles  *styles
	recent  []given // by column: a row mostly looks like the one before
	count   int
}

// given is a style and its number.
type given struct {
	look style
	id   int
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
	b := append(r.line[:0], `<row r="`...)
	b = strconv.AppendInt(b, int64(r.count), 10)
	b = append(b, `" ht="`...)
	b = strconv.AppendFloat(b, height, 'f', -1, 64)
	b = append(b, `" customHeight="1">`...)
	for i := range cells {
		if cells[i] == (cell{}) {
			continue
		}
		id, err := r.style(i, &cells[i].style)
		if err != nil {
			return err
		}
		b = append(b, `<c r="`...)
		b = append(b, r.columns[i]...)
		b = strconv.AppendInt(b, int64(r.count), 10)
		b = append(b, `" s="`...)
		b = strconv.AppendInt(b, int64(id), 10)
		b = appendContent(b, &cells[i])
		b = append(b, `</c>`...)
	}
	r.line = append(b, `</row>`...)
	_, err := r.body.rows.Write(r.line)
	return err
}

// link leads from a cell of the row last written to a place in the workbook.
func (r *rows) link(column int, place string) {
	b := append(r.body.links, `<hyperlink ref="`...)
	b = append(b, r.columns[column]...)
	b = strconv.AppendInt(b, int64(r.count), 10)
	b = appendEscaped(append(b, `" location="`...), place, false)
	r.body.links = append(b, `"/>`...)
}

// style is the number of the look of a cell in a column.
func (r *rows) style(column int, look *style) (int, error) {
	for n := len(r.columns); n <= column; n++ {
		r.columns = append(r.columns, columnName(n+1))
		r.recent = append(r.recent, given{})
	}
	recent := &r.recent[column]
	if recent.id == 0 || recent.look != *look {
		id, err := r.styles.id(*look)
		if err != nil {
			return 0, err
		}
		*recent = given{*look, id}
	}
	return recent.id, nil
}

// appendContent ends a cell's opening tag and writes what is in the cell. A
// formula stands together with its value, without which it shows nothing until it
// is reckoned.
func appendContent(b []byte, c *cell) []byte {
	switch {
	case c.number != nil:
		b = appendFormula(append(b, `">`...), c.formula)
		b = appendNumber(append(b, `<v>`...), c.number)
		return append(b, `</v>`...)
	case c.formula != "":
		b = appendFormula(append(b, `" t="str">`...), c.formula)
		b = appendText(append(b, `<v>`...), c.text)
		return append(b, `</v>`...)
	case c.text != "":
		b = append(b, `" t="inlineStr"><is><t`...)
		if first, last := c.text[0], c.text[len(c.text)-1]; isSpace(first) || isSpace(last) {
			b = append(b, ` xml:space="preserve"`...)
		}
		b = appendText(append(b, '>'), c.text)
		return append(b, `</t></is>`...)
	}
	return append(b, `">`...)
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

func appendFormula(b []byte, formula string) []byte {
	if formula == "" {
		return b
	}
	b = appendEscaped(append(b, `<f>`...), formula, false)
	return append(b, `</f>`...)
}

// appendText writes a text that has been cleaned.
func appendText(b []byte, s string) []byte { return appendEscaped(b, s, true) }

// appendEscaped writes what stands in an element or an attribute. Texts in cells may moreover spell
// characters as escaped does (ECMA-376 part 1, 22.9.2.19): one that only looks so
// has its first sign spelt.
func appendEscaped(b []byte, s string, spelt bool) []byte {
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
			as = "&#34;"
		case '_':
			if !spelt || len(s)-i < len("_x0000_") || !escaped.MatchString(s[i:i+len("_x0000_")]) {
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
