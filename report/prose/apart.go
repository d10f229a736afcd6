package prose

import "jianbao/report/exact"

// apart reads what is written in numerals and is no quantity: dates and times,
// document and telephone numbers, versions, marks of lists. It gives where that
// ends, i if there is none.
func (s *scanner) apart(i int) int {
	for _, read := range []func(*scanner, int) int{(*scanner).listMark, (*scanner).documentNumber, (*scanner).label, (*scanner).code, (*scanner).date} {
		if end := read(s, i); end > i {
			return end
		}
	}
	return i
}

// listMark reads 一、 and 1. at the beginning of a line, （一） and (1) anywhere, and
// 一是 at the beginning of a clause.
func (s *scanner) listMark(i int) int {
	open := s.text[i] == '('
	start := i
	if open {
		start++
	}
	j := start
	for j-start <= 3 && isDigit(at(s.text, j)) || j-start <= 3 && isChineseNumeral(at(s.text, j)) && magnitudes[s.text[j]] == 0 {
		j++
	}
	next := at(s.text, j)
	switch {
	case j == start || j-start > 3:
	case open:
		if next == ')' {
			return j + 1
		}
	case !s.startsLine(i):
		if next == '是' && !isDigit(s.text[i]) && (i == 0 || anyOf(s.text[i-1], "。；;，,：:! ？?!”")) {
			return j + 1
		}
	case next == '、':
		if !isChineseNumeral(at(s.text, j+1)) {
			return j + 1
		}
	case next == '.' && isDigit(s.text[i]) && !isDigit(at(s.text, j+1)) && j+1 < len(s.text):
		return j + 1
	case next == '是' && !isDigit(s.text[i]):
		return j + 1
	}
	return i
}

// startsLine reports whether only blanks and the marks of headings stand before
// i in its line.
func (s *scanner) startsLine(i int) bool {
	for i > 0 && anyOf(s.text[i-1], " #>*") {
		i--
	}
	return i == 0 || s.text[i-1] == '\n'
}

// documentNumber reads 〔2021〕5号 from its bracket on.
func (s *scanner) documentNumber(i int) int {
	if s.text[i] != '[' && s.text[i] != '(' {
		return i
	}
	j := digitsEnd(s.text, i+1)
	if j != i+5 || !anyOf(at(s.text, j), "])") {
		return i
	}
	k := skipSpaces(s.text, j+1)
	if at(s.text, k) == '第' {
		k++
	}
	if end := digitsEnd(s.text, k); end > k && at(s.text, end) == '号' {
		return end + 1
	}
	return j + 1
}

func digitsEnd(text []rune, i int) int {
	for isDigit(at(text, i)) {
		i++
	}
	return i
}

// label reads 图1, 表2-3 and 附件3, unless what is numbered is counted: 图表3张.
func (s *scanner) label(i int) int {
	start := i
	switch {
	case anyOf(s.text[i], "图表注"):
		start++
	case hasAt(s.text, i, "附件"):
		start += 2
	}
	if end := digitsEnd(s.text, start); start > i && end > start {
		if end = codeEnd(s.text, end); longestUnit(s.text, end) == "" && magnitudes[at(s.text, end)] == 0 && at(s.text, end) != '%' {
			return end
		}
	}
	return i
}

// code reads digits that name something: telephone numbers, versions and
// addresses (1.2.3), clock times (14:30), numbers that begin with 0.
func (s *scanner) code(i int) int {
	if hasAt(s.text, i, "+86") {
		return codeEnd(s.text, i+len("+86"))
	}
	if !isDigit(s.text[i]) {
		return i
	}
	j := digitsEnd(s.text, i)
	length := j - i
	if length > longestDigits {
		return j
	}
	if length == 2 && at(s.text, j) == '后' && anyOf(s.text[i+1], "05") {
		return j + 1 // 90后
	}
	switch at(s.text, j) {
	case '-':
		k := digitsEnd(s.text, j+1)
		if second := k - j - 1; length >= 3 && length <= 4 && second >= 7 || length == 3 && second == 3 && at(s.text, k) == '-' {
			return codeEnd(s.text, k)
		}
		if length == 4 && at(s.text, k) == '-' {
			return codeEnd(s.text, k) // 2021-08-27
		}
	case '.':
		if k := digitsEnd(s.text, j+1); k > j+1 && at(s.text, k) == '.' && isDigit(at(s.text, k+1)) {
			return codeEnd(s.text, k)
		}
	case '+':
		if isDigit(at(s.text, j+1)) || isLatin(at(s.text, j+1)) {
			return codeEnd(s.text, j) // 2+4
		}
	case ':':
		if k := digitsEnd(s.text, j+1); length <= 2 && k == j+3 && !s.isInStructure(i) {
			return codeEnd(s.text, k)
		}
	case '×':
		if k := digitsEnd(s.text, j+1); k > j+1 {
			return k + len([]rune(longestUnit(s.text, k))) // 7×24小时
		}
	case 'K':
		if anyOf(at(s.text, j+1), "超高电视") {
			return j + 1 // 4K超高清
		}
	case '财':
		if length == 4 && at(s.text, j+1) == '年' {
			return j + 2
		}
	case '/':
		if k := digitsEnd(s.text, j+1); length == 4 && k > j+1 && at(s.text, k) == '/' {
			return codeEnd(s.text, k)
		}
	}
	if hasAt(s.text, j, "热线") || hasAt(s.text, j, "专线") {
		return j
	}
	telephone := length == 11 && s.text[i] == '1' && at(s.text, i+1) >= '3'
	identity := length >= 15 // of a person, a firm, an order
	leading := length > 1 && s.text[i] == '0' && at(s.text, j) != '.'
	if (telephone || identity || leading) && magnitudes[at(s.text, j)] == 0 && longestUnit(s.text, j) == "" && at(s.text, j) != '%' {
		return j
	}
	return i
}

