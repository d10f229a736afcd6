package figure

import (
	"strings"
	"testing"
)

func mustParse(t *testing.T, text string, o Options) Figure {
	t.Helper()
	f, problem := Parse(text, o)
	if problem != nil {
		t.Fatalf("Parse(%q, %+v): %v", text, o, problem)
	}
	return f
}

// Ranges are given in the figure's own unit.
func TestFiguresAsPrinted(t *testing.T) {
	for _, c := range []struct {
		text, number, unit, values string
	}{
		// Plain numbers: rounded to the digits written.
		{"352", "352", "", "[351.5, 352.5]"},
		{"4.4", "4.4", "", "[4.35, 4.45]"},
		{"4.40", "4.4", "", "[4.395, 4.405]"},
		{"0", "0", "", "[-0.5, 0.5]"},
		{"-13.9", "-13.9", "", "[-13.95, -13.85]"},
		{"−13.9", "-13.9", "", "[-13.95, -13.85]"},
		{"+5", "5", "", "[4.5, 5.5]"},
		{"1,526.30", "1526.3", "", "[1526.295, 1526.305]"},
		{"１，５２６．３０", "1526.3", "", "[1526.295, 1526.305]"},
		{"123456789012345678901234567890", "123456789012345678901234567890", "",
			"[123456789012345678901234567889.5, 123456789012345678901234567890.5]"},
		// Magnitudes and units.
		{"12.6亿元", "12.6", "亿元", "[12.55, 12.65]"},
		{"12.6 亿元", "12.6", "亿元", "[12.55, 12.65]"},
		{"　20.6万人　", "20.6", "万人", "[20.55, 20.65]"},
		{"1.2万亿", "1.2", "万亿", "[1.15, 1.25]"},
		{"3千", "3", "千", "[2.5, 3.5]"},
		{"3千克", "3", "千克", "[2.5, 3.5]"},
		{"12万千瓦时", "12", "万千瓦时", "[11.5, 12.5]"},
		{"69.9%", "69.9", "%", "[69.85, 69.95]"},
		{"６９．９％", "69.9", "%", "[69.85, 69.95]"},
		{"5万㎡", "5", "万㎡", "[4.5, 5.5]"},
		{"35微克/立方米", "35", "微克/立方米", "[34.5, 35.5]"},
		{"3.5成", "3.5", "成", "[3.45, 3.55]"},
		// Several parts: in the unit of the last, to its digits.
		{"12亿3000万元", "123000", "万元", "[122999.5, 123000.5]"},
		{"1亿2345.6万元", "12345.6", "万元", "[12345.55, 12345.65]"},
		{"3万5千人", "35", "千人", "[34.5, 35.5]"},
		{"5万4千6百元", "546", "百元", "[545.5, 546.5]"},
		{"1万2000人", "12000", "人", "[12000, 12000]"},
		{"1万零50元", "10050", "元", "[10049.5, 10050.5]"},
		{"-1亿2千万元", "-12", "千万元", "[-12.5, -11.5]"},
		{"2公里300米", "2300", "米", "[2299.5, 2300.5]"},
		{"2小时30分钟", "150", "分钟", "[149.5, 150.5]"},
		{"突破12亿3000万元", "123000", "万元", "(123000, +∞)"},
		{"近12亿3000万元", "123000", "万元", "[122000, 123000)"},
		{"12亿3000多万元", "123000", "万元", "(123000, 124000)"},
		// Counts are exact, unless a magnitude or decimals say that they are rounded.
		{"1,526户", "1526", "户", "[1526, 1526]"},
		{"211个", "211", "个", "[211, 211]"},
		{"3200人次", "3200", "人次", "[3200, 3200]"},
		{"2万户", "2", "万户", "[1.5, 2.5]"},
		{"12.5户", "12.5", "户", "[12.45, 12.55]"},
		// Chinese numerals.
		{"一千二百", "1200", "", "[1199.5, 1200.5]"},
		{"两百", "200", "", "[199.5, 200.5]"},
		{"二十一个", "21", "个", "[21, 21]"},
		{"十二家", "12", "家", "[12, 12]"},
		{"廿三家", "23", "家", "[23, 23]"},
		{"一万二千人", "12000", "人", "[12000, 12000]"},
		{"三万人", "3", "万人", "[2.5, 3.5]"},
		{"一亿二千万元", "12000", "万元", "[11999.5, 12000.5]"},
		{"三点五亿元", "3.5", "亿元", "[3.45, 3.55]"},
		{"三万亿元", "3", "万亿元", "[2.5, 3.5]"},
		{"三万千瓦", "3", "万千瓦", "[2.5, 3.5]"},
		{"五百分点", "5", "百分点", "[4.5, 5.5]"},
		{"二十个百分点", "20", "个百分点", "[19.5, 20.5]"},
		{"二〇二一", "2021", "", "[2020.5, 2021.5]"},
		{"负三十", "-30", "", "[-30.5, -29.5]"},
		{"零", "0", "", "[-0.5, 0.5]"},
		{"三成", "3", "成", "[2.5, 3.5]"},
		{"三成五", "3.5", "成", "[3.45, 3.55]"},
		{"约二成半", "2.5", "成", "[2.45, 2.55]"},
		{"百分之二十", "20", "%", "[19.5, 20.5]"},
		{"百分之二十五点五", "25.5", "%", "[25.45, 25.55]"},
		{"百分之25.5", "25.5", "%", "[25.45, 25.55]"},
		{"百分之百", "100", "%", "[99.5, 100.5]"},
		{"千分之三", "3", "‰", "[2.5, 3.5]"},
		{"万分之五", "5", "‱", "[4.5, 5.5]"},
		{"三分之一", "1/3", "", "[1/6, 0.5]"},
		{"十分之三", "3/10", "", "[0.25, 0.35]"},
		// Hedges.
		{"达到1300万吨", "1300", "万吨", "[1299.5, 1300.5]"},
		{"达20家", "20", "家", "[20, 20]"},
		{"突破1200亿元", "1200", "亿元", "(1200, +∞)"},
		{"超过10%", "10", "%", "(10, +∞)"},
		{"逾三成", "3", "成", "(3, +∞)"},
		{"超千亿元", "1000", "亿元", "(1000, +∞)"},
		{"超亿元", "1", "亿元", "(1, +∞)"},
		{"不足5家", "5", "家", "(-∞, 5)"},
		{"20个以上", "20", "个", "[20, +∞)"},
		{"至少20个", "20", "个", "[20, +∞)"},
		{"不低于6.5%", "6.5", "%", "[6.5, +∞)"},
		{"至少20个以上", "20", "个", "[20, +∞)"},
		{"50万元以下", "50", "万元", "(-∞, 50]"},
		{"3%以内", "3", "%", "(-∞, 3]"},
		{"不超过3%", "3", "%", "(-∞, 3]"},
		{"近三成", "3", "成", "[2, 3)"},
		{"近100家", "100", "家", "[0, 100)"},
		{"近百家", "100", "家", "[0, 100)"},
		{"近1200", "1200", "", "[1100, 1200)"},
		{"将近12.5亿元", "12.5", "亿元", "[12.4, 12.5)"},
		{"接近12.50亿元", "12.5", "亿元", "[12.4, 12.5)"},
		{"近三分之一", "1/3", "", "[0, 1/3)"},
		{"近0.0", "0", "", "[-0.1, 0)"},
		{"近-30", "-30", "", "(-30, -20]"},
		{"10多条", "10", "条", "(10, 20)"},
		{"30多", "30", "", "(30, 40)"},
		{"100余家", "100", "家", "(100, 200)"},
		{"百余家", "100", "家", "(100, 200)"},
		{"二十多个", "20", "个", "(20, 30)"},
		{"十几个", "10", "个", "(10, 20)"},
		{"20多万人", "20", "万人", "(20, 30)"},
		{"300亿多元", "300", "亿元", "(300, 400)"},
		{"一百二十余万人", "120", "万人", "(120, 130)"},
		{"三成多", "3", "成", "(3, 4)"},
		{"2年多", "2", "年", "(2, 3)"},
		{"达到300多亿元", "300", "亿元", "(300, 400)"},
		{"约300亿元", "300", "亿元", "[250, 350]"},
		{"300亿元左右", "300", "亿元", "[250, 350]"},
		{"约300亿元左右", "300", "亿元", "[250, 350]"},
		{"大约1250户", "1250", "户", "[1245, 1255]"},
		{"约 5 %", "5", "%", "[4.5, 5.5]"},
	} {
		f, problem := Parse(c.text, Options{})
		if problem != nil {
			t.Errorf("%s: %v", c.text, problem)
			continue
		}
		if f.Number.Cmp(rat(c.number)) != 0 || f.Unit.Symbol != c.unit {
			t.Errorf("%s: %s of %s, want %s of %s", c.text, Decimal(f.Number), f.Unit.Symbol, c.number, c.unit)
		}
		if got := f.Range.In(f.Unit); got != c.values {
			t.Errorf("%s: %s, want %s", c.text, got, c.values)
		}
		if want := strings.Trim(c.text, " 　"); f.String() != want {
			t.Errorf("%s is printed %s", c.text, f)
		}
	}
}

