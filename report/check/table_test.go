package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianbao/report/diag"
)

const projects = `sections:
  - id: s
    title: 节
    indicators:
      - {id: invest, name: 项目总投资, value: 352亿元, formula: sum(p.investment)}
      - {id: city, name: 市级投资, unit: 亿元, formula: 'sum(p.investment, level == "市级")'}
      - {id: big, name: 大项目, value: 2个, formula: 'count(p, investment >= 100 and level != "市级")'}
    tables:
      - id: p
        title: 项目
        columns:
          - {id: name, title: 名称, key: true}
          - {id: level, title: 级别}
          - {id: investment, title: 投资, unit: 亿元, decimals: 2}
          - {id: done, title: 完成, unit: 亿元, decimals: 2}
          - {id: rate, title: 完成率, unit: "%", decimals: 1, formula: done / investment}
        rows:
          - [甲, 省级, 100.20, 10.00, 10.0]
          - [乙, 省级, 150.00, 10.00, 7.6]
          - [丙, 市级, 100.00, 25.00, null]
          - [丁, 市级, 0.00, "-", "-"]
        totals:
          - {label: 合计, count: 5, investment: 350.20, done: null, rate: 12.8}
          - {label: 省级, where: {level: 省级}, count: 2, investment: 250.20}
`

func TestTables(t *testing.T) {
	r := judged(t, projects)
	for id, want := range map[string]diag.Verdict{
		"invest.formula": bad, "big.formula": ok,
		"p.rate[甲]": ok, "p.rate[乙]": bad, "p.rate[丁]": un,
		"p.total[合计].count": bad, "p.total[合计].investment": ok, "p.total[合计].rate": ok,
		"p.total[省级].count": ok, "p.total[省级].investment": ok,
	} {
		wantVerdict(t, r, id, want)
	}
	for ref, want := range map[string]string{
		"city@2021": "100.00亿元", "p.rate[丙]": "25.0%", "p.total[合计].done": "45.00亿元",
	} {
		found := false
		for known, f := range r.Values {
			if string(known) == ref {
				found = true
				if f.String() != want {
					t.Errorf("%s is computed as %s, want %s", ref, f, want)
				}
			}
		}
		if !found {
			t.Errorf("%s is not computed", ref)
		}
	}
}

func TestAFindingSaysWhatWasWrittenWhatFollowsAndWhere(t *testing.T) {
	f := find(t, judged(t, projects), "invest.formula")
	if got, want := f.Message.In(diag.ZH), "项目总投资写的是352亿元，按公式 sum(p.investment) 为350.2亿元，相差1.8亿元"; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
	if f.Code != diag.TotalMismatch || f.Figure != "invest@2021" || f.Place.Line != 10 || f.Place.Column != 42 {
		t.Errorf("%s %s at %+v", f.Code, f.Figure, f.Place)
	}
	if got := []string{f.Reported, f.Derived, f.Difference}; !slices.Equal(got, []string{"352亿元", "350.2亿元", "1.8亿元"}) {
		t.Errorf("reported, derived, difference: %v", got)
	}
	var places []string
	for _, r := range f.Related {
		places = append(places, fmt.Sprintf("%s %d", r.Figure, r.Place.Line))
	}
	if want := "p.investment[甲] 23, p.investment[乙] 24, p.investment[丙] 25, p.investment[丁] 26"; strings.Join(places, ", ") != want {
		t.Errorf("related %v, want %s", places, want)
	}
	if h := f.Hints; len(h) == 0 || h[0].Kind != "mistyped-digit" || h[0].Figure != "invest@2021" || h[0].Suggestion != "350" {
		t.Errorf("hints %v", h)
	}
}

func TestACellsFindingIsAtTheCell(t *testing.T) {
	f := find(t, judged(t, projects), "p.rate[乙]")
	if got, want := f.Message.In(diag.ZH), "乙 完成率写的是7.6%，按公式 done / investment 为6.6667%，相差0.9333个百分点"; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
	if f.Place.Line != 24 || f.Hints[0].Suggestion != "6.7" {
		t.Errorf("at line %d, hints %v", f.Place.Line, f.Hints)
	}
}

