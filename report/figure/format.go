package figure

import (
	"math/big"
	"strings"
)

// Round is r rounded once to that many decimals (−3: to thousands), ties away
// from zero (四舍五入) or to the even digit (GB/T 8170).
func Round(r *big.Rat, decimals int, tiesEven bool) *big.Rat {
	n := roundedInteger(r, decimals, tiesEven)
	return new(big.Rat).Mul(new(big.Rat).SetInt(n), powerOf10(-decimals))
}

// Format prints number with exactly that many decimals, rounded once, ties away
// from zero or to even. Zeros stand for the digits left out when decimals is
// negative: 1526 to −2 is 1500. A number that rounds to zero has no sign.
func Format(number *big.Rat, decimals int, tiesEven bool) string {
	return Round(number, decimals, tiesEven).FloatString(max(decimals, 0))
}

// FormatGrouped is Format with commas between groups of three digits before
// the point: 1,526.30.
func FormatGrouped(number *big.Rat, decimals int, tiesEven bool) string {
	text := Format(number, decimals, tiesEven)
	start := 0
	if text[0] == '-' {
		start = 1
	}
	end := strings.IndexByte(text, '.')
	if end < 0 {
		end = len(text)
	}
	var b strings.Builder
	b.WriteString(text[:start])
	for i := start; i < end; i++ {
		if i > start && (end-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(text[i])
	}
	b.WriteString(text[end:])
	return b.String()
}

// Decimal prints r exactly: as a decimal without needless zeros if it has one,
// else as a fraction a/b.
func Decimal(r *big.Rat) string {
	if digits, ok := DecimalDigits(r); ok {
		return r.FloatString(digits)
	}
	return r.String()
}

// DecimalDigits is how many digits after the point r needs; ok is false if no
// number of them is enough.
func DecimalDigits(r *big.Rat) (digits int, ok bool) { return r.FloatPrec() }

// roundedInteger is r·10^decimals rounded to a whole number.
func roundedInteger(r *big.Rat, decimals int, tiesEven bool) *big.Int {
	scaled := new(big.Rat).Mul(r, powerOf10(decimals))
	quotient, rest := new(big.Int).QuoRem(scaled.Num(), scaled.Denom(), new(big.Int))
	twice := rest.Lsh(rest.Abs(rest), 1)
	half := twice.Cmp(scaled.Denom())
	if half > 0 || half == 0 && (!tiesEven || quotient.Bit(0) == 1) {
		quotient.Add(quotient, big.NewInt(int64(scaled.Sign())))
	}
	return quotient
}

// roundDown is the largest number of that many decimals that is at most r.
func roundDown(r *big.Rat, decimals int) *big.Rat {
	scaled := new(big.Rat).Mul(r, powerOf10(decimals))
	// Div rounds toward −∞ for a positive divisor.
	floor := new(big.Int).Div(scaled.Num(), scaled.Denom())
	return new(big.Rat).Mul(new(big.Rat).SetInt(floor), powerOf10(-decimals))
}

// isMultiple reports whether r needs no more than that many decimals.
func isMultiple(r *big.Rat, decimals int) bool {
	return new(big.Rat).Mul(r, powerOf10(decimals)).IsInt()
}

// powerOf10 is 10^n, also for a negative n.
func powerOf10(n int) *big.Rat {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil)
	if n < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), power)
	}
	return new(big.Rat).SetInt(power)
}
