package compose

import (
	"strings"
	"unicode/utf8"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// TextFile is a text of a template's own: the words of the sections with an id in
// data files that give them none.
type TextFile struct {
	Section string // the id, or AnySection
	Name    string // of the file, as findings name it
	Text    string
}

// AnySection is the name of the text for sections that have none of their own in
// the template.
const AnySection = "section"

// Phrasing is the texts of a template, read once for all districts of a run. A nil
// Phrasing has none.
type Phrasing struct{ sources map[string]*source }

// ReadPhrasing reads a template's texts. What is wrong with one is found with the
// districts whose sections it fills in.
func ReadPhrasing(files []TextFile) *Phrasing {
	p := &Phrasing{sources: map[string]*source{}}
	for _, f := range files {
		p.sources[f.Section] = parsed(f.Text, linesOf(f.Name, f.Text))
	}
	return p
}

// linesOf are the places of a file's lines.
func linesOf(name, text string) []diag.Place {
	var lines []diag.Place
	for line := range strings.Lines(text + "\n") {
		n := len(lines) + 1
		lines = append(lines, diag.Place{File: name, Line: n, Column: 1, EndColumn: 1 + utf8.RuneCountInString(strings.TrimRight(line, "\r\n"))})
	}
	return lines
}

// of is the template's text for a section, or nil.
func (p *Phrasing) of(s *dataset.Section) *source {
	if p == nil {
		return nil
	}
	if own := p.sources[s.ID.Value]; own != nil {
		return own
	}
	return p.sources[AnySection]
}