func TestManyRowsAreCountedNotListed(t *testing.T) {
	var rows strings.Builder
	for i := range 30 {
		fmt.Fprintf(&rows, "          - [项目%d, 1]\n", i)
	}
	r := judged(t, `sections:
  - id: s
    title: 节
    tables:
      - id: p
        title: 项目
        columns: [{id: name, title: 名称, key: true}, {id: n, title: 数, unit: 个}]
        totals: [{label: 合计, n: 31}]
        rows:
`+rows.String())
	related := find(t, r, "p.total[合计].n").Related
	if len(related) != 21 || related[20].Note.In(diag.ZH) != "还有10行" {
		t.Errorf("%d places, the last one %q", len(related), related[len(related)-1].Note.In(diag.ZH))
	}
}

func TestAMissingCellLeavesASumUncheckedAndADashDoesNot(t *testing.T) {
	r := judged(t, `sections:
  - id: s
    title: 节
    tables:
      - id: p
        title: 项目
        columns: [{id: name, title: 名称, key: true}, {id: a, title: 甲数, unit: 个}, {id: b, title: 乙数, unit: 个}, {id: c, title: 丙数, unit: 吨, decimals: 1}]
        totals: [{label: 合计, a: 3, b: 3, c: 3.0}]
        rows:
          - [一, 3, 3, 3.0]
          - [二, null, "-", …]
`)
	wantVerdict(t, r, "p.total[合计].a", un)
	wantVerdict(t, r, "p.total[合计].b", ok)
	wantVerdict(t, r, "p.total[合计].c", ok)
}

func TestOpenEndsOfCellsAddUp(t *testing.T) {
	// Truncated 5 and 4 are less than 6 and 5: their sum is less than 11.
	r := judged(t, `rounding: truncate
sections:
  - id: s
    title: 节
    indicators:
      - {id: out, name: 甲, value: 11吨, decimals: exact, formula: sum(p.n)}
      - {id: in, name: 乙, value: 9吨, decimals: exact, formula: sum(p.n)}
    tables:
      - id: p
        title: 表
        columns: [{id: name, title: 名称, key: true}, {id: n, title: 数, unit: 吨, decimals: 0}]
        rows: [[一, 5], [二, 4]]
`)
	wantVerdict(t, r, "out.formula", bad)
	wantVerdict(t, r, "in.formula", ok)
}

func TestAMeanOfManyQuotientsStaysShort(t *testing.T) {
	var rows strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&rows, "          - [项目%d, %d, %d]\n", i, i%7, 1000+i)
	}
	r := judged(t, `sections:
  - id: s
    title: 节
    indicators:
      - {id: mean, name: 平均, unit: "%", decimals: 4, formula: mean(p.rate)}
      - {id: tower, name: 塔, unit: 个, formula: 'count(p) * a * a * a * a'}
      - {id: a, name: 一, unit: 个, formula: b * b * b * b * b * b * b * b * b * b}
      - {id: b, name: 二, unit: 个, formula: c * c * c * c * c * c * c * c * c * c}
      - {id: c, name: 三, value: 123456789012个}
    tables:
      - id: p
        title: 项目
        columns: [{id: name, title: 名称, key: true}, {id: n, title: 数, unit: 个}, {id: of, title: 总数, unit: 个}, {id: rate, title: 比率, unit: "%", formula: n / of}]
        rows:
`+rows.String())
	var want float64 // a check of magnitude only
	for i := range 3000 {
		want += float64(i%7) / float64(1000+i) / 3000
	}
	if got := r.Values["mean@2021"]; got.String() != fmt.Sprintf("%.4f%%", 100*want) || got.Range.Lo.Value.Denom().BitLen() > 5000 {
		t.Errorf("mean %s, want %.4f%%, with %d bits", got, 100*want, got.Range.Lo.Value.Denom().BitLen())
	}
	wantVerdict(t, r, "tower.formula", un)
}
