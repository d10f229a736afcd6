package exact

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// edges are where 64 bits end, and what divides what.
var edges = []int64{0, 1, -1, 2, -2, 3, 10, 100, -100, 1 << 31, 1<<31 - 1, -1 << 31, 999_999_999_999, 1e18,
	math.MaxInt64, math.MaxInt64 - 1, -math.MaxInt64, math.MinInt64, math.MinInt64 + 1, 1 << 62, -1 << 62}

// numbers are fractions of all sizes: of edges, of decimals, and longer than 64 bits.
func numbers(random *rand.Rand) []*big.Rat {
	all := []*big.Rat{new(big.Rat)}
	for _, n := range edges {
		for _, d := range edges {
			if d != 0 {
				all = append(all, new(big.Rat).SetFrac(big.NewInt(n), big.NewInt(d)))
			}
		}
	}
	for range 300 {
		n, d := random.Int64()>>random.IntN(63), 1+random.Int64()>>random.IntN(63)
		all = append(all, big.NewRat(n-n/2*int64(random.IntN(4)), max(d, 1)), big.NewRat(n%1_000_000, 1000))
	}
	long := new(big.Rat).SetFrac(new(big.Int).Exp(big.NewInt(3), big.NewInt(90), nil), new(big.Int).Exp(big.NewInt(7), big.NewInt(60), nil))
	return append(all, long, new(big.Rat).Neg(long), new(big.Rat).Inv(long))
}

func TestReckonsAsMathBig(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	all := numbers(random)
	for _, operation := range []struct {
		name string
		ours func(a, b *big.Rat) *big.Rat
		bigs func(a, b *big.Rat) *big.Rat
	}{
		{"+", Add, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }},
		{"−", Sub, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }},
		{"·", Mul, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }},
		{"/", Quo, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }},
		{"− of", func(a, _ *big.Rat) *big.Rat { return Neg(a) }, func(a, _ *big.Rat) *big.Rat { return new(big.Rat).Neg(a) }},
		{"cmp", func(a, b *big.Rat) *big.Rat { return big.NewRat(int64(Cmp(a, b)), 1) },
			func(a, b *big.Rat) *big.Rat { return big.NewRat(int64(a.Cmp(b)), 1) }},
	} {
		for range 60_000 {
			a, b := all[random.IntN(len(all))], all[random.IntN(len(all))]
			if operation.name == "/" && b.Sign() == 0 {
				continue
			}
			wasA, wasB := a.String(), b.String()
			got, want := operation.ours(a, b), operation.bigs(a, b)
			// The parts, too: a fraction must be in lowest terms.
			if got.Num().Cmp(want.Num()) != 0 || got.Denom().Cmp(want.Denom()) != 0 {
				t.Fatalf("%s %s %s = %s, want %s", a, operation.name, b, got, want)
			}
			if a.String() != wasA || b.String() != wasB {
				t.Fatalf("%s changed its operands", operation.name)
			}
		}
	}
}

// Results share what they can, so none may be changed by what is reckoned later.
func TestResultsStay(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	all := numbers(random)
	operations := []func(a, b *big.Rat) *big.Rat{Add, Sub, Mul,
		func(a, b *big.Rat) *big.Rat { return Neg(a) },
		func(a, b *big.Rat) *big.Rat { return Times(a.Num().Int64()%1000, 7, b) },
		func(a, b *big.Rat) *big.Rat { return Round(a, 2, false) },
		func(a, b *big.Rat) *big.Rat { return Floor(b, 1) },
		func(a, b *big.Rat) *big.Rat { return Ceil(b, 0) },
	}
	var made []*big.Rat
	var were []string
	for range 30_000 {
		operation := operations[random.IntN(len(operations))]
		r := operation(all[random.IntN(len(all))], all[random.IntN(len(all))])
		all[random.IntN(len(all))] = r
		made, were = append(made, r), append(were, r.String())
	}
	for i, r := range made {
		if r.String() != were[i] {
			t.Fatalf("%s has become %s", were[i], r)
		}
	}
}

