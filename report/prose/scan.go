package prose

import (
	"math/big"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// scanner goes through a text from left to right. text is raw in the scanner's
// characters.
type scanner struct {
	raw, text []rune
	lines     []int // where lines begin
	line      int   // the line of the last quantity
	last      int   // where the last quantity ends
	found     []Quantity
}

// read takes what begins at i and gives where it ends; i if nothing does.
func (s *scanner) read(i int) int {
	r := s.text[i]
	switch {
	case isLatin(r):
		return latinWord(s.text, i)
	case r < 0x80 && !isDigit(r) && !anyOf(r, ".-+([\"$"), r >= 0x80 && !openings().has(r):
		return i
	}
	return s.begun(i)
}

// begun takes what begins at i with a character that something can begin with,
// and gives where it ends; i if nothing does.
func (s *scanner) begun(i int) int {
	if end := wordAt(s.text, i); end > i {
		return end
	}
	if end := s.ordinal(i); end > i {
		return end
	}
	if end := s.apart(i); end > i {
		return end
	}
	if s.text[i] == '番' && at(s.text, i-1) == '翻' {
		// 翻番 is 翻一番.
		one := number{value: exact.Power10(0)}
		s.add(Quantity{Start: i, End: i + 1, Number: one.value, Unit: "番", number: one})
		return i + 1
	}
	return s.quantity(i)
}

// quantity reads a number with its sign, unit and hedges, or a range of two.
func (s *scanner) quantity(i int) int {
	start, negative := s.sign(i)
	currency := ""
	if symbol := currencies[s.text[i]]; symbol != "" && isDigit(at(s.text, i+1)) {
		start, currency = i+1, symbol
	}
	n, end, ok := s.amount(start)
	if !ok {
		return i
	}
	if negative {
		n.value = new(big.Rat).Neg(n.value)
	}
	q := Quantity{Start: i, number: n, Number: n.value}
	q.Unit, q.number, end = s.unit(q.number, end)
	if q.Unit == "" {
		q.Unit = currency
	}
	q.number, end = s.halfBehind(q, end)
	end = s.partBehind(&q, end)
	q.Number = q.number.value
	if s.isNoQuantity(i, start, end, q) {
		return end
	}
	if low := q; n.high == nil && (!negative || anyOf(at(s.text, end), "~至到")) && s.rangeTo(&q, low, end) {
		end = q.End
	} else if n.high != nil {
		q.Low, q.High, q.Number = q.Number, exact.Mul(q.number.high, exact.Quo(q.number.value, n.value)), nil
	}
	q.End = end
	s.hedge(&q)
	if whole, ok := s.boundedBelow(q); ok {
		s.found = s.found[:len(s.found)-1]
		q = whole
	}
	s.add(q)
	return q.End
}

// currencies are the signs that stand before an amount.
var currencies = map[rune]string{'¥': "元", '￥': "元", '$': "美元"}

// halfBehind reads 半 behind a unit: 两米半, 三年半.
func (s *scanner) halfBehind(q Quantity, end int) (number, int) {
	n := q.number
	if at(s.text, end) != '半' || !halved[q.Unit] || isHan(at(s.text, end+1)) && !anyOf(at(s.text, end+1), "的多以内来后时左") || !n.value.IsInt() || n.power != 0 || n.odd != "" || n.high != nil {
		return n, end
	}
	n.value, n.decimals, n.bare = exact.Add(n.value, big.NewRat(1, 2)), 1, false
	return n, end + 1
}

// partBehind reads the rest of an amount told in two units, as package figure reads
// it: 2公里300米 is 2300米.
func (s *scanner) partBehind(q *Quantity, end int) int {
	n := q.number
	if !isDigit(at(s.text, end)) || n.power != 0 || n.parts != nil || n.high != nil || n.odd != "" || n.percent {
		return end
	}
	rest, next := arabic(s.text, end)
	symbol := s.unitAt(next)
	one, ok := figure.Together(q.Unit, symbol)
	if !ok || !n.value.IsInt() || rest.value.Cmp(one) >= 0 {
		return end
	}
	q.number = number{value: exact.Add(exact.Mul(n.value, one), rest.value), decimals: rest.decimals}
	q.Unit = symbol
	return next + len([]rune(symbol))
}

// halved are the units of which half a one more is said so.
var halved = map[string]bool{"米": true, "年": true, "天": true, "斤": true, "公斤": true, "吨": true, "里": true, "公里": true, "亩": true, "倍": true, "元": true}

// sign reads a sign at i that is no dash or part of a word.
func (s *scanner) sign(i int) (start int, negative bool) {
	r, before := s.text[i], at(s.text, i-1)
	switch {
	case r == '负' && !anyOf(before, "肩担胜抱欺辜自背"):
		negative = true
	case r == '-' && !isDigit(before) && !isLatin(before) && before != '-' && before != ')' && before != ']':
		negative = true
	case r == '+' && !isDigit(before) && !isLatin(before) && before != '+':
	default:
		return i, false
	}
	next := skipSpaces(s.text, i+1)
	if c := at(s.text, next); isDigit(c) || isChineseNumeral(c) || c == '.' {
		return next, negative
	}
	return i, false
}

// amount reads the number at i, fractions and percentages among them.
func (s *scanner) amount(i int) (n number, end int, ok bool) {
	if n, end, ok = special(s.text, i); ok {
		return n, end, true
	}
	switch c := s.text[i]; {
	case c == '.' && (isLatin(at(s.text, i-1)) || at(s.text, i-1) == '.'):
		return n, i, false
	case isDigit(c) || c == '.':
		if n, end, ok = numeral(s.text, i, false); !ok {
			return n, i, false
		}
		if _, _, next := arabicDigits(s.text, i); next == end {
			n, end = notation(s.text, n, end)
		}
	case isChineseNumeral(c):
		if n, end, ok = numeral(s.text, i, s.impliesOne(i)); !ok {
			return n, i, false
		}
	default:
		return n, i, false
	}
	n, end = fraction(s.text, i, n, end)
	return n, end, true
}

// impliesOne reports whether a hedge before 百, 千, 万 or 亿 makes it one of
// them: 突破千亿元, 过亿元.
func (s *scanner) impliesOne(i int) bool {
	if !anyOf(s.text[i], "百千万亿兆") {
		return false
	}
	word, _ := figure.HedgeEnding(s.before(i))
	return word != "" || at(s.text, i-1) == '过' || oddAt(s.text, i+1) != "" && at(s.text, i+1) != '来'
}

// before is the few characters before i.
func (s *scanner) before(i int) string {
	const most = 5
	return string(s.text[max(0, i-most, s.last):i])
}

// rangeTo reads the second number of a range such as 3—5个 or 63%～68% behind q.
func (s *scanner) rangeTo(q *Quantity, low Quantity, end int) bool {
	j := skipSpaces(s.text, end)
	if anyOf(at(s.text, j), "至到") && anyOf(at(s.text, q.Start-1), "由从") {
		return false // 从33家到37家 are two figures of one thing
	}
	if !anyOf(at(s.text, j), "-—–~至到") || anyOf(at(s.text, j+1), "-—–~") {
		return false
	}
	j = skipSpaces(s.text, j+1)
	if j >= len(s.text) || !isDigit(s.text[j]) && !isChineseNumeral(s.text[j]) {
		return false
	}
	n, next, ok := s.amount(j)
	if !ok || n.high != nil || n.percent != low.number.percent && low.Unit == "" {
		return false
	}
	bare := n.value
	unit, n, next := s.unit(n, next)
	if low.Unit != "" && low.Unit != unit || bare.Sign() == 0 {
		return false
	}
	lowValue := low.Number
	if low.Unit == "" {
		// 3—5万元, 三到五成: what stands behind the second number is the first one's too.
		lowValue = exact.Mul(lowValue, exact.Quo(n.value, bare))
		if low.number.power == 0 {
			lowValue = exact.Mul(lowValue, exact.Power10(n.power))
		}
	}
	if lowValue.Cmp(n.value) >= 0 {
		return false
	}
	q.Low, q.High, q.Number, q.Unit, q.End = lowValue, n.value, nil, unit, next
	q.number.power = n.power
	return true
}

func (s *scanner) add(q Quantity) {
	for s.line+1 < len(s.lines) && s.lines[s.line+1] <= q.Start {
		s.line++
	}
	q.Line, q.Column = s.line+1, q.Start-s.lines[s.line]+1
	q.Text = string(s.raw[q.Start:q.End])
	s.last = q.End
	s.found = append(s.found, q)
}
