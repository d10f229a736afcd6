package foreign

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"jianbao/report/diag"
)

// The last row and column of a sheet.
const (
	MaxRow    = 1 << 20
	MaxColumn = 1 << 14
)

// scan goes through all XML once, before anything is built of it: that it is
// well-formed to the end (programs that read rows one by one take half a sheet
// for a whole one), that it names no entities, and how much it holds.
func (p *Package) scan(l Limits) error {
	s := scanner{Limits: l, full: l}
	for _, part := range p.Parts {
		if !part.isXML() {
			continue // a picture; or a drawing of the old kind, which need not be well-formed
		}
		if err := s.part(part); err != nil {
			return err
		}
	}
	return nil
}

// isXML reports whether a part is XML by its name.
func (p *Part) isXML() bool {
	name := strings.ToLower(p.Name)
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
}

// scanner counts what is left of the limits.
type scanner struct {
	Limits
	full        Limits
	row, column int // last seen in a sheet
}

func (s *scanner) part(part *Part) error {
	d := xml.NewDecoder(bytes.NewReader(part.Body))
	depth, sheet := 0, false
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			s.endRow()
			return s.counted()
		case err != nil:
			line, _ := d.InputPos()
			return diag.Say("文件里的 %s 第 %d 行不是合格的 XML，文件可能损坏；用 Excel 打开后另存一次",
				"line %[2]d of its part %[1]s is no well-formed XML; the file may be damaged: open it in Excel and save it again", part.Name, line)
		}
		switch t := token.(type) {
		case xml.Directive:
			return diag.Say("文件里的 %s 带有 DTD 声明，不读；用 Excel 打开后另存一次", "its part %s has a document type declaration, which is not read; open it in Excel and save it again", part.Name)
		case xml.StartElement:
			if depth++; depth > s.Depth {
				return diag.Say("文件里的 %s 嵌套超过 %d 层", "its part %s is nested deeper than %d levels", part.Name, s.Depth)
			}
			s.Elements--
			if depth == 1 {
				sheet = t.Name.Local == "worksheet"
			}
			if sheet {
				if err := s.sheetElement(t); err != nil {
					return err
				}
			}
			if err := s.counted(); err != nil {
				return err
			}
		case xml.EndElement:
			depth--
		}
	}
}

// sheetElement counts rows and cells.
func (s *scanner) sheetElement(t xml.StartElement) error {
	switch t.Name.Local {
	case "row":
		s.endRow()
		s.row++
		if r, ok := number(attribute(t, "r")); ok {
			s.row = r
		}
	case "c":
		s.Cells--
		s.column++
		if ref := attribute(t, "r"); ref != "" {
			var ok bool
			if s.column, _, ok = Cell(ref); !ok {
				return diag.Say("文件里有单元格写作“%s”", "it has a cell that is called %q", ref)
			}
		}
	}
	if s.row > MaxRow || s.column > MaxColumn {
		return diag.Say("文件里的行列超出工作表的范围", "it has rows or columns that no sheet has")
	}
	return nil
}

func (s *scanner) endRow() {
	s.Spread -= s.column
	s.column = 0
}

// counted says which limit is passed.
func (s *scanner) counted() error {
	switch {
	case s.Elements < 0:
		return diag.Say("文件内容过多（上限 %d 个元素）", "it holds more than %d elements", s.full.Elements)
	case s.Cells < 0:
		return diag.Say("单元格过多（上限 %d 个）", "it holds more than %d cells", s.full.Cells)
	case s.Spread < 0:
		return diag.Say("表太宽：有些单元格离得太远；删去数据以外的空列再存", "its sheets are too wide, with cells far out; delete the empty columns beyond the data and save it again")
	}
	return nil
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}
