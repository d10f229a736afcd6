package period

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"jianbao/report/diag"
)

func parse(t *testing.T, text string) Period {
	t.Helper()
	if text == "" {
		return Period{}
	}
	p, err := Parse(text)
	if err != nil {
		t.Fatalf("Parse(%q): %v", text, err)
	}
	return p
}

func TestParseGivesCanonicalForm(t *testing.T) {
	for text, want := range map[string]string{
		"2021":               "2021",
		" 2021 ":             "2021",
		"2021-H1":            "2021-H1",
		"2021-H2":            "2021-H2",
		"2021-Q2":            "2021-Q2",
		"2021-06":            "2021-06",
		"2021-06-30":         "2021-06-30",
		"2021-01..2021-05":   "2021-01..2021-05",
		"2020-11..2021-02":   "2020-11..2021-02",
		"2016..2020":         "2016..2020",
		"2021-01..2021-06":   "2021-H1",
		"2021-07..2021-12":   "2021-H2",
		"2021-04..2021-06":   "2021-Q2",
		"2021-05..2021-07":   "2021-05..2021-07",
		"2021-01..2021-12":   "2021",
		"2021-H1..2021-H2":   "2021",
		"2021-Q1..2021-Q3":   "2021-01..2021-09",
		"2016-01..2020-12":   "2016..2020",
		"2021..2021":         "2021",
		"2021-06..2021-06":   "2021-06",
		"2020..2021-06":      "2020-01..2021-06",
		"2020-07..2021-06":   "2020-07..2021-06",
		"2020-02-29":         "2020-02-29",
		"1900":               "1900",
		"2200-12":            "2200-12",
		"2021-03 .. 2021-04": "",
	} {
		p, err := Parse(text)
		if want == "" {
			if err == nil {
				t.Errorf("Parse(%q) = %s, want an error", text, p)
			}
			continue
		}
		if err != nil {
			t.Errorf("Parse(%q): %v", text, err)
			continue
		}
		if p.String() != want {
			t.Errorf("Parse(%q) = %s, want %s", text, p, want)
		}
	}
}

func TestSpansOfTheSameMonthsAreOneMapKey(t *testing.T) {
	seen := map[Period]string{}
	for _, text := range []string{"2021-H1", "2021-01..2021-06", "2021-Q1..2021-Q2"} {
		seen[parse(t, text)] = text
	}
	if len(seen) != 1 {
		t.Errorf("one span has %d values: %v", len(seen), seen)
	}
	if parse(t, "2021-06") == parse(t, "2021-06-30") {
		t.Error("a month equals its last day")
	}
}

func TestImpossiblePeriodsAreErrorsInBothLanguages(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "四位数的年份",
		"21":                       "四位数的年份",
		"２０２１":                     "四位数的年份",
		"2021年":                    "四位数的年份",
		"2021H1":                   "四位数的年份",
		"1899":                     "1900年至2200年",
		"2201-01":                  "1900年至2200年",
		"2021-13":                  "没有13月",
		"2021-00":                  "没有00月",
		"2021-6":                   "看不懂",
		"2021-H3":                  "看不懂",
		"2021-H0":                  "看不懂",
		"2021-Q5":                  "看不懂",
		"2021-q1":                  "看不懂",
		"2021-":                    "看不懂",
		"2021-02-30":               "2021年2月没有30日",
		"2021-02-29":               "2021年2月没有29日",
		"2100-02-29":               "没有29日",
		"2021-06-00":               "没有0日",
		"2021-06-3":                "两位数的日",
		"2021-06-30-1":             "两位数的日",
		"2021-06..2021-01":         "颠倒",
		"2021-Q2..2021-04":         "颠倒",
		"2020..2016":               "颠倒",
		"2021..":                   "四位数的年份",
		"..2021":                   "四位数的年份",
		"2020..2021..2022":         "四位数的年份",
		"2021-06-01..2021-06-30":   "不能是某一日",
		"2021-06..2021-06-30":      "不能是某一日",
		strings.Repeat("9", 10000): "…",
	} {
		p, err := Parse(text)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("Parse(%.20q) = %v, %v, want an *Error", text, p, err)
			continue
		}
		zh, en := e.Say.In(diag.ZH), e.Say.In(diag.EN)
		if !strings.Contains(zh, want) {
			t.Errorf("Parse(%.20q) says %s, want %s in it", text, zh, want)
		}
		for _, say := range []string{zh, en, e.Error()} {
			if strings.Contains(say, "%!") || len(say) > 600 {
				t.Errorf("Parse(%.20q) says %s", text, say)
			}
		}
		if !strings.Contains(e.Hint.In(diag.ZH), "2021-H1") || !strings.Contains(e.Error(), "2021-H1") {
			t.Errorf("Parse(%.20q) does not name the accepted forms", text)
		}
	}
}

