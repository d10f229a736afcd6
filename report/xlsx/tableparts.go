package xlsx

import (
	"fmt"
	"strconv"
)

// appendPart writes the part of an Excel table (ECMA-376 part 1, 18.5.1.2), the n-th of the
// workbook. Its columns' names are those in the sheet's header.
func (l *list) appendPart(b []byte, n int) []byte {
	b = fmt.Appendf(b, xmlHeader+`<table xmlns="%s" id="%d" name="%s" displayName="%[3]s" ref="%s">`, mainSpace, n, l.name, l.cells)
	b = fmt.Appendf(b, `<autoFilter ref="%s"/><tableColumns count="%d">`, l.cells, len(l.heads))
	for i, head := range l.heads {
		b = append(b, `<tableColumn id="`...)
		b = strconv.AppendInt(b, int64(i+1), 10)
		b = append(b, `" name="`...)
		b = append(appendEscaped(b, head, inAttribute), `"/>`...)
	}
	return append(b, `</tableColumns><tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`...)
}
