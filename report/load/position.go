package load

import (
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"jianbao/report/diag"
)

// The library gives where a node begins, in characters, quotes, anchor and tag
// included. Where it ends, and where a character of its value stands, is found
// by going along the source: quotes, escapes and folded lines make the text as
// written longer than the value.

// mark is a position in the source, both counted from 1.
type mark struct{ line, column int }

// spot is where a value's characters stand: one mark for each, and one behind
// the last.
type spot []mark

// place is where a node stands: a scalar without its quotes, on its first line;
// a flow collection by its bracket; a block mapping by its first key.
func (s *source) place(n *yaml.Node) diag.Place {
	switch n.Kind {
	case yaml.ScalarNode:
		if p, ok := s.plainPlace(n); ok {
			return p
		}
		return s.within(n, 0, utf8.RuneCountInString(n.Value))
	case yaml.MappingNode:
		if n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0 {
			return s.place(n.Content[0])
		}
	}
	return s.at(mark{n.Line, n.Column}, 1)
}

// at is a stretch of one line, kept inside it but one character long at least.
func (s *source) at(m mark, length int) diag.Place {
	if length > 1 {
		rest := s.from(m.line, m.column)
		length = utf8.RuneCountInString(rest[:offset(rest, length)])
	}
	return s.inside(diag.Place{File: s.name, Line: m.line, Column: m.column, EndColumn: m.column + max(length, 1)})
}

// inside moves a place that lies behind the last line, where the library puts
// what is empty, to that line's end.
func (s *source) inside(p diag.Place) diag.Place {
	if last := len(s.start); p.Line > last {
		p.Line, p.Column = last, utf8.RuneCountInString(s.line(last))+1
		p.EndColumn = p.Column + 1
	}
	return p
}

