package report_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"jianbao/report"
	"jianbao/report/figure"
	"jianbao/report/load"
)

// These tests read the worked example's outputs back with other programs.

func builtExample(t testing.TB) (folder string) {
	t.Helper()
	folder = t.TempDir()
	o := report.Build(t.Context(), []string{"../testdata/gangcheng"}, strings.NewReader(""), report.Options{Out: folder, Jobs: 1})
	if len(o.Written()) != 2 {
		t.Fatal("the worked example was not built")
	}
	return folder
}

// read runs a program on a file and gives what it prints.
func read(t *testing.T, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("needs %s", program)
	}
	out, err := exec.Command(program, args...).Output()
	if err != nil {
		t.Fatalf("%s %v: %v", program, args, err)
	}
	return string(out)
}

// unspaced is a text without blanks and line ends, which a PDF has where lines
// break.
func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestBriefingHoldsEveryPublishedFigure(t *testing.T) {
	text := unspaced(read(t, "pdftotext", filepath.Join(builtExample(t), "gangcheng-2021.pdf"), "-"))
	d, _ := load.File("../testdata/gangcheng/gangcheng-2021.yaml", load.Options{})
	figures := 0
	want := func(s string) {
		figures++
		if !strings.Contains(text, unspaced(s)) {
			t.Errorf("%s does not stand in the briefing", s)
		}
	}
	for _, i := range d.Indicators() {
		want(i.Name.Value)
		if i.Share != nil {
			want(i.Share.Figure.String())
		}
		for _, n := range i.Names {
			want(n.Value)
		}
		for _, o := range i.Observations {
			if o.Figure.Absent == figure.Present {
				want(o.Figure.String())
			}
			if o.YoY != nil {
				want(o.YoY.Change.Text)
			}
		}
	}
	for _, table := range d.Tables() {
		want(table.Title.Value)
		if table.Sample {
			want("示例数据")
		}
	}
	if figures < 100 {
		t.Errorf("only %d figures were looked for", figures)
	}
}

func TestBriefingIsSound(t *testing.T) {
	pdf := filepath.Join(builtExample(t), "gangcheng-2021.pdf")
	if said := read(t, "qpdf", "--check", pdf); !strings.Contains(said, "No syntax or stream encoding errors found") {
		t.Errorf("qpdf: %s", said)
	}
	if said := read(t, "pdfinfo", pdf); !strings.Contains(said, "钢城区高质量发展情况简报") || !strings.Contains(said, "Aug 27") {
		t.Errorf("pdfinfo: %s", said)
	}
	for _, line := range strings.Split(read(t, "pdffonts", pdf), "\n")[2:] {
		if f := strings.Fields(line); len(f) > 6 && (f[4] != "yes" || f[5] != "yes" || f[6] != "yes") {
			t.Errorf("a face is not embedded, cut and mapped to Unicode: %s", line)
		}
	}
}

// pandasReads prints, for each sheet, how many cells pandas reads as numbers, and
// how many formulas openpyxl sees whose value is not there.
const pandasReads = `
import sys, pandas, openpyxl
for name, frame in pandas.read_excel(sys.argv[1], sheet_name=None, header=None).items():
    print(name, sum(isinstance(v, (int, float)) and v == v for v in frame.values.flat))
formulas, values = openpyxl.load_workbook(sys.argv[1]), openpyxl.load_workbook(sys.argv[1], data_only=True)
empty = [(s.title, c.coordinate) for s in formulas for row in s.iter_rows() for c in row
         if c.data_type == "f" and values[s.title][c.coordinate].value is None]
print("empty", empty)
`

func TestPandasReadsNumbersWhereThereAreFormulas(t *testing.T) {
	book := filepath.Join(builtExample(t), "gangcheng-2021.xlsx")
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import pandas, openpyxl").Run() != nil {
			continue
		}
		script := filepath.Join(t.TempDir(), "read.py")
		if err := os.WriteFile(script, []byte(pandasReads), 0o600); err != nil {
			t.Fatal(err)
		}
		said := read(t, python, script, book)
		// 60 rows of four figures and twelve totals of four.
		for _, want := range []string{"省、市、区重点项目（示例数据） 288", "empty []"} {
			if !strings.Contains(said, want) {
				t.Errorf("%q is not in what pandas and openpyxl read:\n%s", want, said)
			}
		}
		return
	}
	t.Skip("needs python3 with pandas and openpyxl")
}
