package prose

import (
	"math/big"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/figure"
)

// Sentence is a stretch of a text between full stops or line ends, with the
// quantities in it.
type Sentence struct {
	Text       string
	Start      int // in characters of the text
	Quantities []Quantity
}

// Sentences are the sentences of a text that hold quantities.
func Sentences(text string, quantities []Quantity) []Sentence {
	raw := []rune(text)
	var all []Sentence
	start := 0
	for i := 0; i <= len(raw) && len(quantities) > 0; i++ {
		if i < len(raw) && !anyOf(raw[i], "。！？\n\r") {
			continue
		}
		count := 0
		for count < len(quantities) && quantities[count].Start < i {
			count++
		}
		if count > 0 {
			for raw[start] == ' ' || raw[start] == '　' {
				start++
			}
			all = append(all, Sentence{Text: string(raw[start:i]), Start: start, Quantities: quantities[:count]})
			quantities = quantities[count:]
		}
		start = i + 1
	}
	return all
}

// Claims are the quantities of a sentence as a run reports them, of the file
// with that name.
func (s Sentence) Claims(file string) []diag.Claim {
	var all []diag.Claim
	for _, q := range s.Quantities {
		all = append(all, diag.Claim{
			Text: q.Text, Place: q.Place(file), Start: q.Start, End: q.End,
			Value: decimal(q.Number), Low: decimal(q.Low), High: decimal(q.High), Unit: q.Unit,
			Hedge: q.Word, Rank: q.Kind == Rank, Sentence: s.Text, SentenceStart: s.Start,
		})
	}
	return all
}

// Place is where q stands in a file.
func (q Quantity) Place(file string) diag.Place {
	return diag.Place{File: file, Line: q.Line, Column: q.Column, EndColumn: q.Column + q.End - q.Start}
}

// significant is how many digits of a number are printed that has no decimal,
// such as a third.
const significant = 15

// decimal prints a number exactly if it can be; nothing for nil.
func decimal(r *big.Rat) string {
	if r == nil {
		return ""
	}
	if _, ok := figure.DecimalDigits(r); ok {
		return figure.Decimal(r)
	}
	size := new(big.Rat).Abs(r)
	whole := len(strings.TrimLeft(new(big.Int).Quo(size.Num(), size.Denom()).String(), "0"))
	decimals := significant - whole
	for ; whole == 0 && size.Cmp(big.NewRat(1, 10)) < 0; decimals++ {
		size = exact.Mul(size, exact.Power10(1))
	}
	return figure.Decimal(figure.Round(r, decimals, false))
}
