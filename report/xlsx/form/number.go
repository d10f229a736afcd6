package form

import (
	"strconv"
	"strings"

	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/xlsx/foreign"
)

// lookKey is a look that a cell has, and the number format that it is given.
type lookKey struct{ style, code string }

// setNumber makes a cell hold a figure's number, in the unit in which it is
// printed. A cell with a number format of its own keeps it; any other shows the
// decimals as published. A hedge is shown before or after the number, which alone
// would say more than is known.
func (f *filling) setNumber(c *foreign.Element, fig *figure.Figure) {
	style := c.Attr("s")
	code := f.book.Styles.Code(style)
	number := fig.Number
	if fig.Unit.Symbol == "%" && f.book.Styles.Percent(style) {
		number = fig.Value() // the cell shows it in %
	}
	look := code
	if code == "" {
		look = digitsFormat(fig)
	}
	if look = hedged(look, fig); look != code {
		key := lookKey{style, look}
		if f.looks[key] == "" {
			f.looks[key] = f.book.Styles.WithCode(style, look)
		}
		c.Set("s", f.looks[key])
	}
	v := foreign.New(c.Sibling("v"))
	v.SetText(shortest(exact.Float(number)))
	c.Kids = nil
	c.Set("t", "")
	c.Add(v)
}

// shortest is a number as a cell keeps it: fifteen digits, as Excel does.
func shortest(x float64) string {
	text := strconv.FormatFloat(x, 'g', 15, 64)
	x, _ = strconv.ParseFloat(text, 64) // its own text
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// digitsFormat shows a number as it is printed.
func digitsFormat(fig *figure.Figure) string {
	code := "0"
	if strings.Contains(fig.Text, ",") || strings.Contains(fig.Text, "，") {
		code = "#,##0"
	}
	if fig.Written > 0 {
		code += "." + strings.Repeat("0", min(fig.Written, 30))
	}
	return code
}

// hedged is a number format with the word that hedges a figure.
func hedged(code string, fig *figure.Figure) string {
	if fig.Hedge == figure.Plain || fig.Hedge == figure.Reached || fig.Word == "" {
		return code
	}
	word := `"` + strings.ReplaceAll(fig.Word, `"`, "") + `"`
	section, rest, more := strings.Cut(code, ";")
	if strings.HasPrefix(fig.Text, fig.Word) {
		section = word + section
	} else {
		section += word
	}
	if more {
		return section + ";" + rest
	}
	return section
}
