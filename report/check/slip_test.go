package check

import (
	"testing"

	"jianbao/report/figure"
)

// slipFor is the slip that explains best that from was written for to.
func slipFor(t *testing.T, from, to string) slip {
	t.Helper()
	n := digitsOf(t, from)
	wanted := digitsOf(t, to)
	likely := n.likeliest(figure.Point(wanted.number()))
	if len(likely) == 0 {
		return noSlip
	}
	if likely[0].to.String() != to {
		t.Errorf("%s is mended to %s, want %s", from, likely[0].to, to)
	}
	return likely[0].slip
}

func digitsOf(t *testing.T, text string) written {
	t.Helper()
	n, before, after, ok := readWritten(text)
	if !ok || after != "" {
		t.Fatalf("%q is no number", text)
	}
	n.negative = before == "-"
	return n
}

func TestTheSlipThatExplainsANumber(t *testing.T) {
	for _, c := range []struct {
		written, meant string
		want           slip
	}{
		{"161", "116", swappedDigits},
		{"9.24", "9.42", swappedDigits},
		{"2.94", "9.24", swappedDigits},
		{"4.29", "9.24", swappedDigits.or(farSwap)},
		{"10.2", "12.0", farSwap.or(swappedDigits)},
		{"19979", "1979", doubledDigit},
		{"755", "75", doubledDigit},
		{"1079", "179", extraDigit},
		{"12.345", "12.35", extraDigit},
		{"1979", "19979", droppedDouble},
		{"8.60", "78.60", droppedDigit},
		{"24.5", "24.35", droppedDigit},
		{"3.18", "7.18", mistypedDigit},
		{"0.62", "4.62", mistypedDigit},
		{"352", "35.2", onePlace},
		{"35.2", "352", onePlace},
		{"243.50", "24.35", onePlace},
		{"2.435", "243.5", morePlaces},
		{"35200", "3.52", magnitude},
		{"352", "3520000", magnitude},
		{"0.00000352", "352", magnitude},
		{"-5.2", "5.2", flippedSign},
		{"5.2", "-5.2", flippedSign},
		{"9.24", "17.3", noSlip},
		{"9.24", "9.243", droppedDigit},
	} {
		if got := slipFor(t, c.written, c.meant); got.kind != c.want.kind {
			t.Errorf("%s for %s: %q, want %q", c.written, c.meant, got.kind, c.want.kind)
		}
	}
}

// or says which of two slips of one kind is meant does not matter.
func (s slip) or(slip) slip { return s }

func TestASlipIsFoundWithinARange(t *testing.T) {
	n := digitsOf(t, "9.24")
	within := figure.Closed(digitsOf(t, "9.415").number(), digitsOf(t, "9.425").number())
	found := n.likeliest(within)
	if len(found) != 2 || found[0].to.String() != "9.42" || found[0].slip.kind != "swapped-digits" {
		t.Errorf("found %v", found)
	}
	if far := n.likeliest(figure.Closed(digitsOf(t, "55").number(), digitsOf(t, "56").number())); len(far) != 0 {
		t.Errorf("found %v far off", far)
	}
}

// Every correction must be undone by a slip of its own: what dropped a digit is
// mended by an inserted one, and the other way round.
func TestCorrectionsAreMutual(t *testing.T) {
	inverse := map[string]string{"extra-digit": "dropped-digit", "dropped-digit": "extra-digit"}
	for _, text := range []string{"9.24", "116", "0.62", "1979", "12.60", "7", "123", "-3.57"} {
		n := digitsOf(t, text)
		n.corrections(func(c correction) {
			want := c.slip.kind
			if other, ok := inverse[want]; ok {
				want = other
			}
			found := false
			c.to.corrections(func(back correction) {
				found = found || back.to.number().Cmp(n.number()) == 0 && back.slip.kind == want
			})
			if !found && c.to.number().Cmp(n.number()) != 0 && want != "power-of-ten" && want != "magnitude" {
				t.Errorf("%s → %s by %s is not mended by %s", n, c.to, c.slip.kind, want)
			}
		})
	}
}

func TestTheBandOnlyLeavesOutWhatIsOutside(t *testing.T) {
	n := digitsOf(t, "9.24")
	for _, c := range []struct{ lo, hi string }{{"9.2", "9.3"}, {"0", "1"}, {"92.4", "92.4"}, {"92399", "92401"}, {"0.0009", "0.001"}} {
		within := figure.Closed(digitsOf(t, c.lo).number(), digitsOf(t, c.hi).number())
		b := bandOf(within, n.decimals)
		n.corrections(func(found correction) {
			if within.Contains(found.to.number()) && !b.near(found.to) {
				t.Errorf("%s lies in [%s, %s] but not near it", found.to, c.lo, c.hi)
			}
		})
	}
}

func TestReadingANumberInItsText(t *testing.T) {
	for text, want := range map[string][3]string{
		"9.24亿元":    {"9.24", "", "亿元"},
		"突破1200亿元":  {"1200", "突破", "亿元"},
		"1,526.30元": {"1526.30", "", "元"},
		"10多条":      {"10", "", "多条"},
		"78.60":     {"78.60", "", ""},
	} {
		n, before, after, ok := readWritten(text)
		if got := [3]string{n.String(), before, after}; !ok || got != want {
			t.Errorf("%s is read as %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"一千二百", "1万2000元", "", "1234567890123456"} {
		if n, _, _, ok := readWritten(text); ok {
			t.Errorf("%s is read as %s", text, n)
		}
	}
}
