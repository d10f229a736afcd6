package check

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/load"
)

// longTable is a table of so many rows with two formulas, among whose cells are empty
// ones, "-", and every thousandth wrong; another table and a rule come after it.
func longTable(t testing.TB, rows int) *dataset.Dataset {
	t.Helper()
	var b strings.Builder
	b.WriteString(`exceptions:
  - {check: "p.left[项目2004]", reason: 口径不同, until: 2030-12-31}
  - {check: "p.left[项目2005]", reason: 没有用处, until: 2030-12-31}
  - {check: "p.left[项目200x]", reason: 没有这一项, until: 2030-12-31}
checks:
  - {id: r1, assert: sum(p.done) < sum(p.investment), say: 完成不超过投资}
` + projectsHead + `          - {id: investment, title: 投资, unit: 亿元, decimals: 2}
          - {id: done, title: 完成, unit: 亿元, decimals: 2}
          - {id: rate, title: 完成率, unit: "%", decimals: 1, formula: done / investment}
          - {id: left, title: 尚余, unit: 亿元, decimals: 2, formula: investment - done}
        rows:
`)
	for row := range rows {
		rate, left := fmt.Sprintf("%.1f", 2500/float64(100+row%50)), fmt.Sprintf("%d.00", 75+row%50)
		switch row % 1000 {
		case 3:
			rate = `"-"`
		case 4:
			left = "1.00"
		case 5:
			rate = "null"
		case 6:
			fmt.Fprintf(&b, "          - [项目%d, %d.00, null, 25.0, null]\n", row, 100+row%50)
			continue
		}
		fmt.Fprintf(&b, "          - [项目%d, %d.00, 25.00, %s, %s]\n", row, 100+row%50, rate, left)
	}
	b.WriteString(`      - id: q
        title: 少数
        columns: [{id: name, title: 名称, key: true}, {id: a, title: 甲, unit: 亿元}, {id: b, title: 乙, unit: 亿元, formula: 2 * a}]
        rows: [[一, 1.0, 2.0], [二, 2.0, 4.0]]
`)
	d, findings := load.Bytes("d.yaml", []byte(b.String()), nil, load.Options{})
	if d == nil {
		t.Fatalf("%+v", findings)
	}
	return d
}

// What is said of a long table does not depend on whether its rows are judged anew.
func TestRowsAreJudgedAnewAsTheyWereJudged(t *testing.T) {
	d := longTable(t, 3000)
	want, got := newChecker(d).check(math.MaxInt), newChecker(d).check(3002)
	if len(want.Judged.long) != 0 || len(got.Judged.long) != 1 {
		t.Fatalf("%d and %d columns are judged anew, want none and one", len(want.Judged.long), len(got.Judged.long))
	}
	for _, room := range []int{3002, 3000, 2, 0} {
		got := newChecker(d).check(room)
		if !reflect.DeepEqual(got.Checks(), want.Checks()) {
			t.Errorf("with room for %d the checks are not the same", room)
		}
		if !reflect.DeepEqual(got.Findings, want.Findings) || !reflect.DeepEqual(got.Gaps(10), want.Gaps(10)) {
			t.Errorf("with room for %d the findings or gaps are not the same", room)
		}
		if !reflect.DeepEqual(got.BorneOut(), want.BorneOut()) || !slices.EqualFunc(got.Exceptions, want.Exceptions, func(a, b Excepted) bool {
			return reflect.DeepEqual(a, b)
		}) {
			t.Errorf("with room for %d not the same is borne out, or excepted", room)
		}
		for n, verdict := range got.Judged.Verdicts() {
			again, before := got.Judged.At(n), want.Judged.At(n)
			if verdict != before.Verdict || !again.Slack.Equal(before.Slack) || again.HasSlack != before.HasSlack || again.Unit.Symbol != before.Unit.Symbol {
				t.Fatalf("with room for %d, %s is %s: %+v, want %+v", room, before.ID, verdict, again, before)
			}
		}
	}
	counts := map[diag.Verdict]int{}
	for _, verdict := range want.Judged.Verdicts() {
		counts[verdict]++
	}
	if counts[diag.Inconsistent] != 3 || counts[diag.Unchecked] < 6 || counts[diag.Consistent] < 5000 {
		t.Errorf("the table shows too little: %v", counts)
	}
}

// A row of a long table's formula takes next to no memory once it is judged.
func TestJudgedRowsTakeNoRoom(t *testing.T) {
	held := func() float64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc)
	}
	const rows = 40_000
	d := longTable(t, rows)
	before := held()
	r := Check(d)
	r.Findings = nil
	over := held() - before
	t.Logf("%d checks hold %.0f bytes", r.Judged.Len(), over)
	if most := 16.0 * 2 * rows; over > most {
		t.Errorf("%d checks hold %.0f bytes, more than %.0f", r.Judged.Len(), over, most)
	}
	runtime.KeepAlive(d)
}

// The nth check is found among rows of which any make none.
func TestVerdictsOfRowsAreFoundByTheirNumber(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, share := range []float64{0.01, 0.5, 1} {
		var v rowVerdicts
		type verdictAt struct {
			row     int
			verdict diag.Verdict
		}
		var want, got []verdictAt
		for row := range 2000 {
			if random.Float64() < share {
				at := verdictAt{row, verdictOf[1+random.IntN(3)]}
				want = append(want, at)
				v.add(at.row, at.verdict)
			}
		}
		for row, verdict := range v.all {
			got = append(got, verdictAt{row, verdict})
		}
		if !slices.Equal(got, want) || v.count != len(want) {
			t.Errorf("of %v of the rows: %d verdicts, want %d", share, len(got), len(want))
		}
		for n, at := range want {
			if row := v.row(n); row != at.row {
				t.Fatalf("of %v of the rows: the check %d is of row %d, want %d", share, n, row, at.row)
			}
		}
	}
}
