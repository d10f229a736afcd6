package report

import (
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/pdf"
	"jianbao/report/typeset"
)

// briefing makes the PDF. Findings are characters that no face has; then there
// is no output, since one would show boxes.
func (l *looks) briefing(w io.Writer, doc *document.Document, data *dataset.Dataset) ([]diag.Finding, error) {
	pages, err := typeset.Layout(doc, &l.style, l.faces)
	if err != nil {
		return nil, err
	}
	if len(pages.Missing) > 0 {
		return missingGlyphs(pages.Missing, data), errNotMade
	}
	return nil, pdf.Write(w, pages, pdf.Meta{
		Title: doc.Title, Author: doc.Issuer, Subject: doc.District + " " + doc.Period, Creator: "jianbao",
		Published: time.Date(doc.Published.Year, time.Month(doc.Published.Month), doc.Published.Day, 0, 0, 0, 0, time.UTC),
	})
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
		at := strings.IndexRune(in.Text, r)
		if at < 0 {
			continue
		}
		line := strings.Count(in.Text[:at], "\n")
		start := strings.LastIndexByte(in.Text[:at], '\n') + 1
		column := utf8.RuneCountInString(in.Text[start:at]) + 1
		return diag.Place{File: in.Name, Line: line + 1, Column: column, EndColumn: column + 1}
	}
	return diag.Place{File: data.File}
}
