package xlsx

import (
	"strings"
	"testing"

	"jianbao/report/diag"
)

// From every finding a link leads to its cell, and from the cell one back; at the
// cell a comment says the code, what was found and what the figure should be.
func TestFindingsAndTheirCellsLeadToEachOther(t *testing.T) {
	doc := composed(t, "testdata/draft.yaml")
	book, _ := written(t, doc)
	f := opened(t, book)
	for i, found := range doc.Findings {
		row := findingsHead + 1 + i
		linked, target, err := f.GetCellHyperLink(findingsName, address(10, row))
		if err != nil || !linked {
			t.Errorf("no link from %s: %v", found.Check, err)
			continue
		}
		sheet, cell, _ := strings.Cut(target, "!")
		sheet = strings.Trim(sheet, "'")
		if _, back, _ := f.GetCellHyperLink(sheet, cell); !strings.HasPrefix(back, quoted(findingsName)+"!") {
			t.Errorf("%s leads to %q", target, back)
		}
		comments, err := f.GetComments(sheet)
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, c := range comments {
			if c.Cell == cell {
				for _, run := range c.Paragraph {
					said += run.Text
				}
			}
		}
		for _, want := range []string{string(found.Code), found.Message.In(diag.ZH), found.Derived} {
			if !strings.Contains(said, want) {
				t.Errorf("%s says %q, without %q", target, said, want)
			}
		}
	}
}

// From every check with a cell a link leads there; from the indicators' verdicts
// and the tables' totals and formulas one leads to a check about them.
func TestChecksAndTheirCellsLeadToEachOther(t *testing.T) {
	doc := workedExample(t)
	book, _ := written(t, doc)
	f := opened(t, book)
	there, back := 0, 0
	for i := range doc.Checks.Len() {
		_, target, _ := f.GetCellHyperLink(checksName, address(3, checksHead+1+i))
		sheet, cell, ok := strings.Cut(target, "!")
		if !ok {
			continue
		}
		there++
		sheet = strings.Trim(sheet, "'")
		if sheet == indicatorsName { // the row's verdict speaks for all its figures
			cell = "H" + strings.TrimLeft(cell, "ABCDEFGH")
		}
		if _, target, _ := f.GetCellHyperLink(sheet, cell); strings.HasPrefix(target, quoted(checksName)+"!") {
			back++
		}
	}
	if there < 150 || back != there {
		t.Errorf("%d of %d checks lead to cells, %d back", there, doc.Checks.Len(), back)
	}
}
