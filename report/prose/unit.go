package prose

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// furtherUnits are units that package figure reads as kinds of their own, so
// that they are not in its table; longer ones stand before those they begin with.
var furtherUnits = []string{
	"微克/立方米", "毫克/立方米", "毫克/升", "微克", "人民币", "美元", "欧元", "日元", "港元", "英镑", "韩元", "摄氏度", "华氏度", "℃", "℉",
	"千伏安", "千伏", "分贝", "兆帕", "帕", "赫兹", "吨标准煤", "标准煤", "蒸吨", "人份", "兆字节", "吉字节", "字节", "兆赫兹", "兆赫", "千赫", "千卡", "千焦", "大卡", "英里", "英寸", "英尺", "盎司", "磅", "加仑",
	"桶", "箱", "瓶", "袋", "杯", "粒", "朵", "堂", "课时", "学时", "字", "页", "章", "首", "幕", "封", "顶", "副", "枝", "辈", "代", "大类", "分", "克拉",
	"美圆", "两", "点", "环节", "方面", "领域", "环", "步", "亩地",
}

// furtherFrom are these units by their first character, in their order.
var furtherFrom = func() map[rune][]string {
	by := map[rune][]string{}
	for _, unit := range furtherUnits {
		first, _ := utf8.DecodeRuneInString(unit)
		by[first] = append(by[first], unit)
	}
	return by
}()

// rejectedAfter are the characters that make the beginning of a word of what
// would be a unit before them: 三成立, 五家庭.
var rejectedAfter = map[string]string{
	"成": "立为果功员效本绩熟都长品分交", "年": "级", "家": "庭乡长园", "个": "别体性人", "面": "积向对貌子临", "区": "域别", "市": "场",
	"分": "之别布析公行明管工类期流支店", "件": "套", "次": "会", "条": "件例约", "户": "籍", "场": "所合", "门": "诊槛户", "口": "径号",
	"部": "署分门委", "点": "燃亮缀评", "片": "面", "组": "织建成", "队": "伍", "方": "案式法针向便面", "起": "来步点到", "位": "于居列置",
	"名": "列为单字称誉", "项": "目", "种": "植养", "类": "似", "例": "如", "班": "子", "单": "位", "层": "面", "字": "号", "代": "表替",
	"步": "伐行", "环": "境保", "道": "路德", "只": "有要是", "级": "", "对": "于比接外标口照策应", "升": "级", "里": "程面", "折": "扣叠腾", "章": "程", "度": "假",
	"两": "会委山用化岸侧边手难个三",
}

// unit reads the unit behind a number that ends at end, and makes of 成 and 折
// the percentage they stand for.
func (s *scanner) unit(n number, end int) (unit string, _ number, next int) {
	if n.percent {
		return "%", n, end
	}
	n, end = s.oddInside(n, end)
	j := skipSpaces(s.text, end)
	if points := percentagePoints(s.text, j); points > j {
		return "百分点", n, points
	}
	switch c := at(s.text, j); {
	case c == '%' || c == '‰' || c == '‱':
		if c == '%' && isHexAfter(s.text, j) {
			break
		}
		return string(c), n, j + 1
	case c == '成' && !anyOf(at(s.text, j+1), rejectedAfter["成"]):
		return s.tenths(n, j)
	case c == '折' && !anyOf(at(s.text, j+1), rejectedAfter["折"]):
		return s.discount(n, j)
	case c == '打' && !(n.bare && s.text[end-1] == '一') && !anyOf(at(s.text, j+1), "白击造通破响好赢开"):
		n.value, n.bare, n.parts = exact.Mul(n.value, big.NewRat(12, 1)), false, nil
		return "", n, j + 1
	}
	if symbol := s.unitAt(j); symbol != "" {
		under, next := s.per(j + len([]rune(symbol)))
		return plainUnit(symbol) + under, n, next
	}
	return "", n, end
}

// plainUnit is the one name of units that have several.
func plainUnit(symbol string) string {
	switch symbol {
	case "个百分点", "pp":
		return "百分点"
	case "元人民币", "人民币":
		return "元"
	case "美圆":
		return "美元"
	}
	return symbol
}

// per reads /平方公里 behind a unit that ends at end.
func (s *scanner) per(end int) (under string, next int) {
	if at(s.text, end) == '/' {
		if under = s.unitAt(end + 1); under != "" {
			return "/" + under, end + 1 + len([]rune(under))
		}
	}
	return "", end
}

// isHexAfter reports whether a % begins the code of a character, as in an
// address: %28.
func isHexAfter(text []rune, i int) bool {
	hex := func(r rune) bool { return isDigit(r) || r >= 'A' && r <= 'F' }
	return hex(at(text, i+1)) && hex(at(text, i+2)) && isLatin(at(text, i-1))
}

