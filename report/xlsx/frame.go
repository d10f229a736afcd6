package xlsx

import (
	"fmt"
	"strconv"
	"strings"
)

// What a sheet's part says before its rows and behind them, in the order of its
// elements (ECMA-376 part 1, 18.3.1.99).

const (
	xmlHeader  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	typesSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// landscapeFrom is the width, in widths of a digit, from which a sheet is
// printed across.
const landscapeFrom = 125

// defaultHeight is the height of rows that are not there, in points.
const defaultHeight = 15

// appendHead writes what stands before the rows. The first sheet is the one that
// is seen.
func (s *sheet) appendHead(b []byte, first bool) []byte {
	b = append(b, xmlHeader+`<worksheet xmlns="`+mainSpace+`" xmlns:r="`+typesSpace+`"><sheetPr><tabColor rgb="`...)
	b = append(b, s.tab...)
	b = append(b, `"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:`...)
	b = append(b, address(max(len(s.widths), 1), max(s.rows, 1))...)
	b = append(b, `"/><sheetViews><sheetView showGridLines="0"`...)
	if first {
		b = append(b, ` tabSelected="1"`...)
	}
	b = append(b, ` workbookViewId="0">`...)
	if s.frozen > 0 {
		corner := address(1, s.frozen+1)
		b = fmt.Appendf(b, `<pane ySplit="%d" topLeftCell="%s" activePane="bottomLeft" state="frozen"/>`, s.frozen, corner)
		b = fmt.Appendf(b, `<selection pane="bottomLeft" activeCell="%s" sqref="%[1]s"/>`, corner)
	}
	b = append(b, `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="`...)
	b = strconv.AppendInt(b, defaultHeight, 10)
	b = append(b, `"/>`...)
	if len(s.widths) > 0 {
		b = append(b, `<cols>`...)
		for i, width := range s.widths {
			b = fmt.Appendf(b, `<col min="%d" max="%[1]d" width="`, i+1)
			b = strconv.AppendFloat(b, width, 'f', -1, 64)
			b = append(b, `" customWidth="1"/>`...)
		}
		b = append(b, `</cols>`...)
	}
	return append(b, `<sheetData>`...)
}

// behind is what stands behind the rows that is known when they are written.
type behind struct {
	links  []byte // the elements of the links
	styles *styles
	drawn  string // the relation of the sheet's drawing or, if it has comments, of their shapes
	table  string // the relation of its table
}

// appendTail writes what stands behind the rows.
func (s *sheet) appendTail(b []byte, x behind) []byte {
	b = append(b, `</sheetData>`...)
	if rows := s.filter; rows[0] != 0 {
		b = fmt.Appendf(b, `<autoFilter ref="%s:%s"/>`, address(1, rows[0]), address(len(s.widths), rows[1]))
	}
	for i, rule := range s.rules {
		b = fmt.Appendf(b, `<conditionalFormatting sqref="%s"><cfRule type="expression" dxfId="%d" priority="%d"><formula>`,
			rule.cells, x.styles.tint(rule.look), i+1)
		b = append(appendEscaped(b, rule.formula, inElement), `</formula></cfRule></conditionalFormatting>`...)
	}
	if len(x.links) > 0 {
		b = append(append(append(b, `<hyperlinks>`...), x.links...), `</hyperlinks>`...)
	}
	b = s.appendPage(b)
	if n := len(s.breaks); n > 0 {
		b = fmt.Appendf(b, `<rowBreaks count="%d" manualBreakCount="%[1]d">`, n)
		for _, row := range s.breaks {
			b = fmt.Appendf(b, `<brk id="%d" max="16383" man="1"/>`, row-1)
		}
		b = append(b, `</rowBreaks>`...)
	}
	switch {
	case len(s.charts) > 0:
		b = fmt.Appendf(b, `<drawing r:id="%s"/>`, x.drawn)
	case len(s.notes) > 0:
		b = fmt.Appendf(b, `<legacyDrawing r:id="%s"/>`, x.drawn)
	}
	if s.list.name != "" {
		b = fmt.Appendf(b, `<tableParts count="1"><tablePart r:id="%s"/></tableParts>`, x.table)
	}
	return append(b, `</worksheet>`...)
}

// appendPage sets up the printing: A4, as wide as the paper, as many pages high
// as it takes, the header on every page.
func (s *sheet) appendPage(b []byte) []byte {
	orientation := "portrait"
	if s.columnsWide() > landscapeFrom && !s.upright {
		orientation = "landscape"
	}
	b = append(b, `<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>`...)
	b = fmt.Appendf(b, `<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="%s"/><headerFooter><oddHeader>`, orientation)
	b = appendEscaped(b, pageHead(s.mark, s.heading), inElement)
	b = append(b, `</oddHeader><oddFooter>`...)
	b = appendEscaped(b, `&C&9&"`+songti+`,常规"第&P页 共&N页`, inElement)
	return append(b, `</oddFooter></headerFooter>`...)
}

// pageHead is the text at the head of printed pages: the mark at the left, in
// bold, the heading at the right. The size goes before the typeface: after it, a
// title's first digits would read as part of the size.
func pageHead(mark, heading string) string {
	head := ""
	if mark != "" {
		head = `&L&9&"` + heiti + `,常规"` + mark
	}
	return head + `&R&9&"` + songti + `,常规"` + strings.ReplaceAll(heading, "&", "&&")
}