func TestHedgesAndDigitsAreKept(t *testing.T) {
	for _, c := range []struct {
		text    string
		hedge   Hedge
		word    string
		written int
	}{
		{"4.40", Plain, "", 2},
		{"一千二百", Plain, "", 0},
		{"三点五零", Plain, "", 2},
		{"突破1200亿元", MoreThan, "突破", 0},
		{"达到1300万吨", Reached, "达到", 0},
		{"达到约300亿元", About, "约", 0},
		{"10.5%以上", AtLeast, "以上", 1},
		{"10多条", Odd, "多", 0},
		{"十几个", Odd, "几", 0},
		{"不超过3%", AtMost, "不超过", 0},
		{"超过3%", MoreThan, "超过", 0},
	} {
		f := mustParse(t, c.text, Options{})
		if f.Hedge != c.hedge || f.Word != c.word || f.Written != c.written {
			t.Errorf("%s: hedge %d %s, %d decimals, want %d %s, %d", c.text, f.Hedge, f.Word, f.Written, c.hedge, c.word, c.written)
		}
	}
}

func TestUnitGivenBesideTheNumber(t *testing.T) {
	for _, c := range []struct {
		text, unit string
		printed    string // empty: they conflict
		symbol     string
		values     string
	}{
		{"352", "亿元", "352亿元", "亿元", "[351.5, 352.5]"},
		{"33", "家", "33家", "家", "[33, 33]"},
		{"1,526", "户", "1,526户", "户", "[1526, 1526]"},
		{"一千二百", "户", "一千二百户", "户", "[1200, 1200]"},
		{"3.2", "%", "3.2%", "%", "[3.15, 3.25]"},
		{"突破1200", "亿元", "突破1200亿元", "亿元", "(1200, +∞)"},
		{"20以上", "个", "20个以上", "个", "[20, +∞)"},
		{"10多", "条", "10多条", "条", "(10, 20)"},
		{" 约300左右 ", "亿元", "约300亿元左右", "亿元", "[250, 350]"},
		{"352亿", "元", "352亿元", "亿元", "[351.5, 352.5]"},
		{"20多万", "人", "20多万人", "万人", "(20, 30)"},
		{"三万", "人", "三万人", "万人", "[2.5, 3.5]"},
		{"352亿", "亿元", "352亿元", "亿元", "[351.5, 352.5]"},
		{"352亿元", "亿元", "352亿元", "亿元", "[351.5, 352.5]"},
		{"352亿元", "元", "352亿元", "亿元", "[351.5, 352.5]"},
		{"3千米", "公里", "3千米", "千米", "[2.5, 3.5]"},
		{"3家", "个", "3家", "家", "[3, 3]"},
		{"百分之二十", "%", "百分之二十", "%", "[19.5, 20.5]"},
		{"20pp", "个百分点", "20pp", "pp", "[19.5, 20.5]"},
		{"1/3", "", "", "", ""},
		{"352亿元", "万元", "", "", ""},
		{"352亿", "万元", "", "", ""},
		{"352元", "亿元", "", "", ""},
		{"20个百分点", "%", "", "", ""},
		{"20%", "百分点", "", "", ""},
		{"20人", "家", "", "", ""},
		{"20%", "倍", "", "", ""},
		{"三分之一", "%", "", "", ""},
		{"百分之二十", "家", "", "", ""},
	} {
		f, problem := Parse(c.text, Options{Unit: c.unit})
		if c.printed == "" {
			if problem == nil {
				t.Errorf("%s with %s is read as %s", c.text, c.unit, f)
			} else if c.unit != "" && problem.Kind != UnitConflict {
				t.Errorf("%s with %s: %v", c.text, c.unit, problem)
			}
			continue
		}
		if problem != nil {
			t.Errorf("%s with %s: %v", c.text, c.unit, problem)
			continue
		}
		if f.Text != c.printed || f.Unit.Symbol != c.symbol || f.Range.In(f.Unit) != c.values {
			t.Errorf("%s with %s: %s, %s, %s, want %s, %s, %s", c.text, c.unit,
				f.Text, f.Unit.Symbol, f.Range.In(f.Unit), c.printed, c.symbol, c.values)
		}
	}
}

