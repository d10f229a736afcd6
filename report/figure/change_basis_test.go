package figure

import "testing"

func TestChangesOnAComparableBasis(t *testing.T) {
	for _, c := range []struct{ text, basis, verb, amount, bare string }{
		{"按可比口径增长8.2%", "按可比口径", "增长", "8.2%", "增长8.2%"},
		{"按可比价格计算，同比增长8.3%", "按可比价格计算", "增长", "8.3%", "增长8.3%"},
		{"同比增长17.1%（按可比口径计算）", "按可比口径计算", "增长", "17.1%", "增长17.1%"},
		{"-3.2%(同口径)", "同口径", "", "3.2%", "-3.2%"},
		{"扣除价格因素，实际增长6%", "实际增长", "增长", "6%", "增长6%"},
		{"同比实际下降6%", "实际下降", "下降", "6%", "下降6%"},
		{"增长8.2%", "", "增长", "8.2%", "增长8.2%"},
		{"比上年同期翻一番", "", "翻", "一番", "翻一番"},
	} {
		change, problem := ParseChange(c.text, Nearest)
		if problem != nil {
			t.Errorf("%s: %v", c.text, problem)
			continue
		}
		if change.Basis != c.basis || change.Verb != c.verb || change.Figure.Text != c.amount || change.Text != c.text || change.Bare != c.bare {
			t.Errorf("%s: %+v", c.text, change)
		}
	}
}

func TestTurnsHaveNoAmount(t *testing.T) {
	for text, direction := range map[string]Direction{"扭亏为盈": Up, "同比扭亏": Up, "由盈转亏": Down} {
		change, problem := ParseChange(text, Nearest)
		if problem != nil {
			t.Fatal(problem)
		}
		if change.Kind != Turned || change.Direction != direction || change.Figure.Number != nil {
			t.Errorf("%s: %+v", text, change)
		}
	}
}

func TestAProblemBehindABasisHasItsPlace(t *testing.T) {
	_, problem := ParseChange("按可比口径增长x%", Nearest)
	if problem == nil || problem.At != 7 {
		t.Errorf("got %+v, want a problem at character 7", problem)
	}
}
