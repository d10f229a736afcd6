package form_test

import (
	"bytes"
	"maps"
	"os"
	"slices"
	"sort"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/check"
	"jianbao/report/compose"
	"jianbao/report/dataset"
	"jianbao/report/internal/golden"
	"jianbao/report/load"
	"jianbao/report/xlsx/form"
)

const folder = "../../../testdata/form/"

// must fails the test for an error of the library that makes forms.
func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func ok(t testing.TB, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// officeForm is a form as an office would make it: title, unit line, a head of two
// rows, one row for the projects, totals, who filled it in; a chart, a comment,
// validation, conditional formats, names, and print set-up.
func officeForm(t testing.TB) *excelize.File {
	t.Helper()
	const s = "重点项目"
	f := excelize.NewFile()
	t.Cleanup(func() { _ = f.Close() })
	ok(t, f.SetSheetName("Sheet1", s))
	thin := []excelize.Border{{Type: "left", Color: "000000", Style: 1}, {Type: "right", Color: "000000", Style: 1}, {Type: "top", Color: "000000", Style: 1}, {Type: "bottom", Color: "000000", Style: 1}}
	centre := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	style := func(st excelize.Style) int { return must[int](t)(f.NewStyle(&st)) }
	title := style(excelize.Style{Font: &excelize.Font{Family: "方正小标宋简体", Size: 18, Bold: true}, Alignment: centre})
	head := style(excelize.Style{Font: &excelize.Font{Family: "黑体", Size: 11}, Alignment: centre, Border: thin, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEBF7"}}})
	body := style(excelize.Style{Font: &excelize.Font{Family: "宋体", Size: 11}, Border: thin})
	money := "#,##0.00"
	amount := style(excelize.Style{Font: &excelize.Font{Family: "宋体", Size: 11}, Border: thin, CustomNumFmt: &money})
	rate := "0.0%"
	percent := style(excelize.Style{Font: &excelize.Font{Family: "宋体", Size: 11}, Border: thin, CustomNumFmt: &rate})
	small := style(excelize.Style{Font: &excelize.Font{Family: "宋体", Size: 10}})
	cells := map[string]string{
		"A1": `{{district}}省、市、区重点项目情况表`, "A2": `填报单位：{{district}}统计局`, "D2": `{{period}}`, "G2": "单位：亿元",
		"A3": "序号", "B3": "项目名称", "C3": "级别", "D3": "投资", "G3": "完成率", "D4": "总投资", "E4": "年内计划", "F4": "已完成",
		"A5": `{{cell "projects.#"}}`, "B5": `{{cell "projects.name"}}`, "C5": `{{cell "projects.level"}}`,
		"D5": `{{cell "projects.investment"}}`, "E5": `{{cell "projects.plan"}}`, "F5": `{{cell "projects.done"}}`,
		"A6": "合计", "A7": "公布数", "D7": `{{fig "invest"}}`, "E7": `{{total "projects" "合计" "plan"}}`,
		"A8": `注：总投资{{fig "invest"}}，其中省级{{total "projects" "省级" "investment"}}；主营业务收入{{fig "revenue"}}。`,
		"A9": "单位负责人：", "C9": "审核人：", "E9": "填表人：", "F9": `报出日期：{{published}}`,
	}
	for _, cell := range slices.Sorted(maps.Keys(cells)) { // in order, since texts are kept in it
		ok(t, f.SetCellStr(s, cell, cells[cell]))
	}
	for cell, formula := range map[string]string{
		"G5": "IF(D5=0,0,F5/D5)", "D6": "SUM(D5:D5)", "E6": "SUM(E5)", "F6": "SUM(F4:F5)", "G6": "F6/D6", "B6": `COUNTA(B5)&"个"`,
	} {
		ok(t, f.SetCellFormula(s, cell, formula))
	}
	for _, m := range [][2]string{{"A1", "G1"}, {"A2", "C2"}, {"D2", "F2"}, {"A3", "A4"}, {"B3", "B4"}, {"C3", "C4"}, {"D3", "F3"}, {"G3", "G4"}, {"A8", "G8"}, {"F9", "G9"}, {"B7", "C7"}} {
		ok(t, f.MergeCell(s, m[0], m[1]))
	}
	ok(t, f.SetCellStyle(s, "A1", "G1", title), f.SetCellStyle(s, "A3", "G4", head), f.SetCellStyle(s, "A5", "C7", body),
		f.SetCellStyle(s, "D5", "F7", amount), f.SetCellStyle(s, "G5", "G7", percent), f.SetCellStyle(s, "A8", "G9", small), f.SetCellStyle(s, "A2", "G2", small))
	ok(t, f.SetColWidth(s, "A", "A", 8), f.SetColWidth(s, "B", "B", 28), f.SetColWidth(s, "C", "G", 12), f.SetRowHeight(s, 1, 36), f.SetRowHeight(s, 5, 22))
	landscape, a4, wide, tall := "landscape", 9, 1, 0
	ok(t, f.SetPageLayout(s, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &tall}))
	fit := true
	ok(t, f.SetSheetProps(s, &excelize.SheetPropsOptions{FitToPage: &fit}), f.SetHeaderFooter(s, &excelize.HeaderFooterOptions{OddFooter: "&C第&P页"}))
	ok(t, f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "重点项目!$A$1:$G$9", Scope: s}),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "重点项目!$3:$4", Scope: s}),
		f.SetDefinedName(&excelize.DefinedName{Name: "总投资列", RefersTo: "重点项目!$D$5:$D$5"}))
	red := must[int](t)(f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "C00000"}}))
	ok(t, f.SetConditionalFormat(s, "G5:G5", []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "G5<0.16", Format: &red}}))
	list := excelize.NewDataValidation(true)
	list.Sqref = "C5:C5"
	ok(t, list.SetDropList([]string{"省级", "市级", "区级"}), f.AddDataValidation(s, list))
	ok(t, f.AddComment(s, excelize.Comment{Cell: "G6", Author: "统计局", Text: "已完成除以总投资"}))
	ok(t, f.AddChart(s, "A11", &excelize.Chart{Type: excelize.Bar, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: "各项目总投资"}}},
		Series: []excelize.ChartSeries{{Name: "重点项目!$D$4", Categories: "重点项目!$B$5:$B$5", Values: "重点项目!$D$5:$D$5"}}}))
	return secondSheet(t, f, small, percent)
}

