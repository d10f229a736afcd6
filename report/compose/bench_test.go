package compose_test

import (
	"testing"

	"jianbao/report/check"
	"jianbao/report/compose"
	"jianbao/report/load"
)

// BenchmarkCompose is the worked example, read and checked before.
func BenchmarkCompose(b *testing.B) {
	d, _ := load.File("../../testdata/gangcheng/gangcheng-2021.yaml", load.Options{})
	r := check.Check(d)
	b.ReportAllocs()
	for b.Loop() {
		texts, _ := compose.Texts(d, r, nil)
		compose.Compose(d, r, texts)
	}
}