func TestNeighbours(t *testing.T) {
	for _, c := range []struct{ text, earlier, previous string }{
		{"2021", "2020", "2020"},
		{"2021-H1", "2020-H1", "2020-H2"},
		{"2021-H2", "2020-H2", "2021-H1"},
		{"2021-Q1", "2020-Q1", "2020-Q4"},
		{"2021-Q2", "2020-Q2", "2021-Q1"},
		{"2021-01", "2020-01", "2020-12"},
		{"2021-06", "2020-06", "2021-05"},
		{"2021-01..2021-05", "2020-01..2020-05", "2020-08..2020-12"},
		{"2016..2020", "2015..2019", "2011..2015"},
		{"2021-06-30", "2020-06-30", "2021-05-31"},
		{"2021-06-15", "2020-06-15", "2021-05-15"},
		{"2021-03-30", "2020-03-30", "2021-02-28"},
		{"2021-01-10", "2020-01-10", "2020-12-10"},
		{"2020-02-29", "2019-02-28", "2020-01-31"},
		{"2021-02-28", "2020-02-29", "2021-01-31"},
		{"2020-02-28", "2019-02-28", "2020-01-28"},
		{"", "", ""},
	} {
		p := parse(t, c.text)
		if got := p.YearEarlier(); got != parse(t, c.earlier) {
			t.Errorf("%s a year earlier is %s, want %s", p, got, c.earlier)
		}
		if got := p.Previous(); got != parse(t, c.previous) {
			t.Errorf("before %s is %s, want %s", p, got, c.previous)
		}
	}
}

func TestChineseNames(t *testing.T) {
	for text, want := range map[string]string{
		"":                 "",
		"2021":             "2021年",
		"2016..2020":       "2016—2020年",
		"2021-H1":          "2021年上半年",
		"2021-H2":          "2021年下半年",
		"2021-Q1":          "2021年一季度",
		"2021-Q4":          "2021年四季度",
		"2021-06":          "2021年6月",
		"2021-01..2021-05": "2021年1—5月",
		"2020-11..2021-02": "2020年11月—2021年2月",
		"2021-06-30":       "2021年6月末",
		"2021-12-31":       "2021年末",
		"2021-06-01":       "2021年6月1日",
		"2020-02-28":       "2020年2月28日",
	} {
		if got := parse(t, text).Chinese(); got != want {
			t.Errorf("%s is called %s, want %s", text, got, want)
		}
	}
}

func TestContains(t *testing.T) {
	for _, c := range []struct {
		outer, inner string
		want         bool
	}{
		{"2021", "2021-H1", true},
		{"2021", "2021", true},
		{"2021-H1", "2021", false},
		{"2021-H1", "2021-06-30", true},
		{"2021-H1", "2021-07-01", false},
		{"2016..2020", "2018-Q3", true},
		{"2021-06-30", "2021-06-30", true},
		{"2021-06-30", "2021-06-29", false},
		{"2021-06-30", "2021-06", false},
		{"2021", "", false},
		{"", "", false},
	} {
		if got := parse(t, c.outer).Contains(parse(t, c.inner)); got != c.want {
			t.Errorf("%q contains %q: %v, want %v", c.outer, c.inner, got, c.want)
		}
	}
}

