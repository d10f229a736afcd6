package report

import (
	"bytes"
	"fmt"
	"io/fs"
	"sync"
	"time"
	"unicode/utf8"

	"jianbao/fonts"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/load"
	"jianbao/report/pdf"
	"jianbao/report/style"
	"jianbao/report/typeset"
	"jianbao/templates"
)

// looks are what every briefing of a run shares: the template's style and the
// faces. Both are read once, when the first briefing is made.
type looks struct {
	style style.Style
	faces typeset.Faces
}

var defaultLooks = sync.OnceValues(func() (looks, error) {
	var l looks
	files, err := fs.Sub(templates.Files, templates.Default)
	if err != nil {
		return l, err
	}
	made, findings := load.Style(files)
	if len(findings) > 0 {
		return l, fmt.Errorf("the embedded template cannot be used: %w", findings[0].Message)
	}
	l.style, l.faces = made, typeset.Faces{}
	for _, name := range fonts.Names() {
		if l.faces[name], err = fonts.Load(name); err != nil {
			return l, err
		}
	}
	return l, nil
})

// briefing makes the PDF. Findings are characters that no face has; then there
// is no output, since one would show boxes.
func briefing(doc *document.Document, data *dataset.Dataset) ([]byte, []diag.Finding, error) {
	l, err := defaultLooks()
	if err != nil {
		return nil, nil, err
	}
	pages, err := typeset.Layout(doc, &l.style, l.faces)
	if err != nil {
		return nil, nil, err
	}
	if len(pages.Missing) > 0 {
		return nil, missingGlyphs(pages.Missing, data), nil
	}
	var b bytes.Buffer
	err = pdf.Write(&b, pages, pdf.Meta{
		Title: doc.Title, Author: doc.Issuer, Subject: doc.District + " " + doc.Period, Creator: "jianbao",
		Published: time.Date(doc.Published.Year, time.Month(doc.Published.Month), doc.Published.Day, 0, 0, 0, 0, time.UTC),
	})
	return b.Bytes(), nil, err
}

func missingGlyphs(gaps []typeset.Missing, data *dataset.Dataset) []diag.Finding {
	var found []diag.Finding
	for _, g := range gaps {
		found = append(found, diag.Finding{
			Code: diag.NoGlyph, Severity: diag.Error, Place: firstPlace(data, g.Rune),
			Message: diag.Say("没有字体含有“%[1]c”（U+%04[1]X），见“%[2]s”", "no font has the character %[1]c (U+%04[1]X), in %[2]q", g.Rune, g.Context),
			Hints: []diag.Hint{{Kind: "character", Message: diag.Say(
				"改用通行的字形，或者删去这个字符", "write a common character instead, or take it out")}},
		})
	}
	return found
}

// firstPlace is where a character first stands in the files read; the data file
// as a whole if it stands in none as such.
func firstPlace(data *dataset.Dataset, r rune) diag.Place {
	for _, in := range data.Inputs {
		at := bytes.IndexRune(in.Bytes, r)
		if at < 0 {
			continue
		}
		line := bytes.Count(in.Bytes[:at], []byte("\n"))
		start := bytes.LastIndexByte(in.Bytes[:at], '\n') + 1
		column := utf8.RuneCount(in.Bytes[start:at]) + 1
		return diag.Place{File: in.Name, Line: line + 1, Column: column, EndColumn: column + 1}
	}
	return diag.Place{File: data.File}
}
