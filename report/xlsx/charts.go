package xlsx

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"jianbao/report/document"
	"jianbao/report/relation"
)

// placedChart is a chart with the cell of its upper left corner.
type placedChart struct {
	at    string
	chart *excelize.Chart
}

// Measures of the chart sheet.
const (
	chartWidth = 620 // pixels
	chartRows  = 15  // rows a chart covers at the least
	beside     = 10  // columns it covers
	// excelize takes rows for 20 pixels high when it reckons which ones a chart
	// covers, and the chart is drawn over those rows whatever their height.
	reckonedHeight = 20
	// A printed page is as much higher than wide, in rows to widths of a digit.
	rowsPerColumn = 0.41
)

// palette tells series apart; the first is used most.
var palette = []string{"2E75B6", "C55A11", "548235", "7F6000", "7030A0", "5A6B7B"}

// chartsSheet shows every chart beside the cells it is drawn from. Those cells
// are formulas that refer to the tables' own, so that a chart follows a figure
// changed there; and as one block they can be drawn whatever the figures'
// places in the tables are.
func (b *book) chartsSheet() *sheet {
	series := 0
	for _, c := range b.charts {
		series = max(series, len(c.Series))
	}
	n := series + 1
	r := newRuler(n)
	s := &sheet{name: chartsName, tab: chartsTab, heading: b.marked(b.doc.Title), upright: true}
	lines := []line{b.titleLine(chartsName, n+1+beside)}
	var tops []int
	for i := range b.charts {
		c := &b.charts[i]
		top := len(lines) + 2
		tops = append(tops, top)
		lines = append(lines, line{})
		lines = append(lines, b.chartLines(c, n, r)...)
		s.charts = append(s.charts, placedChart{address(n+2, top), b.chart(c, top+2)})
		for len(lines) < top+rowsOf(c) {
			lines = append(lines, line{})
		}
	}
	s.widths = append(r, 3)
	for range beside {
		s.widths = append(s.widths, 9)
	}
	s.breaks = pageBreaks(tops, len(lines), int(s.columnsWide()*rowsPerColumn))
	return s.set(lines)
}

// pageBreaks begins a page at every block that would not end on the one before.
func pageBreaks(tops []int, last, pageRows int) []int {
	var breaks []int
	begun := 1
	for i, top := range tops {
		end := last
		if i+1 < len(tops) {
			end = tops[i+1] - 2
		}
		if end-begun >= pageRows && top > begun+1 {
			breaks = append(breaks, top)
			begun = top
		}
	}
	return breaks
}

// chartLines are a chart's title, unit, header and figures.
func (b *book) chartLines(c *document.Chart, n int, r ruler) []line {
	head := make([]string, len(c.Series)+1)
	for j, s := range c.Series {
		head[j+1] = b.say(s.Name, c.Title)
		r.see(j+1, s.Name, margin)
	}
	unit := cell{}
	if c.Unit != "" {
		unit = cell{text: "计量单位：" + b.say(c.Unit, c.Title), style: lineStyle}
	}
	lines := []line{
		words(style{face: heiti, size: 12}, b.say(c.Title, c.Title)),
		between(unit, cell{}, n),
		headLine(head),
	}
	for i, category := range c.Categories {
		l := line{cells: make([]cell, len(c.Series)+1)}
		l.cells[0] = cell{text: b.say(category, c.Title), style: style{across: "left", wrap: true}}
		r.see(0, category, margin)
		for j := range c.Series {
			l.cells[j+1] = b.chartFigure(&c.Series[j].Cells[i], c.Title)
			r.see(j+1, c.Series[j].Cells[i].Text, margin)
		}
		lines = append(lines, l)
	}
	ruled(lines[len(lines)-1])
	return lines
}

// chartFigure is a figure of a chart, referring to its cell in a table. For an
// absent one the cell stays empty: a sign in it would be drawn as zero.
func (b *book) chartFigure(c *document.Cell, title string) cell {
	if !numeric(c) {
		return cell{}
	}
	made := b.figure(c, chartsName, title, style{across: "right"})
	if c.Ref != "" {
		made.formula = b.index.formula(relation.Figure{Ref: c.Ref}, chartsName, factor(c.Unit), c.Number, c.Decimals)
	}
	return made
}

