package compose

import "strings"

var chineseDigits = [...]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// ordinal is a number from 1 to 999 as headings and ranks write it: 一, 十二,
// 二十, 一百零三.
func ordinal(n int) string {
	var b strings.Builder
	if n >= 100 {
		b.WriteString(chineseDigits[n/100] + "百")
		if n%100 > 0 && n%100 < 10 {
			b.WriteString("零")
		}
	}
	if tens := n / 10 % 10; tens > 0 {
		if tens > 1 || n >= 100 {
			b.WriteString(chineseDigits[tens])
		}
		b.WriteString("十")
	}
	if n%10 > 0 {
		b.WriteString(chineseDigits[n%10])
	}
	return b.String()
}
