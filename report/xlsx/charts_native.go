package xlsx

import (
	"math/big"
	"strconv"

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

// native is a chart as Excel draws it.
type native struct {
	name, caption string
	alt           string // for those who cannot see it
	form          string
	lying         bool   // its bars, and the first on top
	stacked       bool   // each bar is a whole, divided
	overlap       bool   // bars of one category lie on each other
	gap           int    // between bars, in percent of their width; 0: the usual
	fromZero      bool   // the axis of values begins there
	scale         bool   // that axis is shown, with lines across the chart
	legend        string // where it is; empty: nowhere
	labels        labels
	series        []nativeSeries
}

// What forms of charts are called in their parts.
const (
	barForm  = "barChart"
	lineForm = "lineChart"
	pieForm  = "pieChart"
)

// Places of a legend.
const (
	legendBelow  = "b"
	legendBeside = "r"
)

// labels are what is written at the marks.
type labels struct{ value, category, percent bool }

// nativeSeries is a row or column of cells that is drawn.
type nativeSeries struct {
	name, categories, values string // the cells
	colour                   string // empty: each of its parts has one of the palette
	parts                    int    // how many; 0 with a colour
	ink                      string // of its labels
	labelAt                  string // empty: wherever is usual
	marker                   string // of a curve
}

// native is the chart of the block whose header stands in the row.
func (k *chartBlock) native(header int) native {
	c := k.chart
	made := native{
		name: "图" + strconv.Itoa(header), caption: k.say(c.Caption(), c.Title), alt: k.say(c.Alt, c.Title),
		form: k.form(), lying: lying(c), scale: !lying(c), labels: labels{value: k.labelled()},
	}
	made.fromZero = made.form != lineForm && !negative(c) // bars are compared by their whole length
	if len(k.drawn) > 1 {
		made.legend = legendBelow
	}
	if c.Type == document.ShareChart && made.form == barForm {
		made.lying, made.stacked, made.overlap, made.scale = true, true, true, true
		made.legend = legendBelow
		made.series = k.divided(header)
		return made
	}
	made.series = k.series(header, made.form, made.labels.value)
	switch made.form {
	case barForm:
		made.gap, made.overlap = 60, k.ownDrawn()
		if len(c.Categories) < 4 {
			made.gap = 200
		}
	case pieForm:
		if made.labels.value {
			made.labels = labels{value: true, category: true, percent: true}
		} else {
			made.legend = legendBeside
		}
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

// series are the block's columns that are drawn.
func (k *chartBlock) series(header int, form string, labelled bool) []nativeSeries {
	sheet, last := quoted(chartsName)+"!", header+len(k.chart.Categories)
	column := func(col int) string { return sheet + absolute(col, header+1) + ":" + absolute(col, last) }
	var all []nativeSeries
	for n, j := range k.drawn {
		s := nativeSeries{
			name: sheet + absolute(j+1, header), categories: column(1), values: column(j + 1), colour: k.tone(n), ink: labelInk,
		}
		switch form {
		case lineForm:
			s.marker = markers[n%len(markers)]
			if labelled {
				s.labelAt = "t"
			}
		case barForm:
			if labelled {
				s.labelAt = "outEnd"
			}
		case pieForm:
			s.colour, s.parts, s.labelAt = "", len(k.chart.Categories), "outEnd"
		}
		all = append(all, s)
	}
	return all
}

// divided draws each series of figures as a bar of its parts: what is a row of
// the block is drawn as a series.
func (k *chartBlock) divided(header int) []nativeSeries {
	sheet, last := quoted(chartsName)+"!", len(k.chart.Series)+1
	row := func(row int) string { return sheet + absolute(2, row) + ":" + absolute(last, row) }
	var all []nativeSeries
	for i := range k.chart.Categories {
		colour := palette[i%len(palette)]
		all = append(all, nativeSeries{
			name: sheet + absolute(1, header+1+i), categories: row(header), values: row(header + 1 + i), colour: colour, ink: onFill[colour],
		})
	}
	return all
}

// onFill is the ink that reads on each colour of the palette, at least 4.5 to 1.
var onFill = map[string]string{
	"1F4E79": "FFFFFF", "5291CC": "000000", "A64B00": "FFFFFF", "8F8F8F": "000000", "2D6A1E": "FFFFFF", "B08400": "000000",
}

// markers tell curves apart where colours do not.
var markers = []string{"circle", "square", "triangle", "diamond", "x", "star"}

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

// form is the native form of a document's chart.
func (k *chartBlock) form() string {
	switch c := k.chart; {
	case c.Type == document.LineChart:
		return lineForm
	case c.Type == document.ShareChart && len(c.Series) == 1:
		return pieForm // the only one whose labels stand outside, with lines that lead to their parts
	}
	return barForm
}
