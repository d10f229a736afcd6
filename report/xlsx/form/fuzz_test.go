package form_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/xlsx/form"
)

// FuzzFill fills forms with any text and formula in their cells: without a fault,
// and to a file that can be opened.
func FuzzFill(f *testing.F) {
	for _, s := range [][2]string{
		{`{{cell "projects.name"}}`, "SUM(A1:A2)"}, {`{{fig "invest"}}亿`, "SUM(B$1:B1)*1:1"}, {`{{if has "invest"}}{{fig "invest"}}{{end}}`, "TODAY()&A1"},
		{`{{total "projects" "合计" "count"}}`, "'x'!A1+[1]y!B2"}, {"{{", "IF(A1,,)"},
	} {
		f.Add(s[0], s[1])
	}
	w, d := projects(f)
	f.Fuzz(func(t *testing.T, text, formula string) {
		book := excelize.NewFile()
		defer book.Close()
		cells := map[string]string{"A1": text, "B2": text, "A4": "甲" + text}
		for _, cell := range slices.Sorted(maps.Keys(cells)) {
			if book.SetCellStr("Sheet1", cell, cells[cell]) != nil {
				return
			}
		}
		if len(formula) > 200 || book.SetCellFormula("Sheet1", "C1", formula) != nil || book.SetCellFormula("Sheet1", "C3", formula) != nil || book.MergeCell("Sheet1", "A2", "A3") != nil {
			return
		}
		made, _ := form.Fill(written(t, book), w, form.Options{Published: d.Published, Draft: true})
		if made != nil {
			opened(t, made)
		}
	})
}
