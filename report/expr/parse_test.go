package expr

import (
	"strings"
	"testing"

	"jianbao/report/diag"
)

func TestTreeByStrengthOfOperators(t *testing.T) {
	for text, want := range map[string]string{
		"a + b * c":                       "(a + (b * c))",
		"a - b - c":                       "((a - b) - c)",
		"a / b * c":                       "((a / b) * c)",
		"-a * b":                          "((- a) * b)",
		"a - -b":                          "(a - (- b))",
		"not a < b and c == d or e > f":   "(((not (a < b)) and (c == d)) or (e > f))",
		"(a + b) * (1.50)":                "((a + b) * 1.5)",
		"a <= b + 1 and 总投资 >= 0":         "((a <= (b + 1)) and (总投资 >= 0))",
		`sum(t.投资, level == "省级")`:        `sum(t.投资, (level == "省级"))`,
		`at(gdp, '2020') / prev(gdp) - 1`: `((at(gdp, "2020") / prev(gdp)) - 1)`,
		"count()":                         "count()",
		"(a < b) == (c < d)":              "((a < b) == (c < d))",
	} {
		n, fault := Parse(text)
		if fault != nil {
			t.Errorf("%s: %v", text, fault)
			continue
		}
		if got := shape(n); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// shape writes a tree with every operation in parentheses.
func shape(n Node) string {
	switch n := n.(type) {
	case *Unary:
		return "(" + string(n.Op) + " " + shape(n.X) + ")"
	case *Binary:
		return "(" + shape(n.X) + " " + string(n.Op) + " " + shape(n.Y) + ")"
	case *Call:
		args := make([]string, len(n.Args))
		for i, arg := range n.Args {
			args[i] = shape(arg)
		}
		return n.Func + "(" + strings.Join(args, ", ") + ")"
	}
	return n.String()
}

func TestStringKeepsOnlyNeededParentheses(t *testing.T) {
	for text, want := range map[string]string{
		"((a)) + (b * c)":       "a + b * c",
		"a - (b - c)":           "a - (b - c)",
		"(a - b) - c":           "a - b - c",
		"-(a + b)":              "-(a + b)",
		"not (a < b or c < d)":  "not (a < b or c < d)",
		"(a < b) == c":          "(a < b) == c",
		"0.10 * a":              "0.1 * a",
		`f('say "x"', "it's")`:  `f('say "x"', "it's")`,
		"a + (not b == c)":      "a + (not b == c)",
		"(a and b) or (c)":      "a and b or c",
		"sum( a ,b, t . col )":  "sum(a, b, t.col)",
		"a / (b * c) / (d / e)": "a / (b * c) / (d / e)",
	} {
		n, fault := Parse(text)
		if fault != nil {
			t.Errorf("%s: %v", text, fault)
			continue
		}
		if got := n.String(); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestSpansCountCharacters(t *testing.T) {
	n, fault := Parse("总投资 + sum(表.投资, 级别 == '省')")
	if fault != nil {
		t.Fatal(fault)
	}
	spans := map[string][2]int{}
	Walk(n, func(n Node) bool {
		start, end := n.Span()
		spans[n.String()] = [2]int{start, end}
		return true
	})
	for text, want := range map[string][2]int{
		"总投资": {0, 3}, "表.投资": {10, 14}, "级别": {16, 18}, `"省"`: {22, 25}, `sum(表.投资, 级别 == "省")`: {6, 26},
	} {
		if spans[text] != want {
			t.Errorf("%s: span %v, want %v", text, spans[text], want)
		}
	}
}

func TestErrorsNamePlaceAndRemedy(t *testing.T) {
	for _, c := range []struct {
		text       string
		start, end int
		hint       string // part of the Chinese hint
	}{
		{"a ≤ b", 2, 3, "<="},
		{"sum（a）", 3, 4, "("},
		{"sum(a，b)", 5, 6, ","},
		{"a = b", 2, 3, "=="},
		{"a && b", 2, 4, "and"},
		{"a <> b", 2, 4, "!="},
		{"a => b", 2, 4, ">="},
		{"a > 1 AND b > 1", 6, 9, "and"},
		{"a > 1 或 b > 1", 6, 7, "or"},
		{`count(t, level in ("省级"))`, 15, 17, "or level"},
		{"总量 × 2", 3, 4, "*"},
		{"a == “省级”", 5, 6, `"`},
		{"share >= 70%", 9, 12, "0.7"},
		{"352亿元 < a", 0, 5, "计量单位"},
		{"a < b < c", 6, 7, "and"},
		{"(a + b", 6, 6, "第1个字符"},
		{"f(a, )", 5, 6, ""},
		{"f(a b)", 4, 5, "第2个字符"},
		{"a +", 3, 3, ""},
		{"", 0, 0, ""},
		{"a b", 2, 3, ""},
		{"t.", 2, 2, ""},
		{"1.", 1, 2, ""},
		{"a ? b", 2, 3, ""},
		{"'省级", 0, 3, "'"},
		{strings.Repeat("(", 200), 100, 101, ""},
		{strings.Repeat("9", 61), 0, 61, ""},
		{strings.Repeat("a", 10_001), 10_000, 10_001, ""},
	} {
		n, fault := Parse(c.text)
		if fault == nil {
			t.Errorf("%.20s: parsed as %s", c.text, n)
			continue
		}
		if start, end := fault.Span(); start != c.start || end != c.end {
			t.Errorf("%.20s: error at %d–%d, want %d–%d: %v", c.text, start, end, c.start, c.end, fault)
		}
		if hint := fault.Hint.In(diag.ZH); !strings.Contains(hint, c.hint) || c.hint == "" && hint != "" {
			t.Errorf("%.20s: hint %q, want one with %q", c.text, hint, c.hint)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"a + b * -c", `sum(t.col, level == "省级")`, "not (a <= b) or c != 1.50", "a ≤ b", "((", "1.2.3", "'x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, fault := Parse(text)
		if fault != nil {
			start, end := fault.Span()
			if length := len([]rune(text)); start < 0 || end < start || end > length {
				t.Fatalf("error at %d–%d of %d characters", start, end, length)
			}
			return
		}
		again, fault := Parse(n.String())
		if fault != nil {
			if strings.HasSuffix(fault.Error(), "deep") || strings.Contains(fault.Error(), "characters, more than") {
				return // parentheses and spaces that String adds can pass a limit
			}
			t.Fatalf("%q printed as %q: %v", text, n, fault)
		}
		if shape(n) != shape(again) {
			t.Fatalf("%q printed as %q: %s is not %s", text, n, shape(again), shape(n))
		}
	})
}
