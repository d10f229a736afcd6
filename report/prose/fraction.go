package prose

import (
	"math/big"

	"jianbao/report/exact"
)

// fractionBar is where 分之 at i ends, blanks inside it or not; i if there is
// none.
func fractionBar(text []rune, i int) int {
	j := skipSpaces(text, i)
	if at(text, j) != '分' {
		return i
	}
	j = skipSpaces(text, j+1)
	if at(text, j) != '之' {
		return i
	}
	return j + 1
}

// fraction reads on behind a number n that ends at end: 三分之一, 百分之二十,
// 五又四分之三. Without a numerator n stands alone.
func fraction(text []rune, start int, n number, end int) (number, int) {
	if and := skipSpaces(text, end); at(text, and) == '又' {
		part, next, ok := numeral(text, skipSpaces(text, and+1), false)
		if ok && isDigit(at(text, next-1)) && at(text, next) == '/' {
			part, next = notation(text, part, next)
		}
		if ok {
			part, next = share(text, start, part, next)
			if part.parts != nil && part.parts.Sign() > 0 && !part.percent {
				return number{value: exact.Add(n.value, part.value), parts: part.parts}, next
			}
		}
	}
	return share(text, start, n, end)
}

// share reads 分之 and a numerator behind the denominator n.
func share(text []rune, start int, n number, end int) (number, int) {
	bar := fractionBar(text, end)
	if bar == end || n.value.Sign() == 0 || n.decimals > 0 || !n.value.IsInt() {
		return n, end
	}
	j := skipSpaces(text, bar)
	negative := at(text, j) == '负' || at(text, j) == '-'
	if negative {
		j++
	}
	numerator, next, ok := numeral(text, j, false)
	if hundred := at(text, j) == '百'; !ok && hundred {
		numerator, next, ok = numeral(text, j, true)
	}
	if !ok || numerator.high != nil {
		return n, end
	}
	if plain, k := arabic(text, j); k == next {
		if blank := skipSpaces(text, k); at(text, blank) == 'k' {
			k = blank
		}
		if more, after := notation(text, plain, k); after > k {
			numerator, next = more, after
		}
	}
	out := number{parts: n.value, decimals: numerator.decimals}
	out.value = exact.Quo(numerator.value, n.value)
	if negative {
		out.value = exact.Neg(out.value)
	}
	if anyOf(text[start], "百千万") {
		// 百分之五 is a percentage; 一百分之五 is a fraction.
		out.percent, out.parts = true, nil
		out.value = exact.Mul(out.value, exact.Power10(2))
		out.decimals = max(0, numerator.decimals+zeros(n.value)-2)
	}
	return out, next
}

// zeros is how many zeros end a whole number.
func zeros(r *big.Rat) int {
	text := r.Num().String()
	count := 0
	for count < len(text) && text[len(text)-1-count] == '0' {
		count++
	}
	return count
}

// special reads what stands for a number without numerals, or for a half of
// one: 半, 半百, 几十, 数百, 打对折.
func special(text []rune, i int) (n number, end int, ok bool) {
	next := at(text, i+1)
	if isDigit(text[i]) && next == ' ' && isDigit(at(text, i+2)) && at(text, skipSpaces(text, i+3)) == '折' {
		return number{value: big.NewRat(10*int64(text[i]-'0')+int64(text[i+2]-'0'), 1)}, skipSpaces(text, i+3), true // 7 2 折
	}
	switch text[i] {
	case '半':
		return half(text, i)
	case '对':
		if next == '折' && at(text, i-1) == '打' {
			return number{value: big.NewRat(50, 1), percent: true}, i + 2, true
		}
	case '几', '数':
		if places[next] == 0 && magnitudes[next] == 0 || isChineseNumeral(at(text, i-1)) || anyOf(at(text, i-1), "岁额指总系位参次") {
			return n, i, false
		}
		one := append([]rune{'一'}, text[i+1:min(i+6, len(text))]...)
		if n, end, ok = numeral(one, 0, false); ok && n.high == nil {
			n.high, n.bare = exact.Mul(n.value, big.NewRat(9, 1)), false
			n.value = exact.Mul(n.value, big.NewRat(2, 1))
			return n, i + end, true
		}
	}
	return n, i, false
}

// half reads 半 before a magnitude, 打, 成, 折 or a unit: 半百, 半打, 半年.
func half(text []rune, i int) (n number, end int, ok bool) {
	if isChineseNumeral(at(text, i-1)) || anyOf(at(text, i-1), "上下前后大多过一夜个小年月日倍") {
		return n, i, false
	}
	value := big.NewRat(1, 2)
	next := at(text, i+1)
	switch power := max(places[next], magnitudes[next]); {
	case power > 0 && !isChineseNumeral(at(text, i+2)):
		return number{value: exact.Mul(value, exact.Power10(power)), parts: big.NewRat(2, 1)}, i + 2, true
	case next == '打' || anyOf(next, "成折") || anyOf(next, "年月天日小") && wordAt(text, i) == i || hasAt(text, i+1, "个"):
		return number{value: value, parts: big.NewRat(2, 1)}, i + 1, true
	}
	return n, i, false
}
