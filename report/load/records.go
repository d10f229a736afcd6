package load

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// csvText is the text of a CSV file (RFC 4180): records of cells between commas,
// a record a line unless a quoted cell goes on over several.
type csvText struct {
	text   string
	quotes bool // there are any
}

// span is where a cell stands in a text, with its quotes if it is quoted.
type span struct{ start, end int }

// csvFault is a quote that keeps a record from being read. Record is where the
// record begins, at the offset of the quote or of the text's end.
type csvFault struct {
	record, at int
	bare       bool // in a cell that does not begin with a quote
}

// record takes the record apart that begins at an offset, up to most cells of
// it, into cells. next is where the one after it begins, if all were wanted.
func (t csvText) record(at, most int, cells []span) (_ []span, next int, fault *csvFault) {
	begin := at
	end, next := t.line(at)
	for {
		stop := end
		switch {
		case at < end && t.text[at] == '"':
			var ok bool
			if stop, ok = t.quoted(at); !ok {
				return cells, 0, &csvFault{record: begin, at: stop}
			}
			if stop > end {
				end, next = t.line(stop)
			}
		default:
			if comma := strings.IndexByte(t.text[at:end], ','); comma >= 0 {
				stop = at + comma
			}
			if t.quotes {
				if quote := strings.IndexByte(t.text[at:stop], '"'); quote >= 0 {
					return cells, 0, &csvFault{record: begin, at: at + quote, bare: true}
				}
			}
		}
		cells = append(cells, span{at, stop})
		if stop == end || len(cells) == most {
			return cells, next, nil
		}
		at = stop + 1
	}
}

// line is where the line from an offset ends, and where the next begins.
func (t csvText) line(at int) (end, next int) {
	end, next = len(t.text), len(t.text)
	if i := strings.IndexByte(t.text[at:], '\n'); i >= 0 {
		end, next = at+i, at+i+1
	}
	if end > at && t.text[end-1] == '\r' {
		end--
	}
	return end, next
}

// quoted is where the cell ends whose quote stands at an offset: behind a quote
// that a comma or the line's end follows. If there is none, end is where that
// came to light.
func (t csvText) quoted(at int) (end int, ok bool) {
	for i := at + 1; ; i++ {
		quote := strings.IndexByte(t.text[i:], '"')
		if quote < 0 {
			return len(t.text), false
		}
		i += quote + 1
		switch rest := t.text[i:]; {
		case strings.HasPrefix(rest, `"`):
		case rest == "", rest == "\r", rest[0] == ',', rest[0] == '\n', strings.HasPrefix(rest, "\r\n"):
			return i, true
		default:
			return i - 1, false
		}
	}
}

// cell is the text of a cell: without its quotes and the blanks around it.
func (t csvText) cell(s span) string {
	text := t.text[s.start:s.end]
	if text != "" && text[0] == '"' {
		text = text[1 : len(text)-1]
		if strings.Contains(text, `"`) {
			text = strings.ReplaceAll(text, `""`, `"`)
		}
		if strings.Contains(text, "\r\n") {
			text = strings.ReplaceAll(text, "\r\n", "\n")
		}
	}
	if text != "" && text[0]-'!' < utf8.RuneSelf-'!' && text[len(text)-1]-'!' < utf8.RuneSelf-'!' {
		return text // most have no blanks, and need not be searched for them
	}
	return strings.TrimSpace(text)
}

// blank reports whether the cells of the record at an offset are empty. One that
// cannot be read is not blank.
func (t csvText) blank(at int) bool {
	if first, _ := utf8.DecodeRuneInString(t.text[at:]); first != ',' && first != '"' && !unicode.IsSpace(first) {
		return false
	}
	cells, _, fault := t.record(at, -1, nil)
	return fault == nil && t.allEmpty(cells)
}

func (t csvText) allEmpty(cells []span) bool {
	return !slices.ContainsFunc(cells, func(s span) bool { return t.cell(s) != "" })
}

// lineOf is the number of the line in which an offset stands.
func (t csvText) lineOf(at int) int { return 1 + strings.Count(t.text[:at], "\n") }

// lineStart is where the line begins in which an offset stands.
func (t csvText) lineStart(at int) int { return 1 + strings.LastIndexByte(t.text[:at], '\n') }
