package form_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/diag"
	"jianbao/report/xlsx/form"
	"jianbao/report/xlsx/xlsxtest"
)

func opened(t testing.TB, raw []byte) *excelize.File {
	t.Helper()
	f := must[*excelize.File](t)(excelize.OpenReader(bytes.NewReader(raw)))
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func partsOf(t testing.TB, raw []byte) map[string]string {
	t.Helper()
	z := must[*zip.Reader](t)(zip.NewReader(bytes.NewReader(raw), int64(len(raw))))
	parts := map[string]string{}
	for _, f := range z.File {
		r := must[io.ReadCloser](t)(f.Open())
		parts[f.Name] = string(must[[]byte](t)(io.ReadAll(r)))
	}
	return parts
}

func TestCellsAreFilled(t *testing.T) {
	f := opened(t, filled(t, written(t, officeForm(t)), form.Options{}))
	const a, b = "重点项目", "主要 指标"
	for _, c := range []struct{ sheet, cell, shown, raw, formula string }{
		{a, "A1", "测试区省、市、区重点项目情况表", "", ""},
		{a, "A5", "1", "1", ""},
		{a, "B7", "=丙路改造", "", ""},
		{a, "D5", "120.50", "120.5", ""},
		{a, "F7", "", "", ""},
		{a, "G6", "15.0%", "0.150424787606197", "IF(D6=0,0,F6/D6)"},
		{a, "D8", "352.60", "352.6", "SUM(D5:D7)"},
		{a, "E8", "110.25", "110.25", "SUM(E5:E7)"},
		{a, "F8", "52.35", "52.35", "SUM(F4:F7)"},
		{a, "B8", "3个", "", `COUNTA(B5:B7)&"个"`},
		{a, "G8", "14.8%", "0.148468519568917", "F8/D8"},
		{a, "D9", "352.60", "352.6", ""},
		{a, "E9", "110.25", "110.25", ""},
		{a, "A10", "注：总投资352.60亿元，其中省级120.50亿元；主营业务收入突破1200亿元。", "", ""},
		{a, "F11", "报出日期：2021年8月27日", "", ""},
		{b, "B2", "突破1200", "1200", ""},
		{b, "B3", "20以上", "20", ""},
		{b, "B4", "79.6%", "0.796", ""},
		{b, "B5", "提高16个百分点", "", ""},
		{b, "B6", "1,526", "1526", ""},
		{b, "B7", "3526000", "3526000", ""},
		{b, "B8", "352.6", "352.6", "重点项目!D8"},
		{b, "B9", "200.1", "200.1", "MAX(重点项目!D5:D7)"},
		{b, "B10", "2021年", "", `YEAR(TODAY())&"年"`},
		{b, "B11", "352.6", "352.6", "SUM(总投资列)"},
		{b, "B12", "", "", "SUM(重点项目!D5:D7*1)"},
		{b, "A14", "总投资352.60亿元，合计1,526户", "", ""},
	} {
		shown := must[string](t)(f.GetCellValue(c.sheet, c.cell))
		raw := must[string](t)(f.GetCellValue(c.sheet, c.cell, excelize.Options{RawCellValue: true}))
		formula := must[string](t)(f.GetCellFormula(c.sheet, c.cell))
		if shown != c.shown || c.raw != "" && raw != c.raw || formula != c.formula {
			t.Errorf("%s!%s: got %q, %q, =%s; want %q, %q, =%s", c.sheet, c.cell, shown, raw, formula, c.shown, c.raw, c.formula)
		}
	}
	runs := must[[]excelize.RichTextRun](t)(f.GetCellRichText(b, "A14"))
	if len(runs) != 2 || runs[1].Font == nil || !runs[1].Font.Italic || runs[1].Text != "，合计1,526户" {
		t.Errorf("the stretches of a text: %+v", runs)
	}
}

func TestWhatIsBelowMovesAndWhatCoversGrows(t *testing.T) {
	raw := filled(t, written(t, officeForm(t)), form.Options{})
	f := opened(t, raw)
	const s = "重点项目"
	var merges []string
	for _, m := range must[[]excelize.MergeCell](t)(f.GetMergeCells(s)) {
		merges = append(merges, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	slices.Sort(merges)
	if got, want := strings.Join(merges, " "), "A10:G10 A1:G1 A2:C2 A3:A4 B3:B4 B9:C9 C3:C4 D2:F2 D3:F3 F11:G11 G3:G4"; got != want {
		t.Errorf("merged: got %s, want %s", got, want)
	}
	for _, n := range f.GetDefinedName() {
		want := map[string]string{"_xlnm.Print_Area": "重点项目!$A$1:$G$11", "_xlnm.Print_Titles": "重点项目!$3:$4", "总投资列": "重点项目!$D$5:$D$7"}
		if n.RefersTo != want[n.Name] {
			t.Errorf("the name %s is %s, want %s", n.Name, n.RefersTo, want[n.Name])
		}
	}
	for row, want := range map[int]float64{5: 22, 6: 22, 7: 22, 8: 15, 1: 36} {
		if got := must[float64](t)(f.GetRowHeight(s, row)); got != want {
			t.Errorf("row %d is %v high, want %v", row, got, want)
		}
	}
	formats := must[map[string][]excelize.ConditionalFormatOptions](t)(f.GetConditionalFormats(s))
	if len(formats["G5:G7"]) != 1 || formats["G5:G7"][0].Criteria != "G5<0.16" {
		t.Errorf("conditional formats: %v", formats)
	}
	validation := must[[]*excelize.DataValidation](t)(f.GetDataValidations(s))
	if len(validation) != 1 || validation[0].Sqref != "C5:C7" {
		t.Errorf("validation: %+v", validation)
	}
	comments := must[[]excelize.Comment](t)(f.GetComments(s))
	if len(comments) != 1 || comments[0].Cell != "G8" {
		t.Errorf("comments: %+v", comments)
	}
	parts := partsOf(t, raw)
	if vml := parts["xl/drawings/vmlDrawing1.vml"]; !strings.Contains(vml, "<x:Row>7</x:Row>") {
		t.Errorf("the comment's drawing: %s", vml)
	}
	chart := parts["xl/charts/chart1.xml"]
	if !strings.Contains(chart, "重点项目!$D$5:$D$7</") || !strings.Contains(chart, "重点项目!$B$5:$B$7</") || strings.Contains(chart, "numCache") {
		t.Errorf("the chart: %s", chart)
	}
	if d := parts["xl/drawings/drawing1.xml"]; !strings.Contains(d, "<xdr:row>12</xdr:row>") {
		t.Errorf("the chart stands elsewhere: %s", d)
	}
}

// TestTheRestStaysAsItIs holds the parts that nothing touches to their bytes, and
// the set-up of pages to what it was.
func TestTheRestStaysAsItIs(t *testing.T) {
	before := written(t, officeForm(t))
	after := filled(t, before, form.Options{})
	was, is := partsOf(t, before), partsOf(t, after)
	for _, name := range []string{"xl/theme/theme1.xml", "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/worksheets/_rels/sheet1.xml.rels"} {
		if was[name] == "" || was[name] != is[name] {
			t.Errorf("%s has changed", name)
		}
	}
	for _, element := range []string{"cols", "sheetViews", "pageSetup", "headerFooter", "sheetPr"} {
		pick := regexp.MustCompile(`(?s)<` + element + `( [^>/]*)?(/>|>.*?</` + element + `>)`)
		normal := func(s string) string {
			return pick.FindString(regexp.MustCompile(`></(col|sheetView|pageSetUpPr|pageSetup)>`).ReplaceAllString(s, "/>"))
		}
		a, b := normal(was["xl/worksheets/sheet1.xml"]), normal(is["xl/worksheets/sheet1.xml"])
		if a == "" || a != b {
			t.Errorf("%s: was %s, is %s", element, a, b)
		}
	}
	for name, body := range is {
		if strings.Contains(body, "{{") {
			t.Errorf("%s still has something to fill in", name)
		}
	}
	for _, problem := range xlsxtest.Lint(after) {
		if !strings.Contains(problem, "主要 指标!B12") { // whose value is left to Excel
			t.Errorf("lint: %s", problem)
		}
	}
}

func TestTheSameFormAndDataGiveTheSameBytes(t *testing.T) {
	raw := written(t, officeForm(t))
	if !bytes.Equal(filled(t, raw, form.Options{}), filled(t, raw, form.Options{})) {
		t.Error("two fillings differ")
	}
}

func TestDraftsSaySoOnEverySheetAndPage(t *testing.T) {
	f := opened(t, filled(t, written(t, officeForm(t)), form.Options{Draft: true}))
	for sheet, cell := range map[string]string{"重点项目": "A12", "主要 指标": "A15"} {
		h := must[*excelize.HeaderFooterOptions](t)(f.GetHeaderFooter(sheet))
		if h == nil || !strings.Contains(h.OddHeader, "【草稿】") {
			t.Errorf("%s: header %+v", sheet, h)
		}
		if v := must[string](t)(f.GetCellValue(sheet, cell)); !strings.Contains(v, "【草稿】") {
			t.Errorf("%s!%s: %q", sheet, cell, v)
		}
	}
}

func TestSampleDataAreSaidToBeSo(t *testing.T) {
	raw := filled(t, one(t, map[string]string{"A1": `{{cell "teams.name"}}`}), form.Options{})
	if v := must[string](t)(opened(t, raw).GetCellValue("Sheet1", "A3")); v != "【示例数据】表中有示例数据。" {
		t.Errorf("below the rows stands %q", v)
	}
	if sheet := partsOf(t, raw)["xl/worksheets/sheet1.xml"]; !strings.Contains(sheet, "<oddHeader>&amp;L【示例数据】</oddHeader>") {
		t.Errorf("no mark on the pages: %s", sheet)
	}
}

func TestAFormWithNothingToFillInIsToldOf(t *testing.T) {
	w, d := projects(t)
	made, problems := form.Fill(one(t, map[string]string{"A1": "甲"}), w, form.Options{Published: d.Published})
	if made == nil || len(problems) != 1 || problems[0].Severity != diag.Warning {
		t.Errorf("got %v", problems)
	}
}

func TestRatesAreInTheUnitThatTheCellShows(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for cell, code := range map[string]string{"A1": "0.0%", "A2": `0.0"%"`, "A3": "General"} {
		id := must[int](t)(f.NewStyle(&excelize.Style{CustomNumFmt: &code}))
		ok(t, f.SetCellStr("Sheet1", cell, `{{fig "good_days"}}`), f.SetCellStyle("Sheet1", cell, cell, id))
	}
	made := opened(t, filled(t, written(t, f), form.Options{}))
	for cell, want := range map[string]string{"A1": "79.6%", "A2": "79.6%", "A3": "79.6"} {
		if got := must[string](t)(made.GetCellValue("Sheet1", cell)); got != want {
			t.Errorf("%s shows %s, want %s", cell, got, want)
		}
	}
}

func TestFormulasInARepeatedRowStayWithIt(t *testing.T) {
	f := opened(t, filled(t, one(t, map[string]string{
		"A2": `{{cell "projects.investment"}}`, "B2": "=SUM(A$2:A2)", "C2": "=A2/A$3", "D2": "=A3-A2", "A3": "=SUM(A2)", "B3": "=A2", "C3": "=SUM(A1:A2)+MAX(Sheet1!A2)",
	}), form.Options{}))
	for cell, want := range map[string]string{
		"B2": "SUM(A$2:A2)", "B4": "SUM(A$2:A4)", "C4": "A4/A$5", "D3": "A5-A3", "A5": "SUM(A2:A4)", "B5": "A2", "C5": "SUM(A1:A4)+MAX(Sheet1!A2:A4)",
	} {
		if got := must[string](t)(f.GetCellFormula("Sheet1", cell)); got != want {
			t.Errorf("%s: got %s, want %s", cell, got, want)
		}
	}
	if got := must[string](t)(f.GetCellValue("Sheet1", "B4")); got != "352.6" {
		t.Errorf("the running sum is %s", got)
	}
}

func TestFormulasThatAreLeftToExcel(t *testing.T) {
	for _, c := range []struct {
		shows string
		cells map[string]string
		want  string
	}{
		{"those that go through too many cells", map[string]string{"A1": "=1+1", "A2": "=SUM(B1:F1000000)"}, "formulas that cannot be worked out here (1) get their values when Excel opens the file; until then they have none: Sheet1!A2"},
		{"circles, and what depends on them", map[string]string{"A1": "=1+1", "A2": "=A3", "A3": "=SUM(A1:A2)", "A4": "=A3+1"}, "Sheet1!A2、Sheet1!A3、Sheet1!A4"},
		{"a function that is not known", map[string]string{"A1": "=1+1", "A2": "=WEBSERVICE(B1)"}, "Sheet1!A2"},
		{"a name that is not known", map[string]string{"A1": "=1+1", "A2": "=总数+1"}, "Sheet1!A2"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			w, d := projects(t)
			c.cells["H1"] = "{{district}}"
			made, problems := form.Fill(one(t, c.cells), w, form.Options{Published: d.Published})
			if len(problems) != 1 || problems[0].Severity != diag.Warning || !strings.HasSuffix(problems[0].Say.Error(), c.want) {
				t.Fatalf("got %v, want %s", problems, c.want)
			}
			parts := partsOf(t, made)
			if sheet := parts["xl/worksheets/sheet1.xml"]; !strings.Contains(parts["xl/workbook.xml"], `fullCalcOnLoad="1"`) || strings.Count(sheet, "<v>") != 1 {
				t.Errorf("Excel is not asked for them: %s", sheet)
			}
		})
	}
}

func TestLongChainsOfFormulasAreWorkedOut(t *testing.T) {
	cells := map[string]string{"A5000": "=1"}
	for r := range 4999 {
		cells[fmt.Sprintf("A%d", r+1)] = fmt.Sprintf("=A%d+1", r+2)
	}
	f := opened(t, filled(t, one(t, cells), form.Options{}))
	if got := must[string](t)(f.GetCellValue("Sheet1", "A1")); got != "5000" {
		t.Errorf("got %s", got)
	}
}