func TestPrecisionAndRounding(t *testing.T) {
	decimals := func(n int) Precision { return Precision{Given: true, Decimals: n} }
	exact := Precision{Given: true, Exact: true}
	for _, c := range []struct {
		text      string
		precision Precision
		rounding  Rounding
		want      string
	}{
		{"12.3", decimals(2), Nearest, "[12.295, 12.305]"},
		{"12.3", decimals(1), Nearest, "[12.25, 12.35]"},
		{"12.34", decimals(1), Nearest, "[12.29, 12.39]"},
		{"352000", decimals(-3), Nearest, "[351500, 352500]"},
		{"352", exact, Nearest, "[352, 352]"},
		{"352家", decimals(0), Nearest, "[351.5, 352.5]"},
		{"352家", decimals(-1), Truncate, "[352, 362)"},
		{"12.3", Precision{}, Truncate, "[12.3, 12.4)"},
		{"-12.3", Precision{}, Truncate, "(-12.4, -12.3]"},
		{"0.0", Precision{}, Truncate, "(-0.1, 0.1)"},
		{"12.3亿元", decimals(2), Truncate, "[12.3, 12.31)"},
		{"352家", Precision{}, Truncate, "[352, 352]"},
		{"突破12.3", decimals(2), Truncate, "(12.3, +∞)"},
		{"三分之一", decimals(2), Nearest, "[197/600, 203/600]"},
		{"1,200", decimals(-2), Nearest, "[1150, 1250]"},
	} {
		f := mustParse(t, c.text, Options{Precision: c.precision, Rounding: c.rounding})
		if got := f.Range.In(f.Unit); got != c.want {
			t.Errorf("%s, %+v, rounding %d: %s, want %s", c.text, c.precision, c.rounding, got, c.want)
		}
		if f.Precision != c.precision {
			t.Errorf("%s lost its precision", c.text)
		}
	}
	if _, problem := Parse("1", Options{Precision: decimals(1 << 40)}); problem == nil {
		t.Error("a precision beyond all measure is accepted")
	}
}

