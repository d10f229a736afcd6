package figure

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"jianbao/report/exact"
)

func TestFormatRoundsOnce(t *testing.T) {
	for _, c := range []struct {
		number   string
		decimals int
		away     string // ties away from zero
		even     string // ties to even
	}{
		{"0.5", 0, "1", "0"},
		{"1.5", 0, "2", "2"},
		{"2.5", 0, "3", "2"},
		{"-0.5", 0, "-1", "0"},
		{"-2.5", 0, "-3", "-2"},
		{"2.51", 0, "3", "3"},
		{"1.005", 2, "1.01", "1.00"},
		{"0.4449", 1, "0.4", "0.4"},
		{"-0.04", 1, "0.0", "0.0"},
		{"1/3", 3, "0.333", "0.333"},
		{"2/3", 0, "1", "1"},
		{"12", 2, "12.00", "12.00"},
		{"1250", -2, "1300", "1200"},
		{"49", -2, "0", "0"},
		{"-1550", -2, "-1600", "-1600"},
	} {
		if got := Format(rat(c.number), c.decimals, false); got != c.away {
			t.Errorf("%s to %d decimals: %s, want %s", c.number, c.decimals, got, c.away)
		}
		if got := Format(rat(c.number), c.decimals, true); got != c.even {
			t.Errorf("%s to %d decimals, ties to even: %s, want %s", c.number, c.decimals, got, c.even)
		}
	}
}

func TestDecimalIsExact(t *testing.T) {
	for number, want := range map[string]string{
		"352": "352", "351.50": "351.5", "-0.125": "-0.125", "1/3": "1/3", "-7/6": "-7/6", "1/1024": "0.0009765625", "0": "0",
	} {
		if got := Decimal(rat(number)); got != want {
			t.Errorf("%s: %s, want %s", number, got, want)
		}
	}
	if digits, ok := DecimalDigits(rat("12.340")); !ok || digits != 2 {
		t.Errorf("12.340 needs %d digits", digits)
	}
	if _, ok := DecimalDigits(rat("1/3")); ok {
		t.Error("1/3 has a decimal")
	}
}

// A rounded number is a multiple of its unit and at most half of it away; at a
// tie it is the one that the rule says.
func TestRoundIsNearest(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		r := big.NewRat(random.Int64N(4001)-2000, 1+random.Int64N(40))
		decimals, tiesEven := random.IntN(5)-2, random.IntN(2) == 0
		got := Round(r, decimals, tiesEven)
		unit := exact.Power10(-decimals)
		steps := new(big.Rat).Quo(got, unit)
		off := new(big.Rat).Sub(got, r)
		tie := exact.Mul(unit, half).Cmp(new(big.Rat).Abs(off))
		switch {
		case !steps.IsInt() || tie < 0:
			t.Fatalf("%s to %d decimals: %s", r, decimals, got)
		case tie == 0 && tiesEven && steps.Num().Bit(0) != 0:
			t.Fatalf("%s to %d decimals, ties to even: %s", r, decimals, got)
		case tie == 0 && !tiesEven && off.Sign() != r.Sign():
			t.Fatalf("%s to %d decimals, ties away: %s", r, decimals, got)
		}
	}
}
