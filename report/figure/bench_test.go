package figure

import "testing"

// BenchmarkParse is the cells of a table: a million rows of them must be read.
func BenchmarkParse(b *testing.B) {
	for _, c := range []struct{ name, text, unit string }{
		{"plain", "12.34", ""},
		{"with unit", "12.34", "亿元"},
		{"percent", "12.3", "%"},
		{"count", "352", "家"},
		{"as printed", "突破1200亿元", ""},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, problem := Parse(c.text, Options{Unit: c.unit}); problem != nil {
					b.Fatal(problem)
				}
			}
		})
	}
}
