package check

import (
	"math/bits"
	"slices"

	"jianbao/report/diag"
)

// rowVerdicts are verdicts on the rows of a table, two bits each: none where a row
// makes no check.
type rowVerdicts struct {
	words  []uint64 // wordRows rows each
	before []int    // how many checks come before each word
	count  int
}

const (
	wordRows = 32
	lowBits  = 0x5555_5555_5555_5555 // the first of each pair
)

// verdictOf is what two bits say.
var verdictOf = [4]diag.Verdict{1: diag.Consistent, 2: diag.Inconsistent, 3: diag.Unchecked}

// add notes the verdict on a row, which comes after those that have one.
func (v *rowVerdicts) add(row int, verdict diag.Verdict) {
	for len(v.words) <= row/wordRows {
		v.words, v.before = append(v.words, 0), append(v.before, v.count)
	}
	v.words[row/wordRows] |= uint64(slices.Index(verdictOf[:], verdict)) << (row % wordRows * 2)
	v.count++
}

// row is the one with the nth verdict.
func (v *rowVerdicts) row(n int) int {
	at, _ := slices.BinarySearch(v.before, n+1)
	at-- // the last word that no more than n come before
	there := (v.words[at] | v.words[at]>>1) & lowBits
	for range n - v.before[at] {
		there &= there - 1
	}
	return at*wordRows + bits.TrailingZeros64(there)/2
}

// all goes through the rows that have a verdict.
func (v *rowVerdicts) all(yield func(row int, verdict diag.Verdict) bool) {
	for at, word := range v.words {
		for row := at * wordRows; word != 0; row, word = row+1, word>>2 {
			if word&3 != 0 && !yield(row, verdictOf[word&3]) {
				return
			}
		}
	}
}
