package typeset

import (
	"strings"
	"unicode"
)

// class is what Chinese typography takes a character for (CLREQ, line-start and line-end prohibition; GB/T 15834-2011,
// 5.1). A character may be of several.
type class uint16

const (
	opening    class = 1 << iota
	stop             // squeezed last
	pause            // squeezed before the stops
	closing          //
	middleDot        // between the parts of a name
	neverFirst       // another sign that may not stand at a line's start
	bracket          // an opening one of Western text
	rangeSign        // between the ends of a range: 3—5个
	digitWord        // can begin a number in words; with a magnitude in front (千家万户) it is a manner of speaking
	magnitude        // can follow a number, before its unit
	besideHan        // a sign that stands a quarter of an em apart from Han, as Western letters do
)

// classes are looked up for every character and its neighbours, so they are in tables of 256 each. All that have one are
// below U+10000.
var classes = func() (pages [256]*[256]class) {
	for _, of := range []struct {
		class
		characters string
	}{
		{opening, "“‘（《〈「『【〔〖［｛〘〚"},
		{stop, "。？！．"},
		{pause, "，、；："},
		{closing, "”’）》〉」』】〕〗］｝〙〛"},
		{middleDot, "·・‧•"},
		{neverFirst, "％‰℃℉°㎡㎥㎞㎏々〻—…～~–%)]}!,.:;?‥"},
		{bracket, "([{"},
		{rangeSign, "—～~–-−"},
		{digitWord, "〇零一二三四五六七八九十两几"},
		{magnitude, "百千万亿多余"},
		{besideHan, "%+-#$@&‰°℃−±≥≤×£€µ¹²³⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"},
	} {
		for _, r := range of.characters {
			if pages[r>>8] == nil {
				pages[r>>8] = new([256]class)
			}
			pages[r>>8][r&0xFF] |= of.class
		}
	}
	return pages
}()

// is reports whether r is of one of some classes.
func is(r rune, some class) bool {
	if r < 0 || r > 0xFFFF {
		return false
	}
	page := classes[r>>8]
	return page != nil && page[r&0xFF]&some != 0
}

// among reports whether r is one of a few characters.
func among(r rune, few string) bool { return strings.ContainsRune(few, r) }

// isOpening reports whether r may not end a line.
func isOpening(r rune) bool { return is(r, opening|bracket) }

// isClosing reports whether r is a full-width mark with its ink at the left.
func isClosing(r rune) bool { return is(r, stop|pause|closing) }

// startsNoLine reports whether r may not start a line.
func startsNoLine(r rune) bool { return is(r, stop|pause|closing|middleDot|neverFirst) }

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// isIdeograph reports whether r is one of the Han that nearly all texts are made of.
func isIdeograph(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// isHan knows most Han, and that no Latin is, without looking them up.
func isHan(r rune) bool {
	return isIdeograph(r) || r >= 0x2E80 && unicode.Is(unicode.Han, r)
}

// isWestern reports whether r is a letter or sign that stands a quarter of an em apart from Han (CLREQ, mixed text).
func isWestern(r rune) bool {
	if r < 0x80 {
		return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || is(r, besideHan)
	}
	return is(r, besideHan) || r < 0x2000 && unicode.IsLetter(r)
}

// isSpace reports whether r is a space that vanishes at a line's end.
func isSpace(r rune) bool { return r == ' ' || r == '\u3000' }
