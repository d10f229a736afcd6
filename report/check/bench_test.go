package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/report/check"
	"jianbao/report/load"
)

// BenchmarkLongTable judges the totals of a table that has been read: all rows
// and three groups, ten columns each. With a formula every row is judged alone.
func BenchmarkLongTable(b *testing.B) {
	for _, c := range []struct {
		name, column string
		rows         int
	}{
		{"200000 rows with totals", "", 200_000},
		{"20000 rows with a formula", `          - {id: sum, title: 和, unit: 万元, decimals: 2, formula: v0 + v1}` + "\n", 20_000},
	} {
		b.Run(c.name, func(b *testing.B) {
			body, csv := longTable(c.rows, c.column)
			d, findings := load.Bytes("d.yaml", []byte(head+body), fstest.MapFS{"t.csv": {Data: []byte(csv)}}, load.Options{})
			if len(findings) > 0 {
				b.Fatal(findings[0])
			}
			b.ReportAllocs()
			for b.Loop() {
				if r := check.Check(d); len(r.Checks) != 45 || len(r.Findings) > 0 {
					b.Fatalf("%d checks, %d findings", len(r.Checks), len(r.Findings))
				}
			}
		})
	}
}

// longTable is a table with totals that hold, and its file.
func longTable(rows int, column string) (body, csv string) {
	levels := []string{"省级", "市级", "区级"}
	var count [4]int
	var cents [4][10]int
	var file strings.Builder
	file.WriteString("name,level,v0,v1,v2,v3,v4,v5,v6,v7,v8,v9\n")
	for row := range rows {
		level := row % 3
		fmt.Fprintf(&file, "项目%d,%s", row, levels[level])
		for i := range 10 {
			v := (row*(i+7) + i) % 100_000
			for _, g := range []int{level, 3} {
				cents[g][i] += v
			}
			fmt.Fprintf(&file, ",%d.%02d", v/100, v%100)
		}
		for _, g := range []int{level, 3} {
			count[g]++
		}
		file.WriteByte('\n')
	}
	body = "sections:\n  - id: s\n    title: 节\n    tables:\n      - id: t\n        title: 表\n        columns:\n          - {id: name, title: 名称, key: true}\n          - {id: level, title: 级别}\n"
	for i := range 10 {
		body += fmt.Sprintf("          - {id: v%d, title: 量%d, unit: 万元, decimals: 2}\n", i, i)
	}
	body += column + "        file: t.csv\n        totals:\n"
	for g, label := range append(levels, "合计") {
		where := ""
		if g < 3 {
			where = fmt.Sprintf("where: {level: %s}, ", label)
		}
		body += fmt.Sprintf("          - {label: %s, %scount: %d", label, where, count[g])
		for i, c := range cents[g] {
			body += fmt.Sprintf(", v%d: %d.%02d", i, c/100, c%100)
		}
		body += "}\n"
	}
	return body, file.String()
}
