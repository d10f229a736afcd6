package document_test

import (
	"strconv"
	"testing"

	"jianbao/report/document"
)

// counted are rows that are made as they are asked for: row 2 says 2.0, 2.1, …
type counted struct{ rows, columns int }

func (c counted) Len() int { return c.rows }

func (c counted) Row(n int, cells []document.Cell) document.Row {
	cells = cells[:0]
	for k := range c.columns {
		cells = append(cells, c.Cell(n, k))
	}
	return document.Row{Cells: cells}
}

func (c counted) Cell(n, column int) document.Cell {
	return document.Cell{Text: strconv.Itoa(n) + "." + strconv.Itoa(column)}
}

func tableOf(rows document.Rows, columns int) document.Table {
	return document.Table{Rows: rows, Columns: make([]document.Column, columns)}
}

func said(rows []document.Row) string {
	all := ""
	for _, r := range rows {
		for _, c := range r.Cells {
			all += c.Text + " "
		}
		all += "| "
	}
	return all
}

func TestFirstRows(t *testing.T) {
	made := tableOf(counted{3, 2}, 2)
	held := tableOf(made.First(3), 2)
	for _, table := range []document.Table{made, held} {
		for most, want := range map[int]string{0: "", 2: "0.0 0.1 | 1.0 1.1 | ", 9: "0.0 0.1 | 1.0 1.1 | 2.0 2.1 | "} {
			if got := said(table.First(most)); got != want {
				t.Errorf("the first %d rows of a %T say %q, want %q", most, table.Rows, got, want)
			}
		}
	}
	if none := tableOf(nil, 2); len(none.First(3)) != 0 {
		t.Error("a table without rows has some")
	}
}

// What is put behind some rows, or behind a row's cells, is not put over what follows.
func TestFirstRowsMayBeAddedTo(t *testing.T) {
	table := tableOf(counted{3, 2}, 2)
	rows := table.First(3)
	rows[0].Cells = append(rows[0].Cells, document.Cell{Text: "new"})
	table.Rows = rows
	_ = append(table.First(1), document.Row{Cells: []document.Cell{{Text: "total"}}})
	if got, want := said(table.First(3)), "0.0 0.1 new | 1.0 1.1 | 2.0 2.1 | "; got != want {
		t.Errorf("the rows say %q, want %q", got, want)
	}
}

func TestKeepColumns(t *testing.T) {
	table := tableOf(counted{2, 3}, 3)
	table.Columns[2].Beside = "位次"
	table.Totals = []document.Row{{Kind: document.TotalRow, Cells: []document.Cell{{Text: "a"}, {Text: "b"}, {Text: "c"}}}}
	for _, rows := range []document.Rows{table.Rows, table.First(2)} {
		table.Rows = rows
		part := table.Keep(func(k int) bool { return k != 1 })
		if got, want := said(append(part.First(2), part.Totals...)), "0.0 0.2 | 1.0 1.2 | a c | "; got != want {
			t.Errorf("columns 0 and 2 of a %T say %q, want %q", rows, got, want)
		}
		if len(part.Columns) != 2 || part.Columns[1].Beside != "" {
			t.Errorf("the kept columns are %+v", part.Columns)
		}
		if got, want := said(append(table.First(2), table.Totals...)), "0.0 0.1 0.2 | 1.0 1.1 1.2 | a b c | "; got != want {
			t.Errorf("the table they are kept of says %q, want %q", got, want)
		}
		whole := table.Keep(func(int) bool { return true })
		if got := said(whole.First(2)); got != "0.0 0.1 0.2 | 1.0 1.1 1.2 | " || whole.Columns[2].Beside == "" {
			t.Errorf("all columns of a %T say %q", rows, got)
		}
	}
}
