package check

import (
	"math/big"
	"strings"
)

// written is a number by its digits: 12.60 is 1260 with two decimals. It has at
// most mostDigits, so that machine integers do for trying out slips.
type written struct {
	digits   int64 // all of them, without the sign
	decimals int   // how many stand after the point
	negative bool
}

// mostDigits is how many digits a number may have to be looked at for slips.
const mostDigits = 15

// powers are those of ten that a written number can be shifted by.
var powers = func() [18]int64 {
	all := [18]int64{1}
	for i := 1; i < len(all); i++ {
		all[i] = 10 * all[i-1]
	}
	return all
}()

// readWritten finds the one number written in Arabic digits in a text; before
// and after are what stands around it, its sign with it. ok is false if there is
// none, more than one, or a longer one than is looked at.
func readWritten(text string) (n written, before, after string, ok bool) {
	start := strings.IndexFunc(text, isArabic)
	if start < 0 {
		return written{}, "", "", false
	}
	end, count, point := start, 0, false
	for ; end < len(text); end++ {
		switch c := text[end]; {
		case isArabic(rune(c)):
			if count++; count > mostDigits {
				return written{}, "", "", false
			}
			n.digits = 10*n.digits + int64(c-'0')
			if point {
				n.decimals++
			}
		case c == '.' && !point:
			point = true
		case c == ',' && !point:
		default:
			return n, text[:start], text[end:], !strings.ContainsFunc(text[end:], isArabic)
		}
	}
	return n, text[:start], "", true
}

func isArabic(r rune) bool { return '0' <= r && r <= '9' }

// String is the number as it would be typed.
func (n written) String() string { return n.number().FloatString(n.decimals) }

func (n written) number() *big.Rat {
	r := big.NewRat(n.digits, powers[n.decimals])
	if n.negative {
		r.Neg(r)
	}
	return r
}

// length is how many digits are written: at least one before the point.
func (n written) length() int {
	length := 1
	for length < mostDigits && powers[length] <= n.digits {
		length++
	}
	return max(length, n.decimals+1)
}

// at is the digit at a place, counted from the last.
func (n written) at(place int) int64 { return n.digits / powers[place] % 10 }

// with is n with another digit at a place.
func (n written) with(place int, digit int64) written {
	n.digits += (digit - n.at(place)) * powers[place]
	return n
}

// without is n with the digit at a place left out.
func (n written) without(place int) written {
	n.digits = n.digits/powers[place+1]*powers[place] + n.digits%powers[place]
	if place < n.decimals {
		n.decimals--
	}
	return n
}

// inserted is n with one more digit before the digit that stands at place − 1.
// The digit takes the side of the point that fraction says; it matters only
// right at the point.
func (n written) inserted(place int, digit int64, fraction bool) written {
	n.digits = (n.digits/powers[place]*10+digit)*powers[place] + n.digits%powers[place]
	if fraction {
		n.decimals++
	}
	return n
}

// shifted is n · 10^by, with the digits after the point that it then needs, but
// no fewer than n has if it had zeros there.
func (n written) shifted(by int) (shifted written, ok bool) {
	had := n.decimals
	n.decimals -= by
	for ; n.decimals < 0; n.decimals++ {
		if n.digits *= 10; n.digits >= powers[mostDigits] {
			return n, false
		}
	}
	for n.decimals > had && n.digits%10 == 0 {
		n.digits /= 10
		n.decimals--
	}
	return n, n.decimals < mostDigits
}
