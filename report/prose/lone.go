package prose

// isNoQuantity reports whether the number between i and end is part of a word or
// a name and no quantity. start is where its digits begin.
func (s *scanner) isNoQuantity(i, start, end int, q Quantity) bool {
	n := q.number
	last := end - 1
	if isDigit(s.text[last]) && (isLatin(at(s.text, end)) || at(s.text, end) == '号') {
		return true // 5G, 3D, 15号
	}
	if q.Unit == "千伏" || timeUnits[q.Unit] && anyOf(at(s.text, i-1), "近来后去前") {
		return true // 110千伏 is a rating; 近三年, 未来五年 are times
	}
	if q.Unit == "" && (at(s.text, end) == '级' || at(s.text, end) == '线' || at(s.text, end) == '强') {
		return true // 千亿级, 三线
	}
	if q.Unit == "年" && at(s.text, end) == '代' || q.Unit == "小时" && at(s.text, end) == '制' {
		return true // 八九十年代, 24小时制
	}
	if q.Unit == "" && isDigit(s.text[start]) && at(s.raw, i-1) == '“' && at(s.raw, end) == '”' {
		return true // “965”干部
	}
	if !n.bare {
		return false
	}
	c := s.text[start]
	before := at(s.text, i-1)
	if anyOf(before, wordsEnding[c]) && !(before == '期' && at(s.text, i-2) == '同') {
		return true
	}
	if anyOf(s.raw[start], formalNumerals) && end == start+1 && q.Unit == "" && (isHan(before) || isHan(at(s.text, end))) {
		return true
	}
	if q.Unit == "期" || q.Unit == "里" && c == '一' {
		return true // 一期, 二期
	}
	if q.Unit == "" && (at(s.text, end) == '、' && isChineseNumeral(at(s.text, end+1)) || before == '、' && isChineseNumeral(at(s.text, i-2))) {
		return true // 第一、二、三产业
	}
	return q.Unit == "" && !n.percent && !s.standsAlone(c, i, end)
}

var timeUnits = map[string]bool{"年": true, "个月": true, "月": true, "天": true, "日": true, "周": true}

// standsAlone reports whether a lone numeral without unit between i and end is a
// number for what stands around it: quotation marks and other punctuation, or a
// word that leads to a number.
func (s *scanner) standsAlone(c rune, i, end int) bool {
	next, before := at(s.text, end), at(s.text, i-1)
	switch {
	case c == '零' && zeroTree.begins(s.text, end):
		return true
	case next == '两' && c == '两' || before == '两':
		return before != '两' && !(c == '两' && next == '两') && s.endsClause(next)
	case s.endsClause(next):
		return true
	case fractionBar(s.text, end) > end:
		return true
	case isHan(next) && anyOf(next, "和与及到至大"):
		return next != '大' || anyOf(before, " “”，。、；") || i == 0
	}
	return anyOf(before, "是前为达到于第点")
}

// endsClause reports whether r ends what stands before it.
func (s *scanner) endsClause(r rune) bool {
	return r == 0 || !isHan(r) && !isLatin(r) && !isDigit(r)
}

// zeroTree are the things of which there may be none: 零输入, 零确诊.
var zeroTree = treeOf("输入 疑似 确诊 新增 事故 感染 死亡 上访 投诉 伤亡 案件 发案")

func (t *wordTree) begins(text []rune, i int) bool {
	for j := i; j < len(text) && t != nil; j++ {
		if t = t.next[text[j]]; t != nil && t.ends {
			return true
		}
	}
	return false
}
