package period_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianbao/report/period"
)

func periods(t *testing.T, texts ...string) []period.Period {
	t.Helper()
	var all []period.Period
	for _, text := range texts {
		p, err := period.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

func TestTilings(t *testing.T) {
	months := func(year, from, to int) (all []string) {
		for m := from; m <= to; m++ {
			all = append(all, fmt.Sprintf("%d-%02d", year, m))
		}
		return all
	}
	for name, c := range map[string]struct {
		whole  string
		pieces []string
		want   []string
	}{
		"a month added to the months before":   {"2021-H1", []string{"2021-01..2021-05", "2021-06"}, []string{"2021-01..2021-05+2021-06"}},
		"quarters make a half":                 {"2021-H1", []string{"2021-Q2", "2021-Q1"}, []string{"2021-Q1+2021-Q2"}},
		"halves stand for their quarters":      {"2021", []string{"2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4", "2021-H1", "2021-H2"}, []string{"2021-H1+2021-H2"}},
		"one half by its quarters":             {"2021", []string{"2021-Q1", "2021-Q2", "2021-H2"}, []string{"2021-Q1+2021-Q2+2021-H2"}},
		"two ways":                             {"2021-H1", []string{"2021-Q1", "2021-Q2", "2021-01..2021-05", "2021-06"}, []string{"2021-01..2021-05+2021-06", "2021-Q1+2021-Q2"}},
		"twelve months":                        {"2021", months(2021, 1, 12), []string{strings.Join(months(2021, 1, 12), "+")}},
		"years of a five-year span":            {"2016..2020", []string{"2016", "2017", "2018", "2019", "2020", "2020-H1"}, []string{"2016+2017+2018+2019+2020"}},
		"a gap":                                {"2021", []string{"2021-Q1", "2021-Q2", "2021-Q4"}, nil},
		"an overlap":                           {"2021-H1", []string{"2021-01..2021-04", "2021-Q2"}, nil},
		"the span itself and days are no part": {"2021-06", []string{"2021-06", "2021-06-30"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, tiling := range period.Tilings(periods(t, c.whole)[0], periods(t, c.pieces...)) {
				var parts []string
				for _, p := range tiling {
					parts = append(parts, p.String())
				}
				got = append(got, strings.Join(parts, "+"))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestTilingsOfEverySpan ends although there are 2^59 ways to cut five years.
func TestTilingsOfEverySpan(t *testing.T) {
	var all []period.Period
	for from := range 60 {
		for to := from; to < 60; to++ {
			all = append(all, periods(t, fmt.Sprintf("%d-%02d..%d-%02d", 2016+from/12, from%12+1, 2016+to/12, to%12+1))...)
		}
	}
	if got := len(period.Tilings(periods(t, "2016..2020")[0], all)); got != 59 {
		t.Errorf("%d tilings, want the 59 of two pieces", got)
	}
}

func TestStartsWith(t *testing.T) {
	for _, c := range []struct {
		whole, part    string
		elapsed, total int
		ok             bool
	}{
		{"2021", "2021-H1", 6, 12, true},
		{"2021", "2021", 12, 12, true},
		{"2021", "2021-06-30", 6, 12, true},
		{"2021..2025", "2021", 12, 60, true},
		{"2021", "2021-Q2", 0, 0, false},
		{"2021", "2020-H1", 0, 0, false},
		{"2021-H1", "2021", 0, 0, false},
		{"2021", "2022-01-31", 0, 0, false},
		{"2021-06-30", "2021-06-30", 0, 0, false},
	} {
		p := periods(t, c.whole, c.part)
		if elapsed, total, ok := p[0].StartsWith(p[1]); elapsed != c.elapsed || total != c.total || ok != c.ok {
			t.Errorf("%s starts with %s: %d of %d, %v; want %d of %d, %v", c.whole, c.part, elapsed, total, ok, c.elapsed, c.total, c.ok)
		}
	}
}
