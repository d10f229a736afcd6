package xlsx

import (
	"encoding/xml"
	"fmt"
	"math"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/document"
)

// chartDocument has a chart of every type, with figures missing, below zero, hedged, in other units, and the district's
// own row.
func chartDocument() *document.Document {
	table := document.Table{ID: "areas", Title: "各区", Columns: []document.Column{{ID: "name", Title: "区", Key: true}, {ID: "a", Title: "完成", Numeric: true, Unit: yiyuan}, {ID: "b", Title: "计划", Numeric: true, Unit: yiyuan}}}
	done, plan := document.Series{Name: "完成", Rates: []string{"50.0%", "125.0%", ""}}, document.Series{Name: "计划"}
	var names []string
	for i, row := range [][3]string{{"甲区", "1.0", "2.0"}, {"本区", "2.5", "2.0"}, {"乙区", "0", "4.0"}} {
		a, b := num("areas.a["+row[0]+"]", row[1], yiyuan), num("areas.b["+row[0]+"]", row[2], yiyuan)
		if i == 2 {
			a = word("…")
		}
		table.Add(document.Row{Cells: []document.Cell{word(row[0]), a, b}})
		names, done.Cells, plan.Cells = append(names, row[0]), append(done.Cells, a), append(plan.Cells, b)
	}
	half := document.Elapsed{Part: rat("1/2"), Text: "50.0%"}
	chart := func(typ document.ChartType, series ...document.Series) document.Chart {
		return document.Chart{Type: typ, Title: "图" + string(typ), Period: "2021年", Unit: "亿元", Categories: names, Series: series, Alt: "文字：" + string(typ) + strconv.Itoa(len(series)) + "。"}
	}
	own := chart(document.RankingChart, done)
	own.Own = "本区"
	progress := chart(document.ProgressChart, done, plan)
	progress.Elapsed = []document.Elapsed{half, {}, half}
	earlier := plan
	earlier.Earlier = true
	parts := chart(document.PartsChart, done, plan)
	parts.Note = "说明。"
	blocks := []document.Block{table, chart(document.BarChart, earlier, done), chart(document.LineChart, done, plan), chart(document.ShareChart, plan),
		chart(document.ShareChart, plan, plan), own, progress, parts}
	many := chart(document.BarChart, document.Series{Name: "值"})
	many.Categories = nil
	for i := range 40 {
		many.Categories = append(many.Categories, fmt.Sprintf("第%d项名称较长的工程", i+1))
		many.Series[0].Cells = append(many.Series[0].Cells, document.Cell{Text: strconv.Itoa(i - 5), Number: big.NewRat(int64(i-5), 1)})
	}
	return &document.Document{Title: "图", Published: dataset.Date{Year: 2021, Month: 8, Day: 27}, Sections: []document.Section{{ID: "s", Title: "图", Blocks: append(blocks, many)}}}
}

// anchor is where a chart lies.
type anchor struct {
	From struct {
		Row int `xml:"row"`
	} `xml:"from"`
	To struct {
		Row int `xml:"row"`
	} `xml:"to"`
	Frame struct {
		Props struct {
			Descr string `xml:"descr,attr"`
		} `xml:"nvGraphicFramePr>cNvPr"`
	} `xml:"graphicFrame"`
}

// Every chart has the words of its document for those who cannot see it, its caption, and only inks and faces that are
// set; it refers to cells, and hides none of them.
func TestNativeCharts(t *testing.T) {
	doc := chartDocument()
	book, _ := written(t, doc)
	parts, f := partsOf(t, book), opened(t, book)
	var charts []document.Chart
	for _, block := range doc.Sections[0].Blocks {
		if c, ok := block.(document.Chart); ok {
			charts = append(charts, c)
		}
	}
	var drawing struct {
		Anchors []anchor `xml:"twoCellAnchor"`
	}
	if err := xml.Unmarshal(parts["xl/drawings/drawing1.xml"], &drawing); err != nil {
		t.Fatal(err)
	}
	if len(drawing.Anchors) != len(charts) {
		t.Fatalf("%d charts for %d", len(drawing.Anchors), len(charts))
	}
	reference := regexp.MustCompile(`<f>'图表'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?</f>`)
	for i, c := range charts {
		native := string(parts[fmt.Sprintf("xl/charts/chart%d.xml", i+1)])
		a := drawing.Anchors[i]
		if a.Frame.Props.Descr != c.Alt {
			t.Errorf("chart %d: words %q, want %q", i+1, a.Frame.Props.Descr, c.Alt)
		}
		if !strings.Contains(native, c.Caption()) {
			t.Errorf("chart %d: no caption %s", i+1, c.Caption())
		}
		for _, axis := range []string{"catAx", "valAx"} {
			_, after, found := strings.Cut(native, "<"+axis+">")
			text, _, _ := strings.Cut(after, "</"+axis+">")
			if found && !(strings.Contains(text, `srgbClr val="`+labelInk) && strings.Contains(text, `ea typeface="`+songti)) {
				t.Errorf("chart %d: the %s has not its ink and face", i+1, axis)
			}
		}
		refs := reference.FindAllStringSubmatch(native, -1)
		if len(refs) == 0 {
			t.Errorf("chart %d refers to no cells", i+1)
		}
		for _, r := range refs {
			row, _ := strconv.Atoi(r[2])
			if row <= a.To.Row+1 {
				t.Errorf("chart %d ends in row %d and hides its cells in row %d", i+1, a.To.Row+1, row)
			}
			if v, _ := f.GetCellValue(chartsName, r[1]+r[2]); v == "" && !(c.Own != "" || c.Type == document.LineChart) {
				t.Errorf("chart %d refers to an empty cell %s%s", i+1, r[1], r[2])
			}
		}
		if i+1 < len(charts) && drawing.Anchors[i+1].From.Row <= a.To.Row {
			t.Errorf("charts %d and %d overlap", i+1, i+2)
		}
	}
}

