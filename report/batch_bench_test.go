package report_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/report"
)

// BenchmarkBatch is the whole way of districts that publish ten pages each: five
// sections of prose, with nine tables and five charts. Two columns of every table
// are formulas, so that its 270 rows make 540 relations. One worker shows what a
// district costs.
func BenchmarkBatch(b *testing.B) {
	const districts = 20
	data, out := b.TempDir(), b.TempDir()
	for n := range districts {
		name := filepath.Join(data, fmt.Sprintf("d%02d.yaml", n))
		if err := os.WriteFile(name, []byte(tenPages(n)), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		o := report.Build(b.Context(), []string{data}, strings.NewReader(""), report.Options{Out: out, Jobs: 1, Force: true})
		if len(o.Written()) != 2*districts {
			b.Fatalf("%d outputs, want %d: %+v", len(o.Written()), 2*districts, o.Run().Summary())
		}
		if err := o.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*districts), "ms/district")
}

// tenPages is the data file of a district, with numbers of its own.
func tenPages(n int) string {
	const prose = "全区坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，统筹扩大内需和深化供给侧结构性改革，经济运行总体平稳、稳中有进，民生保障有力有效，社会大局保持稳定。"
	random := rand.New(rand.NewPCG(uint64(n), 1))
	var file strings.Builder
	fmt.Fprintf(&file, "version: 1\ndistrict: {name: 第%d区}\ntitle: 经济运行情况\nperiod: 2025\npublished: 2026-01-28\nsections:\n", n)
	table := 0
	for section := range 5 {
		fmt.Fprintf(&file, "  - id: s%d\n    title: 第%d节\n    text: |\n", section, section)
		for range 4 {
			file.WriteString("      " + strings.Repeat(prose, 2) + "\n\n")
		}
		file.WriteString("    tables:\n")
		for range 2 - section/4 {
			table++
			writeTable(&file, random, fmt.Sprintf("t%d", table))
		}
		fmt.Fprintf(&file, "    charts:\n      - {type: bar, title: 规模, table: t%d, label: area, values: [now, then]}\n", table)
	}
	return file.String()
}

// writeTable writes thirty rows whose shares and rates of growth are right.
func writeTable(file *strings.Builder, random *rand.Rand, id string) {
	fmt.Fprintf(file, `      - id: %[1]s
        title: 主要指标
        columns:
          - {id: area, title: 地区}
          - {id: now, title: 本年, unit: 亿元, decimals: 2}
          - {id: then, title: 上年, unit: 亿元, decimals: 2}
          - {id: yoy, title: 同比, unit: "%%", decimals: 1, formula: "growth(now, then)"}
          - {id: share, title: 比重, unit: "%%", decimals: 1, formula: "share(now, sum(%[1]s.now))"}
        rows:
`, id)
	const rows = 30
	var now, then [rows + 1]int // the last are the totals
	for row := range rows {
		now[row], then[row] = 1000+random.IntN(9000), 1000+random.IntN(9000)
		now[rows], then[rows] = now[rows]+now[row], then[rows]+then[row]
	}
	for row := range rows {
		growth := 100 * (float64(now[row])/float64(then[row]) - 1)
		share := 100 * float64(now[row]) / float64(now[rows])
		fmt.Fprintf(file, "          - [第%d街道, %d.%02d, %d.%02d, %.1f, %.1f]\n", row+1, now[row]/100, now[row]%100, then[row]/100, then[row]%100, growth, share)
	}
	fmt.Fprintf(file, "        totals:\n          - {label: 合计, now: %d.%02d, then: %d.%02d}\n", now[rows]/100, now[rows]%100, then[rows]/100, then[rows]%100)
}
