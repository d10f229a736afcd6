package xlsx

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Sheets are written from their first byte to their last, rows as they are made,
// and so are tables, charts and styles. excelize has the rest: the parts that say
// what the workbook consists of, its names, properties and theme, and comments.
// What it notes in its own sheets is not written.

// What our parts are.
const (
	tableContent   = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"
	drawingContent = "application/vnd.openxmlformats-officedocument.drawing+xml"
	chartContent   = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
)

// mostLinks bounds the links of a sheet, which are held until it ends.
const mostLinks = 10000

// stream writes the sheets of one file.
type stream struct {
	file    *excelize.File
	archive *archive
	rows    rows
	links   []byte // of the sheet at hand
	sheets  int    // written so far
	tables  int
}

// write writes the next sheet, which excelize numbers as the next too.
func (w *stream) write(s *sheet) error {
	w.sheets++
	number := "sheet" + strconv.Itoa(w.sheets) + ".xml"
	part := w.archive.long("xl/worksheets/" + number)
	out := &w.rows
	out.begin(part)
	out.pending = s.appendHead(out.pending, w.sheets == 1)
	leads := &relations{}
	if err := w.lines(s, out, leads); err != nil {
		return fmt.Errorf("sheet %q: %w", s.name, err)
	}
	tail := behind{links: w.links, styles: out.styles}
	if s.list.name != "" {
		w.tables++
		tail.table = leads.add(toTable, "../tables/table"+strconv.Itoa(w.tables)+".xml")
		w.put("xl/tables/table"+strconv.Itoa(w.tables)+".xml", tableContent, s.list.part(w.tables))
	}
	if len(s.charts) > 0 {
		tail.drawn = leads.add(toDrawing, "../drawings/drawing1.xml") // no other sheet has charts
		w.draw(s)
	} else {
		tail.drawn = leads.next() // excelize's, for comments
	}
	if leads.count > 0 {
		w.file.Pkg.Store("xl/worksheets/_rels/"+number+".rels", leads.part())
	}
	if err := w.remainder(s); err != nil {
		return err
	}
	out.pending = s.appendTail(out.pending, tail)
	if err := out.flush(); err != nil {
		return err
	}
	return part.Close()
}

// lines writes the rows, and notes the links from their cells.
func (w *stream) lines(s *sheet, out *rows, leads *relations) error {
	count, links := 0, w.links[:0]
	for l := range s.lines {
		if err := out.add(l.cells, l.heightIn(s.widths)); err != nil {
			return err
		}
		for i := range l.cells {
			to := l.cells[i].link
			if to.target == "" || count == mostLinks {
				continue
			}
			count++
			links = append(links, `<hyperlink ref="`...)
			links = append(links, out.columns[i]...)
			links = strconv.AppendInt(links, int64(out.count), 10)
			if to.outward {
				links = append(append(links, `" r:id="`...), leads.add(toURL, to.target)...)
			} else {
				links = appendEscaped(append(links, `" location="`...), to.target, inAttribute)
			}
			links = append(links, `"/>`...)
		}
	}
	w.links = links
	return nil
}

// remainder has excelize do what is left to it of a sheet: its names and comments.
// The first relation that it adds to the sheet's is that of the comments' shapes.
func (w *stream) remainder(s *sheet) error {
	if s.filter != "" { // for its hidden name
		if err := w.file.AutoFilter(s.name, s.filter, nil); err != nil {
			return err
		}
	}
	if s.repeat[0] != 0 {
		err := w.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: s.name,
			RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted(s.name), s.repeat[0], s.repeat[1]),
		})
		if err != nil {
			return err
		}
	}
	if len(s.notes) > 0 {
		if err := w.measures(s); err != nil {
			return err
		}
	}
	for _, n := range s.notes {
		if err := w.file.AddComment(s.name, n.excel()); err != nil {
			return err
		}
	}
	return nil
}

// draw puts down the sheet's charts and where they lie.
func (w *stream) draw(s *sheet) {
	drawing, leads := s.drawing()
	w.put("xl/drawings/drawing1.xml", drawingContent, drawing)
	w.file.Pkg.Store("xl/drawings/_rels/drawing1.xml.rels", leads.part())
	for i := range s.charts {
		w.put("xl/charts/chart"+strconv.Itoa(i+1)+".xml", chartContent, s.charts[i].chart.part())
	}
}

// measures tells excelize how large cells are, since comments are placed by the
// cells that they cover.
func (w *stream) measures(s *sheet) error {
	height := float64(defaultHeight)
	if err := w.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{DefaultRowHeight: &height}); err != nil {
		return err
	}
	for i, width := range s.widths {
		if err := w.file.SetColWidth(s.name, columnName(i+1), columnName(i+1), width); err != nil {
			return err
		}
	}
	return nil
}

// put puts down a part and declares what it is. excelize's notion of that has no
// name outside it; a copy of one of its own does.
func (w *stream) put(name, content string, part []byte) {
	w.file.Pkg.Store(name, part)
	types := w.file.ContentTypes
	types.Overrides = append(types.Overrides, types.Overrides[0])
	last := &types.Overrides[len(types.Overrides)-1]
	last.PartName, last.ContentType = "/"+name, content
}

// finish writes the styles, and keeps excelize from writing its sheets and styles.
func (w *stream) finish() error {
	part, err := w.archive.Create(stylesPart)
	if err != nil {
		return err
	}
	w.file.Styles = nil
	w.file.Pkg.Delete(stylesPart)
	w.file.Sheet.Clear()
	w.file.Pkg.Delete(firstSheetPart) // a new file has it
	return write(part, w.rows.styles.part())
}

// write writes all of it.
func write(w io.Writer, b []byte) error {
	_, err := w.Write(b)
	return err
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
