package figure

import (
	"math/big"

	"jianbao/report/exact"
)

// Round is r rounded once to that many decimals (−3: to thousands), ties away
// from zero (四舍五入) or to the even digit (GB/T 8170). It may be r itself.
func Round(r *big.Rat, decimals int, tiesEven bool) *big.Rat {
	return exact.Round(r, decimals, tiesEven)
}

// Format prints number with exactly that many decimals, rounded once, ties away
// from zero or to even. Zeros stand for the digits left out when decimals is
// negative: 1526 to −2 is 1500. A number that rounds to zero has no sign.
func Format(number *big.Rat, decimals int, tiesEven bool) string {
	return exact.Text(Round(number, decimals, tiesEven), max(decimals, 0))
}

// Decimal prints r exactly: as a decimal without needless zeros if it has one,
// else as a fraction a/b.
func Decimal(r *big.Rat) string { return string(appendDecimal(make([]byte, 0, 24), r)) }

func appendDecimal(text []byte, r *big.Rat) []byte {
	if digits, ok := DecimalDigits(r); ok {
		return exact.AppendText(text, r, digits)
	}
	return append(text, r.String()...)
}

// DecimalDigits is how many digits after the point r needs; ok is false if no
// number of them is enough.
func DecimalDigits(r *big.Rat) (digits int, ok bool) { return exact.Digits(r) }

// isMultiple reports whether r needs no more than that many decimals.
func isMultiple(r *big.Rat, decimals int) bool {
	return exact.Mul(r, exact.Power10(decimals)).IsInt()
}
