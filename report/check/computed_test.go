package check_test

import (
	"strings"
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

func TestComputedFigures(t *testing.T) {
	r := judged(t, indicators(
		"{id: a, name: a, value: 12.5亿元}", "{id: b, name: b, value: 3000万元}", "{id: n, name: n, value: 7个}",
		"{id: five, name: f, period: 2021..2025, value: 200亿元以上}",
		"{id: sum, name: s, formula: a + b}",
		"{id: ratio, name: r, formula: 'share(b, a)'}",
		"{id: plain, name: p, formula: b / a}",
		"{id: each, name: 户均, unit: 万元, decimals: 0, formula: a / n}",
		"{id: whole, name: w, formula: n * 2 + 1}",
		"{id: yearly, name: y, formula: five / 5}",
		"{id: yuan, name: y, value: 3520000000元}", "{id: other, name: o, unit: 亿元, formula: yuan}",
		"{id: few, name: 道路, value: 10多条}",
		"{id: twice, name: t, formula: few * 2}",
		"{id: over, name: o, unit: 亿元, formula: 'a + big'}", "{id: big, name: b, value: 突破1200亿元}",
		"{id: later, name: l, formula: sum + sum}",
		"{id: list, name: 名单, names: [甲, 乙, 丙]}",
	))
	for id, want := range map[string]string{
		"sum": "12.8亿元", "ratio": "2.4%", "plain": "0.02", "each": "17857万元", "whole": "15个",
		"yearly": "40亿元以上", "later": "25.6亿元", "twice": "约20条", "other": "35.20亿元", "over": "超过1212.4亿元",
	} {
		if got := r.Values[dataset.Ref(id+"@2021")].String(); got != want {
			t.Errorf("%s is computed as %q, want %q", id, got, want)
		}
	}
	if got := r.Values["ratio@2021"].Range.String(); got != "[5999/251000, 6001/249000]" {
		t.Errorf("the range of a computed figure is %s", got)
	}
}

func TestTiesGoAsTheFileSays(t *testing.T) {
	lines := indicators("{id: a, name: a, value: 0.25, decimals: exact}", "{id: b, name: b, decimals: 1, formula: a * 1}")
	if got := judged(t, lines).Values["b@2021"].String(); got != "0.3" {
		t.Errorf("away from zero: %s", got)
	}
	if got := judged(t, "ties: even\n"+lines).Values["b@2021"].String(); got != "0.2" {
		t.Errorf("to even: %s", got)
	}
}

func TestACycleIsNamedOnce(t *testing.T) {
	r := judged(t, indicators("{id: a, name: a, formula: b + 1}", "{id: b, name: b, formula: c}", "{id: c, name: c, formula: a}"))
	cycles := 0
	for _, f := range r.Findings {
		if strings.Contains(f.Message.In(diag.EN), "a@2021 → b@2021 → c@2021 → a@2021") {
			cycles++
		}
	}
	if cycles != 1 || len(r.Findings) != 1 {
		t.Errorf("%d findings, %d of them the cycle", len(r.Findings), cycles)
	}
	for _, id := range []string{"a.formula", "b.formula", "c.formula"} {
		wantVerdict(t, r, id, un)
	}
}

func TestAGivenFigureEndsACycle(t *testing.T) {
	r := judged(t, indicators("{id: a, name: a, value: 5, formula: b + 1}", "{id: b, name: b, formula: a - 1}"))
	wantVerdict(t, r, "a.formula", ok)
	if len(r.Findings) != 0 {
		t.Errorf("%d findings", len(r.Findings))
	}
}

func TestAnUnboundRelationIsUncheckedNotPassed(t *testing.T) {
	r := judged(t, indicators("{id: a, name: 总投资, value: 5亿元, formula: 总投资 * 2}"))
	wantVerdict(t, r, "a.formula", un)
	if len(r.Findings) != 1 || r.Findings[0].Code != diag.UnknownName || r.Findings[0].Hints[0].Suggestion != "a" {
		t.Errorf("findings %+v", r.Findings)
	}
}

// What is looked into for the wrong figure goes through formulas that speak of a
// column which speaks of itself, and comes to an end.
func TestLookingForTheWrongFigureEndsWhereColumnsSpeakOfThemselves(t *testing.T) {
	for name, body := range map[string]string{
		"a column sums itself": `columns: [{id: name, title: 名, key: true}, {id: x, title: 数, decimals: 2, formula: sum(t.x)}]
        rows: [[甲, 1], [乙, 1]]`,
		"two sum each other": `columns: [{id: name, title: 名, key: true}, {id: x, title: 数, decimals: 2, formula: sum(t.y)}, {id: y, title: 数, decimals: 2, formula: sum(t.x)}]
        rows: [[甲, 1, 2], [乙, 1, 2]]`,
		"by way of an indicator": `columns: [{id: name, title: 名, key: true}, {id: x, title: 数, decimals: 2, formula: b}]
        rows: [[甲, null], [乙, 1]]
        totals: [{label: 合计, x: 5}]`,
	} {
		t.Run(name, func(t *testing.T) {
			r := judged(t, indicators("{id: a, name: 甲数, value: 7, formula: sum(t.x)}", "{id: b, name: 乙数, formula: count(t.x)}")+`    tables:
      - id: t
        title: 表
        `+body+"\n")
			find(t, r, "a.formula")
		})
	}
}
