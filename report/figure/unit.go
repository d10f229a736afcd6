package figure

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/report/diag"
	"jianbao/report/exact"
)

// Unit is a unit of measurement as printed, magnitude included: 亿元, 家, %,
// or nothing for a plain number. The zero Unit is a plain number.
type Unit struct {
	Symbol    string    // as printed: 亿元
	Dimension Dimension // what it measures; units of one dimension convert
	Factor    *big.Rat  // base units in one of it: 100000000 for 亿元; nil is 1
}

// longestSymbol is how long a unit may be, in characters. 万元/平方公里 has 7.
const longestSymbol = 24

// ParseUnit reads a unit: one the tool knows, or one of its own kind such as
// 微克/立方米, with or without a magnitude before it (万吨, 亿立方米), or a
// magnitude alone (亿). No text is the zero Unit. The error is a *Problem: the
// text is too long or holds what no unit does, digits or punctuation.
func ParseUnit(symbol string) (Unit, error) {
	u, problem := parseUnit(symbol)
	if problem != nil {
		return Unit{}, problem
	}
	return u, nil
}

func parseUnit(symbol string) (Unit, *Problem) {
	if known, ok := units[symbol]; ok {
		return Unit{Symbol: symbol, Dimension: known.dimension, Factor: known.factor}, nil
	}
	symbol = normalized(symbol)
	power, base := cutMagnitude(symbol)
	if known, ok := units[base]; ok {
		return Unit{Symbol: symbol, Dimension: known.dimension, Factor: product(magnitudes[power], known.factor)}, nil
	}
	if problem := checkSymbol(symbol, base); problem != nil {
		return Unit{}, problem
	}
	dimension := Dimension(base)
	if strings.HasPrefix(base, string(Counts)) && !strings.Contains(base, "/") {
		dimension = Counts // 个重点项目, but not 个/平方公里
	}
	return Unit{Symbol: symbol, Dimension: dimension, Factor: magnitudes[power]}, nil
}

// splitSymbol parts a unit's magnitude from the rest of it: 千克 has none.
func splitSymbol(symbol string) (power int, base string) {
	if _, ok := units[symbol]; ok {
		return 0, symbol
	}
	return cutMagnitude(symbol)
}

// checkSymbol rejects what cannot be a unit the tool has not heard of.
func checkSymbol(symbol, base string) *Problem {
	if n := utf8.RuneCountInString(symbol); n > longestSymbol {
		return &Problem{Kind: TooLong,
			Say:  diag.Say("计量单位有%d个字，最多%d个", "the unit has %d characters, more than %d", n, longestSymbol),
			Hint: diag.Say("单位只写计量单位，说明写到 note 里", "write the unit alone and put remarks into note")}
	}
	if strings.HasPrefix(base, "万") || strings.HasPrefix(base, "亿") {
		return &Problem{
			Say:  diag.Say("“%s”不是计量单位，数量级写重了或颠倒了", "%q is no unit: its magnitudes are doubled or out of order", symbol),
			Hint: diag.Say("数量级用 十、百、千、万、亿、万亿", "magnitudes are 十, 百, 千, 万, 亿, 万亿")}
	}
	if first, _ := utf8.DecodeRuneInString(base); beginsNumber(first) {
		return &Problem{
			Say:  diag.Say("“%s”不是计量单位，像是数的一部分", "%q is no unit, but looks like part of a number", symbol),
			Hint: diag.Say("把数写全，如 150、50%", "write the number in full, such as 150 or 50%")}
	}
	at := 0
	for _, r := range symbol {
		if !isUnitRune(r) {
			return &Problem{At: at,
				Say:  diag.Say("“%s”不是计量单位，其中有“%c”", "%q is no unit: it has %q in it", symbol, r),
				Hint: diag.Say("单位写作 亿元、家、%、元/平方米 等", "write a unit such as 亿元, 家, %, 元/平方米")}
		}
		at++
	}
	return nil
}

// beginsNumber reports whether r is part of a number, exact or vague: 一半, 几百.
func beginsNumber(r rune) bool {
	_, digit := chineseDigits[r]
	return digit || strings.ContainsRune("半几数", r)
}

// isUnitRune reports whether a unit may hold r: letters, signs such as ℃ and ²,
// and what joins units (元/平方米, 千瓦·时, 吨标准煤（当量值）).
func isUnitRune(r rune) bool {
	return unicode.IsLetter(r) ||
		unicode.In(r, unicode.So, unicode.No, unicode.Mn) && r != utf8.RuneError ||
		strings.ContainsRune("/·%‰()（）°′″$¥￥€£", r)
}

// Like reports whether figures in u and v can be added and compared: they
// measure the same. A plain number is also like what counts things or people,
// since a count is a plain number; a percentage or a multiple is not.
func (u Unit) Like(v Unit) bool {
	if u.Dimension == v.Dimension {
		return true
	}
	return u.isPlain() && v.Counting() || v.isPlain() && u.Counting()
}

// Same reports whether a number means the same in u and v: 公里 and 千米.
func (u Unit) Same(v Unit) bool {
	return u.Dimension == v.Dimension && exact.Cmp(u.factor(), v.factor()) == 0
}

// Counting reports whether u counts whole things or persons (家, 人, 人次, also
// 万人). Without a magnitude such figures are exact unless `decimals` says
// otherwise.
func (u Unit) Counting() bool {
	return u.Dimension == Counts || u.Dimension == People || countingDimensions[u.Dimension]
}

// isPlain reports whether u is no unit, or a magnitude alone.
func (u Unit) isPlain() bool {
	_, base := splitSymbol(u.Symbol)
	return u.Dimension == Ratio && base == ""
}

// ToBase converts a number of u to base units: 352 of 亿元 is 35200000000 元.
func (u Unit) ToBase(r *big.Rat) *big.Rat {
	if u.Factor == nil {
		return r
	}
	return exact.Mul(r, u.Factor)
}

// FromBase converts a number of base units to u.
func (u Unit) FromBase(r *big.Rat) *big.Rat {
	if u.Factor == nil {
		return r
	}
	return exact.Quo(r, u.Factor)
}

// Base is the unit in which intervals of u's dimension are held: 元 for 亿元,
// 吨 for 公斤, a plain number for %.
func (u Unit) Base() Unit {
	if u.Counting() {
		// Classifiers are all one to the other: the base of 万户 is 户.
		_, base := splitSymbol(u.Symbol)
		return Unit{Symbol: base, Dimension: u.Dimension}
	}
	if u.Dimension == Points {
		// 0.01 of it is one 百分点; it has no name.
		return Unit{Dimension: Points}
	}
	return Unit{Symbol: string(u.Dimension), Dimension: u.Dimension}
}

func (u Unit) factor() *big.Rat {
	if u.Factor == nil {
		return one
	}
	return u.Factor
}

var one = big.NewRat(1, 1)

func product(a, b *big.Rat) *big.Rat {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return exact.Mul(a, b)
}
