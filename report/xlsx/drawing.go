package xlsx

import (
	"fmt"
	"strconv"
)

// The drawing of a sheet says where on it its charts lie (ECMA-376 part 1,
// 20.5.2.35).

// Measures of charts.
const (
	mostDigits   = 130 // the widest, in widths of a digit
	digitPixels  = 7
	columnPixels = 8 // of a column, for each width of a digit
	pixel        = 9525
)

// placedChart is a chart over so many rows, from the row on.
type placedChart struct {
	row, rows int
	chart     native
}

// appendDrawing writes the part that places the sheet's charts, each from the first
// column on, and adds what it leads to.
func (s *sheet) appendDrawing(b []byte, leads *relations) []byte {
	b = append(b, xmlHeader+`<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="`+drawingSpace+`" xmlns:r="`+typesSpace+`">`...)
	col, rest := 0, int(min(s.columnsWide(), mostDigits))*digitPixels
	for ; col < len(s.widths)-1; col++ {
		wide := int(s.widths[col]*columnPixels + 0.5)
		if rest < wide {
			break
		}
		rest -= wide
	}
	for i, placed := range s.charts {
		b = fmt.Appendf(b, `<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`, placed.row-1)
		b = fmt.Appendf(b, `<xdr:to><xdr:col>%d</xdr:col><xdr:colOff>%d</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>`, col, rest*pixel, placed.row-1+placed.rows)
		b = fmt.Appendf(b, `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s" descr="`, i+2, placed.chart.name)
		b = appendEscaped(b, placed.chart.alt, inAttribute)
		b = append(b, `"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>`...)
		b = append(b, `<a:graphic><a:graphicData uri="`+chartSpace+`"><c:chart xmlns:c="`+chartSpace+`" r:id="`...)
		b = append(b, leads.add(toChart, "../charts/chart"+strconv.Itoa(i+1)+".xml")...)
		b = append(b, `"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`...)
	}
	return append(b, `</xdr:wsDr>`...)
}
