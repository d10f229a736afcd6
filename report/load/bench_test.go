package load

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/report/dataset"
)

// BenchmarkLongCSV reads a table of 200,000 rows with two columns of words and
// ten of figures; once with a quoted cell in every row, which makes records
// harder to find.
func BenchmarkLongCSV(b *testing.B) {
	file := tables + "      - id: t\n        title: 表\n        columns:\n          - {id: name, title: 名称, key: true}\n          - {id: level, title: 级别}\n"
	header := "name,level"
	for i := range 10 {
		file += fmt.Sprintf("          - {id: v%d, title: 量%d, unit: 万元, decimals: 2}\n", i, i)
		header += fmt.Sprint(",v", i)
	}
	file += "        file: t.csv\n"
	for _, c := range []struct{ name, key string }{{"plain", "项目%d"}, {"quoted", `"项目%d, 一期"`}} {
		b.Run(c.name, func(b *testing.B) {
			var csv strings.Builder
			csv.WriteString(header + "\n")
			for row := range 200_000 {
				fmt.Fprintf(&csv, c.key+",%s", row, []string{"省级", "市级", "区级"}[row%3])
				for i := range 10 {
					fmt.Fprintf(&csv, ",%d.%02d", (row*(i+7))%1000, (row+i)%100)
				}
				csv.WriteByte('\n')
			}
			files := fstest.MapFS{"t.csv": {Data: []byte(csv.String())}}
			b.SetBytes(int64(csv.Len()))
			b.ReportAllocs()
			var ds *dataset.Dataset
			for b.Loop() {
				ds, _ = Bytes("d.yaml", []byte(file), files, Options{})
			}
			if ds.Table("t").Len() != 200_000 {
				b.Fatal("rows are missing")
			}
		})
	}
}
