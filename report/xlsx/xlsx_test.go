package xlsx

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/internal/golden"
)

func written(t testing.TB, doc *document.Document) ([]byte, []diag.Finding) {
	t.Helper()
	var out bytes.Buffer
	findings, err := Write(&out, doc, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), findings
}

func opened(t testing.TB, book []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestWorkbooksReadAsTheirGoldens(t *testing.T) {
	for name, doc := range map[string]*document.Document{"example": exampleDocument(), "draft": composed(t, "testdata/draft.yaml")} {
		t.Run(name, func(t *testing.T) {
			doc.Draft = name == "draft"
			book, findings := written(t, doc)
			var out strings.Builder
			for _, f := range findings {
				fmt.Fprintf(&out, "%s %s %s\n", f.Code, f.Severity, f.Message.In(diag.ZH))
			}
			f := opened(t, book)
			for _, sheet := range f.GetSheetList() {
				dump(t, &out, f, sheet)
			}
			golden.Check(t, "testdata/"+name+".txt", []byte(out.String()))
		})
	}
}

// dump is a sheet as text: its cells with formulas, formats and links, its tables,
// conditional formats and comments.
func dump(t *testing.T, out *strings.Builder, f *excelize.File, sheet string) {
	fmt.Fprintf(out, "\n== %s\n", sheet)
	eachCell(t, f, sheet, func(at, value, formula string, style *excelize.Style) {
		fmt.Fprintf(out, "%s %q", at, value)
		if formula != "" {
			fmt.Fprintf(out, " =%s", formula)
		}
		if style.CustomNumFmt != nil {
			fmt.Fprintf(out, " {%s}", *style.CustomNumFmt)
		}
		if linked, target, _ := f.GetCellHyperLink(sheet, at); linked {
			fmt.Fprintf(out, " -> %s", target)
		}
		out.WriteString("\n")
	})
	tables, err := f.GetTables(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		fmt.Fprintf(out, "table %s %s\n", table.Name, table.Range)
	}
	formats, err := f.GetConditionalFormats(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, cells := range slices.Sorted(maps.Keys(formats)) {
		for _, rule := range formats[cells] {
			fmt.Fprintf(out, "where %s %s\n", cells, rule.Criteria)
		}
	}
	comments, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range comments {
		for _, run := range c.Paragraph {
			fmt.Fprintf(out, "comment %s %q\n", c.Cell, run.Text)
		}
	}
}

// eachCell goes through the cells of a sheet that hold something.
func eachCell(t testing.TB, f *excelize.File, sheet string, see func(at, value, formula string, style *excelize.Style)) {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, value := range row {
			at := address(j+1, i+1)
			formula, err := f.GetCellFormula(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			id, err := f.GetCellStyle(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			style, err := f.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			if value != "" || formula != "" {
				see(at, value, formula, style)
			}
		}
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	want, _ := written(t, exampleDocument())
	var wait sync.WaitGroup
	books := make([][]byte, 8)
	for i := range books {
		wait.Go(func() {
			var out bytes.Buffer
			if _, err := Write(&out, exampleDocument(), t.TempDir()); err != nil {
				t.Error(err)
			}
			books[i] = out.Bytes()
		})
	}
	wait.Wait()
	for i, b := range books {
		if !bytes.Equal(b, want) {
			t.Errorf("book %d differs", i)
		}
	}
}

func TestStringsNeverBecomeFormulas(t *testing.T) {
	book, _ := written(t, exampleDocument())
	f := opened(t, book)
	sheet := "奇怪／的：表＊"
	for i, want := range strange {
		want = strings.ReplaceAll(want, "\x00", "␀")
		at := address(1, tableHead+1+i)
		got, err := f.GetCellValue(sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("%s = %q, want %q", at, got, want)
		}
		if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
			t.Errorf("%s has formula %q", at, formula)
		}
		if kind, _ := f.GetCellType(sheet, at); kind != excelize.CellTypeInlineString {
			t.Errorf("%s has type %v", at, kind)
		}
	}
}

func TestEveryFormulaComputesItsCachedValue(t *testing.T) {
	book, _ := written(t, exampleDocument())
	f := opened(t, book)
	formulas := 0
	for _, sheet := range f.GetSheetList() {
		eachCell(t, f, sheet, func(at, value, formula string, _ *excelize.Style) {
			if formula == "" {
				return
			}
			formulas++
			got, err := f.CalcCellValue(sheet, at, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Errorf("%s!%s =%s: %v", sheet, at, formula, err)
			} else if !alike(got, value) {
				t.Errorf("%s!%s =%s computes %s, cached %s", sheet, at, formula, got, value)
			}
		})
	}
	if formulas < 20 {
		t.Errorf("only %d formulas", formulas)
	}
}

// alike compares values as a cell shows them, to fifteen digits.
func alike(a, b string) bool {
	x, ok := ratOf(a)
	y, also := ratOf(b)
	if !ok || !also {
		return a == b
	}
	return rounded(x, 9).Cmp(rounded(y, 9)) == 0
}

func TestPropertiesNameTheIssuerAndTheDay(t *testing.T) {
	book, _ := written(t, exampleDocument())
	f := opened(t, book)
	p, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if p.Creator != "钢城区统计局" || p.Created != "2021-08-27T00:00:00Z" || p.Modified != p.Created || p.Title != "钢城区高质量发展情况简报" {
		t.Errorf("properties: %+v", p)
	}
	a, err := f.GetAppProps()
	if err != nil {
		t.Fatal(err)
	}
	if a.Application != "jianbao" {
		t.Errorf("application %q", a.Application)
	}
	for name, content := range partsOf(t, book) {
		if strings.HasPrefix(name, "docProps/") && bytes.Contains(bytes.ToLower(content), []byte("xuri")) {
			t.Errorf("%s names excelize's author", name)
		}
	}
}
