package foreign

import (
	"strconv"
	"strings"
)

// Styles are the looks of a workbook's cells.
type Styles struct {
	Part  *Part    // nil if the workbook has none
	Tree  *Element // of it
	codes map[int]string
	looks []look
}

// look is what is read of a cell's style.
type look struct {
	of     *Element // it is the style that this element describes
	code   string   // of its number format
	format format
	indent int
}

// textFormat is the number format of cells that are said to hold text.
const textFormat = 49

func readStyles(part *Part) *Styles {
	s := &Styles{Part: part, Tree: New("styleSheet"), codes: map[int]string{}}
	if part != nil {
		s.Tree = part.Tree()
	}
	if formats := s.Tree.First("numFmts"); formats != nil {
		for f := range formats.Named("numFmt") {
			if id, ok := number(f.Attr("numFmtId")); ok {
				s.codes[id] = f.Attr("formatCode")
			}
		}
	}
	if xfs := s.Tree.First("cellXfs"); xfs != nil {
		for xf := range xfs.Named("xf") {
			s.add(xf)
		}
	}
	return s
}

func (s *Styles) add(xf *Element) {
	l := look{of: xf, code: s.code(xf)}
	l.format = parseFormat(l.code)
	if a := xf.First("alignment"); a != nil {
		l.indent, _ = number(a.Attr("indent"))
	}
	s.looks = append(s.looks, l)
}

// code is the number format of a style.
func (s *Styles) code(xf *Element) string {
	id, _ := number(xf.Attr("numFmtId"))
	if code, own := s.codes[id]; own {
		return code
	}
	return builtIn[id]
}

func (s *Styles) of(style string) look {
	if n, ok := number(style); ok && n < len(s.looks) {
		return s.looks[n]
	}
	return look{code: "General", format: parseFormat("General")}
}

// Code is the number format of the style with a number as cells write it; empty
// for one that says nothing of numbers.
func (s *Styles) Code(style string) string {
	n, _ := number(style) // none: the first
	if n >= len(s.looks) || s.looks[n].code == "General" || s.looks[n].code == "@" {
		return ""
	}
	return s.looks[n].code
}

// Percent reports whether a style shows numbers in %: 0.796 as 79.6%.
func (s *Styles) Percent(style string) bool { return s.of(style).format.percent }

// WithCode is the number of a style that is like another but for its number
// format. It is made if there is none.
func (s *Styles) WithCode(style, code string) string {
	xfs := s.Tree.First("cellXfs")
	if xfs == nil {
		return style // of a workbook without looks
	}
	n, _ := number(style)
	if n >= len(s.looks) {
		return style
	}
	made := s.looks[n].of.Clone()
	made.Set("numFmtId", strconv.Itoa(s.codeID(code)))
	made.Set("applyNumberFormat", "1")
	xfs.Add(made)
	s.add(made)
	xfs.Set("count", strconv.Itoa(len(s.looks)))
	return strconv.Itoa(len(s.looks) - 1)
}

// codeID is the number of a format, the least if it has several; it is added if it
// is new.
func (s *Styles) codeID(code string) int {
	found, free := -1, 164 // the first that is not Excel's own
	for id, known := range s.codes {
		if known == code && (found < 0 || id < found) {
			found = id
		}
		free = max(free, id+1)
	}
	if found >= 0 {
		return found
	}
	s.codes[free] = code
	formats := s.Tree.First("numFmts")
	if formats == nil {
		formats = New(s.Tree.Sibling("numFmts"))
		s.Tree.Kids = append([]Node{{Element: formats}}, s.Tree.Kids...)
	}
	formats.Add(New(s.Tree.Sibling("numFmt"), "numFmtId", strconv.Itoa(free), "formatCode", code))
	formats.Set("count", strconv.Itoa(len(s.codes)))
	return free
}

// builtIn are the formats that have a number and no code of their own (ECMA-376
// part 1, 18.8.30), those for Chinese among them.
var builtIn = func() map[int]string {
	codes := map[int]string{
		0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
		37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
		48: "##0.0E+0", textFormat: "@",
	}
	for _, id := range strings.Fields("14 15 16 17 18 19 20 21 22 27 28 29 30 31 32 33 34 35 36 45 46 47 50 51 52 53 54 55 56 57 58") {
		n, _ := number(id)
		codes[n] = "yyyy-mm-dd"
		if n >= 18 && n <= 21 || n >= 45 && n <= 47 || n >= 32 && n <= 35 {
			codes[n] = "h:mm:ss"
		}
	}
	codes[22] = "yyyy-mm-dd h:mm"
	return codes
}()
