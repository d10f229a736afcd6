package check

import (
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// slip is a way of getting a number wrong.
type slip struct {
	kind string // as in the reports (SPEC §3.8)
	// penalty is how little likely it is that just this number came of it: about
	// 20·ln of the number of ways in which the slip could have gone, more for
	// slips that are seldom made. Fit (see fit.go) is measured in the same.
	penalty int
	say     diag.Text // of a figure with this slip in it: 数字颠倒
}

// The slips of one number.
var (
	swappedDigits = slip{"swapped-digits", 20, diag.Say("数字颠倒", "two digits are swapped")}
	farSwap       = slip{"swapped-digits", 45, diag.Say("数字颠倒", "two digits are swapped")}
	doubledDigit  = slip{"extra-digit", 15, diag.Say("多写了一个重复的数字", "a digit is typed twice")}
	extraDigit    = slip{"extra-digit", 40, diag.Say("多写了一位数字", "there is one digit too many")}
	droppedDouble = slip{"dropped-digit", 45, diag.Say("重复的数字漏写了一个", "one of two equal digits is left out")}
	droppedDigit  = slip{"dropped-digit", 75, diag.Say("漏写了一位数字", "a digit is left out")}
	onePlace      = slip{"power-of-ten", 25, diag.Say("小数点错了一位", "the decimal point is one place off")}
	morePlaces    = slip{"power-of-ten", 50, diag.Say("小数点错位", "the decimal point is misplaced")}
	magnitude     = slip{"magnitude", 30, diag.Say("数量级写错，如亿与万相混", "the magnitude is wrong, as 亿 for 万")}
	flippedSign   = slip{"sign", 35, diag.Say("正负号写反", "the sign is wrong")}
	mistypedDigit = slip{"mistyped-digit", 70, diag.Say("一位数字写错", "one digit is mistyped")}
	noSlip        = slip{"would-be", 180, diag.Text{}}
)

// correction is a number that a slip could have turned into what was written.
type correction struct {
	to   written
	slip slip
}

// fewestDigits is how many digits a number must have for one that is wrong or
// missing to be an explanation.
const fewestDigits = 3

// corrections calls visit with every number that one slip turns into n, more
// than once for a number that several slips do.
func (n written) corrections(visit func(correction)) {
	tell := func(to written, s slip) {
		if to != n {
			visit(correction{to, s})
		}
	}
	n.swaps(tell)
	n.removals(tell)
	n.insertions(tell)
	n.retypings(tell)
	n.shifts(tell)
	if n.digits != 0 {
		flipped := n
		flipped.negative = !n.negative
		tell(flipped, flippedSign)
	}
}

func (n written) swaps(tell func(written, slip)) {
	for low := range n.length() {
		for high := low + 1; high < n.length(); high++ {
			kind := farSwap
			if high == low+1 {
				kind = swappedDigits
			}
			a, b := n.at(low), n.at(high)
			if to := n.with(low, b).with(high, a); to.length() == n.length() {
				tell(to, kind)
			}
		}
	}
}

// retypings are of one digit for another. In a short number that would explain
// nearly anything.
func (n written) retypings(tell func(written, slip)) {
	if n.length() < fewestDigits {
		return
	}
	for place := range n.length() {
		for digit := range int64(10) {
			if to := n.with(place, digit); to.length() == n.length() {
				tell(to, mistypedDigit)
			}
		}
	}
}

// removals are of digits that should not be there.
func (n written) removals(tell func(written, slip)) {
	length := n.length()
	if length == 1 {
		return
	}
	for place := range length {
		if place == n.decimals && length == n.decimals+1 {
			continue // the only digit before the point
		}
		if place+1 < length && n.at(place) == n.at(place+1) {
			tell(n.without(place), doubledDigit)
			continue
		}
		tell(n.without(place), extraDigit)
	}
}

// insertions are of digits that were left out.
func (n written) insertions(tell func(written, slip)) {
	length := n.length()
	if length+1 < fewestDigits || length >= mostDigits {
		return
	}
	for place := range length + 1 {
		for digit := range int64(10) {
			kind := droppedDigit
			if place < length && n.at(place) == digit || place > 0 && n.at(place-1) == digit {
				kind = droppedDouble
			}
			if place > n.decimals || place == n.decimals && n.digits >= powers[place] {
				tell(n.inserted(place, digit, false), kind)
			}
			if place <= n.decimals {
				tell(n.inserted(place, digit, true), kind)
			}
		}
	}
}

// shifts are by powers of ten; those between 万 and 亿, and between 元 and 万 or
// 亿, are taken for a wrong magnitude.
func (n written) shifts(tell func(written, slip)) {
	for by := -8; by <= 8; by++ {
		kind := morePlaces
		switch by {
		case -1, 1:
			kind = onePlace
		case -8, -4, 4, 8:
			kind = magnitude
		}
		if to, ok := n.shifted(by); ok && by != 0 {
			tell(to, kind)
		}
	}
}

// likeliest are the corrections of n that lie in a range of numbers, one for
// each number, by the slip that takes least.
func (n written) likeliest(within figure.Interval) []correction {
	band := bandOf(within, n.decimals)
	var fitting []correction
	n.corrections(func(c correction) {
		if !band.near(c.to) || !within.Contains(c.to.number()) {
			return
		}
		for i, known := range fitting {
			if known.to.number().Cmp(c.to.number()) == 0 {
				if c.slip.penalty < known.slip.penalty {
					fitting[i] = c
				}
				return
			}
		}
		fitting = append(fitting, c)
	})
	return fitting
}
