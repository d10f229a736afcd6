package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/report"
)

// China's divisions, as many as there are of each above the township.
const (
	provinces = 31
	cities    = 333
	counties  = 2844
)

// BenchmarkThreeLevels checks a country over its provinces, these over their
// cities and these over their districts: 3,209 files, of which every sum is held
// against the figures given.
func BenchmarkThreeLevels(b *testing.B) {
	nation := country(b)
	for b.Loop() {
		summary := report.Check([]string{nation}, strings.NewReader(""), false).Run().Summary()
		if summary.Consistent != 3 || summary.Errors+summary.Warnings > 0 {
			b.Fatalf("%+v", summary)
		}
	}
}

// country writes the data files and gives the highest.
func country(b *testing.B) string {
	folder := b.TempDir()
	write := func(path, name, code, members string, total [3]int) {
		var text strings.Builder
		fmt.Fprintf(&text, "version: 1\ndistrict: {name: %s, code: %q}\ntitle: %s\nperiod: 2026-H1\npublished: 2026-07-20\n%s", name, code, name, members)
		text.WriteString("sections:\n  - id: economy\n    title: 经济\n    indicators:\n")
		for n, indicator := range []string{"id: gdp, name: 地区生产总值", "id: invest, name: 固定资产投资", "id: retail, name: 社会消费品零售总额"} {
			id, _, _ := strings.Cut(strings.TrimPrefix(indicator, "id: "), ",")
			formula := ""
			if members != "" {
				formula = ", formula: sum(members." + id + ")"
			}
			fmt.Fprintf(&text, "      - {%s, value: %d.%02d亿元%s}\n", indicator, total[n]/100, total[n]%100, formula)
		}
		path = filepath.Join(folder, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text.String()), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	var whole [3]int
	city, county := 0, 0
	for p := range provinces {
		var province [3]int
		for c := 0; city < cities*(p+1)/provinces; c++ {
			var total [3]int
			for d := 0; county < counties*(city+1)/cities; d++ {
				own := [3]int{2000 + 37*county%9000, 500 + 13*county%4000, 300 + 7*county%3000}
				code := fmt.Sprintf("%02d%02d%02d", 11+p, c+1, d+1)
				write(fmt.Sprintf("%02d/%02d/%02d.yaml", p, c, d), "示例区"+code, code, "", own)
				for n := range own {
					total[n] += own[n]
				}
				county++
			}
			code := fmt.Sprintf("%02d%02d00", 11+p, c+1)
			write(fmt.Sprintf("%02d/%02d.yaml", p, c), "示例市"+code, code, fmt.Sprintf("members: %02d/*.yaml\n", c), total)
			for n := range total {
				province[n] += total[n]
			}
			city++
		}
		code := fmt.Sprintf("%02d0000", 11+p)
		write(fmt.Sprintf("%02d.yaml", p), "示例省"+code, code, fmt.Sprintf("members: %02d/*.yaml\n", p), province)
		for n := range province {
			whole[n] += province[n]
		}
	}
	write("nation.yaml", "示例国", "100000", "members: \"[0-9]*.yaml\"\n", whole)
	return filepath.Join(folder, "nation.yaml")
}
