package prose

// abbreviation is a short word of statistics offices' releases for one in their
// tables. It counts only where it does not stand between characters that make
// another word of it: 第一产业, 提高企业.
type abbreviation struct {
	short, full []rune
	not         string // characters that must not stand right before or behind
}

// abbreviations, by the character that they begin with. The full words are those
// of the notes on indicators (主要统计指标解释) that go with the communiqués of the
// offices of statistics. Only what means the very same is here: 财政收入 is more than
// 一般公共预算收入. The two at the end are GB 3095's names of what all call by the sign.
// Longer ones stand before those that they begin with.
var abbreviations = byBeginning([]abbreviation{
	brief("GDP", "生产总值", ""),
	brief("CPI", "居民消费价格指数", ""),
	brief("PPI", "工业生产者出厂价格指数", ""),
	brief("PMI", "采购经理指数", ""),
	brief("RD", "研究与试验发展", ""), // R&D without its mark
	brief("社零总额", "社会消费品零售总额", ""),
	brief("社零额", "社会消费品零售总额", ""),
	brief("社零", "社会消费品零售总额", ""),
	brief("固投", "固定资产投资", ""),
	brief("技改", "技术改造", ""),
	brief("规上", "规模以上", "正市"),
	brief("限上", "限额以上", "有上下权期无市"),
	brief("高企", "高新技术企业", "业稳"),
	brief("一产", "第一产业", "第统单业品量值能"),
	brief("二产", "第二产业", "第业品量值能"),
	brief("三产", "第三产业", "第业品量值能"),
	brief("细颗粒物", "PM25", ""),
	brief("可吸入颗粒物", "PM10", ""),
})

func brief(word, full, not string) abbreviation {
	return abbreviation{short: []rune(word), full: []rune(full), not: not}
}

func byBeginning(all []abbreviation) map[rune][]abbreviation {
	m := map[rune][]abbreviation{}
	for _, a := range all {
		m[a.short[0]] = append(m[a.short[0]], a)
	}
	return m
}

// inFull is text with its abbreviations written in full.
func inFull(text []rune) []rune {
	var out []rune
	done := 0
	for i := 0; i < len(text); i++ {
		for _, a := range abbreviations[text[i]] {
			end := i + len(a.short)
			if end > len(text) || !contains(text[i:end], a.short) || anyOf(at(text, i-1), a.not) || anyOf(at(text, end), a.not) ||
				isLatin(text[i]) && (isLatin(at(text, i-1)) || isLatin(at(text, end))) {
				continue
			}
			out = append(append(out, text[done:i]...), a.full...)
			i, done = end-1, end
			break
		}
	}
	if done == 0 {
		return text
	}
	return append(out, text[done:]...)
}
