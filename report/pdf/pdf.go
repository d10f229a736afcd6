// Package pdf writes laid-out pages as a PDF file. It is the only package that knows gofpdf.
//
// gofpdf serves as a painter only: it is given text with its place, rules and areas. Faces are cut to the characters
// used before it sees them, and what it cannot say (the true text behind remapped characters, outline, links,
// metadata, language) is put in by rewriting its output; see file.go. Nothing here decides where anything stands.
package pdf

import (
	"bytes"
	"io"
	"time"

	"jianbao/report/typeset"
)

// Meta is what the file says about itself.
type Meta struct {
	Title     string
	Author    string    // the issuer; may be empty
	Subject   string    // may be empty
	Creator   string    // the program, with its version
	Published time.Time // the only date in the file; none if zero
}

// Write writes the pages as PDF 1.7. The same pages and meta give the same bytes. It fails where a face lacks a
// character (pages.Missing tells beforehand), where gofpdf does, and where w does.
func Write(w io.Writer, pages *typeset.Pages, meta Meta) error {
	fonts, err := cutFonts(pages)
	if err != nil {
		return err
	}
	var painted bytes.Buffer
	if err := paint(&painted, pages, fonts); err != nil {
		return err
	}
	f, err := parse(painted.Bytes())
	if err != nil {
		return err
	}
	if err := f.finish(pages, fonts, meta); err != nil {
		return err
	}
	_, err = w.Write(f.bytes())
	return err
}