// plainPlace is the short way for what nearly every scalar is: written as it is, on
// one line, in quotes or not.
func (s *source) plainPlace(n *yaml.Node) (diag.Place, bool) {
	column, written := n.Column, s.from(n.Line, n.Column)
	switch n.Style {
	case 0:
	case yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle:
		if !strings.HasPrefix(written, `"`) && !strings.HasPrefix(written, "'") || strings.ContainsAny(n.Value, `'"\`) {
			return diag.Place{}, false
		}
		column, written = column+1, written[1:]
	default:
		return diag.Place{}, false
	}
	if n.Anchor != "" || !strings.HasPrefix(written, n.Value) {
		return diag.Place{}, false
	}
	end := column + max(utf8.RuneCountInString(n.Value), 1)
	return s.inside(diag.Place{File: s.name, Line: n.Line, Column: column, EndColumn: end}), true
}

// within is where the characters from start to end of a scalar's value stand;
// of those on several lines, the first line's.
func (s *source) within(n *yaml.Node, start, end int) diag.Place {
	at := s.locate(n)
	start = min(max(start, 0), len(at)-1)
	end = min(max(end, start), len(at)-1)
	from := at[start]
	last := from
	for _, m := range at[start : end+1] {
		if m.line != from.line {
			break
		}
		last = m
	}
	if end < len(at)-1 && at[end].line != from.line || last.column == from.column {
		last.column++
	}
	return s.inside(diag.Place{File: s.name, Line: from.line, Column: from.column, EndColumn: last.column})
}

// locate finds every character of a scalar's value in the source. It holds until the
// next is located.
func (s *source) locate(n *yaml.Node) spot {
	w := &walker{src: s, at: s.skipProperties(mark{n.Line, n.Column}), marks: slices.Grow(s.spot[:0], utf8.RuneCountInString(n.Value)+1)}
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		w.block(n.Value, n.Style&yaml.LiteralStyle != 0)
	case n.Style&yaml.DoubleQuotedStyle != 0:
		w.at.column++
		w.flow(n.Value, escapedLength)
	case n.Style&yaml.SingleQuotedStyle != 0:
		w.at.column++
		w.flow(n.Value, doubledLength)
	default:
		w.flow(n.Value, singleLength)
	}
	s.spot = append(w.marks, w.at)
	return s.spot
}

// skipProperties goes past an anchor and a tag. No scalar begins with their
// signs unless it is quoted.
func (s *source) skipProperties(m mark) mark {
	for {
		rest := s.from(m.line, m.column)
		if rest == "" || rest[0] != '&' && rest[0] != '!' {
			return m
		}
		end := strings.IndexAny(rest, " \t")
		if end < 0 { // the value begins on a later line
			for m.line++; m.line < len(s.start) && strings.TrimSpace(s.line(m.line)) == ""; m.line++ {
			}
			m.column = 1 + indentOf(s.line(m.line))
			continue
		}
		blanks := len(rest[end:]) - len(strings.TrimLeft(rest[end:], " \t"))
		m.column += utf8.RuneCountInString(rest[:end]) + blanks
	}
}

// walker goes along the source beside a value.
type walker struct {
	src   *source
	at    mark
	marks spot
}

// put says that the next character of the value stands here.
func (w *walker) put() { w.marks = append(w.marks, w.at) }

// flow walks a plain or quoted scalar; length is how many characters of the
// source at its head stand for one of the value.
func (w *walker) flow(value string, length func(rest string) int) {
	rest := w.src.from(w.at.line, w.at.column)
	for value != "" {
		if strings.TrimLeft(rest, " \t") == "" || rest == `\` {
			// A line's end stands for one blank, or for the empty lines after it.
			folded := len(value) - len(strings.TrimLeft(value, "\n"))
			if folded == 0 && value[0] == ' ' {
				folded = 1
			}
			for range folded {
				w.put()
			}
			value = value[folded:]
			if !w.nextLine() {
				break
			}
			rest = w.src.from(w.at.line, w.at.column)
			continue
		}
		_, size := utf8.DecodeRuneInString(value)
		w.put()
		n := length(rest)
		w.at.column += n
		rest = rest[offset(rest, n):]
		value = value[size:]
	}
	for range utf8.RuneCountInString(value) { // never, unless the library counts otherwise
		w.put()
	}
}

// nextLine goes to the first character of the next line that is not blank.
func (w *walker) nextLine() bool {
	for line := w.at.line + 1; line <= len(w.src.start); line++ {
		if text := w.src.line(line); strings.TrimSpace(text) != "" {
			w.at = mark{line, 1 + indentOf(text)}
			return true
		}
	}
	return false
}

// block walks a block scalar, whose header stands at w.at.
func (w *walker) block(value string, literal bool) {
	if value == "" {
		return // there may be no line below the header
	}
	w.at = mark{w.at.line + 1, 1}
	indent := w.indent(value)
	lines := strings.Split(value, "\n")
	for i, text := range lines {
		if i == len(lines)-1 && text == "" {
			break
		}
		if !literal && text != "" {
			for strings.TrimSpace(w.src.line(w.at.line)) == "" && w.at.line < len(w.src.start) {
				w.at.line++
			}
		}
		w.at.column = 1 + min(indent, utf8.RuneCountInString(w.src.line(w.at.line)))
		if literal {
			for range utf8.RuneCountInString(text) {
				w.put()
				w.at.column++
			}
		} else {
			w.folded(text, indent)
		}
		if i < len(lines)-1 {
			w.put() // the line's end
			w.at = mark{w.at.line + 1, 1}
		}
	}
}

// folded walks one line of a folded block's value, which may be several lines
// of the source.
func (w *walker) folded(text string, indent int) {
	rest := w.src.from(w.at.line, w.at.column)
	for _, c := range text {
		w.put()
		if rest == "" && c == ' ' && w.at.line < len(w.src.start) {
			w.at = mark{w.at.line + 1, 1 + indent}
			rest = w.src.from(w.at.line, w.at.column)
			continue
		}
		w.at.column++
		rest = rest[offset(rest, 1):]
	}
}

// indent is how far a block scalar is indented: by as much as its first line
// that is not blank is longer in the source than in the value.
func (w *walker) indent(value string) int {
	first := strings.TrimLeft(value, "\n")
	leading := indentOf(first)
	for line := w.at.line; line <= len(w.src.start); line++ {
		if text := w.src.line(line); strings.TrimSpace(text) != "" {
			return max(indentOf(text)-leading, 0)
		}
	}
	return 0
}

func indentOf(line string) int {
	return len(line) - len(strings.TrimLeft(line, " \t"))
}

func singleLength(string) int { return 1 }

// doubledLength is of a single-quoted scalar, where ” stands for '.
func doubledLength(rest string) int {
	if strings.HasPrefix(rest, "''") {
		return 2
	}
	return 1
}

// escapedLength is of a double-quoted scalar.
func escapedLength(rest string) int {
	if len(rest) < 2 || rest[0] != '\\' {
		return 1
	}
	switch rest[1] {
	case 'x':
		return 4
	case 'u':
		return 6
	case 'U':
		return 10
	}
	return 2
}
