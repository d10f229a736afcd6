package form_test

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/diag"
	"jianbao/report/xlsx/form"
)

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
		"A5": `{{cell "project.name"}}`, "A6": `{{cell "projects.name"}}{{cell "teams.name"}}`, "A7": `{{total "projects" "总计" "plan"}}`, "A8": `{{fig "invest" "2019"}}`,
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
		"A5": `no table "project"|projects`, "A6": "cells of two tables", "A7": `has no total "总计"`, "A8": "not given", "A9": "random", "B9": "not given",
	} {
		if !strings.Contains(got[cell], want) {
			t.Errorf("%s: got %q, want %q", cell, got[cell], want)
		}
	}
	if len(got) != 10 {
		t.Errorf("%d cells are wrong, want 10: %v", len(got), got)
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
	ok(t, f.SetHeaderFooter("重点项目", &excelize.HeaderFooterOptions{OddHeader: `{{fig "invest"}}`}),
		f.AddComment("重点项目", excelize.Comment{Cell: "A1", Text: "{{title}}"}),
		f.AddTable("主要 指标", &excelize.Table{Range: "A2:B3", Name: "表"}))
	w, d := projects(t)
	_, problems := form.Fill(written(t, f), w, form.Options{Published: d.Published})
	var where []string
	for _, p := range problems {
		if p.Severity == diag.Error {
			where = append(where, p.Cell)
		}
	}
	slices.Sort(where)
	if got, want := strings.Join(where, " "), "xl/comments1.xml xl/tables/table1.xml 重点项目!headerFooter"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
