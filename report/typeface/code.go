package typeface

// Bounds of the codes a cut uses.
const (
	firstCode  = 0x0020 // below are control characters
	lastCode   = 0xFFFD // above are the two noncharacters that close the basic plane
	privateUse = 0xE000 // first of the private-use codes, which stand for no character of their own
	longestRun = 31     // consecutive codes in use that gofpdf still handles quickly
)

// codes marks the codes in use.
type codes [0x10000]bool

// fits reports whether c is free and using it makes no run longer than longestRun.
func (used *codes) fits(c rune) bool {
	if c < firstCode || c > lastCode || c >= 0xD800 && c < 0xE000 || used[c] {
		return false
	}
	run := 1
	for d := c - 1; used[d]; d-- {
		run++
	}
	for d := c + 1; used[d]; d++ {
		run++
	}
	return run <= longestRun
}

// assignCodes gives every character, sorted, a code of its own: its own number where that fits, else a free one,
// first from the private-use codes.
func assignCodes(sorted []rune) (map[rune]rune, error) {
	code := make(map[rune]rune, len(sorted))
	used := new(codes)
	var homeless []rune
	for _, r := range sorted {
		if used.fits(r) {
			code[r] = r
			used[r] = true
		} else {
			homeless = append(homeless, r)
		}
	}
	next := rune(privateUse)
	for _, r := range homeless {
		for tried := 0; !used.fits(next); tried++ {
			if tried > lastCode {
				return nil, ErrTooMany
			}
			if next++; next > lastCode {
				next = firstCode
			}
		}
		code[r] = next
		used[next] = true
	}
	return code, nil
}
