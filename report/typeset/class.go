package typeset

import (
	"strings"
	"unicode"
)

// Classes of characters that Chinese typography treats alike (CLREQ, line-start and line-end prohibition; GB/T
// 15834-2011, 5.1).
const (
	openings = "“‘（《〈「『【〔〖［｛〘〚"
	stops    = "。？！．" // squeezed last
	pauses   = "，、；：" // squeezed before the stops
	closings = "”’）》〉」』】〕〗］｝〙〛"
	dots     = "·・‧•" // between the parts of a name
	// neverFirst are the other signs that may not stand at a line's start.
	neverFirst = "％‰℃℉°㎡㎥㎞㎏々〻—…～~–%)]}!,.:;?‥"
)

func among(r rune, set string) bool { return strings.ContainsRune(set, r) }

// isOpening reports whether r may not end a line.
func isOpening(r rune) bool { return among(r, openings) || among(r, "([{") }

// isClosing reports whether r is a full-width mark with its ink at the left.
func isClosing(r rune) bool { return among(r, stops) || among(r, pauses) || among(r, closings) }

// startsNoLine reports whether r may not start a line.
func startsNoLine(r rune) bool { return isClosing(r) || among(r, dots) || among(r, neverFirst) }

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// isWestern reports whether r is a letter or sign that stands a quarter of an em apart from Han (CLREQ, mixed text).
func isWestern(r rune) bool {
	switch {
	case r < 0x80:
		return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || among(r, "%+-#$@&")
	case among(r, "‰°℃−±≥≤×£€µ"):
		return true
	}
	return r < 0x2000 && unicode.IsLetter(r)
}

// isSpace reports whether r is a space that vanishes at a line's end.
func isSpace(r rune) bool { return r == ' ' || r == '\u3000' }
