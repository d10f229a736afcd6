// Package xlsx writes a document as a workbook: contents, indicators, a sheet
// for each table, charts, checks, findings, sources. Figures that follow from
// others are live formulas with their values beside them.
//
// Sheets are written straight, from excelize, which only package form beside it also
// knows, come what all workbooks have in common and the comments. It does not judge
// figures: what is consistent was said before, and a formula that would say otherwise
// is not written. It reads no files and no clock.
package xlsx

import (
	"errors"
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
// of writing, or a diag.Text where a sheet would have more rows than a spreadsheet
// can; then what w holds is no workbook.
func Write(w io.Writer, doc *document.Document, folder string) ([]diag.Finding, error) {
	b := newBook(doc)
	sheets := b.sheets()
	for _, s := range sheets {
		if s.rows > excelize.TotalRows {
			return b.findings, diag.Say("“%s”表要有%d行，而一张工作表最多%d行；请把数据分到几个数据文件里",
				"the sheet %s would have %d rows, and a sheet has at most %d: divide the data among several data files", s.name, s.rows, excelize.TotalRows)
		}
	}
	a := newArchive(w, folder, doc.Published)
	defer a.remove()
	if err := b.fill(sheets, a); err != nil {
		return b.findings, fmt.Errorf("workbook: %w", err)
	}
	return b.findings, nil
}

// fill makes the sheets and what the file says of itself.
func (b *book) fill(sheets []*sheet, a *archive) error {
	made, err := newWorkbook()
	if err != nil {
		return err
	}
	out := streamTo(a, made)
	defer out.release()
	for _, s := range sheets {
		if err := out.write(s); err != nil {
			return err
		}
	}
	if err := errors.Join(out.finish(), b.properties(a)); err != nil {
		return err
	}
	return a.close()
}