func TestExcessDigits(t *testing.T) {
	for _, c := range []struct {
		text      string
		precision Precision
		want      bool
	}{
		{"12.34", Precision{Given: true, Decimals: 2}, false},
		{"12.34", Precision{Given: true, Decimals: 1}, true},
		{"12.30", Precision{Given: true, Decimals: 1}, false},
		{"1250", Precision{Given: true, Decimals: -2}, true},
		{"1200", Precision{Given: true, Decimals: -2}, false},
		{"12.34亿元", Precision{Given: true, Decimals: 1}, true},
		{"12.34", Precision{Given: true, Exact: true}, false},
		{"12.34", Precision{}, false},
		{"", Precision{Given: true}, false},
	} {
		if got := mustParse(t, c.text, Options{Precision: c.precision}).ExcessDigits(); got != c.want {
			t.Errorf("%s with %+v: excess digits %v", c.text, c.precision, got)
		}
	}
}

func TestMissingFiguresAreNotZero(t *testing.T) {
	tenth := Precision{Given: true, Decimals: 1}
	for _, c := range []struct {
		text      string
		precision Precision
		rounding  Rounding
		absent    Absence
		values    string // in 亿元
	}{
		{"", Precision{}, Nearest, Unknown, "(-∞, +∞)"},
		{"  ", Precision{}, Nearest, Unknown, "(-∞, +∞)"},
		{"null", tenth, Nearest, Unknown, "(-∞, +∞)"},
		{"~", Precision{}, Nearest, Unknown, "(-∞, +∞)"},
		{"…", Precision{}, Nearest, BelowUnit, "(-∞, +∞)"},
		{"…", tenth, Nearest, BelowUnit, "(-0.05, 0.05)"},
		{"...", tenth, Truncate, BelowUnit, "(-0.1, 0.1)"},
		{"…", Precision{Given: true, Exact: true}, Nearest, BelowUnit, "(-∞, +∞)"},
		{"-", tenth, Nearest, None, "(-∞, +∞)"},
		{"—", Precision{}, Nearest, None, "(-∞, +∞)"},
		{"－", Precision{}, Nearest, None, "(-∞, +∞)"},
	} {
		f := mustParse(t, c.text, Options{Unit: "亿元", Precision: c.precision, Rounding: c.rounding})
		if f.Absent != c.absent || f.Number != nil || f.Value() != nil || f.Unit.Symbol != "亿元" {
			t.Errorf("%q: %+v", c.text, f)
		}
		if got := f.Range.In(f.Unit); got != c.values {
			t.Errorf("%q with %+v: %s, want %s", c.text, c.precision, got, c.values)
		}
	}
}

