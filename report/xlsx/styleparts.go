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
	made                          []byte // an element in the making
}

// firstFormat is the number of the first format that is not built in (18.8.30).
const firstFormat = 164

func newStyles() *styles {
	s := &styles{ids: map[style]int{}, tints: map[tint]int{}}
	for _, e := range s.elements() {
		e.numbers = map[string]int{}
	}
	s.reset()
	return s
}

func (s *styles) elements() [6]*elements {
	return [...]*elements{&s.formats, &s.fonts, &s.fills, &s.borders, &s.looks, &s.differentials}
}

// reset leaves what every workbook must have: the look of cells that have none of
// their own, and two fills that Excel takes for granted.
func (s *styles) reset() {
	clear(s.ids)
	clear(s.tints)
	for _, e := range s.elements() {
		clear(e.numbers)
		e.all = e.all[:0]
	}
	s.fonts.number([]byte(`<font><sz val="` + strconv.Itoa(bodySize) + `"/><color theme="1"/><name val="` + songti + `"/><family val="2"/></font>`))
	s.fills.number([]byte(`<fill><patternFill patternType="none"/></fill>`))
	s.fills.number([]byte(`<fill><patternFill patternType="gray125"/></fill>`))
	s.borders.number(appendBorder(nil, &style{}))
	s.looks.number([]byte(`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`))
}

// id is the number of a look.
func (s *styles) id(look *style) int {
	id, ok := s.ids[*look]
	if !ok {
		id = s.look(look)
		s.ids[*look] = id
	}
	return id
}

// tint is the number of what a conditional format changes.
func (s *styles) tint(t tint) int {
	id, ok := s.tints[t]
	if !ok {
		b := append(s.made[:0], `<dxf><font>`...)
		b = append(appendColour(appendBold(b, t.bold), t.color), `</font>`...)
		if t.fill != "" { // of which the second colour counts here (18.8.32)
			b = append(b, `<fill><patternFill patternType="solid"><bgColor rgb="FF`+t.fill+`"/></patternFill></fill>`...)
		}
		s.made = append(b, `</dxf>`...)
		id = s.differentials.number(s.made)
		s.tints[t] = id
	}
	return id
}

// look puts down a look in the file's notation.
func (s *styles) look(look *style) int {
	format, fill := 0, 0
	if look.format != "" {
		s.made = append(s.made[:0], look.format...)
		format = firstFormat + s.formats.number(s.made)
	}
	if look.fill != "" {
		s.made = append(s.made[:0], `<fill><patternFill patternType="solid"><fgColor rgb="FF`+look.fill+`"/></patternFill></fill>`...)
		fill = s.fills.number(s.made)
	}
	s.made = appendFont(s.made[:0], look)
	font := s.fonts.number(s.made)
	s.made = appendBorder(s.made[:0], look)
	border := s.borders.number(s.made)
	s.made = fmt.Appendf(s.made[:0], `<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">`,
		format, font, fill, border)
	s.made = append(appendAlignment(s.made, look), `</xf>`...)
	return s.looks.number(s.made)
}

func appendFont(b []byte, look *style) []byte {
	face, size := look.face, look.size
	if face == "" {
		face = songti
	}
	if size == 0 {
		size = bodySize
	}
	b = appendBold(append(b, `<font>`...), look.bold)
	if look.underline {
		b = append(b, `<u/>`...)
	}
	b = strconv.AppendFloat(append(b, `<sz val="`...), size, 'f', -1, 64)
	b = appendColour(append(b, `"/>`...), look.color)
	return append(append(append(b, `<name val="`...), face...), `"/><family val="2"/></font>`...)
}

func appendBold(b []byte, bold bool) []byte {
	if bold {
		b = append(b, `<b/>`...)
	}
	return b
}

func appendColour(b []byte, rgb string) []byte {
	if rgb != "" {
		b = append(append(append(b, `<color rgb="FF`...), rgb...), `"/>`...)
	}
	return b
}

func appendBorder(b []byte, look *style) []byte {
	b = append(b, `<border><left/><right/>`...)
	b = appendEdge(appendEdge(b, "top", look.top), "bottom", look.bottom)
	return append(b, `<diagonal/></border>`...)
}

// appendEdge writes a rule at the top or the bottom of a cell.
func appendEdge(b []byte, side string, weight int) []byte {
	b = append(append(b, '<'), side...)
	switch weight {
	case lightRule:
		b = append(b, ` style="thin">`...)
	case heavyRule:
		b = append(b, ` style="medium">`...)
	default:
		return append(b, `/>`...)
	}
	b = append(appendColour(b, "000000"), `</`...)
	return append(append(b, side...), '>')
}

func appendAlignment(b []byte, look *style) []byte {
	b = append(b, `<alignment`...)
	if look.across != "" {
		b = append(append(append(b, ` horizontal="`...), look.across...), '"')
	}
	b = append(b, ` vertical="center"`...)
	if look.wrap {
		b = append(b, ` wrapText="1"`...)
	}
	if look.indent > 0 {
		b = append(strconv.AppendInt(append(b, ` indent="`...), int64(look.indent), 10), '"')
	}
	if look.shrink {
		b = append(b, ` shrinkToFit="1"`...)
	}
	return append(b, `/>`...)
}

// appendPart writes the part of the styles.
func (s *styles) appendPart(b []byte) []byte {
	b = append(b, xmlHeader+`<styleSheet xmlns="`+mainSpace+`">`...)
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
func (e *elements) number(element []byte) int {
	n, ok := e.numbers[string(element)]
	if !ok {
		n = len(e.all)
		e.all = append(e.all, string(element))
		e.numbers[e.all[n]] = n
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
