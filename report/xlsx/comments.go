package xlsx

import (
	"errors"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// comments are those of a workbook. excelize makes their parts, in a file of its own
// that has a sheet for each sheet with comments, and no other part of that file is
// written.
type comments struct {
	file   *excelize.File // nil until a sheet has comments
	sheets int
}

// add makes the comments of a sheet, and gives the number of their part.
func (c *comments) add(made *fresh, s *sheet) (number int, err error) {
	if c.file == nil {
		if c.file, err = made.file(); err != nil {
			return 0, err
		}
	}
	c.sheets++
	name := "Sheet" + strconv.Itoa(c.sheets)
	if _, err := c.file.NewSheet(name); err != nil { // the first is there
		return 0, err
	}
	if err := measure(c.file, name, s); err != nil {
		return 0, err
	}
	for _, n := range s.notes {
		if err := c.file.AddComment(name, n.excel()); err != nil {
			return 0, err
		}
	}
	return c.sheets, nil
}

// What excelize calls the parts of the comments and their shapes.
const (
	commentsName = "xl/comments"
	shapesName   = "xl/drawings/vmlDrawing"
)

func commentsOf(number int) string { return commentsName + strconv.Itoa(number) + ".xml" }

// write writes the parts.
func (c *comments) write(a *archive) error {
	if c.file == nil {
		return nil
	}
	c.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return onlyComments{a} })
	return c.file.Write(io.Discard)
}

// onlyComments lets pass the parts of comments and their shapes.
type onlyComments struct{ archive *archive }

// Create is asked for every part.
func (o onlyComments) Create(name string) (io.Writer, error) {
	if strings.HasPrefix(name, commentsName) || strings.HasPrefix(name, shapesName) {
		return inOneGo{o.archive, name}, nil
	}
	return io.Discard, nil
}

// AddFS is asked for by excelize's interface and never called.
func (onlyComments) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close ends excelize's file, and not the archive.
func (onlyComments) Close() error { return nil }

// inOneGo is a part that is written in one go, as all of excelize's are.
type inOneGo struct {
	archive *archive
	name    string
}

func (w inOneGo) Write(b []byte) (int, error) { return len(b), w.archive.put(w.name, b) }

// measure tells excelize how large cells are, since comments are placed by the
// cells that they cover.
func measure(f *excelize.File, name string, s *sheet) error {
	height := float64(defaultHeight)
	if err := f.SetSheetProps(name, &excelize.SheetPropsOptions{DefaultRowHeight: &height}); err != nil {
		return err
	}
	for i, width := range s.widths {
		if err := f.SetColWidth(name, columnName(i+1), columnName(i+1), width); err != nil {
			return err
		}
	}
	return nil
}

// The size of a comment's box, in pixels: for lines of so many widths of a digit.
const (
	noteColumns = 44
	noteWidth   = 330
	noteLine    = 18
)

// excel is the comment in excelize's terms, with a box that shows all of it.
func (n note) excel() excelize.Comment {
	lines := 1
	for part := range strings.SplitSeq(n.text, "\n") {
		lines += 1 + columns(part)/noteColumns
	}
	return excelize.Comment{
		Cell: n.at, Author: noteAuthor, Width: noteWidth, Height: uint(lines * noteLine),
		Paragraph: []excelize.RichTextRun{{Text: n.text, Font: &excelize.Font{Family: songti, Size: 9}}},
	}
}