// What the short way for plain numbers gives is what the long way gives.
func TestPlainNumbersAreReadAlikeBothWays(t *testing.T) {
	for _, unit := range []string{"", "亿元", "万亩", "%", "家", "毫克", "千亿"} {
		for _, text := range []string{"0", "0.0", "1", "-1", "12.34", "-0.5", "100", "99999999999999999", "0.0000000000000001", "12345678.912345678"} {
			for _, rounding := range []Rounding{Nearest, Truncate} {
				for _, precision := range []Precision{{}, {Given: true, Decimals: 1}, {Given: true, Exact: true}} {
					o := Options{Unit: unit, Rounding: rounding, Precision: precision}
					short, long := mustParse(t, text, o), mustParse(t, text+" ", o)
					if short.Text != long.Text || short.Number.Cmp(long.Number) != 0 || !short.Range.Equal(long.Range) ||
						short.Written != long.Written || !short.Unit.Same(long.Unit) {
						t.Errorf("%s with %+v: %s %s, and %s %s", text, o, short.Text, short.Range, long.Text, long.Range)
					}
				}
			}
		}
	}
}

func TestValueAndOf(t *testing.T) {
	if got := mustParse(t, "352亿元", Options{}).Value(); got.Cmp(rat("35200000000")) != 0 {
		t.Errorf("352亿元 is %s", got)
	}
	f := Of(rat("350.25"), mustUnit(t, "亿元"), 1, interval("[35000000000, 35050000000]"))
	if f.String() != "350.3亿元" || f.Absent != Present || f.ExcessDigits() || f.Written != 1 ||
		f.Value().Cmp(rat("35025000000")) != 0 || f.Range.In(f.Unit) != "[350, 350.5]" {
		t.Errorf("%+v", f)
	}
	if f := Of(rat("1526"), Unit{}, -2, Interval{}); f.String() != "1500" || f.Written != 0 {
		t.Errorf("%+v", f)
	}
}
