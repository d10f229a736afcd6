package figure

import (
	"math/big"
	"testing"
)

func TestPowersOfTwo(t *testing.T) {
	for exponent, want := range map[string]string{"[0, 0]": "[1, 1]", "[2, 2]": "[4, 4]", "[-1, 3]": "[0.5, 8]", "[1, 2)": "[2, 4)"} {
		var i Interval
		switch exponent {
		case "[0, 0]":
			i = Point(new(big.Rat))
		case "[2, 2]":
			i = Point(big.NewRat(2, 1))
		case "[-1, 3]":
			i = Closed(big.NewRat(-1, 1), big.NewRat(3, 1))
		case "[1, 2)":
			i = Between(Bound{Value: one}, Bound{Value: big.NewRat(2, 1), Open: true})
		}
		if got := PowersOf2(i).String(); got != want {
			t.Errorf("2^%s = %s, want %s", exponent, got, want)
		}
	}
}

func TestBrokenPowersAreEnclosedTightly(t *testing.T) {
	for _, n := range []struct{ above, below int64 }{{1, 2}, {3, 2}, {-1, 3}, {1, 10}, {17, 10}} {
		down, up := power(big.NewRat(n.above, n.below))
		want := new(big.Rat).SetInt64(1)
		for range max(n.above, -n.above) {
			want.Mul(want, big.NewRat(2, 1))
		}
		if n.above < 0 {
			want.Inv(want)
		}
		if raised(down, n.below).Cmp(want) > 0 || raised(up, n.below).Cmp(want) < 0 {
			t.Errorf("2^(%d/%d) is not within [%s, %s]", n.above, n.below, down.FloatString(20), up.FloatString(20))
		}
		if new(big.Rat).Sub(up, down).Cmp(big.NewRat(1, 1_000_000_000)) > 0 {
			t.Errorf("2^(%d/%d) within [%s, %s] is loose", n.above, n.below, down.FloatString(20), up.FloatString(20))
		}
	}
}

func raised(r *big.Rat, n int64) *big.Rat {
	product := big.NewRat(1, 1)
	for range n {
		product.Mul(product, r)
	}
	return product
}
