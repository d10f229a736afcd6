package figure

import (
	"math/big"
	"testing"
)

func rat(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("no number: " + text)
	}
	return r
}

// interval reads what Interval.String prints, so that tests can be written in it.
func interval(text string) Interval {
	lo, hi := "", ""
	for i := range text {
		if text[i] == ',' {
			lo, hi = text[:i], text[i+2:]
		}
	}
	bound := func(text string, open bool) Bound {
		if text == "-∞" || text == "+∞" {
			return Bound{}
		}
		return Bound{Value: rat(text), Open: open}
	}
	return Between(bound(lo[1:], lo[0] == '('), bound(hi[:len(hi)-1], hi[len(hi)-1] == ')'))
}

// everyInterval is all intervals between a few ends, open and closed and without
// bound, that are not empty.
func everyInterval() (list []Interval) {
	bounds := []Bound{{}}
	for _, v := range []string{"-2", "0", "1"} {
		bounds = append(bounds, Bound{Value: rat(v)}, Bound{Value: rat(v), Open: true})
	}
	for _, lo := range bounds {
		for _, hi := range bounds {
			if i := Between(lo, hi); !i.Empty() {
				list = append(list, i)
			}
		}
	}
	return list
}

func TestPositiveIntervalsAreReckonedAsAll(t *testing.T) {
	var all []Interval
	for _, lo := range []string{"1/3", "1", "5/2"} {
		for _, hi := range []string{"1", "5/2", "7", "+∞"} {
			for _, text := range []string{"[" + lo + ", " + hi + "]", "(" + lo + ", " + hi + "]", "[" + lo + ", " + hi + ")", "(" + lo + ", " + hi + ")"} {
				if i := interval(text); !i.Empty() {
					all = append(all, i)
				}
			}
		}
	}
	for _, i := range all {
		for _, j := range all {
			if got, want := i.Mul(j), hullOfCorners(i, j); !got.Equal(want) {
				t.Errorf("%s · %s = %s, want %s", i, j, got, want)
			}
			reciprocal := Interval{Lo: j.Hi.inverse(), Hi: j.Lo.inverse()}
			if got, ok := i.Quo(j); !ok || !got.Equal(hullOfCorners(i, reciprocal)) {
				t.Errorf("%s / %s = %s, want %s", i, j, got, hullOfCorners(i, reciprocal))
			}
		}
	}
}

func TestZeroIsFoundBySigns(t *testing.T) {
	for _, i := range append(everyInterval(), none(), interval("[1, -1]"), interval("[0, 0)")) {
		if i.containsZero() != i.Contains(new(big.Rat)) {
			t.Errorf("%s contains zero: %v", i, i.containsZero())
		}
	}
}

// samples are numbers in i: its closed ends, numbers very near to its ends or
// very far where it has none, and some between.
func samples(i Interval) (list []*big.Rat) {
	for _, v := range []string{
		"-1000000", "-2", "-3/2", "-1", "-1/2", "0", "1/2", "1", "1000000",
		"-2000001/1000000", "-1999999/1000000", "-1/1000000", "1/1000000", "999999/1000000", "1000001/1000000",
	} {
		if r := rat(v); i.Contains(r) {
			list = append(list, r)
		}
	}
	return list
}

// checkImage holds a result against the values that samples of the operands
// give: none lies outside, and each end is reached or come near to just as it
// says.
func checkImage(t *testing.T, what string, result Interval, values []*big.Rat) {
	t.Helper()
	lo, hi := values[0], values[0]
	for _, v := range values {
		if !result.Contains(v) {
			t.Errorf("%s = %s, without %s", what, result, v.RatString())
			return
		}
		if v.Cmp(lo) < 0 {
			lo = v
		}
		if v.Cmp(hi) > 0 {
			hi = v
		}
	}
	checkEnd(t, what, result, result.Lo, lo)
	checkEnd(t, what, result, result.Hi, hi)
}

