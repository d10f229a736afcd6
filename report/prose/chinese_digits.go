package prose

import "math/big"

// digitRun reads digits written one by one, as years are: 二零二一. Two digits are
// read so only before 折 (九五折).
func digitRun(text []rune, i int) (n number, end int, ok bool) {
	j, value := i, int64(0)
	for ; j-i < 15; j++ {
		d, ok := digitAt(text, j)
		if !ok || text[j] == '两' {
			break
		}
		value = value*10 + d
	}
	count := j - i
	if count < 2 || count == 2 && at(text, j) != '折' || places[at(text, j)] > 0 || magnitudes[at(text, j)] > 0 {
		return number{}, i, false
	}
	return number{value: big.NewRat(value, 1)}, j, true
}

// spread reads a number with two digits in one place, 二三十 or 十七八, as a range;
// the first of them ends before j.
func spread(text []rune, i, j int, implied bool) (n number, end int, ok bool) {
	const most = 12
	rest := text[j:min(j+most, len(text))]
	without := func(k int) []rune {
		whole := append(append([]rune{}, text[i:j]...), rest...)
		return append(whole[:k-i], whole[k-i+1:]...)
	}
	high, endHigh, okHigh := numeral(without(j-1), 0, implied)
	low, endLow, okLow := numeral(without(j), 0, implied)
	if !okHigh || !okLow || endLow != endHigh || high.high != nil || low.high != nil {
		return number{}, i, false
	}
	low.high, low.bare = high.value, false
	return low, i + endHigh + 1, true
}
