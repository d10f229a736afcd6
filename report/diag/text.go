package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// The text form, for people and for editors that jump to file:line:column.
//
//	file:line:column: error: message [JB201]
//	   12 | the source line
//	      |     ^^^^ under the figure, also after full-width characters
//	file:line:column: note: a place involved
//	  hint: how to mend it
//
// The words error, warning and note stay English so that one problem matcher
// serves both languages. A blank line ends each finding; below them stands what
// could not be checked, and the last line of a run sums it up.

// maxLine is how many columns of a source line are shown; a longer one is cut
// to a window around the mark.
const maxLine = 110

// WriteText prints a run for people. line gives the source line n of a file, or
// false if it is not at hand.
func WriteText(w io.Writer, r *Run, l Lang, line func(file string, n int) (string, bool)) error {
	b := bufio.NewWriter(w)
	claims := r.claims()
	writeClaims(b, claims, l)
	var gaps gapList
	for _, f := range r.files() {
		for _, x := range f.Findings {
			writeFinding(b, x, l, line)
			b.WriteByte('\n')
		}
		gaps.add(f.Gaps)
	}
	summary := r.Summary()
	gaps.write(b, summary.Unchecked, l)
	if s := summarize(claims); s != nil {
		b.WriteString(s.Text().In(l))
		b.WriteByte('\n')
	}
	b.WriteString(summary.Text().In(l))
	b.WriteByte('\n')
	return b.Flush()
}

// Text is the last line of the text form.
func (s Summary) Text() Text {
	return Say(
		"共 %d 个文件，核对 %d 项：一致 %d，不一致 %d，未核对 %d；采用例外 %d；错误 %d，警告 %d。",
		"Files: %d. Checks: %d, of which consistent %d, inconsistent %d, unchecked %d. Exceptions used: %d. Errors: %d, warnings: %d.",
		s.Files, s.Checks, s.Consistent, s.Inconsistent, s.Unchecked, s.Exceptions, s.Errors, s.Warnings)
}

func writeFinding(b *bufio.Writer, x Finding, l Lang, line func(string, int) (string, bool)) {
	fmt.Fprintf(b, "%s: %s: %s [%s]\n", position(x.Place), x.Severity, printable(x.Message.In(l)), x.Code)
	if s, ok := line(x.Place.File, x.Place.Line); ok && x.Place.Line > 0 {
		writeSource(b, s, x.Place)
	}
	for _, r := range x.Related {
		fmt.Fprintf(b, "%s: note: %s\n", position(r.Place), printable(r.Note.In(l)))
		if s, ok := line(r.Place.File, r.Place.Line); ok && r.Shown {
			writeSource(b, s, r.Place)
		}
	}
	word := Say("改法", "hint").In(l)
	for _, h := range x.Hints {
		fmt.Fprintf(b, "  %s: %s\n", word, printable(h.Message.In(l)))
	}
}

func position(p Place) string {
	if p.Line == 0 {
		return printable(p.File)
	}
	return fmt.Sprintf("%s:%d:%d", printable(p.File), p.Line, p.Column)
}

// writeSource prints the line and a mark under the place. What stands before
// the mark is repeated as blanks of the same width, so that the mark stands
// right whatever width the terminal gives to full-width characters.
func writeSource(b *bufio.Writer, s string, p Place) {
	runes := []rune(s)
	start := min(max(p.Column-1, 0), len(runes))
	end := min(max(p.EndColumn-1, start), len(runes))
	from, to := window(runes, start, end)
	before, after := "", ""
	if from > 0 {
		before = "…"
	}
	if to < len(runes) {
		after = "…"
	}
	fmt.Fprintf(b, "%5d | %s%s%s\n", p.Line, before, printable(string(runes[from:to])), after)
	var pad strings.Builder
	if from > 0 {
		pad.WriteByte(' ')
	}
	for _, r := range runes[from:start] {
		switch {
		case r == '\t':
			pad.WriteByte('\t')
		case columns(r) == 2:
			pad.WriteRune('　')
		case columns(r) == 1:
			pad.WriteByte(' ')
		}
	}
	marks := 0
	for _, r := range runes[start:min(end, to)] {
		marks += columns(r)
	}
	fmt.Fprintf(b, "      | %s%s\n", pad.String(), strings.Repeat("^", max(marks, 1)))
}

// window chooses which runes of a long line to show.
func window(runes []rune, start, end int) (from, to int) {
	total := 0
	for _, r := range runes {
		total += columns(r)
	}
	if total <= maxLine {
		return 0, len(runes)
	}
	room := maxLine / 3
	for from = start; from > 0 && room > 0; from-- {
		room -= columns(runes[from-1])
	}
	room = maxLine
	for to = from; to < len(runes) && room > 0; to++ {
		room -= columns(runes[to])
	}
	return from, to
}

// columns is how many columns of a terminal a character takes (UAX #11).
func columns(r rune) int {
	switch {
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// printable replaces control characters, which in a file from other hands could
// drive the terminal or turn the direction of a line, and those that no XML holds.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\uFFFE' || r == '\uFFFF' {
			return '\uFFFD'
		}
		return r
	}, s)
}
