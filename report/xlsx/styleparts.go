package xlsx

import (
	"fmt"
	"strconv"
)

// styles are the looks of a workbook's cells, each written once, in the order
// they are asked for. They make the part of the styles (ECMA-376 part 1, 18.8.39),
// which excelize would put together from its own notion of a style and search
// through for every new one.
type styles struct {
	ids                           map[style]int
	tints                         map[tint]int
	formats, fonts, fills         elements
	borders, looks, differentials elements
}

// firstFormat is the number of the first format that is not built in (18.8.30).
const firstFormat = 164

// newStyles has what every workbook must have: the look of cells that have none
// of their own, and two fills that Excel takes for granted.
func newStyles() *styles {
	s := &styles{ids: map[style]int{}, tints: map[tint]int{}}
	s.fonts.number(`<font><sz val="` + strconv.Itoa(bodySize) + `"/><color theme="1"/><name val="` + songti + `"/><family val="2"/></font>`)
	s.fills.number(`<fill><patternFill patternType="none"/></fill>`)
	s.fills.number(`<fill><patternFill patternType="gray125"/></fill>`)
	s.borders.number(style{}.border())
	s.looks.number(`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
	return s
}

// id is the number of a look.
func (s *styles) id(look style) int {
	id, ok := s.ids[look]
	if !ok {
		id = s.looks.number(s.xf(&look))
		s.ids[look] = id
	}
	return id
}

// tint is the number of what a conditional format changes.
func (s *styles) tint(t tint) int {
	id, ok := s.tints[t]
	if !ok {
		fill := ""
		if t.fill != "" { // of which the second colour counts here (18.8.32)
			fill = `<fill><patternFill patternType="solid"><bgColor rgb="FF` + t.fill + `"/></patternFill></fill>`
		}
		id = s.differentials.number(`<dxf><font>` + boldIf(t.bold) + colour(t.color) + `</font>` + fill + `</dxf>`)
		s.tints[t] = id
	}
	return id
}

// xf is a look in the file's notation.
func (s *styles) xf(look *style) string {
	format := 0
	if look.format != "" {
		format = firstFormat + s.formats.number(look.format)
	}
	fill := 0
	if look.fill != "" {
		fill = s.fills.number(`<fill><patternFill patternType="solid"><fgColor rgb="FF` + look.fill + `"/></patternFill></fill>`)
	}
	return fmt.Sprintf(`<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">%s</xf>`,
		format, s.fonts.number(look.font()), fill, s.borders.number(look.border()), look.alignment())
}

func (look style) font() string {
	face, size := look.face, look.size
	if face == "" {
		face = songti
	}
	if size == 0 {
		size = bodySize
	}
	underline := ""
	if look.underline {
		underline = `<u/>`
	}
	return `<font>` + boldIf(look.bold) + underline + `<sz val="` + strconv.FormatFloat(size, 'f', -1, 64) + `"/>` +
		colour(look.color) + `<name val="` + face + `"/><family val="2"/></font>`
}

func boldIf(bold bool) string {
	if bold {
		return `<b/>`
	}
	return ""
}

func colour(rgb string) string {
	if rgb == "" {
		return ""
	}
	return `<color rgb="FF` + rgb + `"/>`
}

func (look style) border() string {
	return `<border><left/><right/>` + edge("top", look.top) + edge("bottom", look.bottom) + `<diagonal/></border>`
}

// edge is a rule at the top or the bottom of a cell.
func edge(side string, weight int) string {
	switch weight {
	case lightRule:
		return `<` + side + ` style="thin">` + colour("000000") + `</` + side + `>`
	case heavyRule:
		return `<` + side + ` style="medium">` + colour("000000") + `</` + side + `>`
	}
	return `<` + side + `/>`
}

func (look style) alignment() string {
	made := `<alignment`
	if look.across != "" {
		made += ` horizontal="` + look.across + `"`
	}
	made += ` vertical="center"`
	if look.wrap {
		made += ` wrapText="1"`
	}
	if look.indent > 0 {
		made += ` indent="` + strconv.Itoa(look.indent) + `"`
	}
	if look.shrink {
		made += ` shrinkToFit="1"`
	}
	return made + `/>`
}

// part is the part of the styles.
func (s *styles) part() []byte {
	b := []byte(xmlHeader + `<styleSheet xmlns="` + mainSpace + `">`)
	b = s.appendFormats(b)
	b = s.fonts.append(b, "fonts")
	b = s.fills.append(b, "fills")
	b = s.borders.append(b, "borders")
	b = append(b, `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`...)
	b = s.looks.append(b, "cellXfs")
	b = append(b, `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>`...)
	b = s.differentials.append(b, "dxfs")
	return append(b, `<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`...)
}

// appendFormats writes the number formats, which alone say their numbers.
func (s *styles) appendFormats(b []byte) []byte {
	if len(s.formats.all) == 0 {
		return b
	}
	b = fmt.Appendf(b, `<numFmts count="%d">`, len(s.formats.all))
	for i, code := range s.formats.all {
		b = fmt.Appendf(b, `<numFmt numFmtId="%d" formatCode="`, firstFormat+i)
		b = append(appendEscaped(b, code, inAttribute), `"/>`...)
	}
	return append(b, `</numFmts>`...)
}

// elements are elements of one kind, none of them twice.
type elements struct {
	numbers map[string]int
	all     []string
}

// number is the place of an element among its kind, counted from 0.
func (e *elements) number(element string) int {
	n, ok := e.numbers[element]
	if !ok {
		if e.numbers == nil {
			e.numbers = map[string]int{}
		}
		n = len(e.all)
		e.numbers[element] = n
		e.all = append(e.all, element)
	}
	return n
}

// append writes the elements under their common name, unless there are none.
func (e *elements) append(b []byte, name string) []byte {
	if len(e.all) == 0 {
		return b
	}
	b = fmt.Appendf(b, `<%s count="%d">`, name, len(e.all))
	for _, element := range e.all {
		b = append(b, element...)
	}
	return fmt.Appendf(b, `</%s>`, name)
}
