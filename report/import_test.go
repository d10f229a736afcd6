package report_test

import (
	"path/filepath"
	"strings"
	"testing"

	"jianbao/report"
	"jianbao/report/dataset"
	"jianbao/report/figure"
	"jianbao/report/load"
)

// TestImportOfOwnWorkbookGivesTheFiguresBack builds workbooks, imports them, and
// holds every figure to that of the data file they were built of.
func TestImportOfOwnWorkbookGivesTheFiguresBack(t *testing.T) {
	for _, c := range []struct {
		path    string
		figures int // at least so many are compared
	}{
		{"../testdata/minimal/minimal.yaml", 5},
		{"../testdata/gangcheng/gangcheng-2021.yaml", 300},
	} {
		t.Run(filepath.Base(c.path), func(t *testing.T) {
			folder := t.TempDir()
			o := report.Build(t.Context(), []string{c.path}, strings.NewReader(""), report.Options{Out: folder, Jobs: 1})
			defer func() { _ = o.Close() }()
			book := filepath.Join(folder, strings.TrimSuffix(filepath.Base(c.path), ".yaml")+".xlsx")
			if _, err := report.Import(book, filepath.Join(folder, "again.yaml")); err != nil {
				t.Fatal(err)
			}
			checked := report.Check([]string{filepath.Join(folder, "again.yaml")}, strings.NewReader(""), false)
			for _, f := range checked.Districts[0].Found.Findings {
				t.Errorf("%d: %s", f.Place.Line, f.Message.Error())
			}
			was, _ := load.File(c.path, load.Options{})
			is, _ := load.File(filepath.Join(folder, "again.yaml"), load.Options{})
			if n := sameIndicators(t, was, is) + sameTables(t, was, is); n < c.figures {
				t.Errorf("%d figures were compared, want %d at least", n, c.figures)
			}
		})
	}
}

// sameIndicators compares indicators by name and period, and gives the number of
// figures. Of those that have a share alone, or names alone, the workbook has other
// things to say.
func sameIndicators(t *testing.T, was, is *dataset.Dataset) (n int) {
	t.Helper()
	again := map[string]figure.Figure{}
	for _, i := range is.Indicators() {
		for _, o := range i.Observations {
			again[i.Name.Value+"@"+o.Period.String()] = o.Figure
		}
	}
	for _, i := range was.Indicators() {
		for _, o := range i.Observations {
			f, known := again[i.Name.Value+"@"+o.Period.String()]
			if o.Figure.Absent != figure.Present {
				continue
			}
			if n++; !known || f.Range.String() != o.Figure.Range.String() || !f.Unit.Same(o.Figure.Unit) {
				t.Errorf("%s: %s came back as %s", o.Ref(), o.Figure, f)
			}
		}
	}
	return n
}

// sameTables compares the cells of tables, row by row.
func sameTables(t *testing.T, was, is *dataset.Dataset) (n int) {
	t.Helper()
	again := map[string]*dataset.Table{}
	for _, table := range is.Tables() {
		again[strings.TrimSuffix(table.Title.Value, "（示例数据）")] = table
	}
	for _, table := range was.Tables() {
		other := again[table.Title.Value]
		if other == nil || other.Len() != table.Len() || other.Sample != table.Sample {
			t.Errorf("the table %s came back as %+v", table.Title.Value, other)
			continue
		}
		for r := range table.Len() {
			for k, column := range table.Columns {
				if column.Numeric && column.Unit != other.Columns[k].Unit {
					t.Errorf("%s: the unit %s came back as %s", column.ID.Value, column.Unit, other.Columns[k].Unit)
				}
				if n++; table.Row(r).Text(k) != other.Row(r).Text(k) {
					t.Errorf("%s: %s came back as %s", table.CellRef(table.Row(r), column), table.Row(r).Text(k), other.Row(r).Text(k))
				}
			}
		}
		if len(other.Totals) != len(table.Totals) {
			t.Errorf("%s had %d totals, and has %d", table.Title.Value, len(table.Totals), len(other.Totals))
		}
	}
	return n
}
