package compose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// Text is what the words of one section came to: its own text filled in, or a
// draft where it has none.
type Text struct {
	// Paragraphs are finished sentences; none where there is nothing to say.
	Paragraphs []string

	filled string // String, of a text that was filled in
	origin *source
	// at has for each character of the paragraphs, those of one line end between
	// them counted, the byte of the template that it stands at; filledIn for one
	// that a function gave.
	at []int
	// all is String's characters, once asked for.
	all []rune
}

// filledIn marks a character that does not stand in the template.
const filledIn = -1

// Texts fills the text of every section in, in the order of the data. Sections
// without one take theirs from the template's phrasing, or else from a draft.
// Findings are about texts that cannot be filled in, each at its place; what is
// missing shows as gap in the text.
func Texts(d *dataset.Dataset, r check.Result, p *Phrasing) ([]Text, []diag.Finding) {
	c := newComposer(d, r)
	var findings []diag.Finding
	texts := make([]Text, len(d.Sections))
	var out []character // of one section after the other
	for i, s := range d.Sections {
		f := filler{words: words{composer: c, section: s}, out: out[:0]}
		switch template := p.of(s); {
		case s.Text != nil:
			f.fill(ownText(s))
		case template != nil:
			f.fill(template)
		default:
			texts[i].Paragraphs = c.draft(s)
			continue
		}
		findings = append(findings, f.found...)
		texts[i] = f.text()
		out = f.out
	}
	return texts, findings
}

// ownText is the text that a data file gives a section.
func ownText(s *dataset.Section) *source {
	lines := s.Text.Lines
	if len(lines) == 0 {
		lines = []diag.Place{s.Title.Place}
	}
	return parsed(s.Text.Value, lines)
}

// String is the paragraphs as lines.
func (t *Text) String() string {
	if t.origin != nil {
		return t.filled
	}
	return strings.Join(t.Paragraphs, "\n")
}

// Typed is where one of the characters from start to end of String stands that
// fits picks and that was written by hand; ok is false if all such were filled in.
func (t *Text) Typed(start, end int, fits func(rune) bool) (at diag.Place, ok bool) {
	i := t.firstTyped(start, end, fits)
	if i < 0 {
		return diag.Place{}, false
	}
	at = t.origin.place(t.at[i], 1)
	for k := i + 1; k < min(end, len(t.all)) && t.at[k] == t.at[k-1]+utf8.RuneLen(t.all[k-1]); k++ {
		at.EndColumn++
	}
	return at, true
}

// HasTyped reports whether there is such a character as Typed finds.
func (t *Text) HasTyped(start, end int, fits func(rune) bool) bool {
	return t.firstTyped(start, end, fits) >= 0
}

func (t *Text) firstTyped(start, end int, fits func(rune) bool) int {
	if t.origin == nil {
		return -1
	}
	if t.all == nil {
		t.all = []rune(t.String())
	}
	for i := start; i < min(end, len(t.all)); i++ {
		if t.at[i] != filledIn && fits(t.all[i]) {
			return i
		}
	}
	return -1
}

// text cuts what was filled in at blank lines. Lines of one paragraph are joined
// without a space: Chinese needs none.
func (f *filler) text() Text {
	t := Text{origin: f.source, at: make([]int, 0, len(f.out))}
	var all strings.Builder
	size := 0
	for _, c := range f.out {
		size += utf8.RuneLen(c.r)
	}
	all.Grow(size)
	from := 0 // where the paragraph at hand begins
	endParagraph := func() {
		if all.Len() > from {
			t.Paragraphs = append(t.Paragraphs, all.String()[from:])
			from = all.Len()
		}
	}
	for rest := f.out; len(rest) > 0; {
		end := slices.IndexFunc(rest, func(c character) bool { return c.r == '\n' })
		if end < 0 {
			end = len(rest)
		}
		line := trimmed(rest[:end])
		rest = rest[min(end+1, len(rest)):]
		if len(line) == 0 {
			endParagraph()
			continue
		}
		if all.Len() == from && from > 0 {
			all.WriteByte('\n')
			t.at = append(t.at, filledIn) // the line end between
			from++
		}
		for _, c := range line {
			all.WriteRune(c.r)
			t.at = append(t.at, c.at)
		}
	}
	endParagraph()
	t.filled = all.String()
	return t
}

// character is one of a filled text, with where it stands in the template.
type character struct {
	r  rune
	at int
}

func trimmed(line []character) []character {
	for len(line) > 0 && unicode.IsSpace(line[0].r) {
		line = line[1:]
	}
	for len(line) > 0 && unicode.IsSpace(line[len(line)-1].r) {
		line = line[:len(line)-1]
	}
	return line
}
