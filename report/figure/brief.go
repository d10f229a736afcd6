package figure

import (
	"math/big"

	"jianbao/report/exact"
)

// Brief is a figure of a long column in eight bytes: the digits of a plain
// number and how many of them stand after the point, or the mark of a text that
// must be read to be known. Hedges, units and absences are such texts; a column
// of a million rows has few of them.
type Brief int64

// The lower bits of a Brief are its decimals, of which a plain number has at
// most plainDigits, or one of the marks; the bits above are its digits.
const (
	briefBits = 6
	briefMask = 1<<briefBits - 1

	// Missing is the Brief of a cell that is empty or holds no figure.
	Missing Brief = briefMask - 1
	// Other is the Brief of a text that Parse reads as a figure but that is not
	// a plain number.
	Other Brief = briefMask

	// MostDecimals is how many digits after the point a plain number has at most.
	MostDecimals = plainDigits - 1
)

// BriefOf is the Brief of a plain number: ASCII digits with an optional minus
// and point, as Parse reads them without a detour. ok is false for all others.
func BriefOf(text string) (b Brief, ok bool) {
	p, ok := scanPlain(text)
	return Brief(p.digits<<briefBits | int64(p.decimals)), ok
}

// Plain reports whether b is a plain number. Digits are all its digits with the
// sign, −1234 of −12.34, less than 10¹⁷ in size; decimals is how many of them
// stand after the point.
func (b Brief) Plain() (digits int64, decimals int, ok bool) {
	decimals = int(b & briefMask)
	return int64(b) >> briefBits, decimals, decimals <= MostDecimals
}

// Number is the plain number as Parse reads it; ok is false for all others.
func (b Brief) Number() (number *big.Rat, ok bool) {
	digits, decimals, ok := b.Plain()
	if !ok {
		return nil, false
	}
	return exact.New(digits, pow10[decimals]), true
}

// IsWhole reports whether a plain number has nothing but zeros after the point.
func (b Brief) IsWhole() bool {
	digits, decimals, ok := b.Plain()
	return ok && digits%pow10[decimals] == 0
}

// ExcessDigits reports whether a plain number has more digits than `decimals`
// says are known; see Figure.ExcessDigits. It is false for all others.
func (b Brief) ExcessDigits(p Precision) bool {
	digits, decimals, ok := b.Plain()
	if !ok || !p.Given || p.Exact || decimals <= p.Decimals {
		return false
	}
	surplus := decimals - p.Decimals
	if surplus >= len(pow10) {
		return digits != 0
	}
	return digits%pow10[surplus] != 0
}
