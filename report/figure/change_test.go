package figure

import (
	"strings"
	"testing"

	"jianbao/report/diag"
)

func TestChangesAsPrinted(t *testing.T) {
	for _, c := range []struct {
		text      string
		kind      ChangeKind
		direction Direction
		verb      string
		amount    string
		growth    string // where higher is better, in base units
		sign      int
	}{
		{"改善25.5%", Rate, Improved, "改善", "25.5%", "[0.2545, 0.2555]", 1},
		{"恶化3%", Rate, Worsened, "恶化", "3%", "[-0.035, -0.025]", -1},
		{"增长8.2%", Rate, Up, "增长", "8.2%", "[0.0815, 0.0825]", 1},
		{"同比增长8.2%", Rate, Up, "增长", "8.2%", "[0.0815, 0.0825]", 1},
		{"比上年同期增长8.2%", Rate, Up, "增长", "8.2%", "[0.0815, 0.0825]", 1},
		{"较年初下降3.2%", Rate, Down, "下降", "3.2%", "[-0.0325, -0.0315]", -1},
		{"-13.9%", Rate, Down, "", "13.9%", "[-0.1395, -0.1385]", -1},
		{"－１３．９％", Rate, Down, "", "13.9%", "[-0.1395, -0.1385]", -1},
		{"8.2%", Rate, Up, "", "8.2%", "[0.0815, 0.0825]", 1},
		{"增长0%", Rate, Up, "增长", "0%", "[-0.005, 0.005]", 0},
		{"增长超过10%", Rate, Up, "增长", "超过10%", "(0.1, +∞)", 1},
		{"下降超过10%", Rate, Down, "下降", "超过10%", "(-∞, -0.1)", -1},
		{"增长近三成", Rate, Up, "增长", "近三成", "[0.2, 0.3)", 1},
		{"减少近三成", Rate, Down, "减少", "近三成", "(-0.3, -0.2]", -1},
		{"增长约5%", Rate, Up, "增长", "约5%", "[0.045, 0.055]", 1},
		{"增长不到5%", Rate, Up, "增长", "不到5%", "[0, 0.05)", 1},
		{"下降不超过5%", Rate, Down, "下降", "不超过5%", "[-0.05, 0]", -1},
		{"增长10%以上", Rate, Up, "增长", "10%以上", "[0.1, +∞)", 1},
		{"增长三分之一", Rate, Up, "增长", "三分之一", "[1/6, 0.5]", 1},
		{"提高20个百分点", InPoints, Up, "提高", "20个百分点", "[0.195, 0.205]", 1},
		{"+16pp", InPoints, Up, "", "16pp", "[0.155, 0.165]", 1},
		{"-0.3个百分点", InPoints, Down, "", "0.3个百分点", "[-0.0035, -0.0025]", -1},
		{"收窄0.3个百分点", InPoints, Down, "收窄", "0.3个百分点", "[-0.0035, -0.0025]", -1},
		{"增长2倍", Times, Up, "增长", "2倍", "[1.5, 2.5]", 1},
		{"增长1.5倍", Times, Up, "增长", "1.5倍", "[1.45, 1.55]", 1},
		{"增长了一倍", Times, Up, "增长", "一倍", "[0.5, 1.5]", 1},
		{"增长一倍多", Times, Up, "增长", "一倍多", "(1, 2)", 1},
		{"+2倍", Times, Up, "", "2倍", "[1.5, 2.5]", 1},
		{"是上年的2.5倍", TimesOf, Up, "是", "2.5倍", "[2.45, 2.55]", 1},
		{"为上年同期的3倍", TimesOf, Up, "为", "3倍", "[2.5, 3.5]", 1},
		{"增长到2倍", TimesOf, Up, "增长到", "2倍", "[1.5, 2.5]", 1},
		{"达到上年的2倍", TimesOf, Up, "达到", "2倍", "[1.5, 2.5]", 1},
		{"是上年的0.8倍", TimesOf, Down, "是", "0.8倍", "[0.75, 0.85]", -1},
		{"翻番", Doubling, Up, "翻", "一番", "[0.9, 1.5)", 1},
		{"翻一番", Doubling, Up, "翻", "一番", "[0.9, 1.5)", 1},
		{"翻了两番", Doubling, Up, "翻", "两番", "[1.9, 2.5)", 1},
		{"翻近两番", Doubling, Up, "翻", "近两番", "[1, 2)", 1},
		{"翻一番多", Doubling, Up, "翻", "一番多", "(1, 2)", 1},
		{"翻1.5番", Doubling, Up, "翻", "1.5番", "[1.45, 1.55]", 1},
		{"持平", Flat, Up, "持平", "", "[0, 0]", 0},
		{"与上年持平", Flat, Up, "持平", "", "[0, 0]", 0},
		{"同比持平", Flat, Up, "持平", "", "[0, 0]", 0},
		{"增加277万元", Amount, Up, "增加", "277万元", "[2765000, 2775000]", 1},
		{"减少12家", Amount, Down, "减少", "12家", "[-12, -12]", -1},
		{"+12家", Amount, Up, "", "12家", "[12, 12]", 1},
		{"下降0.71", Amount, Down, "下降", "0.71", "[-0.715, -0.705]", -1},
		{"增亏20%", LossRate, Up, "增亏", "20%", "[0.195, 0.205]", 1},
		{"减亏3.2%", LossRate, Down, "减亏", "3.2%", "[-0.0325, -0.0315]", -1},
		{"增亏300万元", Amount, Down, "增亏", "300万元", "[-3005000, -2995000]", -1},
		{"减亏300万元", Amount, Up, "减亏", "300万元", "[2995000, 3005000]", 1},
	} {
		change, problem := ParseChange(" "+c.text+" ", Nearest)
		if problem != nil {
			t.Errorf("%s: %v", c.text, problem)
			continue
		}
		if change.Text != c.text || change.Kind != c.kind || change.Direction != c.direction ||
			change.Verb != c.verb || change.Figure.Text != c.amount {
			t.Errorf("%s: %+v", c.text, change)
		}
		if got := change.Growth(false).String(); got != c.growth {
			t.Errorf("%s: growth %s, want %s", c.text, got, c.growth)
		}
		if sign, ok := change.Sign(false); !ok || sign != c.sign {
			t.Errorf("%s: sign %d, %v, want %d", c.text, sign, ok, c.sign)
		}
	}
}

