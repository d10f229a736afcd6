// Package prose finds the quantities of Chinese text, judges what a sentence says
// of the relations between its own, and holds them against known figures.
//
// It reads texts that others wrote, so it takes numbers as people write them
// and says where they stand. It knows no YAML, no documents and no output
// format: facts come in as values, findings go out as values.
package prose

import (
	"math/big"

	"jianbao/report/figure"
)

// Kind tells a quantity from a place in an order.
type Kind int

// The kinds of claim.
const (
	Amount Kind = iota
	Rank        // 第一位: the number is a place in an order
)

// Quantity is a number found in a text, with what belongs to it.
type Quantity struct {
	Start, End   int    // characters of the text, from 0; End is exclusive
	Line, Column int    // of Start, from 1, columns in characters
	Text         string // as written, from Start to End
	Kind         Kind
	// Number is in ones of Unit: 120000000 of 1.2亿, 25.5 of 25.5%. It is nil if
	// Low and High give a range.
	Number    *big.Rat
	Low, High *big.Rat
	Unit      string // without magnitude: 元 of 12.6亿元
	Hedge     figure.Hedge
	Word      string // the words that say so: 突破, 以上; 约…左右 if two do

	number  number
	further string // a second hedge, of which the first leaves no need: 约…左右; or that contradicts it
}

// Find gives the quantities of a text in their order. It goes through the text
// once; what it looks at besides is bounded.
func Find(text string) []Quantity {
	raw := []rune(text)
	s := &scanner{raw: raw, text: normalized(raw), lines: linesOf(raw)}
	s.found = make([]Quantity, 0, numbersIn(s.text))
	for i := 0; i < len(s.text); {
		i = max(s.read(i), i+1)
	}
	return s.found
}

// numbersIn is how many runs of digits a text has: about as many as quantities.
func numbersIn(text []rune) int {
	n, inside := 0, false
	for _, r := range text {
		digit := isDigit(r)
		if digit && !inside {
			n++
		}
		inside = digit || inside && r == '.'
	}
	return n
}

// linesOf are the places where lines begin.
func linesOf(text []rune) []int {
	lines := []int{0}
	for i, r := range text {
		if r == '\n' {
			lines = append(lines, i+1)
		}
	}
	return lines
}
