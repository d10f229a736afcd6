package check

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jianbao/report/load"
	"jianbao/report/network"
)

// What the printed numbers settle the network finds feasible, and it finds figures
// shared where they are said to be.
func TestWhatIsSettledIsFeasible(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 1))
	settled, left, linked, infeasible := 0, 0, 0, 0
	for range 600 {
		text := relatedFigures(random)
		d, findings := load.Bytes("d.yaml", []byte(text), nil, load.Options{})
		if d == nil {
			t.Fatalf("%s\n%+v", text, findings)
		}
		c := newChecker(d)
		c.define()
		for _, r := range c.result.Relations {
			c.judge(r)
		}
		standings := c.standings()
		for _, k := range c.clusters(standings) {
			l := c.lower(c.statementsOf([]*cluster{k}), k.relations)
			parts := l.system.Solve().Components
			fails := slices.ContainsFunc(parts, func(p network.Component) bool { return p.Verdict != network.Feasible })
			if !c.settled(k, standings) {
				left++
				if fails {
					infeasible++
				}
				continue
			}
			settled++
			if fails {
				t.Fatalf("%s\nis settled, but not for the network: %+v", text, parts)
			}
			want := slices.ContainsFunc(parts, func(p network.Component) bool { return l.checks(p) > 1 })
			if c.interlinked(k) != want {
				t.Fatalf("%s\nshares figures: %v, want %v", text, !want, want)
			}
			if want {
				linked++
			}
		}
	}
	if settled < 200 || left < 100 || linked < 100 || linked == settled || infeasible == 0 {
		t.Errorf("%d settled, %d left, %d linked, %d infeasible: too few of a kind to tell", settled, left, linked, infeasible)
	}
}

// relatedFigures is a data file whose figures mostly fit each other, some only
// nearly and some not at all.
func relatedFigures(random *rand.Rand) string {
	var b strings.Builder
	b.WriteString("version: 1\ndistrict: {name: 某区}\ntitle: 简报\nperiod: 2021\npublished: 2022-01-31\nsections:\n  - id: s\n    title: 节\n")
	say := func(number float64, decimals int) string {
		text := fmt.Sprintf("%.*f", decimals, number)
		switch random.IntN(60) {
		case 0:
			return fmt.Sprintf("%.*f", decimals, number*1.01)
		case 1:
			return `"约` + text + `"`
		case 2:
			return `"-"`
		case 3:
			return "null"
		}
		return text
	}
	now, then := make([]float64, 2+random.IntN(3)), make([]float64, 5)
	var sum, sumThen float64
	for i := range now {
		// To the cent, so that sums of what is printed are what is printed of sums.
		now[i], then[i] = float64(random.IntN(9000)+500)/100, float64(random.IntN(9000)+500)/100
		sum, sumThen = sum+now[i], sumThen+then[i]
	}
	share, decimals := "", 2
	if random.IntN(2) == 0 {
		share = "          - {id: share, title: 比重, unit: \"%\", decimals: 1, formula: \"share(now, sum(t.now))\"}\n"
	}
	if random.IntN(3) == 0 {
		decimals = 1 // now rounding shows
	}
	b.WriteString("    indicators:\n")
	// Rounded to one decimal it may agree with each of two that do not agree.
	fmt.Fprintf(&b, "      - {id: all, name: 总数, value: %.1f亿元, formula: part + rest}\n", sum+sumThen)
	fmt.Fprintf(&b, "      - {id: other, name: 另一总数, value: %.2f亿元}\n", sum+sumThen+float64(random.IntN(9)-4)/100)
	fmt.Fprintf(&b, "      - {id: part, name: 部分, value: %.2f亿元}\n", sum+float64(random.IntN(3)/2)/100)
	fmt.Fprintf(&b, "      - {id: rest, name: 其余, value: %.2f亿元}\n", sumThen)
	b.WriteString("    tables:\n      - id: t\n        title: 表\n        unit: 亿元\n        columns:\n          - {id: area, title: 地区, key: true}\n")
	fmt.Fprintf(&b, "          - {id: now, title: 今年, unit: 亿元, decimals: %d}\n          - {id: then, title: 上年, unit: 亿元, decimals: %d}\n", decimals, decimals)
	b.WriteString("          - {id: yoy, title: 增减, unit: \"%\", decimals: 1, formula: \"growth(now, then)\"}\n" + share + "        rows:\n")
	for i := range now {
		fmt.Fprintf(&b, "          - [地区%d, %s, %s, %s", i, say(now[i], decimals), say(then[i], decimals), say(100*(now[i]/then[i]-1), 1))
		if share != "" {
			fmt.Fprintf(&b, ", %s", say(100*now[i]/sum, 1))
		}
		b.WriteString("]\n")
	}
	if random.IntN(3) > 0 {
		fmt.Fprintf(&b, "        totals:\n          - {label: 合计, now: %.*f, then: %.*f}\n", decimals, sum, decimals, sumThen)
	}
	switch random.IntN(5) {
	case 0:
		b.WriteString("checks:\n  - {id: r, assert: \"part == sum(t.now)\", say: 表内之和}\n")
	case 1:
		b.WriteString("checks:\n  - {id: r, assert: \"all == other\", say: 两个总数}\n")
	case 2: // one column, but not one figure
		b.WriteString("checks:\n  - {id: r, assert: \"min(t.now) <= other\", say: 最小者}\n")
	}
	return b.String()
}
