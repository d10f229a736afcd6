package load

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/figure"
)

// long is a table file of three columns that nothing is said of, whose rows are
// read in several blocks.
const long = tables + `      - id: t
        title: 表
        columns: [{id: name, title: 名称, key: true}, {id: a, title: 甲}, {id: b, title: 乙}]
        file: t.csv
`

func longTable(t *testing.T, cells func(row int) (name, a, b string)) *dataset.Table {
	t.Helper()
	var csv strings.Builder
	csv.WriteString("name,a,b\n")
	for row := range 3*blockRows + 7 {
		name, a, b := cells(row)
		fmt.Fprintf(&csv, "%s,%s,%s\n", name, a, b)
	}
	table := sound(t, long, map[string]string{"t.csv": csv.String()}).Table("t")
	if table.Len() != 3*blockRows+7 {
		t.Fatalf("%d rows", table.Len())
	}
	for _, row := range []int{0, blockRows - 1, blockRows, 2*blockRows + 1, 3*blockRows + 6} {
		name, a, b := cells(row)
		for i, want := range []string{name, a, b} {
			if got := table.Row(row).Text(i); got != want {
				t.Errorf("cell %d of row %d is %q, want %q", i, row, got, want)
			}
		}
	}
	return table
}

func TestAColumnIsOfWordsIfOneCellInAMillionIs(t *testing.T) {
	table := longTable(t, func(row int) (name, a, b string) {
		b = "2.5"
		if row == 2*blockRows+1 {
			b = "缺"
		}
		return fmt.Sprint("项目", row), fmt.Sprint(row % 10), b
	})
	if !table.Columns[1].Numeric || table.Columns[2].Numeric {
		t.Fatal("甲 holds figures, 乙 does not")
	}
	if v := table.Values(1); v.Words != nil || v.Figures == nil {
		t.Error("甲 is read as words")
	}
	if v := table.Values(2); v.Figures != nil || fmt.Sprint(v.Distinct) != "[2.5 缺]" {
		t.Errorf("the words of 乙: %q", v.Distinct)
	}
	for row, word := range table.Values(2).Words {
		if (word == 1) != (row == 2*blockRows+1) {
			t.Fatalf("row %d has word %d", row, word)
		}
	}
}

func TestWordsAreNumberedAlikeInAllBlocks(t *testing.T) {
	levels := []string{"省级", "市级", "县级", "乡级"}
	table := longTable(t, func(row int) (name, a, b string) {
		return fmt.Sprint("项目", row), levels[(row/blockRows+row%2)%4], "x" + fmt.Sprint(row)
	})
	if v := table.Values(1); fmt.Sprint(v.Distinct) != fmt.Sprint([]string{"省级", "市级", "县级", "乡级"}) {
		t.Errorf("words %q", v.Distinct)
	}
	if v := table.Values(2); v.Words != nil {
		t.Errorf("%d different words are numbered", table.Len())
	}
	for column := 1; column <= 2; column++ {
		wanted := table.Row(blockRows + 3).Text(column)
		reads := table.Reads(column, wanted)
		for row := range table.Rows() {
			if reads(row.Number()) != (row.Text(column) == wanted) {
				t.Fatalf("row %d reads %q, not %q", row.Number(), row.Text(column), wanted)
			}
		}
	}
	if table.Reads(1, "区级")(0) {
		t.Error("a word that no cell has is found")
	}
}

func TestFiguresOfAllKindsOfText(t *testing.T) {
	texts := []string{"1.5", "", "-", "…", `1526`, "-0.25", "+3"}
	table := longTable(t, func(row int) (name, a, b string) {
		return fmt.Sprint("项目", row), texts[row%len(texts)], "1"
	})
	if d := table.Values(1).Decimals; d != 2 {
		t.Errorf("%d decimals at most", d)
	}
	for row := range table.Rows() {
		want, problem := figure.Parse(texts[row.Number()%len(texts)], figure.Options{})
		if problem != nil {
			t.Fatal(problem)
		}
		got := row.Figure(1)
		if got.Absent != want.Absent || got.Text != want.Text || !got.Range.Equal(want.Range) {
			t.Fatalf("row %d is %+v, want %+v", row.Number(), got, want)
		}
	}
}

func TestPlacesInLongFiles(t *testing.T) {
	table := longTable(t, func(row int) (name, a, b string) {
		return fmt.Sprint("项目", row), "1", "2"
	})
	for _, row := range []int{0, lineEvery - 1, lineEvery, blockRows, 3*blockRows + 6} {
		p := table.Row(row).Place(1)
		if at := 3 + len(fmt.Sprint(row)) + 1; p.File != "t.csv" || p.Line != row+2 || p.Column != at || p.EndColumn != at+1 {
			t.Errorf("row %d stands at %+v", row, p)
		}
	}
}
