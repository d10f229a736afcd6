package figure

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"jianbao/report/exact"
)

// numeral is a number as written, without hedge and unit.
type numeral struct {
	number   *big.Rat // unsigned
	decimals int      // digits written after the point
	last     int      // power of ten of the last digit that is not zero; of the last digit in 0 and 0.0
	parts    int64    // what a fraction counts: 3 in 三分之一; 0 in other numbers
	unit     string   // the unit or magnitude that belongs to the numeral: % of 百分之二十, 万 of 三万
}

// step is 10^power, or 1/parts in a fraction: how far apart numbers are that
// are written like n and end in that place.
func (n numeral) step(power int) *big.Rat {
	if n.parts != 0 {
		return big.NewRat(1, n.parts)
	}
	return exact.Power10(power)
}

var chineseDigits = map[rune]int64{
	'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

// placePowers are the places inside four digits.
var placePowers = map[rune]int{'十': 1, '百': 2, '千': 3}

func isNumeralRune(r rune) bool {
	_, digit := chineseDigits[r]
	return digit || strings.ContainsRune("十百千万亿廿卅点", r)
}

// scanChinese reads the Chinese number at the front of text and gives what
// follows it; ok is false if there is none. A magnitude at its end belongs to
// the unit (三万人 is 3 of 万人), as with Arabic digits. impliedOne lets 百, 千,
// 万 and 亿 stand for one of them (近百家, 超千亿元).
func scanChinese(text string, impliedOne bool) (n numeral, rest string, ok bool) {
	run := numeralRun(text)
	rest = text[len(run):]
	if run == "" {
		return numeral{}, text, false
	}
	if share, found := strings.CutPrefix(rest, "分之"); found {
		return scanFraction(run, share)
	}
	if impliedOne && strings.ContainsAny(string([]rune(run)[:1]), "百千万亿") {
		run = "一" + run
	}
	n, ok = readNumeral(run)
	return n, rest, ok
}

// numeralRun is the characters at the front of text that write a number, less
// those that begin a unit: 三万千瓦, 五百分点.
func numeralRun(text string) string {
	end := 0
	for i, r := range text {
		if !isNumeralRune(r) {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	run, rest := text[:end], text[end:]
	for _, place := range []string{"百", "千"} {
		shorter, found := strings.CutSuffix(run, place)
		if !found || shorter == "" {
			continue
		}
		afterMagnitude := strings.HasSuffix(shorter, "万") || strings.HasSuffix(shorter, "亿") || strings.HasSuffix(shorter, "十")
		if afterMagnitude || strings.HasPrefix(rest, "分点") {
			return shorter
		}
	}
	return run
}

// withHundredths reads 成 together with the digit or the half behind it, if that
// is what follows n: 三成五 and 三成半 are 3.5 of 成.
func (n numeral) withHundredths(text string) (numeral, string) {
	behind, found := strings.CutPrefix(text, "成")
	if !found || n.unit != "" || n.parts != 0 || n.decimals != 0 {
		return n, text
	}
	r, size := utf8.DecodeRuneInString(behind)
	digit := chineseDigits[r]
	if r == '半' {
		digit = 5
	}
	if digit == 0 || r == '两' {
		return n, text
	}
	n.number = exact.Add(n.number, big.NewRat(digit, 10))
	n.decimals, n.last, n.unit = 1, -1, "成"
	return n, behind[size:]
}

// scanFraction reads what follows 分之. Hundredths, thousandths and
// ten-thousandths are the units %, ‰ and ‱; any other denominator makes a
// fraction.
func scanFraction(denominator, text string) (n numeral, rest string, ok bool) {
	n, rest, ok = scanArabicOrChinese(text)
	if !ok || n.unit != "" || n.parts != 0 {
		return numeral{}, text, false
	}
	switch denominator {
	case "百":
		n.unit = "%"
		return n, rest, true
	case "千":
		n.unit = "‰"
		return n, rest, true
	case "万":
		n.unit = "‱"
		return n, rest, true
	}
	d, ok := readNumeral(denominator)
	if !ok || d.unit != "" || !d.number.IsInt() || d.number.Sign() == 0 || n.decimals > 0 {
		return numeral{}, text, false
	}
	n.parts = d.number.Num().Int64()
	n.number = exact.Quo(n.number, d.number)
	return n, rest, true
}

func scanArabicOrChinese(text string) (n numeral, rest string, ok bool) {
	if text != "" && text[0] >= '0' && text[0] <= '9' {
		n, rest, problem := scanArabic(text)
		return n, rest, problem == nil
	}
	return scanChinese(text, true)
}

// readNumeral reads a whole Chinese number: 一千二百, 三点五, 二〇二一, 一亿二千万.
func readNumeral(run string) (numeral, bool) {
	body, magnitude := cutTrailingMagnitude(run)
	whole, fraction, hasPoint := strings.Cut(body, "点")
	if hasPoint {
		return readPointed(whole, fraction, magnitude)
	}
	value, ok := readWhole(run)
	if !ok {
		return numeral{}, false
	}
	power, _ := cutMagnitude(magnitude)
	n := numeral{number: big.NewRat(value, 1), unit: magnitude}
	if power > 0 {
		n.number.Quo(n.number, magnitudes[power])
	}
	n.last = lastPlace(value) - power
	return n, true
}

// readPointed reads a number with 点: digits follow one by one.
func readPointed(whole, fraction, magnitude string) (numeral, bool) {
	value, ok := readWhole(whole)
	if !ok || fraction == "" {
		return numeral{}, false
	}
	n := numeral{unit: magnitude}
	for _, r := range fraction {
		digit, isDigit := chineseDigits[r]
		if !isDigit || r == '两' || value > 1e15 {
			return numeral{}, false
		}
		value = value*10 + digit
		n.decimals++
	}
	n.number = exact.Mul(big.NewRat(value, 1), exact.Power10(-n.decimals))
	n.last = lastPlace(value) - n.decimals
	return n, true
}

// cutTrailingMagnitude cuts 万, 亿 or 万亿 off the end of a numeral.
func cutTrailingMagnitude(run string) (body, magnitude string) {
	body = strings.TrimSuffix(run, "亿")
	body = strings.TrimSuffix(body, "万")
	return body, run[len(body):]
}

// lastPlace is the power of ten of the last digit of n that is not zero; 0 for 0.
func lastPlace(n int64) int {
	place := 0
	for ; n != 0 && n%10 == 0; n /= 10 {
		place++
	}
	return place
}

// readWhole reads a whole number below 10^16, written with places (一万零五百)
// or digit by digit (二〇二一). It rejects what can be understood in two ways:
// 三四 (three or four), 一百五 (105 or 150).
func readWhole(run string) (int64, bool) {
	if value, ok := readDigits(run); ok {
		return value, true
	}
	high, low, hasHigh := strings.Cut(run, "亿")
	if !hasHigh {
		return readBelowYi(run, false)
	}
	h, ok := readBelowYi(high, false)
	if !ok || h == 0 {
		return 0, false
	}
	if low == "" {
		return h * 1e8, true
	}
	l, ok := readBelowYi(low, true)
	return h*1e8 + l, ok
}

// readDigits reads three digits or more one by one.
func readDigits(run string) (value int64, ok bool) {
	length := utf8.RuneCountInString(run)
	if length < 3 || length > 15 {
		return 0, false
	}
	for _, r := range run {
		digit, isDigit := chineseDigits[r]
		if !isDigit || r == '两' {
			return 0, false
		}
		value = value*10 + digit
	}
	return value, true
}

// readBelowYi reads a number below 10^8. continued says that it follows 亿.
func readBelowYi(run string, continued bool) (int64, bool) {
	high, low, hasHigh := strings.Cut(run, "万")
	if !hasHigh {
		return readSection(run, continued)
	}
	h, ok := readSection(high, continued)
	if !ok || h == 0 {
		return 0, false
	}
	if low == "" {
		return h * 1e4, true
	}
	l, ok := readSection(low, true)
	return h*1e4 + l, ok
}

// readSection reads a number below 10^4 with its places. continued says that it
// follows a magnitude, where a lone digit is ambiguous (一万二).
func readSection(run string, continued bool) (int64, bool) {
	if run == "" {
		return 0, false
	}
	run = strings.ReplaceAll(strings.ReplaceAll(run, "廿", "二十"), "卅", "三十")
	var value int64
	digit := int64(-1)  // the digit before the next place; −1 if there is none
	place := 4          // the last place read
	zeroed := false     // 零 came since the last place
	first := !continued // nothing has been read yet, so a place may lack its digit: 十二
	for _, r := range run {
		d, isDigit := chineseDigits[r]
		power, isPlace := placePowers[r]
		switch {
		case isDigit && d == 0:
			if digit >= 0 || zeroed {
				return 0, false
			}
			zeroed = true
		case isDigit:
			if digit >= 0 {
				return 0, false
			}
			digit = d
		case isPlace:
			if digit < 0 && power == 1 && first {
				digit = 1
			}
			if digit < 0 || power >= place {
				return 0, false
			}
			value += digit * pow10[power]
			digit, place, zeroed = -1, power, false
		default:
			return 0, false
		}
		first = false
	}
	if digit < 0 {
		// Ends in a place, or is 零 alone.
		return value, !zeroed || value == 0 && !continued
	}
	inPlace := zeroed || place == 1 || place == 4 && !continued
	return value + digit, inPlace
}

// pow10 are the powers of ten that fit into an int64.
var pow10 = func() (powers [19]int64) {
	powers[0] = 1
	for i := 1; i < len(powers); i++ {
		powers[i] = powers[i-1] * 10
	}
	return powers
}()
