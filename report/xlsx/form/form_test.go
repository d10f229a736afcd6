package form_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
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

// one is a form of one sheet with some cells; = begins a formula.
func one(t testing.TB, cells map[string]string) []byte {
	t.Helper()
	f := excelize.NewFile()
	t.Cleanup(func() { _ = f.Close() })
	for _, cell := range slices.Sorted(maps.Keys(cells)) {
		if formula, is := strings.CutPrefix(cells[cell], "="); is {
			ok(t, f.SetCellFormula("Sheet1", cell, formula))
		} else {
			ok(t, f.SetCellStr("Sheet1", cell, cells[cell]))
		}
	}
	return written(t, f)
}

func TestMistakesAreFoundAtTheirCellsAllAtOnce(t *testing.T) {
	w, d := projects(t)
	made, problems := form.Fill(one(t, map[string]string{
		"A1": `{{fig "invst"}}`, "B2": "总投资{{figure \"invest\"}}", "C3": `{{fig “invest”}}`, "A4": `{{cell "projects.nme"}}`, "B4": `{{cell "projects.name"}}`,
		"A5": `{{cell "project.name"}}`, "A7": `{{total "projects" "总计" "plan"}}`, "A8": `{{fig "invest" "2019"}}`,
		"A9": "=RAND()", "B9": `{{total "projects" "合计" "done"}}`,
	}), w, form.Options{Published: d.Published})
	got := map[string]string{}
	for _, p := range problems {
		if p.Code != diag.FormText {
			t.Errorf("%s has the code %s", p.Cell, p.Code)
		}
		got[strings.TrimPrefix(p.Cell, "Sheet1!")] += p.Say.In(diag.EN) + "|" + p.Hint.Suggestion
	}
	for cell, want := range map[string]string{
		"A1": `no indicator "invst"|invest`, "B2": "section texts have no function figure", "C3": "quotes in the braces", "A4": `no such column: "nme"|name`,
		"A5": `no table "project"|projects`, "A7": `has no total "总计"`, "A8": "not given", "A9": "random", "B9": "not given",
	} {
		if !strings.Contains(got[cell], want) {
			t.Errorf("%s: got %q, want %q", cell, got[cell], want)
		}
	}
	if len(got) != 9 {
		t.Errorf("%d cells are wrong, want 9: %v", len(got), got)
	}
	if made == nil {
		t.Error("with gaps it can be had all the same")
	}
}

func TestFormsThatCannotBeUsed(t *testing.T) {
	plain := one(t, map[string]string{"A1": "甲"})
	with := func(name, body string) []byte {
		var out bytes.Buffer
		z := zip.NewWriter(&out)
		parts := partsOf(t, plain)
		parts[name] = body
		for _, n := range slices.Sorted(maps.Keys(parts)) {
			w := must[io.Writer](t)(z.Create(n))
			_, err := w.Write([]byte(parts[n]))
			ok(t, err)
		}
		ok(t, z.Close())
		return out.Bytes()
	}
	w, _ := projects(t)
	for _, c := range []struct {
		shows string
		raw   []byte
		want  string
	}{
		{"no workbook", []byte("甲"), "no .xlsx"},
		{"macros", with("xl/vbaProject.bin", "x"), "macros"},
		{"links to other workbooks", with("xl/externalLinks/externalLink1.xml", "<externalLink/>"), "other workbooks"},
		{"a connection", with("xl/connections.xml", "<connections/>"), "outside data"},
		{"a pivot table", with("xl/pivotCache/pivotCacheDefinition1.xml", "<x/>"), "pivot"},
		{"a broken part", with("xl/worksheets/sheet9.xml", "<a>"), "well-formed"},
	} {
		made, problems := form.Fill(c.raw, w, form.Options{})
		if made != nil || len(problems) == 0 || problems[0].Code != diag.BadForm || !strings.Contains(problems[0].Say.In(diag.EN), c.want) {
			t.Errorf("%s: got %v, want %q", c.shows, problems, c.want)
		}
	}
}

func TestWhatIsNoCellCannotBeFilled(t *testing.T) {
	f := officeForm(t)
	ok(t, f.SetHeaderFooter("重点项目", &excelize.HeaderFooterOptions{OddHeader: `{{fig "invest"}}`}))
	w, d := projects(t)
	_, problems := form.Fill(written(t, f), w, form.Options{Published: d.Published})
	if len(problems) == 0 || problems[0].Cell != "重点项目!headerFooter" {
		t.Errorf("got %v", problems)
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

// TestLibreOfficeComputesTheSame has LibreOffice work out every formula, from a file
// without their values.
func TestLibreOfficeComputesTheSame(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("needs LibreOffice (soffice)")
	}
	raw := filled(t, written(t, officeForm(t)), form.Options{})
	var bare bytes.Buffer
	z := zip.NewWriter(&bare)
	parts := partsOf(t, raw)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		body := parts[name]
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			body = regexp.MustCompile(`(<f[^>]*>[^<]*</f>)<v>[^<]*</v>`).ReplaceAllString(body, "$1")
		}
		w := must[io.Writer](t)(z.Create(name))
		_, err := w.Write([]byte(body))
		ok(t, err)
	}
	ok(t, z.Close())
	dir := t.TempDir()
	ok(t, os.WriteFile(filepath.Join(dir, "bare.xlsx"), bare.Bytes(), 0o666), os.Mkdir(filepath.Join(dir, "out"), 0o777))
	out, err := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "xlsx", "--outdir", dir+"/out", dir+"/bare.xlsx").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	theirs, ours := must[*excelize.File](t)(excelize.OpenFile(dir+"/out/bare.xlsx")), opened(t, raw)
	defer theirs.Close()
	formulas := 0
	for _, sheet := range ours.GetSheetList() {
		for row := 1; row <= 14; row++ {
			for col := 'A'; col <= 'G'; col++ {
				cell := fmt.Sprintf("%c%d", col, row)
				formula := must[string](t)(ours.GetCellFormula(sheet, cell))
				if formula == "" || strings.Contains(formula, "TODAY") || cell == "B12" {
					continue // of the day it is, or left to Excel
				}
				formulas++
				a, b := must[string](t)(ours.GetCellValue(sheet, cell)), must[string](t)(theirs.GetCellValue(sheet, cell))
				if a != b {
					t.Errorf("%s!%s =%s: ours is %s, LibreOffice's %s", sheet, cell, formula, a, b)
				}
			}
		}
	}
	if formulas != 11 {
		t.Errorf("%d formulas were compared, want 11", formulas)
	}
}