// rowsOf is how many rows a chart covers: room for every bar, and for the
// figures beside it.
func rowsOf(c *document.Chart) int {
	rows := max(chartRows, len(c.Categories)+3)
	if horizontal(c) {
		rows = max(rows, 4+len(c.Categories)*(len(c.Series)+1)/2)
	}
	return rows
}

// horizontal reports charts whose bars lie: their categories have names, not
// periods.
func horizontal(c *document.Chart) bool { return c.Type == "ranking" || c.Type == "progress" }

// chart is the native chart of the block whose header stands in the row.
func (b *book) chart(c *document.Chart, header int) *excelize.Chart {
	ink := func(size float64) excelize.Font { return excelize.Font{Family: songti, Size: size, Color: "404040"} }
	legend := ink(9)
	made := &excelize.Chart{
		Type:      chartType(c),
		Format:    excelize.GraphicOptions{AltText: b.say(joined("：", c.Title, c.Alt), c.Title), Name: "图" + strconv.Itoa(header)},
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: uint(rowsOf(c) * reckonedHeight)},
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{
			Text: b.say(c.Title+unitInBrackets(c.Unit), c.Title),
			Font: &excelize.Font{Family: heiti, Size: 12, Color: "262626"},
		}}},
		Legend:   excelize.ChartLegend{Position: "none"},
		XAxis:    excelize.ChartAxis{Font: ink(9), ReverseOrder: horizontal(c)},
		YAxis:    excelize.ChartAxis{Font: ink(9), MajorGridLines: !horizontal(c), None: horizontal(c)},
		PlotArea: excelize.ChartPlotArea{ShowVal: len(c.Categories)*len(c.Series) <= 40},
		Border:   excelize.LineOptions{Type: excelize.LineNone},

		ShowBlanksAs: "gap",
	}
	if made.Type != excelize.Line && !negative(c) {
		made.YAxis.Minimum = new(float64) // bars are compared by their whole length
	}
	if len(c.Series) > 1 || made.Type == excelize.Doughnut {
		made.Legend = excelize.ChartLegend{Position: "bottom", Font: &legend}
	}
	sheet, last := quoted(chartsName)+"!", header+len(c.Categories)
	column := func(col int) string { return sheet + absolute(col, header+1) + ":" + absolute(col, last) }
	for j := range c.Series {
		color := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{palette[j%len(palette)]}}
		s := excelize.ChartSeries{
			Name: sheet + absolute(j+2, header), Categories: column(1), Values: column(j + 2),
			Fill: color, DataLabel: excelize.ChartDataLabel{Font: ink(9)},
		}
		if made.Type == excelize.Line {
			s.Line = excelize.LineOptions{Width: 2}
			s.Marker = excelize.ChartMarker{Symbol: "circle", Size: 6, Fill: color}
		}
		if made.Type == excelize.Doughnut {
			s.Fill = excelize.Fill{}
			s.DataLabel.Font.Color = "FFFFFF"
			for i := range c.Categories {
				s.DataPoint = append(s.DataPoint, excelize.ChartDataPoint{
					Index: i, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{palette[i%len(palette)]}},
				})
			}
		}
		made.Series = append(made.Series, s)
	}
	return made
}

// negative reports charts with a figure below zero.
func negative(c *document.Chart) bool {
	for _, s := range c.Series {
		for _, cell := range s.Cells {
			if cell.Number != nil && cell.Number.Sign() < 0 {
				return true
			}
		}
	}
	return false
}

func unitInBrackets(unit string) string {
	if unit == "" {
		return ""
	}
	return "（" + unit + "）"
}

// chartType is the native chart for a document's.
func chartType(c *document.Chart) excelize.ChartType {
	switch {
	case c.Type == "line":
		return excelize.Line
	case horizontal(c):
		return excelize.Bar
	case c.Type == "share" && len(c.Series) == 1:
		return excelize.Doughnut
	case c.Type == "share":
		return excelize.ColPercentStacked
	}
	return excelize.Col
}
