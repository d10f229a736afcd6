// Package pdf writes laid-out pages as a PDF file. It is the only package that knows gofpdf.
//
// gofpdf serves as a painter only: it draws the pages, with a place left wherever text belongs. What it cannot say, or not
// well (text, its fonts and what their codes stand for, what the marks are, outline, links, colours, metadata, language),
// is put in by rewriting its output; see file.go. Nothing here decides where anything stands or what it is.
package pdf

import (
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

// Write writes the pages as PDF 1.7 that keeps to PDF/A-2b (ISO 19005-2), for archives, and to PDF/UA-1 (ISO 14289-1),
// for those who have it read aloud, so far as pages do: each Figure needs an Alt. The same pages and meta give the same
// bytes. It fails where a face lacks a character (pages.Missing tells beforehand), where gofpdf does, and where w does.
func Write(w io.Writer, pages *typeset.Pages, meta Meta) error {
	p := presses.Get().(*press)
	defer presses.Put(p)
	f, err := p.assemble(pages, meta)
	if err != nil {
		return err
	}
	_, err = w.Write(f.bytes())
	return err
}

// assemble makes the objects of the file.
func (p *press) assemble(pages *typeset.Pages, meta Meta) (*file, error) {
	if err := p.paint(pages); err != nil {
		return nil, err
	}
	f, err := p.parse(p.painted.Bytes())
	if err != nil {
		return nil, err
	}
	return f, f.finish(pages, meta)
}