func checkEnd(t *testing.T, what string, result Interval, end Bound, extreme *big.Rat) {
	t.Helper()
	if end.Value == nil {
		if new(big.Rat).Abs(extreme).Cmp(rat("1000")) < 0 {
			t.Errorf("%s = %s, but values end at %s", what, result, extreme.RatString())
		}
		return
	}
	gap := new(big.Rat).Sub(extreme, end.Value)
	if gap.Abs(gap).Cmp(rat("1/1000")) > 0 || (gap.Sign() == 0) == end.Open {
		t.Errorf("%s = %s, but values end at %s", what, result, extreme.RatString())
	}
}

func TestArithmeticIsTheImageOfTheValues(t *testing.T) {
	operations := []struct {
		name     string
		interval func(i, j Interval) (Interval, bool)
		value    func(x, y *big.Rat) *big.Rat
	}{
		{"+", func(i, j Interval) (Interval, bool) { return i.Add(j), true },
			func(x, y *big.Rat) *big.Rat { return new(big.Rat).Add(x, y) }},
		{"-", func(i, j Interval) (Interval, bool) { return i.Sub(j), true },
			func(x, y *big.Rat) *big.Rat { return new(big.Rat).Sub(x, y) }},
		{"*", func(i, j Interval) (Interval, bool) { return i.Mul(j), true },
			func(x, y *big.Rat) *big.Rat { return new(big.Rat).Mul(x, y) }},
		{"/", Interval.Quo,
			func(x, y *big.Rat) *big.Rat { return new(big.Rat).Quo(x, y) }},
		{"min", func(i, j Interval) (Interval, bool) { return i.Min(j), true },
			func(x, y *big.Rat) *big.Rat {
				if x.Cmp(y) < 0 {
					return x
				}
				return y
			}},
		{"max", func(i, j Interval) (Interval, bool) { return i.Max(j), true },
			func(x, y *big.Rat) *big.Rat {
				if x.Cmp(y) > 0 {
					return x
				}
				return y
			}},
	}
	for _, i := range everyInterval() {
		for _, j := range everyInterval() {
			for _, op := range operations {
				what := i.String() + " " + op.name + " " + j.String()
				before := what
				result, ok := op.interval(i, j)
				if !ok {
					if op.name != "/" || !j.Contains(new(big.Rat)) {
						t.Errorf("%s is refused", what)
					}
					continue
				}
				var values []*big.Rat
				for _, x := range samples(i) {
					for _, y := range samples(j) {
						values = append(values, op.value(x, y))
					}
				}
				checkImage(t, what, result, values)
				if after := i.String() + " " + op.name + " " + j.String(); after != before {
					t.Fatalf("%s became %s", before, after)
				}
			}
		}
	}
}

func TestFunctionsOfOneIntervalAreTheImageOfTheValues(t *testing.T) {
	functions := []struct {
		name     string
		interval func(i Interval) Interval
		value    func(x *big.Rat) *big.Rat
	}{
		{"neg", Interval.Neg, func(x *big.Rat) *big.Rat { return new(big.Rat).Neg(x) }},
		{"abs", Interval.Abs, func(x *big.Rat) *big.Rat { return new(big.Rat).Abs(x) }},
		{"scale by -3/2", func(i Interval) Interval { return i.Scale(rat("-3/2")) },
			func(x *big.Rat) *big.Rat { return new(big.Rat).Mul(x, rat("-3/2")) }},
		{"scale by 0", func(i Interval) Interval { return i.Scale(new(big.Rat)) },
			func(*big.Rat) *big.Rat { return new(big.Rat) }},
		{"shift by 7", func(i Interval) Interval { return i.Shift(rat("7")) },
			func(x *big.Rat) *big.Rat { return new(big.Rat).Add(x, rat("7")) }},
		{"round", func(i Interval) Interval { return i.Round(0, false) },
			func(x *big.Rat) *big.Rat { return Round(x, 0, false) }},
		{"round half", func(i Interval) Interval { return i.Scale(rat("1/2")).Round(0, false) },
			func(x *big.Rat) *big.Rat { return Round(new(big.Rat).Mul(x, rat("1/2")), 0, false) }},
		{"round half to even", func(i Interval) Interval { return i.Scale(rat("1/2")).Round(0, true) },
			func(x *big.Rat) *big.Rat { return Round(new(big.Rat).Mul(x, rat("1/2")), 0, true) }},
	}
	for _, i := range everyInterval() {
		for _, f := range functions {
			var values []*big.Rat
			for _, x := range samples(i) {
				values = append(values, f.value(x))
			}
			checkImage(t, f.name+" "+i.String(), f.interval(i), values)
		}
	}
}

