package xlsx

import (
	"errors"
	"fmt"
	"strconv"
)

// Kinds of parts.
const (
	sheetContent    = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
	tableContent    = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"
	commentsContent = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
	drawingContent  = "application/vnd.openxmlformats-officedocument.drawing+xml"
	chartContent    = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
	shapesContent   = "application/vnd.openxmlformats-officedocument.vmlDrawing"
)

// inventory says what a workbook consists of: its sheets and names (ECMA-376 part
// 1, 18.2.27), which parts these lead to and what kind each part is (part 2, 9.3 and
// 10.1). What is the same in all workbooks stands around it (see fresh).
type inventory struct {
	kinds, leads, sheets, names []byte
	count                       int    // of the sheets
	made                        []byte // a part in the making
}

// reset begins another workbook.
func (v *inventory) reset() {
	*v = inventory{kinds: v.kinds[:0], leads: v.leads[:0], sheets: v.sheets[:0], names: v.names[:0], made: v.made}
}

// firstLead is the number of the relation of the second sheet: those before it are
// excelize's, to the first sheet, the styles and the theme.
const firstLead = 4

// sheet adds the next sheet, with the names that belong to it.
func (v *inventory) sheet(s *sheet) {
	v.count++
	number, lead := strconv.Itoa(v.count), 1
	if v.count > 1 {
		lead = firstLead + v.count - 2
		v.part("xl/worksheets/sheet"+number+".xml", sheetContent)
		v.leads = fmt.Appendf(v.leads, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%s.xml"/>`, lead, typesSpace, number)
	}
	v.sheets = appendEscaped(append(v.sheets, `<sheet name="`...), s.name, inAttribute)
	v.sheets = fmt.Appendf(v.sheets, `" sheetId="%s" r:id="rId%d"/>`, number, lead)
	if rows := s.filter; rows[0] != 0 {
		v.name("_xlnm._FilterDatabase", ` hidden="1"`, s.name, absolute(1, rows[0])+":"+absolute(len(s.widths), rows[1]))
	}
	if rows := s.repeat; rows[0] != 0 {
		v.name("_xlnm.Print_Titles", "", s.name, fmt.Sprintf("$%d:$%d", rows[0], rows[1]))
	}
}

// name adds a name for a range of the last sheet.
func (v *inventory) name(name, attributes, sheet, cells string) {
	if len(v.names) == 0 {
		v.names = append(v.names, `<definedNames>`...)
	}
	v.names = fmt.Appendf(v.names, `<definedName name="%s" localSheetId="%d"%s>`, name, v.count-1, attributes)
	v.names = appendEscaped(v.names, quoted(sheet), inElement)
	v.names = append(append(append(v.names, '!'), cells...), `</definedName>`...)
}

// part adds a part.
func (v *inventory) part(name, content string) {
	v.kinds = append(append(v.kinds, `<Override PartName="/`...), name...)
	v.kinds = append(append(append(v.kinds, `" ContentType="`...), content...), `"/>`...)
}

// ending adds what parts are whose names end so.
func (v *inventory) ending(ending, content string) {
	v.kinds = append(append(v.kinds, `<Default Extension="`...), ending...)
	v.kinds = append(append(append(v.kinds, `" ContentType="`...), content...), `"/>`...)
}

// write writes the parts that say so.
func (v *inventory) write(a *archive, made *fresh) error {
	names := v.names
	if len(names) > 0 {
		names = append(names, `</definedNames>`...)
	}
	put := func(name string, pieces ...[]byte) error {
		v.made = v.made[:0]
		for _, piece := range pieces {
			v.made = append(v.made, piece...)
		}
		return a.put(name, v.made)
	}
	return errors.Join(
		put(kindsPart, made.kinds.before, v.kinds, []byte(kindsEnd), made.kinds.behind),
		put(leadsPart, made.leads),
		put(workbookPart, made.workbook.before, v.sheets, []byte(sheetsEnd), names, made.workbook.behind),
		put(bookLeads, made.within.before, v.leads, []byte(leadsEnd), made.within.behind),
		put(themePart, made.theme),
	)
}
