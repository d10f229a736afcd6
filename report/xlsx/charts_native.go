package xlsx

import (
	"math/big"
	"strconv"

	"github.com/xuri/excelize/v2"

	"jianbao/report/document"
)

// palette tells series apart, also in grey: dark and middling by turns, each at
// least 3 to 1 against white. The first is used most.
var palette = []string{"1F4E79", "5291CC", "A64B00", "8F8F8F", "2D6A1E", "B08400"}

// Inks of charts: each at least 4.5 to 1 against white.
const (
	titleInk = "262626"
	labelInk = "404040"
)

// mostLabels is how many figures are written at their marks at the most.
const mostLabels = 40

// labelled reports whether figures are written at their marks. Where they would
// cover each other they are not: all stand below the chart anyway.
func (k *chartBlock) labelled() bool {
	switch n := len(k.chart.Categories); k.chart.Type {
	case document.LineChart:
		return len(k.drawn) == 1 && n <= mostLabels/2
	case document.ShareChart:
		return roomy(k.chart)
	default:
		return n*len(k.drawn) <= mostLabels
	}
}

// native is the chart of the block whose header stands in the row.
func (k *chartBlock) native(header int) *excelize.Chart {
	c := k.chart
	ink := func(size float64) excelize.Font { return excelize.Font{Family: songti, Size: size, Color: labelInk} }
	legend := ink(9)
	labels := k.labelled()
	made := &excelize.Chart{
		Type:      k.kind(),
		Format:    excelize.GraphicOptions{AltText: k.say(c.Alt, c.Title), Name: "图" + strconv.Itoa(header)},
		Dimension: excelize.ChartDimension{Height: uint((rowsOf(c) - 1) * reckonedHeight)},
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{
			Text: k.say(c.Caption(), c.Title),
			Font: &excelize.Font{Family: heiti, Size: 12, Color: titleInk},
		}}},
		Legend: excelize.ChartLegend{Position: "none"},
		XAxis: excelize.ChartAxis{
			Font: ink(9), ReverseOrder: lying(c), TickLabelPosition: excelize.ChartTickLabelLow, // below bars that go down
		},
		YAxis:    excelize.ChartAxis{Font: ink(9), MajorGridLines: !lying(c), None: lying(c)},
		PlotArea: excelize.ChartPlotArea{ShowVal: labels},
		Border:   excelize.LineOptions{Type: excelize.LineNone},

		ShowBlanksAs: "gap",
	}
	if made.Type != excelize.Line && !negative(c) {
		made.YAxis.Minimum = new(float64) // bars are compared by their whole length
	}
	if len(k.drawn) > 1 {
		made.Legend = excelize.ChartLegend{Position: "bottom", Font: &legend}
	}
	if made.Type == excelize.BarPercentStacked {
		made.YAxis.None, made.XAxis.ReverseOrder = false, true
		made.Legend = excelize.ChartLegend{Position: "bottom", Font: &legend}
		k.divided(made, header)
		return made
	}
	k.series(made, header, labels)
	made.VaryColors = new(bool) // all bars of a series are of its colour
	switch made.Type {
	case excelize.Col, excelize.Bar:
		gap := uint(60)
		if len(c.Categories) < 4 {
			gap = 200
		}
		made.GapWidth = &gap
		if k.ownDrawn() {
			overlap := 100
			made.Overlap = &overlap
		}
	case excelize.Pie:
		made.VaryColors = nil
		if labels {
			made.PlotArea = excelize.ChartPlotArea{ShowCatName: true, ShowVal: true, ShowPercent: true, ShowLeaderLines: true}
			break
		}
		made.Legend = excelize.ChartLegend{Position: "right", Font: &legend}
	}
	return made
}

// roomy reports whether every part of its whole has room for its words: whether
// none is below a twentieth.
func roomy(c *document.Chart) bool {
	for _, series := range c.Series {
		sum := new(big.Rat)
		for _, cell := range series.Cells {
			if cell.Number == nil {
				return false
			}
			sum.Add(sum, cell.Number)
		}
		for _, cell := range series.Cells {
			if new(big.Rat).Mul(cell.Number, big.NewRat(20, 1)).Cmp(sum) < 0 {
				return false
			}
		}
	}
	return true
}

