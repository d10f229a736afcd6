package xlsx

import (
	"strings"

	"jianbao/report/document"
	"jianbao/report/figure"
)

// formatLength is the longest number format Excel takes.
const formatLength = 255

// numberFormat is the format under which a cell's number reads as the briefing
// prints it: 1200 as 突破1200亿元, 20 as 提高20个百分点. The cell stays a plain
// number for whoever reckons with it. Where the words have no room, whole is false
// and the format is that of the number alone.
func numberFormat(c *document.Cell) (format string, whole bool) {
	pattern := digitPattern(c)
	if c.Hedge == figure.Plain && bare(c.Text, c.Decimals) {
		return pattern, true
	}
	before, after, found := around(c.Text, digitsOf(c))
	if !found {
		if before, after, found = around(c.Text, groupedDigits(digitsOf(c))); found {
			pattern = "#,##" + pattern
		}
	}
	if !found {
		before, after = hedgeWords(c)
	}
	// A sign that is printed belongs to the number, not to the words before it.
	signed := strings.TrimRight(before, "-−–")
	plus := strings.HasSuffix(before, "+")
	suffix := quotedText(unitSign(c))
	switch {
	case c.Number.Sign() >= 0 && plus:
		format = quotedText(strings.TrimSuffix(before, "+")) + "+" + pattern + quotedText(after) + ";-" + pattern + suffix + ";" + pattern + suffix
	case c.Number.Sign() < 0 && signed == before && before != "": // 下降13.9%
		format = pattern + suffix + ";" + quotedText(before) + pattern + quotedText(after)
	case before != "" && signed == before: // 提高20个百分点
		format = quotedText(before) + pattern + quotedText(after) + ";-" + pattern + suffix
	default:
		format = quotedText(signed) + pattern + quotedText(after)
	}
	if len([]rune(format)) > formatLength {
		return pattern, false
	}
	return format, true
}

// bare reports whether a text is nothing but a number with so many decimals, as
// those of a long table are.
func bare(text string, decimals int) bool {
	whole, rest, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return whole != "" && len(rest) == max(decimals, 0) && onlyDigits(whole) && onlyDigits(rest)
}

func onlyDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(rune(s[i])) {
			return false
		}
	}
	return true
}

// around is what stands before and after a number in a text.
func around(text, number string) (before, after string, found bool) {
	const digits = "0123456789."
	before, after, found = strings.Cut(text, number)
	if before != "" && strings.IndexByte(digits, before[len(before)-1]) >= 0 ||
		after != "" && strings.IndexByte(digits, after[0]) >= 0 {
		return "", "", false // within a longer number
	}
	return before, after, found
}

const longestPattern = "0.000000000000000000000000000000"

// digitPattern is the bare format of the cell's digits.
func digitPattern(c *document.Cell) string {
	if c.Decimals <= 0 {
		return "0"
	}
	return longestPattern[:2+min(c.Decimals, 30)]
}

// digitsOf is the cell's number as it would be printed bare, unsigned.
func digitsOf(c *document.Cell) string {
	return strings.TrimPrefix(c.Number.FloatString(max(c.Decimals, 0)), "-")
}

// groupedDigits sets commas between thousands.
func groupedDigits(number string) string {
	whole, rest, _ := strings.Cut(number, ".")
	var b strings.Builder
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	if rest != "" {
		b.WriteString("." + rest)
	}
	return b.String()
}

// unitSign is the unit's sign, if the cell's text shows it.
func unitSign(c *document.Cell) string {
	if strings.Contains(c.Text, c.Unit.Symbol) {
		return c.Unit.Symbol
	}
	return ""
}

// hedgeWords are the words around a number whose text spells it otherwise:
// 近三成 becomes 近3成.
func hedgeWords(c *document.Cell) (before, after string) {
	unit := unitSign(c)
	switch c.Hedge {
	case figure.MoreThan:
		return "超过", unit
	case figure.LessThan:
		return "不足", unit
	case figure.AtLeast:
		return "", unit + "以上"
	case figure.AtMost:
		return "", unit + "以下"
	case figure.Nearly:
		return "近", unit
	case figure.Odd:
		return "", "多" + unit
	case figure.About:
		return "约", unit
	}
	return "", unit
}

var inOneLine = strings.NewReplacer("\n", " ", "\t", " ")

// quotedText is a literal in a number format.
func quotedText(s string) string {
	if s == "" {
		return ""
	}
	s, _, _ = cleaned(s)
	s = inOneLine.Replace(s)
	return `"` + strings.ReplaceAll(s, `"`, `"\""`) + `"`
}