func TestWhatChangesNothingMakesNoNumber(t *testing.T) {
	zero, one := new(big.Rat), big.NewRat(1, 1)
	for _, r := range []*big.Rat{big.NewRat(352, 10), big.NewRat(-1, 3)} {
		for name, result := range map[string]*big.Rat{
			"r + 0": Add(r, zero), "0 + r": Add(zero, r), "r − 0": Sub(r, zero), "r · 1": Mul(r, one), "1 · r": Mul(one, r),
			"r / 1": Quo(r, one), "3/3 · r": Times(3, 3, r),
		} {
			if result != r {
				t.Errorf("%s is another number than r = %s", name, r)
			}
		}
	}
}

func TestGrowthAndOpposites(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	all := numbers(random)
	for range 60_000 {
		a, b := all[random.IntN(len(all))], all[random.IntN(len(all))]
		if got, want := AreOpposite(a, b), a.Cmp(new(big.Rat).Neg(b)) == 0; got != want {
			t.Fatalf("%s = −(%s) is %v", a, b, got)
		}
		if !AreOpposite(a, new(big.Rat).Neg(a)) {
			t.Fatalf("%s is not told for the opposite of its opposite", a)
		}
		if b.Sign() == 0 {
			continue
		}
		want := new(big.Rat).Quo(a, b)
		want.Sub(want, big.NewRat(1, 1))
		if got := Growth(a, b); got.Num().Cmp(want.Num()) != 0 || got.Denom().Cmp(want.Denom()) != 0 {
			t.Fatalf("%s / %s − 1 is %s, want %s", a, b, got, want)
		}
	}
}

func TestNewIsInLowestTerms(t *testing.T) {
	for _, n := range []int64{0, 1, -1, 6, -6, 35_000_000_000, math.MaxInt64, -math.MaxInt64} {
		for _, d := range []int64{1, 2, 4, 100, 1e18, math.MaxInt64} {
			got, want := New(n, d), big.NewRat(n, d)
			if got.Num().Cmp(want.Num()) != 0 || got.Denom().Cmp(want.Denom()) != 0 {
				t.Errorf("%d/%d is %s, want %s", n, d, got, want)
			}
		}
	}
}

func TestTimesIsAProductWithAFraction(t *testing.T) {
	all := numbers(rand.New(rand.NewPCG(9, 9)))
	for _, n := range []int64{0, 1, -1, 20_101, -35_000_000_001, math.MaxInt64, -math.MaxInt64} {
		for _, d := range []int64{1, 2, 200, 2e17, math.MaxInt64} {
			for _, r := range all {
				got, want := Times(n, d, r), new(big.Rat).Mul(big.NewRat(n, d), r)
				if got.Num().Cmp(want.Num()) != 0 || got.Denom().Cmp(want.Denom()) != 0 {
					t.Fatalf("%d/%d · %s is %s, want %s", n, d, r, got, want)
				}
			}
		}
	}
}

func TestRoundsAndPrintsAsMathBig(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	all := append(numbers(random), big.NewRat(5, 1000), big.NewRat(-5, 1000), big.NewRat(15, 1000), big.NewRat(-25, 1000), big.NewRat(-1, 1000))
	for _, r := range all {
		digits, ok := Digits(r)
		if wantDigits, want := r.FloatPrec(); digits != wantDigits || ok != want {
			t.Fatalf("%s needs %d digits (%v), want %d (%v)", r, digits, ok, wantDigits, want)
		}
		for decimals := -3; decimals <= 20; decimals++ {
			if got, want := Floor(r, decimals), floorByMathBig(r, decimals); got.Cmp(want) != 0 {
				t.Fatalf("%s to %d decimals below is %s, want %s", r, decimals, got, want)
			}
			above := new(big.Rat).Neg(floorByMathBig(new(big.Rat).Neg(r), decimals))
			if got := Ceil(r, decimals); got.Cmp(above) != 0 {
				t.Fatalf("%s to %d decimals above is %s, want %s", r, decimals, got, above)
			}
			if decimals >= 0 && Text(r, decimals) != r.FloatString(decimals) {
				t.Fatalf("%s with %d digits is %s, want %s", r, decimals, Text(r, decimals), r.FloatString(decimals))
			}
			for _, tiesEven := range []bool{false, true} {
				if got, want := Round(r, decimals, tiesEven), roundedByMathBig(r, decimals, tiesEven); got.Cmp(want) != 0 {
					t.Fatalf("%s to %d decimals is %s, want %s (ties to even: %v)", r, decimals, got, want, tiesEven)
				}
			}
		}
	}
}

