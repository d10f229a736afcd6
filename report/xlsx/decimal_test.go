package xlsx

import (
	"math/big"
	"testing"
)

func TestRoundingIsThatOfExcel(t *testing.T) {
	for _, test := range []struct {
		n        string
		decimals int
		want     string
	}{
		{"2.5", 0, "3"}, {"-2.5", 0, "-3"}, {"1.005", 2, "1.01"}, {"0.4999", 0, "0"},
		{"1250", -2, "1300"}, {"-1249", -2, "-1200"}, {"2/3", 3, "0.667"}, {"0", 5, "0"},
	} {
		if got := rounded(rat(test.n), test.decimals); got.Cmp(rat(test.want)) != 0 {
			t.Errorf("%s to %d decimals is %s, want %s", test.n, test.decimals, got.RatString(), test.want)
		}
	}
}

func TestCachedValuesHaveFifteenDigitsRounded(t *testing.T) {
	for _, test := range []struct{ n, want string }{
		{"434.99999999999994", "435"}, {"2/3", "0.666666666666667"}, {"200000/3", "66666.6666666667"},
		{"999999999999999.6", "1000000000000000"}, {"1/3000", "0.000333333333333333"}, {"-0.1", "-0.1"},
		{"352", "352"}, {"0", "0"}, {"9999999999999999", "10000000000000000"},
	} {
		if got := string(appendNumber(nil, rat(test.n))); got != test.want {
			t.Errorf("%s is cached as %s, want %s", test.n, got, test.want)
		}
	}
}

func FuzzSignificant(f *testing.F) {
	f.Add(int64(1), int64(3))
	f.Add(int64(999999999999999999), int64(1000))
	f.Add(int64(-5), int64(1))
	f.Fuzz(func(t *testing.T, n, d int64) {
		if d == 0 {
			t.Skip()
		}
		r := big.NewRat(n, d)
		s := significant(r)
		if again := significant(s); again.Cmp(s) != 0 {
			t.Errorf("%s: %s is not kept: %s", r, s, again)
		}
		back, ok := new(big.Rat).SetString(string(appendNumber(nil, r)))
		if !ok || back.Cmp(s) != 0 {
			t.Errorf("%s: cached as %s, want %s", r, back, s)
		}
		// Off by half a unit of the fifteenth digit at most.
		off := new(big.Rat).Sub(r, s)
		off.Abs(off).Mul(off, rat("200000000000000"))
		if off.Cmp(new(big.Rat).Abs(r)) > 0 {
			t.Errorf("%s became %s", r, s)
		}
	})
}
