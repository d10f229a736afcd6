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
				if r := check.Check(d); r.Judged.Len() != 45 || len(r.Findings) > 0 {
					b.Fatalf("%d checks, %d findings", r.Judged.Len(), len(r.Findings))
				}
			}
		})
	}
}

// BenchmarkManyTables judges 24 tables of 11 rows, each with a growth and a share in
// every row, as a district's statistics have them.
func BenchmarkManyTables(b *testing.B) {
	const tables, rows = 24, 11
	var body strings.Builder
	body.WriteString("sections:\n  - id: s\n    title: 节\n    tables:\n")
	for n := range tables {
		now, then, sum, sumThen := [rows]int{}, [rows]int{}, 0, 0
		for i := range rows {
			now[i], then[i] = 500+(n*997+i*3571)%9000, 500+(n*1999+i*7877)%9000
			sum, sumThen = sum+now[i], sumThen+then[i]
		}
		fmt.Fprintf(&body, "      - id: t%d\n        title: 表\n        columns:\n          - {id: area, title: 地区}\n"+
			"          - {id: now, title: 今年, unit: 亿元, decimals: 2}\n          - {id: then, title: 上年, unit: 亿元, decimals: 2}\n"+
			"          - {id: yoy, title: 增减, unit: \"%%\", decimals: 1, formula: \"growth(now, then)\"}\n"+
			"          - {id: share, title: 比重, unit: \"%%\", decimals: 1, formula: \"share(now, sum(t%d.now))\"}\n        rows:\n", n, n)
		for i := range rows {
			fmt.Fprintf(&body, "          - [地区%d, %.2f, %.2f, %.1f, %.1f]\n", i, float64(now[i])/100, float64(then[i])/100,
				100*(float64(now[i])/float64(then[i])-1), 100*float64(now[i])/float64(sum))
		}
		fmt.Fprintf(&body, "        totals:\n          - {label: 合计, now: %.2f, then: %.2f}\n", float64(sum)/100, float64(sumThen)/100)
	}
	d, findings := load.Bytes("d.yaml", []byte(head+body.String()), nil, load.Options{})
	if len(findings) > 0 {
		b.Fatal(findings[0])
	}
	b.ReportAllocs()
	for b.Loop() {
		if r := check.Check(d); r.Judged.Len() != tables*(2*rows+2)+1 || len(r.Findings) > 0 {
			b.Fatalf("%d checks, findings: %v", r.Judged.Len(), r.Findings)
		}
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
