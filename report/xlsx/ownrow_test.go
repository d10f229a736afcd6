package xlsx

import (
	"math/big"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/figure"
)

// A formula about its own row is written where it first stands; the rows below
// share it, and those of another kind have their own.
func TestFormulasOfTheirOwnRow(t *testing.T) {
	end := func(s string, open bool) figure.Bound { return figure.Bound{Value: rat(s), Open: open} }
	ranges := []figure.Interval{
		{Lo: end("-1", false), Hi: end("1", false)},
		{Lo: end("-1", true), Hi: end("1", true)},
		{Lo: end("0", false)},
		{Hi: end("0", true)},
		{Lo: end("-2", false), Hi: end("2", false)},
	}
	own := newOwnFormulas(8)
	var cells []cell
	for i, allowed := range ranges {
		cells = append(cells, own.verdict(4+i, &document.CheckLine{Verdict: diag.Consistent, Allowed: allowed}))
	}
	for i, want := range []string{
		`IF(AND(F4>=G4,F4<=H4),"一致","不一致")`, `IF(AND(F5>G5,F5<H5),"一致","不一致")`, `IF(F6>=G6,"一致","不一致")`, `IF(F7<H7,"一致","不一致")`, "",
	} {
		if cells[i].formula != want || cells[i].text != "一致" {
			t.Errorf("row %d: %s, %s", 4+i, cells[i].formula, cells[i].text)
		}
	}
	if cells[4].shared != cells[0].shared || cells[1].shared == cells[0].shared || cells[0].shared.cells != "J4:J8" {
		t.Errorf("shared: %+v", cells[0].shared)
	}
	if d := own.difference(5, big.NewRat(1, 2)); d.formula != "ROUND(D5-E5,9)" || d.shared.number != 4 || d.shared.cells != "F5:F8" {
		t.Errorf("difference: %+v of %+v", d, d.shared)
	}
}

// Programs read every formula as that of its own row.
func TestSharedFormulasAreReadInEveryRow(t *testing.T) {
	doc := workedExample(t)
	book, _ := written(t, doc)
	f, shared := opened(t, book), 0
	for i := range doc.Checks.Len() {
		at := address(differenceCol, checksHead+1+i)
		formula, err := f.GetCellFormula(checksName, at)
		if err != nil {
			t.Fatal(err)
		}
		if formula == "" {
			continue
		}
		shared++
		row := at[1:]
		if want := "ROUND(D" + row + "-E" + row + ",9)"; formula != want {
			t.Errorf("%s has %s, want %s", at, formula, want)
		}
		verdict, err := f.CalcCellValue(checksName, address(verdictCol, checksHead+1+i), excelize.Options{RawCellValue: true})
		if want := verdictWords[doc.Checks.Lines.Line(i).Verdict]; err != nil || verdict != want {
			t.Errorf("check %d computes %q, want %q, %v", i, verdict, want, err)
		}
	}
	if shared < 100 {
		t.Errorf("only %d checks have formulas", shared)
	}
}
