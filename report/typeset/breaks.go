package typeset

import (
	"slices"
	"strings"
)

// breakable tells for each place in a text whether a line may break there: place i lies before character i. The first
// and the last place (len(text)) are none. may comes all false.
//
// The Unicode line breaking algorithm (UAX #14) comes first; it knows scripts, words and brackets. What it lets pass
// and Chinese typography does not is taken back here: see keepsTogether, and numbers with their units.
func breakable(text []rune, may []bool) {
	if isNumber(text) || text[0] == '-' && isNumber(text[1:]) {
		return // as in most cells of a table
	}
	unicodeBreaks(text, may)
	for i := 1; i < len(text); i++ {
		switch {
		case may[i] && keepsTogether(text[i-1], text[i]):
			may[i] = false
		case may[i] && isDigit(text[i]) && afterCode(text, i):
			may[i] = false
		case text[i-1] == '”' && isDigit(text[i]): // UAX #14 takes the mark for a Western one
			may[i] = true
		}
	}
	for i := 0; i < len(text); {
		end := i
		switch {
		case isCapital(text[i]):
			end = modelEnd(text, i)
		case isDigit(text[i]):
			end = max(quantityEnd(text, i), modelEnd(text, i))
		case is(text[i], digitWord|magnitude|bracket):
			end = max(quantityEnd(text, i), intervalEnd(text, i))
		}
		for k := i + 1; k < end; k++ {
			may[k] = false
		}
		i = max(end, i+1)
	}
}

// isNumber reports whether a text is at most digits with commas and points, which is broken nowhere.
func isNumber(text []rune) bool {
	for i, r := range text {
		if (r < '0' || r > '9') && (r != '.' && r != ',' || i == 0) {
			return false
		}
	}
	return true
}

// keepsTogether reports whether no line may break between a and b (CLREQ, prohibition of line breaks inside units).
func keepsTogether(a, b rune) bool {
	switch {
	case startsNoLine(b) && !isSpace(a), isOpening(a):
		return true
	case isDigit(a) && isDigit(b):
		return true
	case is(a, rangeSign) && isDigit(b): // a range: 3—5个
		return true
	case a == '—' && b == '—', a == '…' && b == '…':
		return true
	case a == '第' && (isDigit(b) || is(b, digitWord)):
		return true
	case a == '》' && b == '第': // 《办法》第三条
		return true
	}
	return false
}

// quantityEnd is where a number that starts at i ends, with what belongs to it: magnitude, 多 or 余, unit. It is i if no
// number starts there.
func quantityEnd(text []rune, i int) int {
	end := numberEnd(text, i)
	if end == i {
		return i
	}
	return unitEnd(text, end)
}

// intervalEnd is where an interval that starts at i ends, with its unit: [350.19, 350.21]亿元. It is i if none does.
func intervalEnd(text []rune, i int) int {
	if text[i] != '[' && text[i] != '(' {
		return i
	}
	end, digits := i+1, 0
	for end < len(text) && (isDigit(text[end]) || among(text[end], "., /%+-−∞")) {
		if isDigit(text[end]) {
			digits++
		}
		end++
	}
	if digits == 0 || end == len(text) || !among(text[end], "])") {
		return i
	}
	return unitEnd(text, end+1)
}

// unitEnd is where magnitude and unit end that follow a number at end: 万亿元, 万千瓦时, 微克/立方米.
func unitEnd(text []rune, end int) int {
	for {
		if unit := unitAt(text, end); unit > 0 {
			end += unit
			if end < len(text) && text[end] == '/' && unitAt(text, end+1) > 0 {
				end++
				continue
			}
			return end
		}
		if end == len(text) || !is(text[end], magnitude) {
			return end
		}
		end++
	}
}

// unitAt is the length of the unit at i, 0 if there is none.
func unitAt(text []rune, i int) int {
	if i == len(text) {
		return 0
	}
	for _, u := range units[text[i]] {
		if i+len(u) <= len(text) && slices.Equal(text[i:i+len(u)], u) {
			return len(u)
		}
	}
	return 0
}

// numberEnd is where the bare number that starts at i ends: 1,526.3, 一千二百, 百分之二十.
func numberEnd(text []rune, i int) int {
	end := i
	for end < len(text) && (isDigit(text[end]) || end > i && among(text[end], ".,．") && end+1 < len(text) && isDigit(text[end+1])) {
		end++
	}
	if end > i {
		return end
	}
	if among(text[i], "百千万") && i+2 < len(text) && text[i+1] == '分' && text[i+2] == '之' {
		end += 3
	}
	for end < len(text) && (is(text[end], digitWord) || end > i && among(text[end], "百千万亿点")) {
		end++
	}
	return end
}

// units of measurement by their first characters, the longer before those they begin with. A number is not torn from its
// unit, nor a unit in two.
var units = func() map[rune][][]rune {
	of := map[rune][][]rune{}
	for _, u := range strings.Fields(allUnits) {
		unit := []rune(u)
		of[unit[0]] = append(of[unit[0]], unit)
	}
	return of
}()

const allUnits = `个百分点 百分点 平方公里 平方千米 平方米 立方米 千瓦时 摄氏度 标准煤 公里 千米 厘米 毫米 公顷 公斤 千克 毫克 微克 千瓦 兆瓦 千伏
	人次 月份 小时 分钟 季度 世纪 年代 美元 欧元 英镑 港元 日元
	个 家 户 处 条 项 村 所 座 人 名 位 次 件 辆 台 套 批 场 亩 吨 元 米 克 度 倍 成 番 年 月 日 号 时 分 秒 天 周 岁 届 期 款
	层 株 头 只 册 类 种 间 栋 片 支 门 艘 瓦 升 级 例 张 宗 笔 起 篇 本 部 组 对 床 羽 尾 架 列 根 段 块 道 口 眼 轮 班 % ％ ‰ ℃ ° ㎡ ㎥ ㎞ ㎏`
