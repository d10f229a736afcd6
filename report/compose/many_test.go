package compose_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"jianbao/report/check"
	"jianbao/report/compose"
	"jianbao/report/load"
)

// manyIndicators is a data file of so many, every fourth a whole of the three after
// it, with changes and targets.
func manyIndicators(n int) string {
	var b strings.Builder
	b.WriteString(head + "    indicators:\n")
	for i := range n {
		fmt.Fprintf(&b, "      - id: i%d\n        name: 指标%d\n        unit: 亿元\n", i, i)
		if part := i % 4; part > 0 {
			fmt.Fprintf(&b, "        of: i%d\n", i-part)
		}
		fmt.Fprintf(&b, "        observations:\n"+
			"          - {period: 2021-H1, value: %d.5, yoy: +5.0%%}\n"+
			"          - {period: 2021, value: 90.5, status: target}\n", 40-i%4*10)
	}
	return b.String()
}

// A file of eight times as many indicators takes some eight times as long; what is
// looked up for each among all of them takes sixty-four.
func TestManyIndicatorsTakeTimeByTheirNumber(t *testing.T) {
	timed := func(n int) time.Duration {
		d, findings := load.Bytes("d.yaml", []byte(manyIndicators(n)), nil, load.Options{})
		if d == nil {
			t.Fatal(findings)
		}
		r := check.Check(d)
		least := time.Hour
		for range 3 {
			begun := time.Now()
			texts, _ := compose.Texts(d, r, nil)
			compose.Compose(d, r, texts)
			least = min(least, time.Since(begun))
		}
		return least
	}
	if few, many := timed(1000), timed(8000); many > 24*few {
		t.Errorf("%s for 1000, %s for 8000", few, many)
	}
}