// secondSheet has single figures, and formulas over the first sheet.
func secondSheet(t testing.TB, f *excelize.File, small, percent int) *excelize.File {
	t.Helper()
	const s = "主要 指标"
	must[int](t)(f.NewSheet(s))
	cells := map[string]string{
		"A1": "指标", "B1": "数值", "A2": "主营业务收入（亿元）", "B2": `{{fig "revenue"}}`, "A3": "扶持措施（个）", "B3": ` {{fig "measures"}} `,
		"A4": "优良率", "B4": `{{fig "good_days"}}`, "A5": "比上年", "B5": `{{change "good_days"}}`, "A6": "规上企业（户）", "B6": `{{fig "firms"}}`,
		"A7": "总投资（万元）", "B7": `{{in "万元" (fig "invest")}}`, "A8": "项目合计", "A9": "最大", "A10": "制表日", "A11": "列名合计", "A12": "数组",
	}
	for _, cell := range slices.Sorted(maps.Keys(cells)) {
		ok(t, f.SetCellStr(s, cell, cells[cell]))
	}
	ok(t, f.SetCellRichText(s, "A14", []excelize.RichTextRun{
		{Text: "总投资{{fig "}, {Text: `"invest"}}`, Font: &excelize.Font{Bold: true, Color: "C00000"}}, {Text: "，合计{{fig \"firms\"}}", Font: &excelize.Font{Italic: true}}}))
	ok(t, f.SetCellFormula(s, "B8", "重点项目!D6"), f.SetCellFormula(s, "B9", "MAX(重点项目!D5)"), f.SetCellFormula(s, "B10", `YEAR(TODAY())&"年"`),
		f.SetCellFormula(s, "B11", "SUM(总投资列)"), f.SetCellStyle(s, "B4", "B4", percent), f.SetCellStyle(s, "A14", "A14", small))
	array, ref := excelize.STCellFormulaTypeArray, "B12:B12"
	ok(t, f.SetCellFormula(s, "B12", "SUM(重点项目!D5:D5*1)", excelize.FormulaOpts{Type: &array, Ref: &ref}))
	ok(t, f.SetColWidth(s, "A", "B", 24), f.SetDocProps(&excelize.DocProperties{Creator: "测试区统计局", Created: "2021-01-04T00:00:00Z", Modified: "2021-01-04T00:00:00Z"}))
	return f
}

