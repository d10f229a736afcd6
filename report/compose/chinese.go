package compose

import (
	"strconv"
	"strings"

	"jianbao/report/figure"
)

var chineseDigits = [...]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// chinese prints a figure in Chinese numerals: 三张, 两个, 二十点六万人, 百分之七十.
func (w words) chinese(args []value) (value, *problem) {
	if len(args) != 1 {
		return nil, wanted("chinese")
	}
	f, ok := args[0].(figure.Figure)
	if !ok || f.Number == nil {
		return nil, wanted("chinese")
	}
	text := figure.Format(f.Number, f.Written, false)
	number := chineseNumber(text)
	switch {
	case f.Unit.Symbol == "%":
		return filled(around(f, "百分之"+number, "")), nil
	case text == "2" && f.Unit.Symbol != "":
		number = "两" // before what is counted
	}
	return filled(around(f, number, f.Unit.Symbol)), nil
}

// chineseNumber writes a decimal number in words: 20.6 is 二十点六.
func chineseNumber(text string) string {
	text, negative := strings.CutPrefix(text, "-")
	whole, fraction, _ := strings.Cut(text, ".")
	var b strings.Builder
	if negative {
		b.WriteString("负")
	}
	b.WriteString(chineseWhole(whole))
	if fraction != "" {
		b.WriteString("点")
		for _, digit := range fraction {
			b.WriteString(chineseDigits[digit-'0'])
		}
	}
	return b.String()
}

// chineseWhole writes a whole number in words: 10203 is 一万零二百零三.
func chineseWhole(digits string) string {
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		return chineseDigits[0]
	}
	for _, group := range []struct {
		word string
		size int
	}{{"亿", 8}, {"万", 4}} {
		if len(digits) <= group.size {
			continue
		}
		high, low := digits[:len(digits)-group.size], digits[len(digits)-group.size:]
		return chineseWhole(high) + group.word + joined(low)
	}
	var b strings.Builder
	zero := false
	for i, digit := range digits {
		if digit == '0' {
			zero = true
			continue
		}
		if zero {
			b.WriteString(chineseDigits[0])
			zero = false
		}
		place := [...]string{"", "十", "百", "千"}[len(digits)-1-i]
		if digit != '1' || place != "十" || i > 0 { // 十二, but 一百一十二
			b.WriteString(chineseDigits[digit-'0'])
		}
		b.WriteString(place)
	}
	return b.String()
}

// joined is what follows 万 or 亿: nothing, or the rest with 零 for places left out
// and 一十 written whole.
func joined(low string) string {
	rest := strings.TrimLeft(low, "0")
	switch {
	case rest == "":
		return ""
	case len(rest) < len(low):
		low = chineseDigits[0] + chineseWhole(rest)
		return strings.Replace(low, chineseDigits[0]+"十", chineseDigits[0]+"一十", 1)
	}
	return chineseWhole(rest)
}

// ordinal is a number from 1 on as headings and ranks write it: 一, 十二, 一百零三.
func ordinal(n int) string { return chineseWhole(strconv.Itoa(n)) }
