package xlsx

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"jianbao/report/diag"
	"jianbao/report/document"
)

func TestSheetsGetNamesExcelAccepts(t *testing.T) {
	names := sheetNames{}
	names.take("目录")
	for _, test := range []struct{ title, want string }{
		{"重点项目", "重点项目"},
		{"重点项目", "重点项目 (2)"},
		{"目录", "目录 (2)"},
		{"GDP", "GDP"},
		{"gdp", "gdp (2)"},
		{"History", "History_"},
		{"a/b\\c:d*e?f[g]", "a／b＼c：d＊e？f［g］"},
		{"'引号'", "’引号’"},
		{"二\n行", "二 行"},
		{" \x00 ", "表"},
		{"#REF!", "＃REF!"},
		{"_x000D_", "＿x000D_"},
		{strings.Repeat("长", 40), strings.Repeat("长", 30) + "…"},
		{strings.Repeat("长", 40), strings.Repeat("长", 26) + "… (2)"},
		{strings.Repeat("𠮷", 20), strings.Repeat("𠮷", 15) + "…"},
	} {
		got := names.next(test.title)
		if got != test.want {
			t.Errorf("%q becomes %q, want %q", test.title, got, test.want)
		}
		if n := len(utf16.Encode([]rune(got))); n > sheetNameUnits {
			t.Errorf("%q has %d units", got, n)
		}
	}
}

func TestAChangedTitleIsAFinding(t *testing.T) {
	table := func(title string) document.Table {
		return document.Table{ID: "t", Title: title, Columns: []document.Column{{ID: "a", Title: "甲"}}}
	}
	doc := &document.Document{Title: "简报", Sections: []document.Section{{
		Title: "节", Blocks: []document.Block{table("一"), table("一"), table(strings.Repeat("长", 50)), table("History")},
	}}}
	book, findings := written(t, doc)
	if len(findings) != 3 {
		t.Fatalf("%d findings, want 3: %v", len(findings), findings)
	}
	for _, f := range findings {
		if f.Code != diag.NameAdjusted || f.Severity != diag.Warning {
			t.Errorf("finding %+v", f)
		}
	}
	if n := len(opened(t, book).GetSheetList()); n != 5 {
		t.Errorf("%d sheets, want 5", n)
	}
}

func FuzzSheetNames(f *testing.F) {
	for _, s := range append(strange, "History", "'a'", "[x]", strings.Repeat("长", 33)) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, title string) {
		names := sheetNames{}
		book := excelize.NewFile()
		defer book.Close()
		for range 3 {
			name := names.next(title)
			before := book.SheetCount
			if strings.EqualFold(name, "Sheet1") {
				continue // the sheet a new file has
			}
			if _, err := book.NewSheet(name); err != nil || book.SheetCount != before+1 {
				t.Fatalf("%q from %q: %v", name, title, err)
			}
		}
	})
}

func TestTextsThatACellCannotHoldAreFindings(t *testing.T) {
	long := strings.Repeat("字", cellUnits+1)
	doc := &document.Document{Title: "简报", Sections: []document.Section{{Blocks: []document.Block{document.Table{
		ID: "t", Title: "表一", Columns: []document.Column{{ID: "a", Title: "甲"}, {ID: "n", Title: "数", Numeric: true}},
		Rows: document.Held{
			{Cells: []document.Cell{word(long), num("", "1", ge)}},
			{Cells: []document.Cell{word("a\x1bb"), num("t.n[2]", "1234567890123456789", ge)}},
		},
	}}}}}
	book, findings := written(t, doc)
	if len(findings) != 3 {
		t.Errorf("%d findings, want 3", len(findings))
	}
	f := opened(t, book)
	for at, want := range map[string]string{"A4": strings.Repeat("字", cellUnits-1) + "…", "A5": "a␛b", "B5": "1234567890123456789"} {
		if got, _ := f.GetCellValue("表一", at); got != want {
			t.Errorf("%s = %.40q (%d bytes), want %.40q", at, got, len(got), want)
		}
	}
}
