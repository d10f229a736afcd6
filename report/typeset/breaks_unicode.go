package typeset

import "github.com/go-text/typesetting/segmenter"

// kind is what the Unicode line breaking algorithm takes a character for, of the few that nearly all texts are made of.
// Between two of them it decides without looking any further.
type kind uint8

const (
	notPlain    kind = iota
	hanKind          // ID
	openKind         // OP, full-width
	closeKind        // CL, EX and NS, full-width
	digitKind        // NU
	letterKind       // AL
	pointKind        // IS between two digits
	percentKind      // PO before anything Chinese
)

// kindAt is the kind of character i.
func kindAt(text []rune, i int) kind {
	r := text[i]
	switch {
	case isIdeograph(r):
		return hanKind
	case r >= '0' && r <= '9':
		return digitKind
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return letterKind
	case r == '，' || r == '。' || r == '、' || r == '；' || r == '：' || r == '）' || r == '》':
		return closeKind
	case r == '（' || r == '《':
		return openKind
	case (r == '.' || r == ',') && i > 0 && i+1 < len(text) && isNumber(text[i-1:i]) && isNumber(text[i+1:i+2]):
		return pointKind
	case r == '%' && i > 0 && isNumber(text[i-1:i]):
		if i+1 == len(text) {
			return percentKind
		}
		if next := kindAt(text[i+1:i+2], 0); next == hanKind || next == closeKind {
			return percentKind
		}
	}
	return notPlain
}

// breaksBetween is what the algorithm says of two plain characters.
func breaksBetween(a, b kind) bool {
	switch {
	case a == openKind || a == pointKind || b == closeKind || b == pointKind || b == percentKind:
		return false
	case a == digitKind || a == letterKind:
		return b != digitKind && b != letterKind
	}
	return true
}

// unicodeBreaks marks the places where the Unicode line breaking algorithm lets a line break. Stretches of plain
// characters are done here, since the algorithm itself costs as much as all else that is done to a text. It is given the
// rest with a Han at either end: nothing it says of what is before a Han depends on what comes after it.
func unicodeBreaks(text []rune, may []bool) {
	before := notPlain
	for i := 0; i < len(text); i++ {
		k := kindAt(text, i)
		if k != notPlain {
			may[i] = before != notPlain && breaksBetween(before, k)
			before = k
			continue
		}
		from, to := i, i+1
		for from > 0 && kindAt(text, from) != hanKind {
			from--
		}
		for to < len(text)-1 && kindAt(text, to) != hanKind {
			to++
		}
		to = min(to, len(text)-1)
		anyBreaks(text[from:to+1], may[from+1:])
		i, before = to, kindAt(text, to)
	}
}

// anyBreaks is the algorithm itself; may begins with the place after the first character.
func anyBreaks(text []rune, may []bool) {
	for i := range len(text) - 1 {
		may[i] = false
	}
	var seg segmenter.Segmenter
	seg.Init(text)
	for it := seg.LineIterator(); it.Next(); {
		line := it.Line()
		if end := line.Offset + len(line.Text); end < len(text) {
			may[end-1] = true
		}
	}
}
