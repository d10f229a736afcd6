package figure

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"jianbao/report/exact"
)

func TestABriefIsItsFigure(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 1))
	texts := []string{"0", "-0", "0.00", "99999999999999999", "-99999999999999999", "0.0000000000000001", "-1.50"}
	for range 500 {
		texts = append(texts, fmt.Sprintf("%d.%0*d", random.IntN(2_000_000)-1_000_000, 1+random.IntN(4), random.IntN(10)))
	}
	for _, text := range texts {
		b, ok := BriefOf(text)
		digits, decimals, plain := b.Plain()
		f, problem := Parse(text, Options{})
		if !ok || !plain || problem != nil {
			t.Fatalf("%s: %v, %v, %v", text, ok, plain, problem)
		}
		if decimals != f.Written || exact.New(digits, pow10[decimals]).Cmp(f.Number) != 0 || b.IsWhole() != f.Number.IsInt() {
			t.Errorf("%s is %d with %d decimals", text, digits, decimals)
		}
		for _, p := range []Precision{{}, {Given: true, Exact: true}, {Given: true, Decimals: 1}, {Given: true}, {Given: true, Decimals: -2}, {Given: true, Decimals: -15}} {
			f.Precision = p
			if b.ExcessDigits(p) != f.ExcessDigits() {
				t.Errorf("%s with %+v has excess digits: %v", text, p, b.ExcessDigits(p))
			}
		}
	}
}

func TestOnlyPlainNumbersAreBrief(t *testing.T) {
	for _, text := range []string{"", "-", "…", "007", "1,526", "+3", ".5", "5.", "1.2.3", "12万", "约5", "１２", "999999999999999999"} {
		if b, ok := BriefOf(text); ok {
			t.Errorf("%q is taken for the plain number %d", text, b)
		}
	}
	for _, mark := range []Brief{Missing, Other} {
		if _, _, plain := mark.Plain(); plain || mark.IsWhole() || mark.ExcessDigits(Precision{Given: true}) {
			t.Errorf("the mark %d passes for a number", mark)
		}
	}
}