// ownDrawn reports whether the district's own bar is drawn over the others.
func (k *chartBlock) ownDrawn() bool { return k.heads[len(k.heads)-1] == ownHead && len(k.drawn) == 2 }

// series draws the block's columns.
func (k *chartBlock) series(made *excelize.Chart, header int, labels bool) {
	sheet, last := quoted(chartsName)+"!", header+len(k.chart.Categories)
	column := func(col int) string { return sheet + absolute(col, header+1) + ":" + absolute(col, last) }
	for n, j := range k.drawn {
		fill := solid(k.tone(n))
		s := excelize.ChartSeries{
			Name: sheet + absolute(j+1, header), Categories: column(1), Values: column(j + 1), Fill: fill,
			DataLabel: excelize.ChartDataLabel{Font: excelize.Font{Family: songti, Size: 9, Color: labelInk}},
		}
		switch made.Type {
		case excelize.Line:
			s.Line = excelize.LineOptions{Width: 2}
			s.Marker = excelize.ChartMarker{Symbol: markers[n%len(markers)], Size: 6, Fill: fill}
			if labels {
				s.DataLabelPosition = excelize.ChartDataLabelsPositionAbove
			}
		case excelize.Col, excelize.Bar:
			if labels {
				s.DataLabelPosition = excelize.ChartDataLabelsPositionOutsideEnd
			}
		case excelize.Pie:
			s.Fill = excelize.Fill{}
			s.DataLabelPosition = excelize.ChartDataLabelsPositionOutsideEnd
			for i := range k.chart.Categories {
				s.DataPoint = append(s.DataPoint, excelize.ChartDataPoint{Index: i, Fill: solid(palette[i%len(palette)])})
			}
		}
		made.Series = append(made.Series, s)
	}
}

// divided draws each series of figures as a bar of its parts: what is a row of
// the block is drawn as a series.
func (k *chartBlock) divided(made *excelize.Chart, header int) {
	sheet, last := quoted(chartsName)+"!", len(k.chart.Series)+1
	row := func(row int) string { return sheet + absolute(2, row) + ":" + absolute(last, row) }
	for i := range k.chart.Categories {
		colour := palette[i%len(palette)]
		made.Series = append(made.Series, excelize.ChartSeries{
			Name: sheet + absolute(1, header+1+i), Categories: row(header), Values: row(header + 1 + i), Fill: solid(colour),
			DataLabel: excelize.ChartDataLabel{Font: excelize.Font{Family: songti, Size: 9, Color: onFill[colour]}},
		})
	}
}

// onFill is the ink that reads on each colour of the palette, at least 4.5 to 1.
var onFill = map[string]string{
	"1F4E79": "FFFFFF", "5291CC": "000000", "A64B00": "FFFFFF", "8F8F8F": "000000", "2D6A1E": "FFFFFF", "B08400": "000000",
}

// markers tell curves apart where colours do not.
var markers = []string{"circle", "square", "triangle", "diamond", "x", "star"}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// tone is the colour of the drawn column: the first of the palette for what is
// to be seen first, the second for what it stands beside.
func (k *chartBlock) tone(n int) string {
	second := len(k.drawn) == 2 && (k.ownDrawn() || k.chart.Series[0].Earlier)
	if second {
		n = 1 - n
	}
	return palette[n%len(palette)]
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

// kind is the native chart for a document's.
func (k *chartBlock) kind() excelize.ChartType {
	c := k.chart
	switch {
	case c.Type == document.LineChart:
		return excelize.Line
	case c.Type == document.ShareChart && len(c.Series) == 1:
		return excelize.Pie // the only one whose labels stand outside, with lines that lead to their parts
	case c.Type == document.ShareChart:
		return excelize.BarPercentStacked
	case lying(c):
		return excelize.Bar
	}
	return excelize.Col
}
