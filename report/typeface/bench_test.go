package typeface_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/jung-kurt/gofpdf"

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
			f := load(b, fonts.Sans)
			for b.Loop() {
				if _, err := f.Cut(size.runes); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPDF is a cut on its whole way through gofpdf, which is near-cubic in unbroken runs of codes.
func BenchmarkPDF(b *testing.B) {
	for _, size := range []struct {
		name  string
		runes []rune
	}{
		{"a page", repertoire.Tongyong()[:800]}, {"all 8105", repertoire.Tongyong()}, {"all of GBK", repertoire.GBK()},
	} {
		b.Run(size.name, func(b *testing.B) {
			f := load(b, fonts.Sans)
			for b.Loop() {
				cut, err := f.Cut(size.runes)
				if err != nil {
					b.Fatal(err)
				}
				if err := write(io.Discard, cut, size.runes); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// write makes a PDF that shows all runes, a hundred a line.
func write(w io.Writer, cut typeface.Cut, runes []rune) error {
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.AddUTF8FontFromBytes("face", "", cut.TTF)
	pdf.SetFont("face", "", 5)
	pdf.AddPage()
	var line []rune
	for i, r := range runes {
		if code, ok := cut.Code[r]; ok {
			line = append(line, code)
		}
		if len(line) == 100 || i == len(runes)-1 {
			pdf.Text(10, 10+float64(i)/100, string(line))
			line = line[:0]
		}
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return err
	}
	_, err := out.WriteTo(w)
	return err
}