func TestCompareOrdersByEndThenStart(t *testing.T) {
	ordered := []string{
		"", "2020", "2021-01..2021-05", "2021-06-15", "2021-H1", "2021-Q2", "2021-06",
		"2021-06-30", "2016..2021", "2021", "2021-H2", "2021-Q4", "2021-12", "2021-12-31",
	}
	for i, a := range ordered {
		for j, b := range ordered {
			got, want := parse(t, a).Compare(parse(t, b)), 0
			if i != j {
				want = map[bool]int{true: -1, false: 1}[i < j]
			}
			if got != want {
				t.Errorf("%q.Compare(%q) = %d, want %d", a, b, got, want)
			}
		}
	}
	// The first day of a month ends before the month does.
	if parse(t, "2021-06-01").Compare(parse(t, "2021-06")) >= 0 {
		t.Error("the first of June does not come before June")
	}
}

func TestYearAndMonths(t *testing.T) {
	for _, c := range []struct {
		text         string
		year, months int
	}{
		{"2021", 2021, 12}, {"2016..2020", 2020, 60}, {"2021-H1", 2021, 6},
		{"2020-11..2021-02", 2021, 4}, {"2021-06-30", 2021, 0}, {"", 0, 0},
	} {
		p := parse(t, c.text)
		if p.Year() != c.year || p.Months() != c.months {
			t.Errorf("%q: year %d, %d months, want %d, %d", c.text, p.Year(), p.Months(), c.year, c.months)
		}
	}
	if !(Period{}).IsZero() || parse(t, "2021").IsZero() || !parse(t, "2021-06-30").IsPoint() {
		t.Error("IsZero or IsPoint is wrong")
	}
}

func TestEverySpanReadsBackAsItself(t *testing.T) {
	var all []Period
	for first := monthOf(2018, 1); first <= monthOf(2021, 12); first++ {
		for last := first; last <= monthOf(2021, 12); last++ {
			all = append(all, Period{first: first, last: last})
		}
		for day := 1; day <= first.days(); day++ {
			all = append(all, Period{first: first, last: first, day: int8(day)})
		}
	}
	for _, p := range all {
		if got := parse(t, p.String()); got != p {
			t.Errorf("%s reads back as %s", p, got)
		}
		if q := p.Previous(); q.Months() != p.Months() || q.Compare(p) >= 0 {
			t.Errorf("before %s is %s", p, q)
		}
	}
	slices.SortFunc(all, Period.Compare)
	for i := 1; i < len(all); i++ {
		if all[i-1].Compare(all[i]) >= 0 {
			t.Fatalf("%s and %s are not in strict order", all[i-1], all[i])
		}
	}
}

func FuzzPeriodParse(f *testing.F) {
	for _, text := range []string{"2021", "2021-H1", "2021-Q2", "2021-06", "2021-01..2021-06", "2016..2020", "2021-06-30", "2021-13", "..", "2021--1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Parse(text)
		if err != nil {
			return
		}
		q, err := Parse(p.String())
		if err != nil || p != q {
			t.Errorf("Parse(%q) = %s, which reads back as %s, %v", text, p, q, err)
		}
		if p.IsZero() || p.Chinese() == "" || !p.Contains(p) {
			t.Errorf("Parse(%q) = %#v", text, p)
		}
	})
}

func TestPeriodsThatEndTogether(t *testing.T) {
	for _, c := range []struct {
		p, q string
		want bool
	}{
		{"2021-H1", "2021-06", true}, {"2021-H1", "2021-06-30", true}, {"2021", "2021-12-31", true}, {"2021-06-30", "2021-06", true},
		{"2021-H1", "2021-06-29", false}, {"2021-H1", "2021", false}, {"2021", "2020", false}, {"", "", false},
	} {
		if p, q := parse(t, c.p), parse(t, c.q); p.EndsWith(q) != c.want || q.EndsWith(p) != c.want {
			t.Errorf("%q and %q: %v, want %v", c.p, c.q, p.EndsWith(q), c.want)
		}
	}
}
