package report_test

import (
	"io"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"jianbao/report"
	"jianbao/report/check"
	"jianbao/report/compose"
	"jianbao/report/load"
	"jianbao/report/xlsx"
)

// longWithXlsxWriter writes the rows of a CSV file into a workbook, figures as
// numbers with two decimals.
const longWithXlsxWriter = `
import csv, sys, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[2])
sheet, two = book.add_worksheet(), book.add_format({"num_format": "0.00"})
with open(sys.argv[1], encoding="utf-8") as rows:
    for r, row in enumerate(csv.reader(rows)):
        for c, text in enumerate(row):
            if r and c > 1: sheet.write_number(r, c, float(text), two)
            else: sheet.write_string(r, c, text)
book.close()
`

// sameWithXlsxWriter writes the cells of a workbook again, formulas with their
// values, and says how many seconds one takes: warm, and without the reading.
const sameWithXlsxWriter = `
import io, sys, time, openpyxl, xlsxwriter
formulas, values = openpyxl.load_workbook(sys.argv[1]), openpyxl.load_workbook(sys.argv[1], data_only=True)
sheets = []
for sheet in formulas:
    cells = []
    for row in sheet.iter_rows():
        for c in row:
            look = {"font_name": c.font.name, "font_size": c.font.sz, "bold": bool(c.font.b), "num_format": c.number_format, "text_wrap": bool(c.alignment.wrap_text)}
            if c.fill.fgColor.rgb and c.fill.patternType: look["bg_color"] = "#" + c.fill.fgColor.rgb[2:]
            cells.append((c.row - 1, c.column - 1, c.value, values[sheet.title][c.coordinate].value, look))
    sheets.append((sheet.title, cells))
def write():
    book, looks = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True}), {}
    for title, cells in sheets:
        sheet = book.add_worksheet(title)
        for r, c, value, cached, look in cells:
            key = tuple(look.values())
            if key not in looks: looks[key] = book.add_format(look)
            if value is None: sheet.write_blank(r, c, None, looks[key])
            elif isinstance(value, str) and value.startswith("="): sheet.write_formula(r, c, value, looks[key], cached)
            else: sheet.write(r, c, value, looks[key])
    book.close()
write()
n, start = int(sys.argv[2]), time.perf_counter()
for _ in range(n): write()
print((time.perf_counter() - start) / n)
`

// python runs a script with XlsxWriter and openpyxl, wherever they are.
func python(b *testing.B, script string, args ...string) string {
	b.Helper()
	for _, program := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(program, "-c", "import openpyxl, xlsxwriter").Run() != nil {
			continue
		}
		out, err := exec.Command(program, append([]string{"-c", script}, args...)...).Output()
		if err != nil {
			b.Fatalf("%s: %v", program, err)
		}
		return string(out)
	}
	b.Skip("needs python3 with XlsxWriter and openpyxl")
	return ""
}

// BenchmarkLongTableAgainstXlsxWriter builds a file with a table of 200,000 rows
// and twelve columns, checks, workbook and briefing, and has XlsxWriter write the
// same rows, turn and turn about.
func BenchmarkLongTableAgainstXlsxWriter(b *testing.B) {
	dir := b.TempDir()
	data, csv := filepath.Join(dir, "d.yaml"), filepath.Join(dir, "t.csv")
	if err := writeRows(data, csv, 200_000); err != nil {
		b.Fatal(err)
	}
	var ours, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		o := report.Build(b.Context(), []string{data}, strings.NewReader(""), report.Options{Out: filepath.Join(dir, "out"), Jobs: 1, Force: true})
		ours += time.Since(start)
		if len(o.Written()) != 2 {
			b.Fatal("the long table was not built")
		}
		if err := o.Close(); err != nil {
			b.Fatal(err)
		}
		start = time.Now()
		python(b, longWithXlsxWriter, csv, filepath.Join(dir, "t.xlsx"))
		theirs += time.Since(start)
	}
	b.ReportMetric(ours.Seconds()/float64(b.N), "build-s/op")
	b.ReportMetric(theirs.Seconds()/float64(b.N), "xlsxwriter-s/op")
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "×xlsxwriter")
}

// BenchmarkWorkbookAgainstXlsxWriter writes the worked example's workbook, and has
// XlsxWriter write the same cells, without charts, comments, rules and links.
func BenchmarkWorkbookAgainstXlsxWriter(b *testing.B) {
	data, _ := load.File("../testdata/gangcheng/gangcheng-2021.yaml", load.Options{})
	result := check.Check(data)
	texts, _ := compose.Texts(data, result, nil)
	doc := compose.Compose(data, result, texts)
	book := filepath.Join(builtExample(b), "gangcheng-2021.xlsx")
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the program does
	const warm = 20
	var ours, theirs float64
	for b.Loop() {
		start := time.Now()
		for range warm {
			if _, err := xlsx.Write(io.Discard, doc, b.TempDir()); err != nil {
				b.Fatal(err)
			}
		}
		ours += time.Since(start).Seconds() / warm
		one, err := strconv.ParseFloat(strings.TrimSpace(python(b, sameWithXlsxWriter, book, strconv.Itoa(warm))), 64)
		if err != nil {
			b.Fatal(err)
		}
		theirs += one
	}
	b.ReportMetric(ours/float64(b.N)*1000, "ms/workbook")
	b.ReportMetric(theirs/float64(b.N)*1000, "xlsxwriter-ms/workbook")
	b.ReportMetric(ours/theirs, "×xlsxwriter")
}
