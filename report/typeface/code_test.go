package typeface

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
)

// runsOf lists the lengths of the runs of consecutive codes.
func runsOf(code map[rune]rune) []int {
	var all []rune
	for _, c := range code {
		all = append(all, c)
	}
	slices.Sort(all)
	var lengths []int
	for i, c := range all {
		if i > 0 && c == all[i-1]+1 {
			lengths[len(lengths)-1]++
		} else {
			lengths = append(lengths, 1)
		}
	}
	return lengths
}

func TestCodesAreDistinctInBoundsAndBroken(t *testing.T) {
	span := func(from, to rune) (rs []rune) {
		for r := from; r <= to; r++ {
			rs = append(rs, r)
		}
		return rs
	}
	random := rand.New(rand.NewPCG(1, 2))
	scattered := func() (rs []rune) {
		for range 9000 {
			rs = append(rs, random.Int32N(0x30000))
		}
		return rs
	}()
	for _, c := range []struct {
		name  string
		runes []rune
	}{
		{"ASCII", span(' ', '~')},
		{"all hanzi", span(0x4E00, 0x9FFF)},
		{"all hanzi, those of extension A and 5000 beyond U+FFFF", slices.Concat(span(0x3400, 0x4DBF), span(0x4E00, 0x9FFF), span(0x20000, 0x21388))},
		{"private use and characters without a place", slices.Concat([]rune{0, 9, 10}, span(0xE000, 0xF8FF), span(0x20000, 0x20100))},
		{"at random", scattered},
	} {
		t.Run(c.name, func(t *testing.T) {
			slices.Sort(c.runes)
			runes := slices.Compact(c.runes)
			code, err := assignCodes(runes)
			if err != nil {
				t.Fatal(err)
			}
			seen := map[rune]rune{}
			kept := 0
			for _, r := range runes {
				c, ok := code[r]
				if !ok || c < 0x20 || c > 0xFFFD || c >= 0xD800 && c < 0xE000 {
					t.Fatalf("%U has code %U (%v)", r, c, ok)
				}
				if other, twice := seen[c]; twice {
					t.Fatalf("%U and %U share code %U", r, other, c)
				}
				seen[c] = r
				if c == r {
					kept++
				}
			}
			if longest := slices.Max(runsOf(code)); longest > 31 {
				t.Errorf("%d codes in a row", longest)
			}
			t.Logf("%d of %d characters keep their own code", kept, len(runes))
		})
	}
}

func TestAnOrdinaryTextKeepsItsCodes(t *testing.T) {
	runes := []rune("2021年全区生产总值352亿元，同比增长8%。")
	slices.Sort(runes)
	runes = slices.Compact(runes)
	code, err := assignCodes(runes)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range runes {
		if code[r] != r {
			t.Errorf("%c has code %U", r, code[r])
		}
	}
}

func TestCodesRunOutWithAnError(t *testing.T) {
	var all []rune
	for r := rune(0x20000); r < 0x30000; r++ {
		all = append(all, r)
	}
	if _, err := assignCodes(all); !errors.Is(err, ErrTooMany) {
		t.Errorf("got %v, want ErrTooMany", err)
	}
}
