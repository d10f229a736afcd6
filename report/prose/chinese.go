package prose

import (
	"math/big"

	"jianbao/report/exact"
)

// numeralReader reads a number in Chinese numerals, or in Arabic digits among
// Chinese places (5万4千6百). Unlike package figure, which reads data and turns
// down what can be understood in two ways, it reads what people write: 一百五 is
// 150, 一万三 is 13000, blanks may stand between numerals.
type numeralReader struct {
	text    []rune
	i, j    int  // where the number begins, and how far it is read
	implied bool // 百, 千, 万 and 亿 may stand for one of them

	total, section *big.Rat
	pending        *big.Rat // digits whose place is still to come
	fromArabic     bool     // pending is in Arabic digits
	decimals       int
	place          int // the last place in this section; none if it has none
	magnitude      int // the last magnitude; none if there was none
	trailing       int // power of the magnitudes that end what was read
	zero           bool
	tokens         int
	odd            string
	wide           bool // the digit before the last is a second one: 二三十
}

const (
	none       = 99
	mostTokens = 40 // digits, places and magnitudes of one number
)

// numeral reads the number at i; ok is false if there is none.
func numeral(text []rune, i int, implied bool) (n number, end int, ok bool) {
	if n, end, ok = alone(text, i); ok {
		return n, end, true
	}
	if n, end, ok = digitRun(text, i); ok {
		return n, end, true
	}
	r := numeralReader{text: text, i: i, j: i, implied: implied, total: new(big.Rat), section: new(big.Rat), place: none, magnitude: none}
	for r.tokens < mostTokens && r.step() {
		r.tokens++
	}
	if r.wide {
		return spread(text, i, r.j, implied)
	}
	return r.finish()
}

// step reads one digit, place or magnitude.
func (r *numeralReader) step() bool {
	k := r.j
	if r.tokens > 0 {
		k = skipSpaces(r.text, k)
	}
	c := at(r.text, k)
	switch {
	case isDigit(c) || r.tokens == 0 && c == '.':
		return r.digits(k)
	case k > r.j && r.fromArabic && r.pending != nil:
		return false
	case short[c] > 0:
		if r.pending != nil || r.place != none {
			return false
		}
		r.section = exact.Add(r.section, big.NewRat(short[c], 1))
		r.place, r.j = 1, k+1
		return true
	case c == '几' && (r.place != none || r.zero) && r.pending == nil:
		r.odd, r.j, r.trailing = "几", k+1, 0
		return true
	case places[c] > 0:
		return r.atPlace(k, places[c])
	case magnitudes[c] > 0:
		return r.atMagnitude(k, magnitudes[c])
	case c == '点':
		return r.point(k)
	}
	if d, isDigit := digitValues[c]; isDigit {
		if c == '两' && r.place != none && places[at(r.text, k+1)] == 0 && magnitudes[at(r.text, k+1)] == 0 {
			return false // 三十两 weighs that much
		}
		return r.digit(k, d)
	}
	return false
}

func (r *numeralReader) digit(k int, d int64) bool {
	switch {
	case r.odd != "":
		return false
	case r.pending != nil:
		// 二三十, 十七八, 三五: the next digit says up to where.
		r.wide = !r.fromArabic && k == r.j && r.pending.Sign() > 0 && isNeighbour(r.pending.Num().Int64(), d)
		return false
	case d == 0:
		if r.zero {
			return false
		}
		if r.tokens == 0 {
			r.pending = new(big.Rat)
		}
		r.zero = true
	default:
		r.pending, r.fromArabic = big.NewRat(d, 1), false
	}
	r.trailing, r.j = 0, k+1
	return true
}

func isNeighbour(first, second int64) bool {
	return second == first+1 || first == 3 && second == 5
}

// digits reads Arabic digits. Behind a magnitude they belong to the number only
// if a smaller place follows (十亿3000万), a zero stands before them (1千零20), or they
// are as many as it has places (1万2000).
func (r *numeralReader) digits(k int) bool {
	if r.pending != nil || r.odd != "" {
		return false
	}
	n, end := arabic(r.text, k)
	if end == k {
		return false
	}
	if r.tokens > 0 {
		next := at(r.text, end)
		smaller := places[next] > 0 && places[next] < r.place || magnitudes[next] > 0 && magnitudes[next] < r.magnitude
		filled := k == r.j && end-k == r.magnitude && r.place == none
		if n.decimals > 0 && magnitudes[next] == 0 || !smaller && !filled && !(r.zero && k == r.j) || longestUnit(r.text, end) != "" && !r.zero && places[next] > 0 && len([]rune(longestUnit(r.text, end))) > 1 {
			return false
		}
	}
	r.pending, r.fromArabic, r.decimals = n.value, true, n.decimals
	r.trailing, r.j = 0, end
	return true
}

