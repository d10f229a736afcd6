package typeset

// longestModel is how many characters a model number has at the most that is not torn: longer ones would not let a
// narrow column stand.
const longestModel = 20

// modelEnd is where the model number ends that starts at i, such as ZQ-1200A/B: capitals and digits in one word with
// hyphens and slashes. It is i if none starts there; parts of addresses are none, which may be broken at a slash.
func modelEnd(text []rune, i int) int {
	if i > 0 && inModel(text[i-1]) {
		return i
	}
	end, digit, capital, sign := i, false, false, false
	for ; end < len(text) && inModel(text[end]); end++ {
		r := text[end]
		digit = digit || isDigit(r)
		capital = capital || isCapital(r)
		sign = sign || r == '/' || r == '-'
		if r == '/' && end > i && text[end-1] == '/' {
			return i
		}
	}
	if !digit || !capital || !sign || end-i > longestModel {
		return i
	}
	return end
}

func inModel(r rune) bool {
	return r >= '0' && r <= '9' || isCapital(r) || r >= 'a' && r <= 'z' || r == '/' || r == '-'
}

func isCapital(r rune) bool { return r >= 'A' && r <= 'Z' }

// afterCode reports whether the number at i follows a currency's code, as in USD 1.25 (ISO 4217: three capitals).
func afterCode(text []rune, i int) bool {
	return i >= 4 && text[i-1] == ' ' && isCapital(text[i-2]) && isCapital(text[i-3]) && isCapital(text[i-4]) && (i == 4 || !inModel(text[i-5]))
}
