package network

import "math/big"

// fraction is a running sum that is brought to lowest terms only when it is read:
// figures of one table mostly share a denominator.
type fraction struct{ numerator, denominator big.Int }

func newFraction(r *big.Rat) fraction {
	var f fraction
	f.numerator.Set(r.Num())
	f.denominator.Set(r.Denom())
	return f
}

// add adds r, or takes it off.
func (f *fraction) add(r *big.Rat, off bool) {
	n := r.Num()
	switch d := r.Denom(); {
	case f.denominator.Cmp(d) == 0:
	case r.IsInt():
		n = new(big.Int).Mul(n, &f.denominator)
	default:
		common := new(big.Int).GCD(nil, nil, &f.denominator, d)
		n = new(big.Int).Mul(n, new(big.Int).Quo(&f.denominator, common))
		more := new(big.Int).Quo(d, common)
		f.numerator.Mul(&f.numerator, more)
		f.denominator.Mul(&f.denominator, more)
	}
	if off {
		f.numerator.Sub(&f.numerator, n)
	} else {
		f.numerator.Add(&f.numerator, n)
	}
}

func (f *fraction) rat() *big.Rat { return new(big.Rat).SetFrac(&f.numerator, &f.denominator) }

// compare is a.Cmp(b), without multiplying where the signs differ or the
// denominators do not.
func compare(a, b *big.Rat) int {
	switch {
	case a == b:
		return 0
	case a.Sign() != b.Sign():
		return a.Sign() - b.Sign()
	case a.IsInt() && b.IsInt():
		return a.Num().Cmp(b.Num())
	case a.IsInt() || b.IsInt():
	case a.Denom().Cmp(b.Denom()) == 0:
		return a.Num().Cmp(b.Num())
	}
	return a.Cmp(b)
}