func TestExponentsAndFloats(t *testing.T) {
	all := numbers(rand.New(rand.NewPCG(7, 8)))
	for n := -25; n <= 25; n++ {
		all = append(all, Power10(n), Sub(Power10(n), Power10(n-6)), Add(Power10(n), Power10(n-6)))
	}
	for _, r := range all {
		if want, _ := r.Float64(); Float(r) != want {
			t.Errorf("%s as a float is %v, want %v", r, Float(r), want)
		}
		if r.Sign() == 0 {
			continue
		}
		size, e := new(big.Rat).Abs(r), Exponent(r)
		if size.Cmp(Power10(e)) < 0 || size.Cmp(Power10(e+1)) >= 0 {
			t.Errorf("%s begins at 10^%d", r, e)
		}
	}
}

// floorByMathBig is Floor without short ways.
func floorByMathBig(r *big.Rat, decimals int) *big.Rat {
	scaled := new(big.Rat).Mul(r, Power10(decimals))
	n := new(big.Int).Div(scaled.Num(), scaled.Denom()) // toward −∞
	return new(big.Rat).Mul(new(big.Rat).SetInt(n), Power10(-decimals))
}

// roundedByMathBig is Round without short ways.
func roundedByMathBig(r *big.Rat, decimals int, tiesEven bool) *big.Rat {
	scaled := new(big.Rat).Mul(r, Power10(decimals))
	half := big.NewRat(1, 2)
	up := new(big.Rat).Add(new(big.Rat).Abs(scaled), half)
	n := new(big.Int).Quo(up.Num(), up.Denom()) // half away from zero
	if tie := up.IsInt(); tie && tiesEven && n.Bit(0) == 1 {
		n.Sub(n, big.NewInt(1))
	}
	if r.Sign() < 0 {
		n.Neg(n)
	}
	return new(big.Rat).Mul(new(big.Rat).SetInt(n), Power10(-decimals))
}

func TestPowersOfTen(t *testing.T) {
	for n := -40; n <= 40; n++ {
		back := new(big.Rat).Mul(Power10(n), Power10(-n))
		if back.Cmp(big.NewRat(1, 1)) != 0 || Power10(n).Cmp(Power10(n-1)) <= 0 {
			t.Errorf("10^%d is %s", n, Power10(n))
		}
	}
	if Power10(3).Cmp(big.NewRat(1000, 1)) != 0 {
		t.Errorf("10^3 is %s", Power10(3))
	}
}

func BenchmarkMul(b *testing.B) {
	x, y := big.NewRat(35_214_500_000, 1003), big.NewRat(1017, 200)
	b.ReportAllocs()
	for b.Loop() {
		Mul(x, y)
	}
}

func BenchmarkMulOfMathBig(b *testing.B) {
	x, y := big.NewRat(35_214_500_000, 1003), big.NewRat(1017, 200)
	b.ReportAllocs()
	for b.Loop() {
		new(big.Rat).Mul(x, y)
	}
}

func TestSumsAsMathBig(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	all := numbers(random)
	for range 3_000 {
		var sum Sum
		want := new(big.Rat)
		for range random.IntN(12) {
			r := all[random.IntN(len(all))]
			if random.IntN(2) == 0 {
				sum.Add(r)
				want.Add(want, r)
			} else {
				sum.Sub(r)
				want.Sub(want, r)
			}
			if got := sum.Rat(); got.Num().Cmp(want.Num()) != 0 || got.Denom().Cmp(want.Denom()) != 0 {
				t.Fatalf("the sum is %s, want %s", got, want)
			}
		}
	}
}

func BenchmarkAdd(b *testing.B) {
	x, y := big.NewRat(35_214_500_000, 1003), big.NewRat(1017, 200)
	b.ReportAllocs()
	for b.Loop() {
		Add(x, y)
	}
}