// What a chart draws is a formula on the figure's own cell, also what is reckoned of it.
func TestChartsFollowTheirFigures(t *testing.T) {
	book, _ := written(t, chartDocument())
	f := opened(t, book)
	rows, err := f.GetRows(chartsName)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for r, row := range rows {
		for col, text := range row {
			cell := address(col+1, r+1)
			formula, _ := f.GetCellFormula(chartsName, cell)
			switch {
			case text == "125.0%" || text == "1.25":
				seen["rate"] = seen["rate"] || strings.Contains(formula, "各区")
			case col > 0 && strings.HasPrefix(text, "2.5"):
				if !strings.Contains(formula, "各区") && !strings.HasPrefix(formula, "B") {
					t.Errorf("%s = %s does not follow its figure: %q", cell, text, formula)
				}
				seen["own"] = seen["own"] || strings.HasPrefix(formula, "B")
				seen["figure"] = true
			}
		}
	}
	for _, what := range []string{"rate", "own", "figure"} {
		if !seen[what] {
			t.Errorf("no live %s", what)
		}
	}
	if note := slices.ContainsFunc(rows, func(row []string) bool { return slices.Contains(row, "注：说明。") }); !note {
		t.Error("the note is missing")
	}
}

// Colours of series tell apart without colour where they stand beside each other, and labels can be read on theirs.
func TestColoursOfNativeCharts(t *testing.T) {
	bright := func(hex string) float64 {
		sum := 0.0
		for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
			v, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
			if err != nil {
				t.Fatal(err)
			}
			x := float64(v) / 255
			if x <= 0.04045 {
				sum += weight * x / 12.92
			} else {
				sum += weight * math.Pow((x+0.055)/1.055, 2.4)
			}
		}
		return sum + 0.05
	}
	contrast := func(a, b string) float64 { return max(bright(a), bright(b)) / min(bright(a), bright(b)) }
	for i, colour := range palette {
		if got := contrast(colour, "FFFFFF"); got < 3 {
			t.Errorf("%s on paper: %.2f to 1", colour, got)
		}
		if got := contrast(colour, onFill[colour]); got < 4.5 {
			t.Errorf("%s under labels: %.2f to 1", colour, got)
		}
		if next := palette[(i+1)%len(palette)]; contrast(colour, next) < 1.5 {
			t.Errorf("%s beside %s: %.2f to 1", colour, next, contrast(colour, next))
		}
	}
	for _, ink := range []string{titleInk, labelInk} {
		if got := contrast(ink, "FFFFFF"); got < 4.5 {
			t.Errorf("ink %s: %.2f to 1", ink, got)
		}
	}
}

// Figures are written at their marks where they have room: below every chart they stand anyway.
func TestLabelsOfNativeCharts(t *testing.T) {
	figures := func(n int) document.Series {
		s := document.Series{Name: "值"}
		for i := range n {
			s.Cells = append(s.Cells, document.Cell{Text: "1", Number: big.NewRat(int64(i+1), 1)})
		}
		return s
	}
	for _, c := range []struct {
		typ       document.ChartType
		series, n int
		want      bool
	}{
		{document.BarChart, 1, 40, true}, {document.BarChart, 2, 20, true}, {document.BarChart, 2, 21, false},
		{document.LineChart, 1, 12, true}, {document.LineChart, 1, 21, false}, {document.LineChart, 2, 3, false},
		{document.ShareChart, 1, 4, true}, {document.ShareChart, 1, 6, false}, // 1 of 21 is below a twentieth
	} {
		chart := document.Chart{Type: c.typ, Title: "图", Alt: "图。", Categories: make([]string, c.n)}
		for range c.series {
			chart.Series = append(chart.Series, figures(c.n))
		}
		doc := &document.Document{Title: "图", Published: dataset.Date{Year: 2021, Month: 8, Day: 27}, Sections: []document.Section{{ID: "s", Title: "图", Blocks: []document.Block{chart}}}}
		book, _ := written(t, doc)
		native := string(partsOf(t, book)["xl/charts/chart1.xml"])
		if got := strings.Contains(native, `<showVal val="1"/>`); got != c.want {
			t.Errorf("%s of %d series and %d categories: labels %t", c.typ, c.series, c.n, got)
		}
	}
}
