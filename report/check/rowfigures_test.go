package check

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"jianbao/report/load"
)

// projectsHead begins a data file with a table of projects, up to its key.
const projectsHead = `version: 1
district: {name: 某区}
title: 简报
period: 2021
published: 2022-01-31
sections:
  - id: s
    title: 节
    tables:
      - id: p
        title: 项目
        columns:
          - {id: name, title: 名称, key: true}
`

// What is kept of a row is what the table says of it, in whatever order cells are
// asked for, and of more columns than are kept.
func TestKeptFiguresAreTheTables(t *testing.T) {
	var rows strings.Builder
	for row := range mostKept * 2 / 3 { // one column is kept whole, the others are not
		fmt.Fprintf(&rows, "          - [项目%d, %d.25, %d.50]\n", row, row, row+1)
	}
	d, findings := load.Bytes("d.yaml", []byte(projectsHead+`          - {id: investment, title: 投资, unit: 亿元, decimals: 2}
          - {id: done, title: 完成, unit: 亿元, decimals: 2}
        rows:
          - [甲, 100.20, 10.00]
          - [乙, 150.00, null]
          - [丙, 100.00, "-"]
`+rows.String()), nil, load.Options{})
	table := d.Table("p")
	if table == nil {
		t.Fatalf("%+v", findings)
	}
	var kept rowFigures
	random := rand.New(rand.NewPCG(1, 1))
	for range 10_000 {
		row, column := table.Row(random.IntN(table.Len())), random.IntN(len(table.Columns))
		got, want := kept.of(table, row, column), row.Figure(column)
		if got.String() != want.String() || got.Absent != want.Absent || !got.Range.Equal(want.Range) {
			t.Fatalf("row %s, column %d: %s, want %s", row.Key(), column, got, want)
		}
		if want.Number != nil && got.value().Cmp(want.Value()) != 0 {
			t.Fatalf("row %s, column %d: %s in base units, want %s", row.Key(), column, got.value(), want.Value())
		}
		other, k := table.Row(random.IntN(table.Len())), random.IntN(len(table.Columns))
		if again := kept.read(table, other, k); again != nil && again.String() != other.Figure(k).String() {
			t.Fatalf("row %s, column %d at hand: %s, want %s", other.Key(), k, again, other.Figure(k))
		}
		if ref, want := kept.ref(table, other, k), table.CellRef(other, table.Columns[k]); ref != want {
			t.Fatalf("row %s, column %d is called %s, want %s", other.Key(), k, ref, want)
		}
	}
}
