package figure

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"jianbao/report/diag"
)

func mustUnit(t *testing.T, symbol string) Unit {
	t.Helper()
	u, err := ParseUnit(symbol)
	if err != nil {
		t.Fatalf("ParseUnit(%q): %v", symbol, err)
	}
	return u
}

func TestUnitsHaveDimensionAndFactor(t *testing.T) {
	for _, c := range []struct {
		symbol    string
		dimension Dimension
		factor    string
	}{
		{"", Ratio, "1"},
		{"万", Ratio, "10000"},
		{"千亿", Ratio, "100000000000"},
		{"万亿", Ratio, "1000000000000"},
		{"%", Ratio, "1/100"},
		{"‰", Ratio, "1/1000"},
		{"成", Ratio, "1/10"},
		{"倍", Ratio, "1"},
		{"百分点", Points, "1/100"},
		{"个百分点", Points, "1/100"},
		{"pp", Points, "1/100"},
		{"番", Fan, "1"},
		{"元", Money, "1"},
		{"万元", Money, "10000"},
		{"亿元", Money, "100000000"},
		{"万亿元", Money, "1000000000000"},
		{"万美元", "美元", "10000"},
		{"家", Counts, "1"},
		{"万户", Counts, "10000"},
		{"个重点项目", Counts, "1"},
		{"人", People, "1"},
		{"万人", People, "10000"},
		{"万人次", "人次", "10000"},
		{"张床位", "张床位", "1"},
		{"千米", Length, "1000"},
		{"公里", Length, "1000"},
		{"亩", Area, "2000/3"},
		{"万亩", Area, "20000000/3"},
		{"平方公里", Area, "1000000"},
		{"公顷", Area, "10000"},
		{"千克", Mass, "1/1000"},
		{"公斤", Mass, "1/1000"},
		{"万吨", Mass, "10000"},
		{"万吨标准煤", "吨标准煤", "10000"},
		{"度", Energy, "1"},
		{"亿千瓦时", Energy, "100000000"},
		{"万千瓦", Power, "10000"},
		{"天", Time, "24"},
		{"年", Months, "12"},
		{"个月", Months, "1"},
		{"微克/立方米", "微克/立方米", "1"},
		{"万元/亩", "元/亩", "10000"},
		{"元/平方米", "元/平方米", "1"},
		{"人/平方公里", "人/平方公里", "1"},
		{"个/平方公里", "个/平方公里", "1"},
		{"℃", "℃", "1"},
	} {
		u := mustUnit(t, c.symbol)
		if u.Symbol != c.symbol || u.Dimension != c.dimension || u.factor().Cmp(rat(c.factor)) != 0 {
			t.Errorf("%s: %s, %s × %s, want %s × %s", c.symbol, u.Symbol, u.factor().RatString(), u.Dimension, c.factor, c.dimension)
		}
		if x := rat("12.5"); u.FromBase(u.ToBase(x)).Cmp(x) != 0 {
			t.Errorf("%s: 12.5 to the base and back is %s", c.symbol, u.FromBase(u.ToBase(x)))
		}
		base := u.Base()
		if base.Dimension != u.Dimension || base.factor().Cmp(one) != 0 {
			t.Errorf("%s: base %+v", c.symbol, base)
		}
		if base.Symbol != "" {
			if again := mustUnit(t, base.Symbol); !again.Same(base) {
				t.Errorf("%s: its base %s is read as %+v", c.symbol, base.Symbol, again)
			}
		}
	}
}

func TestBaseUnitsKeepTheirClassifier(t *testing.T) {
	for symbol, want := range map[string]string{
		"亿元": "元", "万户": "户", "万人": "人", "公斤": "吨", "%": "", "亿": "", "个百分点": "", "万人次": "人次", "万元/亩": "元/亩",
	} {
		if got := mustUnit(t, symbol).Base().Symbol; got != want {
			t.Errorf("the base of %s is %q, want %q", symbol, got, want)
		}
	}
}

func TestLike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"亿元", "万元", true}, {"元", "美元", false}, {"公里", "米", true}, {"亩", "公顷", true},
		{"个", "家", true}, {"个", "人", false}, {"人", "位", true}, {"人", "人次", false},
		{"", "家", true}, {"", "人", true}, {"万", "户", true}, {"", "人次", true},
		{"", "%", true}, {"%", "倍", true}, {"%", "家", false}, {"倍", "个", false},
		{"%", "百分点", false}, {"", "百分点", false}, {"pp", "个百分点", true},
		{"", "元", false}, {"微克/立方米", "毫克/立方米", false},
	} {
		a, b := mustUnit(t, c.a), mustUnit(t, c.b)
		if a.Like(b) != c.want || b.Like(a) != c.want {
			t.Errorf("%q like %q: %v, want %v", c.a, c.b, a.Like(b), c.want)
		}
	}
}

func TestFullWidthUnitsAreTheSame(t *testing.T) {
	if u := mustUnit(t, "％"); u.Symbol != "%" || !u.Same(mustUnit(t, "%")) {
		t.Errorf("％ is %+v", u)
	}
}

func TestCounting(t *testing.T) {
	for symbol, want := range map[string]bool{
		"个": true, "家": true, "人": true, "人次": true, "床位": true, "万人": true, "个项目": true,
		"": false, "%": false, "元": false, "亩": false, "天": false, "番": false, "万": false,
	} {
		if got := mustUnit(t, symbol).Counting(); got != want {
			t.Errorf("%q counts: %v", symbol, got)
		}
	}
}

func TestTextsThatAreNoUnit(t *testing.T) {
	for symbol, want := range map[string]string{
		"5元":                       "“5”",
		"亿元，":                      "“,”",
		"亿 元":                      "“ ”",
		"亿亿元":                      "数量级",
		"万万元":                      "数量级",
		strings.Repeat("元", 10000): "最多24个",
		"元\xad":                    "不是计量单位",
		"元\x00":                    "不是计量单位",
	} {
		_, err := ParseUnit(symbol)
		var p *Problem
		if !errors.As(err, &p) {
			t.Errorf("ParseUnit(%.20q): %v", symbol, err)
			continue
		}
		if zh := p.Say.In(diag.ZH); !strings.Contains(zh, want) {
			t.Errorf("ParseUnit(%.20q) says %s, want %s in it", symbol, zh, want)
		}
	}
}

func TestParsingDoesNotChangeSharedNumbers(t *testing.T) {
	before := new(big.Rat).Set(mustUnit(t, "亿元").Factor)
	f, problem := Parse("-352", Options{Unit: "亿元"})
	if problem != nil {
		t.Fatal(problem)
	}
	f.Range.Neg().Abs().Scale(rat("3")).Round(1, false).Outward(0)
	f.Unit.ToBase(f.Number)
	if mustUnit(t, "亿元").Factor.Cmp(before) != 0 {
		t.Error("亿 changed")
	}
}