func TestImprovementIsAFallWhereLowerIsBetter(t *testing.T) {
	for _, c := range []struct {
		text, growth string
		sign         int
	}{
		{"改善25.5%", "[-0.2555, -0.2545]", -1},
		{"恶化25.5%", "[0.2545, 0.2555]", 1},
		{"改善2个百分点", "[-0.025, -0.015]", -1},
		{"下降25.5%", "[-0.2555, -0.2545]", -1},
		{"增长25.5%", "[0.2545, 0.2555]", 1},
		{"改善超过25.5%", "(-∞, -0.255)", -1},
	} {
		change, problem := ParseChange(c.text, Nearest)
		if problem != nil {
			t.Fatal(problem)
		}
		if got := change.Growth(true).String(); got != c.growth {
			t.Errorf("%s: %s, want %s", c.text, got, c.growth)
		}
		if sign, ok := change.Sign(true); !ok || sign != c.sign {
			t.Errorf("%s: sign %d, %v", c.text, sign, ok)
		}
	}
}

func TestMultiplesThatMayBeARiseOrAFall(t *testing.T) {
	for _, text := range []string{"是上年的1.0倍", "是上年的不到2倍"} {
		change, problem := ParseChange(text, Nearest)
		if problem != nil {
			t.Fatal(problem)
		}
		if sign, ok := change.Sign(false); ok {
			t.Errorf("%s: sign %d", text, sign)
		}
	}
}

func TestTruncatedChanges(t *testing.T) {
	change, problem := ParseChange("下降3.2%", Truncate)
	if problem != nil {
		t.Fatal(problem)
	}
	if got := change.Growth(false).String(); got != "(-0.033, -0.032]" {
		t.Errorf("truncated: %s", got)
	}
}

func TestTextsThatAreNoChange(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int
		say  string
		hint string
	}{
		{"", 0, "没有数字", "持平"},
		{"-", 1, "没有数字", "持平"},
		{"下降", 2, "没有数字", "持平"},
		{"基本持平", 0, "不是数字", "持平"},
		{"8.2", 0, "没有单位", "8.2%"},
		{"+277", 1, "没有单位", "+277%"},
		{"增长8.2", 2, "没有单位", "增长8.2%"},
		{"增长8.0", 2, "没有单位", "增长8.0%"},
		{"2倍", 0, "可以是增长2倍，也可以是上年的2倍", "增长2倍 或 是上年的2倍"},
		{"增长-3%", 2, "正负号", "-3.2%"},
		{"增长+3%", 2, "正负号", "-3.2%"},
		{"--3%", 1, "正负号", ""},
		{"增加到5亿元", 2, "不是数字", "持平"},
		{"相当于2015年的3倍", 9, "其中有“3”", "一个数"},
		{"翻3倍", 1, "没有说增减了多少", "翻一番"},
		{"增长1.5e3%", 5, "科学记数法", "1500"},
		{"增长3%—5%", 4, "区间", ""},
		{strings.Repeat("增", 300), 0, "最多200个", ""},
	} {
		change, problem := ParseChange(c.text, Nearest)
		if problem == nil {
			t.Errorf("%.30q is read as %+v", c.text, change)
			continue
		}
		zh, hint := problem.Say.In(diag.ZH), problem.Hint.In(diag.ZH)
		if !strings.Contains(zh, c.say) || !strings.Contains(hint, c.hint) || problem.At != c.at {
			t.Errorf("%.30q: at %d: %s; %s", c.text, problem.At, zh, hint)
		}
		for _, text := range []string{zh, hint, problem.Error(), problem.Hint.In(diag.EN)} {
			if strings.Contains(text, "%!") || strings.Contains(text, "%%") {
				t.Errorf("%.30q says %s", c.text, text)
			}
		}
	}
}