func (r *numeralReader) atPlace(k, power int) bool {
	first := r.tokens == 0
	switch {
	case len([]rune(longestUnit(r.text, k))) > 1 && !first:
		return false // 三千瓦, 五百分点
	case r.pending == nil && !(power == 1 && (first || r.zero || r.magnitude != none && r.place == none) || first && (r.implied || placeCounts(r.text, k))):
		return false
	case power >= r.place:
		return false
	case r.odd != "":
		return false
	}
	if r.pending == nil {
		r.pending = big.NewRat(1, 1)
	}
	r.section = exact.Add(r.section, exact.Mul(r.pending, exact.Power10(power)))
	r.trailing = 0
	if r.fromArabic {
		r.trailing = power
	}
	r.pending, r.place, r.zero, r.j = nil, power, false, k+1
	return true
}

// placeCounts reports whether 百 or 千 at k stands for one of them though no
// digit is before it: 百三, 百分之五, 百万元.
func placeCounts(text []rune, k int) bool {
	next := at(text, k+1)
	d, digit := digitValues[next]
	if digit && d > 0 {
		return true
	}
	if magnitudes[next] > 0 {
		after := k + 1
		for magnitudes[at(text, after)] > 0 {
			after++
		}
		return fractionBar(text, after) > after || longestUnit(text, after) != ""
	}
	return fractionBar(text, k+1) > k+1
}

func (r *numeralReader) atMagnitude(k, power int) bool {
	if power == 12 && anyOf(at(r.text, k+1), "瓦帕赫比欧伏焦字") {
		return false
	}
	section := r.section
	if r.pending != nil {
		section = exact.Add(section, r.pending)
	}
	switch {
	case section.Sign() == 0 && r.trailing > 0 && r.magnitude != none:
		r.total = exact.Mul(r.total, exact.Power10(power)) // 万亿
		r.trailing += power
	case section.Sign() == 0 && r.tokens == 0 && (r.implied || fractionBar(r.text, k+1) > k+1):
		r.total, r.trailing = exact.Power10(power), power
	case section.Sign() == 0:
		return false
	case power < r.magnitude:
		r.total, r.trailing = exact.Add(r.total, exact.Mul(section, exact.Power10(power))), power
	default:
		r.total, r.trailing = exact.Mul(exact.Add(r.total, section), exact.Power10(power)), power
	}
	r.section, r.pending, r.place = new(big.Rat), nil, none
	r.magnitude, r.zero, r.j = power, false, k+1
	return true
}

// point reads 点 and the digits behind it: 三点五, 三点五万.
func (r *numeralReader) point(k int) bool {
	if r.tokens == 0 || r.decimals > 0 || r.fromArabic || r.odd != "" {
		return false
	}
	j := skipSpaces(r.text, k+1)
	fraction, decimals := int64(0), 0
	for ; decimals < 15; decimals++ {
		d, ok := digitAt(r.text, j)
		if !ok || at(r.text, j) == '两' {
			break
		}
		fraction, j = fraction*10+d, j+1
	}
	if decimals == 0 {
		return false
	}
	r.settle()
	r.section = exact.Add(r.section, exact.Mul(big.NewRat(fraction, 1), exact.Power10(-decimals)))
	r.decimals, r.trailing, r.j = decimals, 0, j
	if power := magnitudes[at(r.text, j)]; power > 0 && r.magnitude == none {
		r.atMagnitude(j, power)
	}
	return false
}

// settle adds the digit that is left at the end. Behind a place that skips none
// it counts the next smaller one: 一百五 is 150, 一万三 is 13000.
func (r *numeralReader) settle() {
	if r.pending == nil {
		return
	}
	power := 0
	switch {
	case r.zero || r.fromArabic:
	case r.place != none && r.place > 1:
		power = r.place - 1
	case r.place == none && r.magnitude != none:
		power = r.magnitude - 1
	}
	r.section = exact.Add(r.section, exact.Mul(r.pending, exact.Power10(power)))
	r.pending = nil
}

func (r *numeralReader) finish() (n number, end int, ok bool) {
	if r.j == r.i {
		return number{}, r.i, false
	}
	r.settle()
	n = number{value: exact.Add(r.total, r.section), decimals: r.decimals, power: r.trailing, odd: r.odd}
	_, digit := digitValues[at(r.text, r.i)]
	n.bare = r.tokens == 1 && (digit || places[r.text[r.i]] == 1 || short[r.text[r.i]] > 0)
	if r.trailing == 0 && r.magnitude != none {
		n.decimals = 0
	}
	return n, r.j, true
}
