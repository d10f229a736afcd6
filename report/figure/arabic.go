package figure

import (
	"math/big"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/exact"
)

// longestNumber is how long a number may be, in characters. The digits of an
// int64 that fit a plain number are fewer.
const (
	longestNumber = 60
	plainDigits   = 17
)

// plain is a number of few ASCII digits: by far the most common text of a
// table, read without a detour.
type plain struct {
	digits   int64 // all digits, with the sign: −1234 of −12.34
	decimals int
}

// scanPlain reads text that is a plain number and nothing else.
func scanPlain(text string) (p plain, ok bool) {
	start := 0
	if text != "" && text[0] == '-' {
		start = 1
	}
	point := -1
	count := 0
	for i := start; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			p.digits = p.digits*10 + int64(c-'0')
			if count++; count > plainDigits {
				return plain{}, false
			}
		case c == '.' && point < 0 && i > start && i+1 < len(text):
			point = i
		default:
			return plain{}, false
		}
	}
	if count == 0 || hasLeadingZero(text[start:]) {
		return plain{}, false
	}
	if point >= 0 {
		p.decimals = len(text) - point - 1
	}
	if start == 1 {
		p.digits = -p.digits
	}
	return p, true
}

func hasLeadingZero(number string) bool {
	return len(number) > 1 && number[0] == '0' && number[1] >= '0' && number[1] <= '9'
}

// scanArabic reads the unsigned number in Arabic digits at the front of text,
// which begins with a digit or a point, and gives what follows it. At in a
// Problem counts from the front of text.
func scanArabic(text string) (n numeral, rest string, problem *Problem) {
	end := 0
	for end < len(text) && (isDigit(text[end]) || text[end] == '.' || text[end] == ',') {
		end++
	}
	written := text[:end]
	rest = text[end:]
	if end > longestNumber {
		return n, rest, &Problem{Kind: TooLong,
			Say:  diag.Say("数字有%d个字符，最多%d个", "the number has %d characters, more than %d", end, longestNumber),
			Hint: diag.Say("检查是否把几个数写在了一起", "see whether several numbers have run together")}
	}
	if problem := notationProblem(written, rest); problem != nil {
		return n, rest, problem
	}
	whole, fraction, _ := strings.Cut(written, ".")
	digits := strings.ReplaceAll(whole, ",", "") + fraction
	n.decimals = len(fraction)
	coefficient, _ := new(big.Int).SetString(digits, 10)
	n.number = exact.Mul(new(big.Rat).SetInt(coefficient), exact.Power10(-n.decimals))
	n.last = -n.decimals
	if significant := strings.TrimRight(digits, "0"); significant != "" {
		n.last += len(digits) - len(significant)
	}
	return n, rest, nil
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// notationProblem says what is wrong with the digits, points and commas of a
// number, or with what stands right behind them.
func notationProblem(written, rest string) *Problem {
	whole, fraction, hasPoint := strings.Cut(written, ".")
	switch {
	case whole == "":
		return unreadable(0, diag.Say("小数点前没有数字", "there is no digit before the point"),
			diag.Say("写作 0.%s", "write 0.%s", fraction))
	case hasPoint && fraction == "":
		return unreadable(len(written), diag.Say("小数点后没有数字", "there is no digit after the point"),
			diag.Say("写作 %s", "write %s", whole))
	case strings.ContainsAny(fraction, ".,"):
		at := len(whole) + 1 + strings.IndexAny(fraction, ".,")
		return unreadable(at, diag.Say("小数部分又有“%c”", "there is another %q in the decimals", written[at]),
			diag.Say("一个数只有一个小数点，小数部分不分节", "a number has one point, and no commas after it"))
	case hasLeadingZero(whole):
		return unreadable(0, diag.Say("数字以0开头", "the number begins with 0"),
			diag.Say("去掉开头的0；若是编码，不是数值，应写在引号里作文字", "drop the leading 0; a code is text, not a value"))
	case !isGrouped(whole):
		return unreadable(strings.IndexByte(whole, ','), diag.Say("“%s”的逗号不是三位一节", "the commas in %s are not between groups of three digits", whole),
			diag.Say("写作 %s", "write %s", strings.ReplaceAll(whole, ",", "")))
	}
	return foreignNotation(written, rest)
}

// isGrouped reports whether commas, if there are any, part groups of three.
func isGrouped(whole string) bool {
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && (g == "" || len(groups) > 1 && len(g) > 3) {
			return false
		}
	}
	return true
}

// foreignNotation finds the notations of programs: 1.5e3, 0x1F, 1_000.
func foreignNotation(written, rest string) *Problem {
	at := len(written)
	switch {
	case rest == "":
		return nil
	case rest[0] == '_':
		return unreadable(at, diag.Say("数字里有下划线", "there is an underscore in the number"),
			diag.Say("去掉下划线", "leave it out"))
	case written == "0" && len(rest) > 1 && isRadix(rest[0], rest[1]):
		return unreadable(at, diag.Say("不接受十六进制等写法", "numbers are not written in hexadecimal, octal or binary"),
			diag.Say("写成十进制", "write it in decimal"))
	case (rest[0] == 'e' || rest[0] == 'E') && exponent(rest[1:]) != "":
		return unreadable(at, diag.Say("不接受科学记数法", "numbers are not written with an exponent"),
			exponentHint(written, exponent(rest[1:])))
	}
	return nil
}

// isRadix reports whether a letter after 0 and what follows it begin a number in
// another base: 0xFF, 0o17, 0b1.
func isRadix(letter, c byte) bool {
	switch letter {
	case 'x', 'X':
		return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
	case 'o', 'O', 'b', 'B':
		return isDigit(c)
	}
	return false
}

// exponent is the exponent at the front of text, or nothing.
func exponent(text string) string {
	end := 0
	if text != "" && (text[0] == '-' || text[0] == '+') {
		end = 1
	}
	start := end
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	if end == start {
		return ""
	}
	return text[:end]
}

// exponentHint writes the number out, unless that would be long.
func exponentHint(written, exponent string) diag.Text {
	if len(exponent) > 3 || len(strings.Trim(exponent, "+-")) > 1 {
		return diag.Say("写出全部数字，或用万、亿", "write all digits, or use 万 or 亿")
	}
	r, _ := new(big.Rat).SetString(strings.ReplaceAll(written, ",", "") + "e" + exponent)
	return diag.Say("写成 %s", "write %s", Decimal(r))
}

// unreadable is a Problem with the number itself.
func unreadable(at int, say, hint diag.Text) *Problem {
	return &Problem{At: at, Say: say, Hint: hint}
}
