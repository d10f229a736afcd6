package compose_test

import (
	"fmt"
	"slices"
	"testing"
)

func TestKeyFiguresAreChosenByRule(t *testing.T) {
	const (
		plain   = "      - {id: %s, name: %[1]s, value: 3亿元}\n"
		yoy     = "      - {id: %s, name: %[1]s, value: 3亿元, yoy: 增长5.9%%}\n"
		formula = "      - {id: %s, name: %[1]s, value: 3亿元, formula: whole * 1}\n"
		target  = "      - {id: %s, name: %[1]s, value: 3亿元, yoy: 增长5.9%%, status: target}\n"
		unknown = "      - {id: %s, name: %[1]s, value: null}\n"
		earlier = "      - {id: %s, name: %[1]s, value: 3亿元, period: 2020-H1, yoy: 增长5.9%%}\n"
		section = "  - id: %s\n    title: %[1]s\n    indicators:\n"
	)
	for _, c := range []struct {
		shows string
		lines []string // kinds of line; each gets a letter of its own, from a
		want  []string
	}{
		{"the first of each section", []string{plain, plain, section, plain, plain}, []string{"whole", "d"}},
		{"totals, and they stand where the data have them", []string{plain, formula, section, plain}, []string{"whole", "b", "d"}},
		{"changes before totals before firsts, six together",
			[]string{formula, yoy, yoy, formula, yoy, formula, yoy, section, plain, yoy}, []string{"a", "b", "c", "e", "g", "j"}},
		{"a target is no result", []string{target, section, target, plain}, []string{"whole", "d"}},
		{"what is not known is not shown", []string{unknown, section, unknown, plain}, []string{"whole", "d"}},
		{"of an indicator without a figure of the period the latest", []string{earlier, section, earlier}, []string{"whole", "a", "c"}},
		{"of many, the first six", slices.Repeat([]string{yoy}, 9), []string{"a", "b", "c", "d", "e", "f"}},
	} {
		t.Run(c.shows, func(t *testing.T) {
			data := "    indicators:\n      - {id: whole, name: whole, value: 3亿元}\n"
			for i, line := range c.lines {
				data += fmt.Sprintf(line, string(rune('a'+i)))
			}
			doc, _ := from(t, data)
			var got []string
			for _, k := range doc.KeyFigures {
				got = append(got, k.Name)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestKeyFigureIsToldInWords(t *testing.T) {
	doc, _ := from(t, `    indicators:
      - {id: air, name: 空气质量综合指数, value: 4.40, better: lower, yoy: -13.9%}
      - {id: lists, name: 清单, formula: 1 + 2}
`)
	want := "[{空气质量综合指数 2021年上半年 4.40 同比改善13.9%} {清单 2021年上半年 3 }]"
	if got := fmt.Sprint(doc.KeyFigures); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
