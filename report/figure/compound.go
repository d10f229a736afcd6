package figure

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"jianbao/report/diag"
	"jianbao/report/exact"
)

// part is one of the first numbers of a compound amount, with what stands behind it: 12
// and 亿 of 12亿3000万元, 2 and 公里 of 2公里300米.
type part struct {
	number *big.Rat
	symbol string
	at     int  // where the number behind it begins, in bytes
	padded bool // 零 stands before it
	digits int  // it has before the point
}

// readParts reads on behind the first number, if what follows is a magnitude or a
// unit and then another number. The last number takes the place of the first.
func (r *reader) readParts(text string) (rest string, problem *Problem) {
	for rest = text; r.numeral.number.IsInt() && r.numeral.unit == "" && r.numeral.parts == 0; {
		symbol, next := cutLink(rest)
		if symbol == "" {
			break
		}
		p := part{number: r.numeral.number, symbol: strings.TrimRight(symbol, "零〇"), at: len(r.text) - len(next)}
		p.padded = p.symbol != symbol
		if r.numeral, rest, problem = scanArabic(next); problem != nil {
			problem.At += r.characters(p.at)
			return rest, problem
		}
		p.digits = len(next) - len(rest)
		if at := strings.IndexByte(next[:p.digits], '.'); at >= 0 {
			p.digits = at
		}
		r.compound = append(r.compound, p)
	}
	return rest, nil
}

// cutLink cuts what stands between two numbers of a compound amount off the front
// of text; symbol is empty if text goes on otherwise.
func cutLink(text string) (symbol, rest string) {
	end := strings.IndexFunc(text, func(c rune) bool { return c < utf8.RuneSelf && isDigit(byte(c)) })
	if end <= 0 {
		return "", text
	}
	bare := strings.TrimRight(text[:end], "零〇")
	if _, base := splitSymbol(bare); bare == "" || base != "" && !isMeasure(bare) {
		return "", text
	}
	return text[:end], text[end:]
}

// Together reports how many of the unit symbol lower are one of upper, where amounts
// are told in both, as 2公里300米; ok is false for other units.
func Together(upper, lower string) (one *big.Rat, ok bool) {
	u, v := units[upper], units[lower]
	if !isMeasure(upper) || u.dimension != v.dimension {
		return nil, false
	}
	return exact.Quo(Unit{Factor: u.factor}.factor(), Unit{Factor: v.factor}.factor()), true
}

// isMeasure reports whether a unit can be followed by a smaller one of its kind, as
// 公里 and 小时 can. Years and months may be a date.
func isMeasure(symbol string) bool {
	u, known := units[symbol]
	return known && u.dimension != Ratio && u.dimension != Points && u.dimension != Months && !(Unit{Dimension: u.dimension}).Counting()
}

// addParts adds the parts of a compound amount up, in the unit of the last. Each
// must be less than one of the part before it.
func (r *reader) addParts(unit Unit) *Problem {
	below := r.numeral.number // what stands behind a part, in unit
	for n := len(r.compound) - 1; n >= 0; n-- {
		p := r.compound[n]
		one, ok := p.in(unit)
		if !ok || below.Cmp(one) >= 0 || n == len(r.compound)-1 && !r.isFilled(p, unit) {
			return unreadable(r.characters(p.at), diag.Say("“%s”和后面的数连不成一个数", "%s and the number behind it do not make one number", Decimal(p.number)+p.symbol),
				diag.Say("一个数值只写一个数，写全如 12亿3000万元、2公里300米", "write one number in one figure, in full as 12亿3000万元 or 2公里300米"))
		}
		below = exact.Add(below, exact.Mul(p.number, one))
	}
	r.numeral.number = below
	return nil
}

// in is one of what a part counts, in the unit of the last; ok is false if that
// measures something else.
func (p part) in(unit Unit) (one *big.Rat, ok bool) {
	power, base := splitSymbol(p.symbol)
	if base == "" {
		last, _ := splitSymbol(unit.Symbol)
		return exact.Power10(power - last), true
	}
	return Together(p.symbol, unit.Symbol)
}

// isFilled reports whether the last number, behind the part p, can be understood in
// one way only: 3万5 may be 35000, and 3万零5 is 30005.
func (r *reader) isFilled(p part, unit Unit) bool {
	power, base := splitSymbol(p.symbol)
	written, _ := splitSymbol(r.numeral.unit + r.symbol)
	last, _ := splitSymbol(unit.Symbol)
	if base != "" || written > 0 {
		return true
	}
	return last == 0 && (p.padded || p.digits == power)
}