func TestComparisonsHoldIfValuesSatisfyThem(t *testing.T) {
	for _, i := range everyInterval() {
		for _, j := range everyInterval() {
			var equal, less, atMost, differ bool
			for _, x := range samples(i) {
				for _, y := range samples(j) {
					c := x.Cmp(y)
					equal = equal || c == 0
					less = less || c < 0
					atMost = atMost || c <= 0
					differ = differ || c != 0
				}
			}
			for _, c := range []struct {
				name      string
				got, want bool
			}{
				{"=", i.CanEqual(j), equal}, {"<", i.CanBeLess(j), less},
				{"≤", i.CanBeAtMost(j), atMost}, {"≠", i.CanDiffer(j), differ}, {"meets", j.Meets(i), equal},
			} {
				if c.got != c.want {
					t.Errorf("%s %s %s: %v, want %v", i, c.name, j, c.got, c.want)
				}
			}
		}
	}
}

func TestSetsOfValues(t *testing.T) {
	for _, i := range everyInterval() {
		for _, j := range everyInterval() {
			meet, ok := i.Meet(j)
			hull := i.Hull(j)
			within := true
			for _, x := range append(samples(i), samples(j)...) {
				if both := i.Contains(x) && j.Contains(x); both != (ok && meet.Contains(x)) {
					t.Errorf("%s in %s and %s: %v, but they meet in %s", x, i, j, both, meet)
				}
				if !hull.Contains(x) {
					t.Errorf("the hull of %s and %s is %s, without %s", i, j, hull, x)
				}
				within = within && (!i.Contains(x) || j.Contains(x))
			}
			if i.Within(j) != within {
				t.Errorf("%s within %s: %v", i, j, i.Within(j))
			}
			if !i.Within(hull) || !j.Within(hull) || ok && !meet.Within(i) || i.Equal(j) != (i.String() == j.String()) {
				t.Errorf("%s and %s: hull %s, meet %s", i, j, hull, meet)
			}
		}
	}
}

func TestEmptyIntervals(t *testing.T) {
	for _, text := range []string{"(1, 1)", "[1, 1)", "(1, 1]", "[2, 1]"} {
		empty, other := interval(text), interval("[0, 5]")
		if !empty.Empty() || empty.String() != "∅" || empty.IsPoint() {
			t.Errorf("%s is not empty", text)
		}
		quotient, _ := empty.Quo(interval("[1, 2]"))
		for _, result := range []Interval{
			empty.Add(other), other.Sub(empty), empty.Mul(other), quotient, empty.Abs(), empty.Neg(),
			other.Min(empty), empty.Max(other), empty.Round(0, false), empty.Scale(rat("2")),
		} {
			if !result.Empty() {
				t.Errorf("%s gives %s", text, result)
			}
		}
		if empty.Meets(other) || other.CanBeLess(empty) || empty.CanBeAtMost(other) || empty.CanDiffer(other) {
			t.Errorf("a comparison holds for %s", text)
		}
		if !empty.Hull(other).Equal(other) || !other.Hull(empty).Equal(other) || !empty.Within(other) {
			t.Errorf("%s adds something", text)
		}
		if w, ok := empty.Width(); !ok || w.Sign() != 0 {
			t.Errorf("%s has width %v", text, w)
		}
	}
}

