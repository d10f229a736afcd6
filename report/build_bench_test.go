package report_test

import (
	"strings"
	"testing"

	"jianbao/report"
)

// BenchmarkBuild is the whole way of the worked example, from YAML and CSV to
// both files on disk, in a warm process.
func BenchmarkBuild(b *testing.B) {
	out := b.TempDir()
	b.ReportAllocs()
	for b.Loop() {
		o := report.Build(b.Context(), []string{"../testdata/gangcheng"}, strings.NewReader(""), report.Options{Out: out, Jobs: 1, Force: true})
		if len(o.Written()) != 2 {
			b.Fatal("the worked example was not built")
		}
		if err := o.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheck is reading and checking alone.
func BenchmarkCheck(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		o := report.Check([]string{"../testdata/gangcheng"}, strings.NewReader(""), false)
		if o.Run().Summary().Errors != 0 {
			b.Fatal("the worked example does not pass")
		}
	}
}
