package figure

import (
	"math/rand/v2"
	"testing"
)

var chineseDigitNames = []rune("零一二三四五六七八九")

// chineseName writes n, below 10^16, in full: 一万零五百.
func chineseName(n int64) string {
	if n == 0 {
		return "零"
	}
	return string(chineseGroup(n, false))
}

// chineseGroup writes n > 0. inside says that digits stand before it, so that
// it begins with 零 if its first place is empty.
func chineseGroup(n int64, inside bool) []rune {
	for _, m := range []struct {
		size int64
		name rune
	}{{1e8, '亿'}, {1e4, '万'}, {1000, '千'}, {100, '百'}, {10, '十'}} {
		if n < m.size {
			continue
		}
		name := append(chineseGroup(n/m.size, inside), m.name)
		if rest := n % m.size; rest > 0 {
			if rest < m.size/10 {
				name = append(name, '零')
			}
			name = append(name, chineseGroup(rest, true)...)
		}
		return name
	}
	return []rune{chineseDigitNames[n]}
}

func TestChineseNumeralsReadAsTheNumberTheyName(t *testing.T) {
	check := func(n int64) {
		t.Helper()
		if name := chineseName(n); name != "" {
			if got, ok := readWhole(name); !ok || got != n {
				t.Errorf("%s is read as %d, %v, want %d", name, got, ok, n)
			}
		}
	}
	for n := int64(0); n < 30000; n++ {
		check(n)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		check(random.Int64N(pow10[1+random.IntN(15)]))
	}
}

func TestNumeralsInOtherSpellings(t *testing.T) {
	for name, want := range map[string]int64{
		"十": 10, "十五": 15, "二十": 20, "廿": 20, "廿一": 21, "卅": 30, "两千": 2000, "两万两千": 22000,
		"一万五百": 10500, "十万": 100000, "一千万": 10000000, "十二亿": 1200000000, "一万二千亿": 1200000000000,
		"二〇二一": 2021, "一九四九": 1949, "〇": 0, "一百一十": 110, "一亿零五": 100000005,
	} {
		if got, ok := readWhole(name); !ok || got != want {
			t.Errorf("%s is read as %d, %v, want %d", name, got, ok, want)
		}
	}
}

func TestNumeralsThatNameNoOneNumber(t *testing.T) {
	for _, name := range []string{
		"", "三四", "一百五", "一千二", "一万二", "一亿三", "百", "千", "万", "亿", "一十百", "十百", "一百百", "一千十千",
		"百一", "一万万", "一亿亿", "一零零百", "一百零", "一万零", "零零", "一二十", "十十", "一百十", "万一", "零万", "两两两",
	} {
		if got, ok := readWhole(name); ok {
			t.Errorf("%s is read as %d", name, got)
		}
	}
}
