package load

import (
	"fmt"
	"strings"
	"unicode"

	"jianbao/report/pattern"
)

// Draft is a data file, or a part of one, to be written: a text, a list or a
// mapping.
type Draft struct {
	Text  string
	List  []Draft
	Keys  []DraftKey
	Row   bool     // a list or mapping that stands on one line
	Notes []string // comments before it
	kind  draftKind
}

// DraftKey is a key with what stands under it.
type DraftKey struct {
	Name  string
	Value Draft
}

type draftKind int

const (
	draftText draftKind = iota
	draftFigure
	draftNull
	draftList
	draftMapping
)

// DraftOf is a text.
func DraftOf(text string) Draft { return Draft{Text: text} }

// DraftFigure is a figure, a date or a period: it stands without quotes if it can.
func DraftFigure(text string) Draft { return Draft{Text: text, kind: draftFigure} }

// DraftNull is the figure that is not known.
func DraftNull() Draft { return Draft{kind: draftNull} }

// DraftList is a list.
func DraftList(elements ...Draft) Draft { return Draft{List: elements, kind: draftList} }

// DraftMapping is an empty mapping.
func DraftMapping() Draft { return Draft{kind: draftMapping} }

// With is a mapping with one more key.
func (d Draft) With(name string, value Draft) Draft {
	d.Keys = append(d.Keys[:len(d.Keys):len(d.Keys)], DraftKey{name, value})
	return d
}

// OnOneLine is a list or mapping that stands on one line.
func (d Draft) OnOneLine() Draft {
	d.Row = true
	return d
}

// Write is the data file. Reading it gives every text as it was: what YAML would
// take for something else (370117, 1:30, null, yes) stands in quotes.
func Write(d Draft) []byte {
	var b strings.Builder
	b.WriteString(notes(d.Notes, ""))
	writeBlock(&b, d, "")
	return []byte(b.String())
}

func notes(lines []string, indent string) string {
	var b strings.Builder
	for _, n := range lines {
		for line := range strings.Lines(n) {
			fmt.Fprintf(&b, "%s# %s\n", indent, strings.Map(inComment, strings.TrimRight(line, "\n")))
		}
	}
	return b.String()
}

// inComment leaves out what would end a comment, or could not be read in one.
func inComment(r rune) rune {
	if unicode.IsControl(r) && r != '\t' || isStray(r) {
		return ' '
	}
	return r
}

// writeBlock writes a list or mapping, an element a line.
func writeBlock(b *strings.Builder, d Draft, indent string) {
	for _, k := range d.Keys {
		b.WriteString(notes(k.Value.Notes, indent))
		b.WriteString(indent + inline(DraftOf(k.Name)) + ":")
		writeValue(b, k.Value, indent)
	}
	for _, e := range d.List {
		b.WriteString(notes(e.Notes, indent))
		if e.kind != draftMapping || e.Row || len(e.Keys) == 0 {
			b.WriteString(indent + "- " + inline(e) + "\n")
			continue
		}
		var inner strings.Builder
		writeBlock(&inner, e, indent+"  ")
		b.WriteString(indent + "- " + strings.TrimPrefix(inner.String(), indent+"  "))
	}
}

func writeValue(b *strings.Builder, v Draft, indent string) {
	if v.Row || len(v.Keys) == 0 && len(v.List) == 0 {
		b.WriteString(" " + inline(v) + "\n")
		return
	}
	b.WriteString("\n")
	writeBlock(b, v, indent+"  ")
}

// inline is a value as it stands on one line.
func inline(d Draft) string {
	switch d.kind {
	case draftNull:
		return "null"
	case draftList:
		var all []string
		for _, e := range d.List {
			all = append(all, inline(e))
		}
		return "[" + strings.Join(all, ", ") + "]"
	case draftMapping:
		var all []string
		for _, k := range d.Keys {
			all = append(all, inline(DraftOf(k.Name))+": "+inline(k.Value))
		}
		return "{" + strings.Join(all, ", ") + "}"
	case draftFigure:
		if bareFigure().MatchString(d.Text) {
			return d.Text
		}
	}
	if bareText().MatchString(d.Text) && !taken[strings.ToLower(d.Text)] {
		return d.Text
	}
	return quotedScalar(d.Text)
}

// What needs no quotes in a mapping or list on one line: far less than YAML
// allows.
var (
	bareFigure = pattern.Of(`^true$|^-?[0-9][0-9.]*(-[0-9HQ]+)*(\.\.[0-9][0-9HQ-]*)?[\p{Han}%‰]*$`)
	bareText   = pattern.Of(`^[\p{Han}\p{Latin}_“《（][\p{Han}\p{Latin}0-9_.（）“”《》、，。；：—·%+/ -]*[\p{Han}\p{Latin}0-9_）”》。%]$|^[\p{Han}]$`)
)

// taken are words that YAML, old or new, takes for something else.
var taken = map[string]bool{
	"null": true, "true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "nan": true, "inf": true,
}

// quotedScalar is a text in double quotes.
func quotedScalar(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case unicode.IsControl(r) || isStray(r) || r == unicode.ReplacementChar:
			b.WriteByte(' ') // which no data file holds
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// WriteCSV is a table as a CSV file, its header first. It is our own since the
// standard library writes a row of one empty cell as an empty line, which no reader
// takes for a row.
func WriteCSV(rows [][]string) []byte {
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(',')
			}
			if strings.ContainsAny(cell, ",\"\r\n") || i == 0 && cell == "" {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteString("\n")
	}
	return []byte(b.String())
}
