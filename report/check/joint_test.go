package check_test

import (
	"strings"
	"testing"

	"jianbao/report/check"
	"jianbao/report/diag"
)

// quarters are a year, its halves and its quarters, of which the last is given.
func quarters(last string) string {
	return indicators(
		"{id: year, name: 全年, value: 100, decimals: exact, formula: h1 + h2}",
		"{id: h1, name: 上半年, value: 51, decimals: 0, formula: q1 + q2}",
		"{id: h2, name: 下半年, value: 50, decimals: 0, formula: q3 + q4}",
		"{id: q1, name: 一季度, value: 25.4}",
		"{id: q2, name: 二季度, value: 25.4}",
		"{id: q3, name: 三季度, value: 24.8}",
		"{id: q4, name: 四季度, value: "+last+"}")
}

func TestRelationsThatHoldAloneAreJudgedTogether(t *testing.T) {
	r := judged(t, quarters("24.9"))
	for _, id := range []string{"year.formula", "h1.formula", "h2.formula"} {
		wantVerdict(t, r, id, ok)
	}
	wantVerdict(t, r, check.JointID, bad)
	f := find(t, r, check.JointID)
	if f.Code != diag.Joint || f.Figure != "year@2021" || len(f.Hints) != 4 {
		t.Errorf("%s at %s with %d hints", f.Code, f.Figure, len(f.Hints))
	}
	var members []string
	for _, related := range f.Related {
		if related.Figure != "" {
			members = append(members, related.Figure)
			if related.Place.Line == 0 {
				t.Errorf("%s has no place", related.Figure)
			}
		}
	}
	// Both halves of the year need their quarters to be too much: either does.
	if got := strings.Join(members, " "); got != "h2@2021 q1@2021 q2@2021" && got != "h1@2021 q3@2021 q4@2021" {
		t.Errorf("beside the year: %s", got)
	}
}

func TestTogetherIsOnlyListedWhereRelationsShareFigures(t *testing.T) {
	wantVerdict(t, judged(t, strings.Replace(quarters("24.9"), "decimals: exact", "decimals: 0", 1)), check.JointID, ok)
	r := judged(t, indicators(
		"{id: a, name: 甲, value: 3, formula: 'b + c'}", "{id: b, name: 乙, value: 1}", "{id: c, name: 丙, value: 2}",
		"{id: d, name: 丁, value: 3, formula: 'e + 1'}", "{id: e, name: 戊, value: 2}"))
	if _, listed := verdicts(r)[check.JointID]; listed {
		t.Error("two relations without a common figure are judged together")
	}
}

func TestWhatHangsTogetherWithABrokenRelationIsLeftForLater(t *testing.T) {
	r := judged(t, strings.Replace(quarters("34.9"), "decimals: exact", "decimals: 0", 1))
	wantVerdict(t, r, "h1.formula", ok)
	wantVerdict(t, r, "h2.formula", bad)
	if _, listed := verdicts(r)[check.JointID]; listed {
		t.Error("the network is judged although a figure in it is known to be wrong")
	}
}

func TestCrossingTotalsOfATableAreJudgedTogether(t *testing.T) {
	// North and south are 10.5 at most each, but 22 is 21.5 at least.
	body := func(all string) string {
		return `sections:
  - id: s
    title: 节
    tables:
      - id: p
        title: 表
        columns:
          - {id: name, title: 名称, key: true}
          - {id: side, title: 片区}
          - {id: x, title: 数, unit: 吨}
        rows: [[甲, 北, 5], [乙, 北, 5], [丙, 南, 5], [丁, 南, 5]]
        totals:
          - {label: 合计, x: ` + all + `}
          - {label: 北, where: {side: 北}, x: 10}
          - {label: 南, where: {side: 南}, x: 10}
`
	}
	for all, want := range map[string]diag.Verdict{"21": ok, "22": bad} {
		r := judged(t, body(all))
		for _, id := range []string{"p.total[合计].x", "p.total[北].x", "p.total[南].x"} {
			wantVerdict(t, r, id, ok)
		}
		wantVerdict(t, r, check.JointID, want)
	}
}

// derived are the ranges that follow, by figure.
func derived(r check.Result) map[string]string {
	all := map[string]string{}
	for _, d := range r.Derived {
		all[string(d.Ref)] = d.Range.String()
	}
	return all
}

func TestFiguresNotGivenAreNarrowedByAllTheirRelations(t *testing.T) {
	for name, c := range map[string]struct{ body, ref, want string }{
		"a base by its change alone": {
			indicators("{id: a, name: 甲, value: 110.0, yoy: 10.0%}"), "a@2020", "[99.9, 100.1]"},
		"a base by a rule too": {
			indicators("{id: a, name: 甲, value: 110.0, yoy: 10.0%}") + rules("prev(a) <= 100"), "a@2020", "[99.9, 100]"},
		"a figure that only a rule mentions": {
			indicators("{id: a, name: 甲, value: 110.0}") + rules(`at(a, "2019") + 10 == a`), "a@2019", "[99.9, 100.1]"},
		"whole things": {
			indicators("{id: a, name: 甲, value: 33个, yoy: 50.0%}") + rules("prev(a) < 23"), "a@2020", "[22, 22]"},
	} {
		if got := derived(judged(t, c.body))[c.ref]; got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
