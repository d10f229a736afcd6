package xlsx

import (
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/document"
)

// Every part is declared once, by its name or by its ending, and no other is.
func TestEveryPartHasAKind(t *testing.T) {
	for name, doc := range soundDocuments(t) {
		t.Run(name, func(t *testing.T) {
			book, _ := written(t, doc)
			parts := partsOf(t, book)
			var kinds struct {
				Default []struct {
					Extension string `xml:",attr"`
				}
				Override []struct {
					PartName string `xml:",attr"`
				}
			}
			if err := xml.Unmarshal(parts[kindsPart], &kinds); err != nil {
				t.Fatal(err)
			}
			declared := map[string]int{}
			for _, kind := range kinds.Override {
				declared[strings.TrimPrefix(kind.PartName, "/")]++
			}
			for part, times := range declared {
				if _, there := parts[part]; !there || times > 1 {
					t.Errorf("%s is declared %d times, there: %t", part, times, there)
				}
			}
			endings := map[string]int{}
			for _, kind := range kinds.Default {
				endings["."+kind.Extension]++
			}
			for part := range parts {
				byEnding := endings[path.Ext(part)] == 1 && path.Ext(part) != ".xml"
				if part != kindsPart && declared[part] != 1 && !byEnding {
					t.Errorf("%s is of no kind", part)
				}
			}
		})
	}
}

// Names say which rows are repeated on printed pages and which have filter buttons.
func TestNamesOfSheets(t *testing.T) {
	book, _ := written(t, exampleDocument())
	var got []string
	for _, n := range opened(t, book).GetDefinedName() {
		got = append(got, n.Scope+" "+n.Name+" "+n.RefersTo)
	}
	want := []string{
		"指标 _xlnm.Print_Titles '指标'!$1:$3",
		"省、市、区重点项目（示例数据） _xlnm.Print_Titles '省、市、区重点项目（示例数据）'!$1:$3",
		"奇怪／的：表＊ _xlnm.Print_Titles '奇怪／的：表＊'!$1:$3",
		"核对 _xlnm._FilterDatabase '核对'!$A$3:$M$9",
		"核对 _xlnm.Print_Titles '核对'!$1:$3",
	}
	if !slices.Equal(got, want) {
		t.Errorf("names:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What is taken of a new workbook of excelize's is still there to be taken.
func TestANewWorkbookIsWhatItWas(t *testing.T) {
	made, err := newWorkbook()
	if err != nil {
		t.Fatal(err)
	}
	f, err := made.file()
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if sheets := f.GetSheetList(); len(sheets) != 1 || sheets[0] != "Sheet1" {
		t.Errorf("sheets: %v", sheets)
	}
	var within struct {
		Relationship []struct {
			Target string `xml:",attr"`
			ID     string `xml:"Id,attr"`
		}
	}
	whole := slices.Concat(made.within.before, []byte(leadsEnd), made.within.behind)
	if err := xml.Unmarshal(whole, &within); err != nil {
		t.Fatal(err)
	}
	if n := len(within.Relationship); n != firstLead-1 || within.Relationship[0].ID != "rId1" || within.Relationship[0].Target != "worksheets/sheet1.xml" {
		t.Errorf("a new workbook leads to %+v", within.Relationship)
	}
}

// What one workbook leaves in the buffers is in no other.
func TestWorkbooksKeepApart(t *testing.T) {
	small := &document.Document{Title: "空"}
	alone, _ := written(t, small)
	for range 3 {
		written(t, composed(t, "testdata/draft.yaml"))
		if _, err := Write(failing{}, exampleDocument(), t.TempDir()); err == nil {
			t.Fatal("a workbook is written where nothing can be")
		}
		wide := document.Table{ID: "wide", Title: "宽表", Columns: make([]document.Column, excelize.MaxColumns+1)}
		if _, err := Write(io.Discard, &document.Document{Sections: []document.Section{{Blocks: []document.Block{wide}}}}, t.TempDir()); err == nil {
			t.Fatal("a table is wider than a sheet")
		}
		if again, _ := written(t, small); !bytes.Equal(again, alone) {
			t.Fatal("a workbook depends on the one before")
		}
	}
	if f := opened(t, alone); len(f.GetSheetList()) != 1 {
		t.Errorf("sheets: %v", f.GetSheetList())
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
