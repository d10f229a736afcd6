package figure

import (
	"math/big"
	"strings"

	"jianbao/report/exact"
)

// magnitudeRunes are the characters that magnitudes are made of, and the
// powers of ten they stand for.
var magnitudeRunes = []struct {
	text  string
	power int
}{
	{"十", 1}, {"百", 2}, {"千", 3}, {"万", 4}, {"亿", 8},
}

// magnitudes are the numbers the magnitudes stand for, by power of ten; nil for
// no magnitude. They are shared and never changed.
var magnitudes = func() (list [16]*big.Rat) {
	for power := 1; power < len(list); power++ {
		list[power] = exact.Power10(power)
	}
	return list
}()

// cutMagnitude cuts a magnitude off the front of a unit and gives its power of
// ten: one of 十 百 千, then 万, then 亿, each of which may be left out. The base
// is what follows, all of symbol if there is no magnitude.
func cutMagnitude(symbol string) (power int, base string) {
	base = symbol
	for i, m := range magnitudeRunes {
		if i < 3 && power > 0 {
			continue // only one of 十 百 千
		}
		if rest, ok := strings.CutPrefix(base, m.text); ok {
			power += m.power
			base = rest
		}
	}
	return power, base
}
