// Package xlsx writes a document as a workbook: contents, indicators, a sheet
// for each table, charts, checks, findings, sources. Figures that follow from
// others are live formulas with their values beside them.
//
// It writes with excelize, which only package form beside it also knows. It does
// not judge figures: what is consistent was said before, and a formula that would
// say otherwise is not written. It reads no files and no clock.
package xlsx

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"jianbao/report/diag"
	"jianbao/report/document"
)

// Write writes the whole workbook: the same bytes for the same document. Sheets of
// more than a few megabytes are kept in files in the folder until they are written,
// and removed then; what a crash leaves there is the caller's to remove. The
// findings are warnings about what a workbook could not hold as it is: titles
// that make no sheet's name or no header, texts with control characters or beyond
// a cell's length, numbers with more digits than a spreadsheet keeps. The error is one
// of writing; then what w holds is no workbook.
func Write(w io.Writer, doc *document.Document, folder string) ([]diag.Finding, error) {
	b := newBook(doc)
	sheets := b.sheets()
	f, err := newFile()
	if err != nil {
		return b.findings, fmt.Errorf("workbook: %w", err)
	}
	a := newArchive(w, folder, doc.Published)
	defer a.remove()
	if err := b.fill(f, sheets, a); err != nil {
		return b.findings, fmt.Errorf("workbook: %w", err)
	}
	// excelize would hand over a buffer of its own, and hold the workbook once more.
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return a })
	if err := f.Write(io.Discard); err != nil {
		return b.findings, fmt.Errorf("workbook: %w", err)
	}
	return b.findings, nil
}

// fill makes the sheets and what the file says of itself. The rows go to the archive.
func (b *book) fill(f *excelize.File, sheets []*sheet, a *archive) error {
	if err := f.SetSheetName(f.GetSheetName(0), sheets[0].name); err != nil {
		return err
	}
	for _, s := range sheets[1:] {
		if _, err := f.NewSheet(s.name); err != nil {
			return err
		}
	}
	out := &stream{file: f, archive: a, rows: newRows()}
	for _, s := range sheets {
		if err := out.write(s); err != nil {
			return err
		}
	}
	if err := out.finish(); err != nil {
		return err
	}
	b.properties(f)
	return nil
}
