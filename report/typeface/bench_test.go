package typeface_test

import (
	"testing"

	"jianbao/fonts"
	"jianbao/fonts/repertoire"
	"jianbao/report/typeface"
)

func load(b *testing.B, name string) *typeface.Face {
	b.Helper()
	f, err := fonts.Load(name)
	if err != nil {
		b.Fatal(err)
	}
	return f
}

func BenchmarkParse(b *testing.B) {
	whole, _, err := load(b, fonts.Sans).Reduce(repertoire.Fallback(), "Whole", "Regular")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := typeface.Parse(whole); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAdvance(b *testing.B) {
	f, runes := load(b, fonts.Serif), []rune(text)
	for b.Loop() {
		for _, r := range runes {
			f.Advance(r)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(runes)), "ns/rune")
}

func BenchmarkCut(b *testing.B) {
	for _, size := range []struct {
		name  string
		runes []rune
	}{
		{"a page", repertoire.Tongyong()[:800]}, {"all 8105", repertoire.Tongyong()}, {"all of GBK", repertoire.GBK()},
	} {
		b.Run(size.name, func(b *testing.B) {
			f, asked := load(b, fonts.Sans), chars(size.runes)
			for b.Loop() {
				if _, err := f.Cut(asked, new(typeface.Room)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