// TestTheFormInTestdataIsThisOne holds testdata/form/form.xlsx to the code that
// makes it; with -update it is made.
func TestTheFormInTestdataIsThisOne(t *testing.T) {
	golden.Check(t, folder+"form.xlsx", written(t, officeForm(t)))
}

func written(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	sort.Slice(f.ContentTypes.Defaults, func(i, j int) bool {
		return f.ContentTypes.Defaults[i].Extension < f.ContentTypes.Defaults[j].Extension
	})
	var b bytes.Buffer
	ok(t, f.Write(&b))
	return b.Bytes()
}

// words fill forms from testdata/form/projects.yaml.
type words struct{ *compose.FormWords }

func (w words) Fill(text string, row int) (form.Value, []form.Problem) {
	cell, wrong := w.FormWords.Fill(text, row)
	var problems []form.Problem
	for _, p := range wrong {
		problems = append(problems, form.Problem{Say: p.Say, Hint: p.Hint})
	}
	return form.Value{Text: cell.Text, Figure: cell.Figure, Sample: cell.Sample}, problems
}

func projects(t testing.TB) (words, *dataset.Dataset) {
	t.Helper()
	raw := must[[]byte](t)(os.ReadFile(folder + "projects.yaml"))
	raw = bytes.Replace(raw, []byte("workbook: form.xlsx\n"), nil, 1)
	d, findings := load.Bytes("projects.yaml", raw, nil, load.Options{})
	if len(findings) > 0 {
		t.Fatal(findings[0].Message)
	}
	return words{compose.NewFormWords(d, check.Check(d))}, d
}

// filled fills a form that has nothing wrong with it.
func filled(t testing.TB, raw []byte, opt form.Options) []byte {
	t.Helper()
	w, d := projects(t)
	opt.Published = d.Published
	made, problems := form.Fill(raw, w, opt)
	for _, p := range problems {
		if p.Severity == "error" || made == nil {
			t.Fatalf("%s: %s", p.Cell, p.Say.Error())
		}
	}
	return made
}

// TestTheFormsOfTheRulesAreThese holds the forms of testdata/rules to the code that
// makes them.
func TestTheFormsOfTheRulesAreThese(t *testing.T) {
	small := func(cells map[string]string) []byte {
		f := excelize.NewFile()
		t.Cleanup(func() { _ = f.Close() })
		for _, cell := range slices.Sorted(maps.Keys(cells)) {
			ok(t, f.SetCellStr("Sheet1", cell, cells[cell]))
		}
		return written(t, f)
	}
	const rules = "../../../testdata/rules/"
	good := small(map[string]string{"A1": "指标", "B1": "数值", "A2": "税收收入（亿元）", "B2": `{{fig "tax"}}`})
	golden.Check(t, rules+"JB606/bad.xlsx", small(map[string]string{"A1": "指标", "B1": "数值", "A2": "税收收入（亿元）", "B2": `{{fig "taxes"}}`, "A3": "合计", "B3": `{{sum "tax"}}`}))
	golden.Check(t, rules+"JB606/ok.xlsx", good)
	golden.Check(t, rules+"JB707/form.xlsx", good)
}