func codeEnd(text []rune, i int) int {
	for isDigit(at(text, i)) || anyOf(at(text, i), ".-:/+转") && isDigit(at(text, i+1)) {
		i++
	}
	return i
}

// date reads a year, a month, a day, a quarter or a time of day, and the span of
// two such: 2021年, 2016—2020年, 1—6月, 27日, 一季度, 20点.
func (s *scanner) date(i int) int {
	first, end, ok := s.ordinary(i)
	if !ok {
		return i
	}
	next := end
	if anyOf(at(s.text, end), "-—–~至到") {
		if second, further, ok := s.ordinary(end + 1); ok && second > 0 {
			next = further
		}
	}
	if after := s.calendar(i, first, next, next-i); after > next {
		return after
	}
	return i
}

// ordinary is a small whole number at i, in digits or Chinese numerals.
func (s *scanner) ordinary(i int) (value int64, end int, ok bool) {
	const most = 9999
	c := at(s.text, i)
	if isDigit(c) {
		digits, decimals, end := arabicDigits(s.text, i)
		if digits == 0 || digits > shortDigits || decimals > 0 {
			return 0, i, false
		}
		value = wordOf(s.text[i:end])
		return value, end, value <= most
	}
	if !isChineseNumeral(c) {
		return 0, i, false
	}
	n, end, ok := numeral(s.text, i, false)
	if !ok || n.high != nil || !n.value.IsInt() || n.decimals > 0 || n.value.Cmp(exact.New(most, 1)) > 0 {
		return 0, i, false
	}
	return n.value.Num().Int64(), end, true
}

// calendar is where the date or time that the number before end begins ends; end
// if it begins none.
func (s *scanner) calendar(start int, value int64, end, length int) int {
	c, next := at(s.text, end), at(s.text, end+1)
	switch c {
	case '年':
		if next == '代' || next == '级' {
			return end + 2
		}
		if value >= 1000 && value < 3000 && length >= 4 && at(s.text, start+1) != '千' {
			return end + 1
		}
	case '月':
		if value >= 1 && value <= 12 {
			return end + 1
		}
	case '日':
		if value >= 1 && value <= 31 {
			return end + 1
		}
	case '时', '点':
		isTime := next == '钟' && at(s.text, end+2) != '头' || next == '整' || next == '半' || isDigit(next) || isDigit(at(s.text, start)) && !anyOf(next, "建意要") || endsAt(s.text, start, "晚") || endsAt(s.text, start, "午")
		if value <= 24 && isTime {
			end++
			if minutes, further, ok := s.ordinary(end); ok && minutes < 60 && at(s.text, further) == '分' {
				return further + 1
			}
			return end
		}
	case '季':
		if next == '度' && value >= 1 && value <= 4 && (!isDigit(s.text[start]) || end-start == 1) {
			return end + 2
		}
	case '世':
		if next == '纪' {
			return end + 2
		}
	case '号':
		return end + 1
	case '届', '中':
		if hasAt(s.text, end+2, "中全会") || hasAt(s.text, end+1, "全会") {
			return end + 1
		}
	}
	return end
}

// ordinal reads what 第 begins. A place in an order (第一位, 第3名) is a claim; other
// ordinals number things (第十四次) and are none.
func (s *scanner) ordinal(i int) int {
	if s.text[i] != '第' {
		return i
	}
	j := skipSpaces(s.text, i+1)
	if j >= len(s.text) {
		return i
	}
	n, end, ok := numeral(s.text, j, false)
	if !ok {
		return i
	}
	if c := at(s.text, end); n.high == nil && n.value.IsInt() && (c == '位' || c == '名') {
		s.add(Quantity{Start: i, End: end + 1, Kind: Rank, Number: n.value, Unit: string(c), number: n})
		return end + 1
	}
	if at(s.text, end) == '页' && at(s.text, end+1) == '共' {
		if k := digitsEnd(s.text, end+2); at(s.text, k) == '页' {
			return k + 1 // 第5页共8页
		}
	}
	if anyOf(at(s.text, end), "-—–~至到") && end+1 < len(s.text) {
		if _, further, ok := numeral(s.text, end+1, false); ok {
			return further // 第3—5名
		}
	}
	return end
}
