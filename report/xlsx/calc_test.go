package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/document"
)

// repacked is a workbook of changed parts.
func repacked(t testing.TB, parts map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(parts[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

var (
	formulaCell = regexp.MustCompile(`(<f>[^<]*</f>)<v>[^<]*</v>`)
	stringType  = regexp.MustCompile(` t="str"(><f>)`)
)

// recalculated has LibreOffice compute every formula of a workbook from which
// the cached values were taken.
func recalculated(t testing.TB, book []byte) *excelize.File {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("needs LibreOffice (soffice)")
	}
	parts := partsOf(t, book)
	for name, content := range parts {
		if ok, _ := filepath.Match("xl/worksheets/*.xml", name); ok {
			parts[name] = stringType.ReplaceAll(formulaCell.ReplaceAll(content, []byte("$1")), []byte("$1"))
		}
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in.xlsx")
	if err := os.WriteFile(in, repacked(t, parts), 0o600); err != nil {
		t.Fatal(err)
	}
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile"))
	out := filepath.Join(dir, "out")
	if log, err := exec.Command(soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", out, in).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, log)
	}
	content, err := os.ReadFile(filepath.Join(out, "in.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return opened(t, content)
}

func TestLibreOfficeComputesTheCachedValues(t *testing.T) {
	recomputes(t, exampleDocument())
}

// recomputes fails the test unless LibreOffice makes of every formula of a
// document's workbook the value that stands beside it.
func recomputes(t *testing.T, doc *document.Document) {
	t.Helper()
	book, _ := written(t, doc)
	other := recalculated(t, book)
	f := opened(t, book)
	compared := 0
	for _, sheet := range f.GetSheetList() {
		eachCell(t, f, sheet, func(at, value, formula string, _ *excelize.Style) {
			if formula == "" {
				return
			}
			compared++
			got, err := other.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			if !alike(got, value) {
				t.Errorf("%s!%s =%s: LibreOffice computes %q, cached %q", sheet, at, formula, got, value)
			}
		})
	}
	if compared < 10 {
		t.Errorf("only %d formulas were compared", compared)
	}
}

// A reader changes a figure: what follows from it follows, and the checks it
// takes part in turn over, also where the contents count the verdicts. What was
// published stays what it was.
func TestChangedFigureTurnsItsChecksOver(t *testing.T) {
	type seen struct{ sheet, cell, value string }
	for _, test := range []struct {
		name, part, old, new string
		want                 []seen
	}{
		{"an indicator", "xl/worksheets/sheet2.xml", `(<c r="C5"[^>]*><v>)1200(</v>)`, "${1}1700${2}", []seen{
			{indicatorsName, "C7", "106.3"}, {checksName, "F7", "-100"}, {checksName, "J7", "一致"}, {contentsName, "B12", "1"},
		}},
		{"a part of a total", "xl/worksheets/sheet3.xml", `(<c r="C4"[^>]*><v>)35\.2(</v>)`, "${1}45.2${2}", []seen{
			{indicatorsName, "C8", "1830300"}, {checksName, "D4", "1730300"}, {checksName, "J4", "不一致"}, {contentsName, "B12", "3"},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			book, _ := written(t, exampleDocument())
			parts := partsOf(t, book)
			parts[test.part] = regexp.MustCompile(test.old).ReplaceAll(parts[test.part], []byte(test.new))
			f := recalculated(t, repacked(t, parts))
			for _, want := range test.want {
				got, err := f.GetCellValue(want.sheet, want.cell, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatal(err)
				}
				if !alike(got, want.value) {
					t.Errorf("%s!%s = %q, want %q", want.sheet, want.cell, got, want.value)
				}
			}
		})
	}
}

// readWithOpenpyxl prints what a program sees that reads cached values row by
// row: the sheets, their sizes, and the kinds and values of their cells.
const readWithOpenpyxl = `
import json, sys
import openpyxl
book = openpyxl.load_workbook(sys.argv[1], data_only=True, read_only=True)
print(json.dumps({s.title: [[[type(c).__name__, str(c)] for c in row] for row in s.iter_rows(values_only=True)] for s in book}))
`

// openpyxlReads are the rows of each sheet as openpyxl reads them.
func openpyxlReads(t *testing.T, book []byte) map[string][][][2]string {
	t.Helper()
	python := ""
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(name, "-c", "import openpyxl").Run() == nil {
			python = name
			break
		}
	}
	if python == "" {
		t.Skip("needs python3 with openpyxl")
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := os.WriteFile(path, book, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "-c", readWithOpenpyxl, path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var sheets map[string][][][2]string
	if err := json.Unmarshal(out, &sheets); err != nil {
		t.Fatal(err)
	}
	return sheets
}

// openpyxl reads the same numbers as excelize, as numbers, and the same texts.
func TestOpenpyxlReadsWhatWasWritten(t *testing.T) {
	for name, doc := range map[string]*document.Document{
		"worked example": workedExample(t), "draft": composed(t, "testdata/draft.yaml"), "hostile names": hostileDocument(),
	} {
		t.Run(name, func(t *testing.T) {
			book, _ := written(t, doc)
			f, sheets := opened(t, book), openpyxlReads(t, book)
			numbers := 0
			for _, sheet := range f.GetSheetList() {
				eachCell(t, f, sheet, func(at, value, _ string, _ *excelize.Style) {
					col, row, err := excelize.CellNameToCoordinates(at)
					if err != nil {
						t.Fatal(err)
					}
					got := sheets[sheet][row-1][col-1]
					got[1] = strings.ReplaceAll(got[1], "_x005F_", "_") // openpyxl leaves the escape of _ (ECMA-376 part 1, 22.9.2.19)
					kind, err := f.GetCellType(sheet, at)
					if err != nil {
						t.Fatal(err)
					}
					isNumber := kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber
					if isNumber != (got[0] == "int" || got[0] == "float") || isNumber && !alike(got[1], value) || !isNumber && got[1] != value {
						t.Errorf("%s!%s is %q, openpyxl reads %v", sheet, at, value, got)
					}
					if isNumber {
						numbers++
					}
				})
			}
			if numbers < 50 {
				t.Errorf("only %d numbers were compared", numbers)
			}
		})
	}
}

func TestOpenpyxlReadsNumbersAndText(t *testing.T) {
	book, _ := written(t, exampleDocument())
	sheets := openpyxlReads(t, book)
	table := sheets["省、市、区重点项目（示例数据）"]
	if len(table) != 13 {
		t.Fatalf("the table has %d rows, want 13", len(table))
	}
	for _, want := range []struct {
		row, col    int
		kind, value string
	}{
		{3, 0, "str", "项目甲"}, {3, 2, "float", "35.2"}, {3, 4, "float", "34.2"}, {4, 4, "int", "100"},
		{6, 3, "str", "…"}, {6, 4, "NoneType", "None"}, {8, 2, "float", "173.03"},
	} {
		if got := table[want.row][want.col]; got != [2]string{want.kind, want.value} {
			t.Errorf("row %d column %d reads as %v, want %s %s", want.row+1, want.col+1, got, want.kind, want.value)
		}
	}
	if got := sheets["核对"][5][9]; got != [2]string{"str", "不一致"} {
		t.Errorf("a verdict reads as %v", got)
	}
}