func TestIntervalPrinting(t *testing.T) {
	for _, c := range []struct {
		interval Interval
		want     string
	}{
		{Interval{}, "(-∞, +∞)"},
		{Closed(rat("351.5"), rat("352.5")), "[351.5, 352.5]"},
		{Point(rat("60")), "[60, 60]"},
		{Between(Bound{Value: rat("1200"), Open: true}, Bound{}), "(1200, +∞)"},
		{Between(Bound{}, Bound{Value: rat("-0.5")}), "(-∞, -0.5]"},
		{Between(Bound{Value: rat("1/3")}, Bound{Value: rat("1/2"), Open: true}), "[1/3, 0.5)"},
	} {
		if got := c.interval.String(); got != c.want {
			t.Errorf("printed as %s, want %s", got, c.want)
		}
	}
	yi := mustUnit(t, "亿元")
	if got := Closed(rat("35150000000"), rat("35250000000")).In(yi); got != "[351.5, 352.5]" {
		t.Errorf("in 亿元: %s", got)
	}
	if got := interval("(0.195, 0.205]").In(mustUnit(t, "%")); got != "(19.5, 20.5]" {
		t.Errorf("in %%: %s", got)
	}
	if got := interval("[1, 2]").In(Unit{}); got != "[1, 2]" {
		t.Errorf("plain: %s", got)
	}
}

// The base of 4.89 改善25.5% is the example of SPEC's JSON form.
func TestOutwardHoldsAllOfTheInterval(t *testing.T) {
	now, g := interval("[4.885, 4.895]"), interval("[-0.2555, -0.2545]")
	then, _ := now.Quo(g.Shift(rat("1")))
	if got := then.Outward(2).String(); got != "[6.55, 6.58]" {
		t.Errorf("%s outward is %s", then, got)
	}
	for text, want := range map[string]string{
		"(1/3, 2/3)":     "(0.33, 0.67)",
		"[-2/3, -1/3)":   "[-0.67, -0.33)",
		"[1.25, 1.25]":   "[1.25, 1.25]",
		"(-∞, 0.001]":    "(-∞, 0.01]",
		"(-0.001, +∞)":   "(-0.01, +∞)",
		"[1234.5, 1300]": "[1234.5, 1300]",
	} {
		if got := interval(text).Outward(2).String(); got != want {
			t.Errorf("%s outward is %s, want %s", text, got, want)
		}
	}
	if got := interval("[1234, 1250]").Outward(-2).String(); got != "[1200, 1300]" {
		t.Errorf("to hundreds: %s", got)
	}
}

func TestRoundOfOpenEndsAtTies(t *testing.T) {
	for _, c := range []struct {
		text      string
		tiesEven  bool
		wantRange string
	}{
		{"[0.5, 1.5]", false, "[1, 2]"},
		{"(0.5, 1.5)", false, "[1, 1]"},
		{"[0.5, 1.5]", true, "[0, 2]"},
		{"(0.5, 1.5)", true, "[1, 1]"},
		{"[-1.5, -0.5]", false, "[-2, -1]"},
		{"(-1.5, -0.5)", false, "[-1, -1]"},
		{"(-∞, 2.4)", false, "(-∞, 2]"},
	} {
		if got := interval(c.text).Round(0, c.tiesEven).String(); got != c.wantRange {
			t.Errorf("%s rounds to %s, want %s", c.text, got, c.wantRange)
		}
	}
}

func TestWidth(t *testing.T) {
	if w, ok := interval("(1, 3.5]").Width(); !ok || w.Cmp(rat("2.5")) != 0 {
		t.Errorf("width %v, %v", w, ok)
	}
	if _, ok := interval("(1, +∞)").Width(); ok {
		t.Error("a half-line has a width")
	}
}
