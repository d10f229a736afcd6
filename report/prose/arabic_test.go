package prose

import (
	"math/big"
	"strings"
	"testing"
)

// TestArabicNumbersOfEveryLength holds the short way for numbers that fit a word
// against math/big on both sides of its limit, and the limit on all.
func TestArabicNumbersOfEveryLength(t *testing.T) {
	for length := 1; length <= longestDigits+2; length++ {
		digits := strings.Repeat("9081726354", 7)[:length]
		for point := range length {
			text := digits
			if point > 0 {
				text = digits[:point] + "." + digits[point:]
			}
			n, end := arabic([]rune(text), 0)
			if length > longestDigits {
				if end != 0 {
					t.Fatalf("%s is read up to %d", text, end)
				}
				continue
			}
			want, _ := new(big.Rat).SetString(text)
			if end != len(text) || n.value.Cmp(want) != 0 || point > 0 && n.decimals != length-point {
				t.Fatalf("%s is %v with %d decimals, up to %d", text, n.value, n.decimals, end)
			}
		}
	}
	for text, want := range map[string]string{"1,234,567.5": "1234567.5", "12,34": "12", "1,2345": "1", ".5": "0.5"} {
		n, end := arabic([]rune(text), 0)
		if value, _ := new(big.Rat).SetString(want); end == 0 || n.value.Cmp(value) != 0 {
			t.Errorf("%s is %v, want %s", text, n.value, want)
		}
	}
}
