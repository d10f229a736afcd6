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
