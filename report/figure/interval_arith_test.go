package figure

import "testing"

// A point is reckoned with once, and as one whose ends are two numbers.
func TestPointsAreReckonedAsIntervals(t *testing.T) {
	numbers := []string{"-7/2", "-1", "0", "1/3", "2"}
	twoEnded := func(r string) Interval { return Closed(rat(r), rat(r)) }
	for _, x := range numbers {
		for _, y := range numbers {
			i, j := Point(rat(x)), Point(rat(y))
			for _, c := range []struct {
				op        string
				got, want Interval
			}{
				{"+", i.Add(j), twoEnded(x).Add(twoEnded(y))},
				{"−", i.Sub(j), twoEnded(x).Sub(twoEnded(y))},
				{"·", i.Mul(j), twoEnded(x).Mul(twoEnded(y))},
				{"scaled by", i.Scale(rat(y)), twoEnded(x).Scale(rat(y))},
			} {
				if !c.got.IsPoint() || c.got.Lo != c.got.Hi || !c.got.Equal(c.want) {
					t.Errorf("%s %s %s = %s, want %s", x, c.op, y, c.got, c.want)
				}
			}
			got, ok := i.Quo(j)
			if want, wantOK := twoEnded(x).Quo(twoEnded(y)); ok != wantOK || ok && !got.Equal(want) {
				t.Errorf("%s / %s = %s, want %s", x, y, got, want)
			}
		}
	}
}

// A rate of growth is the quotient less one, whatever the ends.
func TestGrowthIsAQuotientLessOne(t *testing.T) {
	minusOne := rat("-1")
	for _, now := range everyInterval() {
		for _, then := range everyInterval() {
			quotient, wantOK := now.Quo(then)
			got, ok := now.Growth(then)
			if want := quotient.Shift(minusOne); ok != wantOK || ok && !(got.Equal(want) && got.String() == want.String()) {
				t.Errorf("growth from %s to %s is %s (%v), want %s (%v)", then, now, got, ok, want, wantOK)
			}
		}
	}
}

// Numbers of a unit are the base's times one over its factor.
func TestPerIsAScale(t *testing.T) {
	for _, symbol := range []string{"", "亿元", "%", "千克", "家"} {
		u, err := ParseUnit(symbol)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range everyInterval() {
			inverse := rat("1")
			if u.Factor != nil {
				inverse.Inv(u.Factor)
			}
			if got, want := i.Per(u), i.Scale(inverse); got.String() != want.String() {
				t.Errorf("%s per %q is %s, want %s", i, symbol, got, want)
			}
		}
	}
}
