package typeset

import (
	"strings"

	"github.com/go-text/typesetting/segmenter"
)

// breakable tells for each place in a text whether a line may break there: place i lies before character i. The first
// and the last place (len(text)) are none.
//
// The Unicode line breaking algorithm (UAX #14) comes first; it knows scripts, words and brackets. What it lets pass
// and Chinese typography does not is taken back here: see keepsTogether, and numbers with their units.
func breakable(text []rune) []bool {
	may := make([]bool, len(text)+1)
	if len(text) == 0 {
		return may
	}
	var seg segmenter.Segmenter
	seg.Init(text)
	for it := seg.LineIterator(); it.Next(); {
		line := it.Line()
		may[line.Offset+len(line.Text)] = true
	}
	may[len(text)] = false
	for i := 1; i < len(text); i++ {
		switch {
		case keepsTogether(text[i-1], text[i]):
			may[i] = false
		case text[i-1] == '”' && isDigit(text[i]): // UAX #14 takes the mark for a Western one
			may[i] = true
		}
	}
	for i := 0; i < len(text); {
		end := max(quantityEnd(text, i), intervalEnd(text, i))
		for k := i + 1; k < end; k++ {
			may[k] = false
		}
		i = max(end, i+1)
	}
	return may
}

// keepsTogether reports whether no line may break between a and b (CLREQ, prohibition of line breaks inside units).
func keepsTogether(a, b rune) bool {
	switch {
	case startsNoLine(b) && !isSpace(a), isOpening(a):
		return true
	case isDigit(a) && isDigit(b):
		return true
	case among(a, "—～~–-−") && isDigit(b): // a range: 3—5个
		return true
	case a == '—' && b == '—', a == '…' && b == '…':
		return true
	case a == '第' && (isDigit(b) || among(b, chineseDigits)):
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
	if !among(text[i], "[(") {
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

// unitEnd is where magnitude and unit end that follow a number at end.
func unitEnd(text []rune, end int) int {
	for end < len(text) && among(text[end], "百千万亿多余") {
		end++
	}
	rest := string(text[end:min(end+4, len(text))])
	for _, u := range units {
		if strings.HasPrefix(rest, u) {
			return end + len([]rune(u))
		}
	}
	return end
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
	if p := string(text[i:min(i+3, len(text))]); p == "百分之" || p == "千分之" || p == "万分之" {
		end += 3
	}
	for end < len(text) && (among(text[end], chineseDigits) || end > i && among(text[end], "百千万亿点")) {
		end++
	}
	return end
}

// chineseDigits can begin a number in words; with a magnitude in front (千家万户) it is a manner of speaking.
const chineseDigits = "〇零一二三四五六七八九十两几"

// units of measurement, the longer before those they begin with. A number is not torn from its unit, nor a unit in two.
var units = strings.Fields(`个百分点 百分点 平方公里 平方千米 平方米 立方米 千瓦时 摄氏度 公里 千米 厘米 毫米 公顷 公斤 千克
	人次 月份 小时 分钟 季度 世纪 年代 美元 欧元 英镑 港元 日元
	个 家 户 处 条 项 村 所 座 人 名 位 次 件 辆 台 套 批 场 亩 吨 元 米 克 度 倍 成 番 年 月 日 号 时 分 秒 天 周 岁 届 期 款
	层 株 头 只 册 类 种 间 栋 片 支 门 艘 瓦 升 级 % ％ ‰ ℃ ° ㎡ ㎥ ㎞ ㎏`)
