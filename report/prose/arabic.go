package prose

import (
	"math/big"
	"strings"

	"jianbao/report/exact"
)

const (
	longestDigits   = 60 // digits that are one number
	shortDigits     = 18 // digits that an int64 holds
	largestExponent = 64
)

// arabic reads the number in Arabic digits at i, with commas between groups of
// three and a point. end is i if there is none.
func arabic(text []rune, i int) (n number, end int) {
	digits, decimals, end := arabicDigits(text, i)
	if digits == 0 {
		return number{}, i
	}
	n.decimals = decimals
	if digits <= shortDigits {
		n.value = exact.Times(wordOf(text[i:end]), 1, exact.Power10(-decimals))
		return n, end
	}
	written := strings.NewReplacer(",", "", ".", "").Replace(string(text[i:end]))
	coefficient, _ := new(big.Int).SetString(written, 10)
	n.value = exact.Mul(new(big.Rat).SetInt(coefficient), exact.Power10(-decimals))
	return n, end
}

// arabicDigits is how many digits the number in Arabic digits at i has, how many
// of them behind its point, and where it ends. Without digits, or with too many,
// there is none: digits is 0 and end is i.
func arabicDigits(text []rune, i int) (digits, decimals, end int) {
	digits, end = wholeDigits(text, i)
	if at(text, end) == '.' && isDigit(at(text, end+1)) {
		point := end
		end = digitsEnd(text, point+1)
		decimals = end - point - 1
	}
	if digits += decimals; digits == 0 || digits > longestDigits {
		return 0, 0, i
	}
	return digits, decimals, end
}

// wordOf is what at most shortDigits digits come to without the commas and the
// point among them.
func wordOf(digits []rune) (word int64) {
	for _, r := range digits {
		if isDigit(r) {
			word = word*10 + int64(r-'0')
		}
	}
	return word
}

// wholeDigits counts the digits before the point. A comma is part of them if
// three digits and no more follow it.
func wholeDigits(text []rune, i int) (digits, end int) {
	j := digitsEnd(text, i)
	digits = j - i
	if digits == 0 || digits > 3 {
		return digits, j
	}
	for at(text, j) == ',' && isDigit(at(text, j+1)) && isDigit(at(text, j+2)) && isDigit(at(text, j+3)) && !isDigit(at(text, j+4)) {
		digits += 3
		j += 4
	}
	return digits, j
}

// notation reads what may stand behind Arabic digits at end instead of a unit:
// an exponent (12e-1, 2^5), a fraction (3/5, 1 4/3) or a letter for thousands
// and millions (40k).
func notation(text []rune, n number, end int) (number, int) {
	if n.value.IsInt() && n.decimals == 0 {
		if m, j, ok := slashed(text, n, end); ok {
			return m, j
		}
	}
	switch r := at(text, end); {
	case r == '^' || (r == 'e' || r == 'E') && (isDigit(at(text, end+1)) || isDigit(at(text, end+2))):
		if exponent, j, ok := signedInteger(text, end+1); ok {
			return raised(n, r, exponent), j
		}
	case anyOf(r, "kKMT") && !isLatin(at(text, end+1)) && !isDigit(at(text, end+1)):
		n.power = map[rune]int{'k': 3, 'K': 3, 'M': 6, 'T': 12}[r]
		n.value = exact.Mul(n.value, exact.Power10(n.power))
		return n, end + 1
	}
	return n, end
}

func signedInteger(text []rune, i int) (exponent, end int, ok bool) {
	j, negative := i, false
	for at(text, j) == '-' || at(text, j) == '+' {
		negative = negative != (text[j] == '-')
		j++
	}
	start := j
	for ; isDigit(at(text, j)) && exponent <= largestExponent; j++ {
		exponent = exponent*10 + int(text[j]-'0')
	}
	if j == start || exponent > largestExponent {
		return 0, i, false
	}
	if negative {
		exponent = -exponent
	}
	return exponent, j, true
}

// raised is n·10^exponent, or after ^ the power of n itself.
func raised(n number, sign rune, exponent int) number {
	out := number{value: exact.Mul(n.value, exact.Power10(exponent))}
	if sign != '^' || n.value.Sign() == 0 {
		return out
	}
	e := big.NewInt(int64(max(exponent, -exponent)))
	num := new(big.Int).Exp(n.value.Num(), e, nil)
	den := new(big.Int).Exp(n.value.Denom(), e, nil)
	out.value = new(big.Rat).SetFrac(num, den)
	if exponent < 0 {
		out.value.Inv(out.value)
	}
	return out
}

// slashed reads a fraction with a slash: 3/5, and 1 4/3 for one and four
// thirds. Two slashes are a date or a path.
func slashed(text []rune, whole number, end int) (n number, next int, ok bool) {
	numerator, j := whole, end
	mixed := false
	if at(text, j) == ' ' && isDigit(at(text, j+1)) {
		numerator, j = arabic(text, j+1)
		mixed = true
	}
	if at(text, j) != '/' || !isDigit(at(text, j+1)) || numerator.decimals > 0 {
		return n, end, false
	}
	denominator, k := arabic(text, j+1)
	if k == j+1 || denominator.value.Sign() == 0 || denominator.decimals > 0 || at(text, k) == '/' {
		return n, end, false
	}
	n = number{value: exact.Quo(numerator.value, denominator.value), parts: denominator.value}
	if mixed {
		n.value = exact.Add(n.value, whole.value)
	}
	return n, k, true
}