// tenths reads 成, and the half or the digit behind it: 三成半 and 三成五 are 35%.
func (s *scanner) tenths(n number, j int) (string, number, int) {
	n.value, n.percent = exact.Mul(n.value, exact.Power10(1)), true
	n.decimals = max(0, n.decimals-1)
	j++
	d, ok := digitAt(s.text, j)
	if at(s.text, j) == '半' {
		d, ok = 5, true
	} else if isHan(at(s.text, j+1)) {
		ok = false
	}
	if ok && n.value.IsInt() {
		n.value = exact.Add(n.value, big.NewRat(d, 1))
		j++
	}
	return "%", n, j
}

// discount reads 折: 九折 is nine tenths, 72折 and 七二折 are 72 hundredths.
func (s *scanner) discount(n number, j int) (string, number, int) {
	if n.value.IsInt() && n.value.Cmp(exact.Power10(1)) > 0 {
		n.percent = true
		return "%", n, j + 1
	}
	n.value, n.percent = exact.Mul(n.value, exact.Power10(1)), true
	n.decimals = max(0, n.decimals-1)
	return "%", n, j + 1
}

// percentagePoints is where 个百分点 at i ends, blanks in it or not; i if there
// is none.
func percentagePoints(text []rune, i int) int {
	j := i
	if at(text, j) == '个' {
		j++
	}
	for _, r := range "百分点" {
		j = skipSpaces(text, j)
		if at(text, j) != r {
			return i
		}
		j++
	}
	return j
}

// unitAt is the unit at i, if the word goes no further.
func (s *scanner) unitAt(i int) string {
	symbol := longestUnit(s.text, i)
	if symbol == "" || isLatin(rune(symbol[len(symbol)-1])) && (isLatin(at(s.text, i+len([]rune(symbol)))) || isDigit(at(s.text, i+len([]rune(symbol))))) {
		return ""
	}
	if symbol == "两" && at(s.text, i-1) == '两' {
		return "" // 两两
	}
	if len([]rune(symbol)) == 1 && anyOf(at(s.text, i+1), rejectedAfter[symbol]) {
		return ""
	}
	return symbol
}

// longestUnit is the longest unit at i.
func longestUnit(text []rune, i int) string {
	const most = 8
	if i >= len(text) {
		return ""
	}
	symbol := figure.UnitBeginning(string(text[i:min(i+most, len(text))]))
	for _, further := range furtherFrom[text[i]] {
		if len(further) > len(symbol) && hasAt(text, i, further) {
			return further
		}
	}
	return symbol
}

// oddAt is 多, 余, 几 or 来 at i, if it stands between a number and its unit.
func oddAt(text []rune, i int) string {
	for _, odd := range []string{"多", "余", "几", "来"} {
		if !hasAt(text, i, odd) {
			continue
		}
		next := at(text, i+1)
		if odd == "多" && anyOf(next, "样元年来次方边数少种") && next != '元' && next != '年' && next != '种' && next != '次' ||
			odd == "余" && anyOf(next, "额热下地") || odd == "来" && !anyOf(next, "个家人天年万项名位条座斤米户") || odd == "几" && !isHan(next) {
			return ""
		}
		return odd
	}
	return ""
}

// oddInside reads 多 or 余 behind a number or its magnitude: 10多条, 20余万人,
// 300亿多元.
func (s *scanner) oddInside(n number, end int) (number, int) {
	again := n.odd != "" && (n.power == 0 || magnitudes[at(s.text, end+1)] == 0) // 十几万多亿 has two
	if again || n.parts != nil || n.high != nil {
		return n, end
	}
	odd := oddAt(s.text, end)
	if odd == "" || n.bare && !anyOf(s.text[end-1], "十百千万亿") && odd != "多" {
		return n, end
	}
	n.odd, n.bare = odd, false
	end++
	for power := magnitudes[at(s.text, end)]; power > 0; power = magnitudes[at(s.text, end)] {
		n.value, n.power = exact.Mul(n.value, exact.Power10(power)), n.power+power
		end++
	}
	return n, end
}

// magnitudeText is a power of ten as a magnitude.
func magnitudeText(power int) string {
	text := []string{"", "十", "百", "千"}[power%4]
	text += strings.Repeat("万", power/4%2)
	return text + strings.Repeat("亿", power/8)
}

// figureOf is the figure that q stands for, with the interval that its hedge
// and precision give it.
func (q Quantity) figureOf(rounding figure.Rounding) (figure.Figure, bool) {
	printed := q.print()
	if parts := q.number.parts; parts != nil && printed == "" {
		// A fraction counts in its parts, as package figure has it.
		half := new(big.Rat).Inv(exact.Mul(parts, big.NewRat(2, 1)))
		values := figure.Closed(exact.Add(q.Number, new(big.Rat).Neg(half)), exact.Add(q.Number, half))
		return figure.Of(q.Number, figure.Unit{}, 0, values), true
	}
	f, problem := figure.Parse(printed, figure.Options{Rounding: rounding})
	return f, problem == nil && f.Number != nil
}
