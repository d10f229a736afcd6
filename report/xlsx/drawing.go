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

// drawing is the part that places the sheet's charts, each from the first column
// on, and what it leads to.
func (s *sheet) drawing() (part []byte, leads *relations) {
	leads = &relations{}
	part = []byte(xmlHeader + `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="` + drawingSpace + `" xmlns:r="` + typesSpace + `">`)
	col, rest := 0, int(min(s.columnsWide(), mostDigits))*digitPixels
	for ; col < len(s.widths)-1; col++ {
		wide := int(s.widths[col]*columnPixels + 0.5)
		if rest < wide {
			break
		}
		rest -= wide
	}
	for i, placed := range s.charts {
		part = fmt.Appendf(part, `<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`, placed.row-1)
		part = fmt.Appendf(part, `<xdr:to><xdr:col>%d</xdr:col><xdr:colOff>%d</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>`, col, rest*pixel, placed.row-1+placed.rows)
		part = fmt.Appendf(part, `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s" descr="`, i+2, placed.chart.name)
		part = appendEscaped(part, placed.chart.alt, inAttribute)
		part = append(part, `"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>`...)
		part = append(part, `<a:graphic><a:graphicData uri="`+chartSpace+`"><c:chart xmlns:c="`+chartSpace+`" r:id="`...)
		part = append(part, leads.add(toChart, "../charts/chart"+strconv.Itoa(i+1)+".xml")...)
		part = append(part, `"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`...)
	}
	return append(part, `</xdr:wsDr>`...), leads
}
