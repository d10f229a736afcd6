package xlsx

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"sync"
)

// Sheets are written from their first byte to their last, rows as they are made,
// and so are tables, charts and styles. excelize has what is the same in all
// workbooks (see fresh), and makes comments.

// mostLinks bounds the links of a sheet, which are held until it ends.
const mostLinks = 10000

// stream writes the sheets of one file. Its buffers go from workbook to workbook.
type stream struct {
	fresh     *fresh
	archive   *archive
	inventory inventory
	rows      rows
	comments  comments
	links     []byte // of the sheet at hand
	leads     relations
	part      []byte // in the making
	tables    int    // written so far
}

var streams = sync.Pool{New: func() any { return &stream{rows: rows{styles: newStyles()}} }}

// streamTo is a stream to be given back.
func streamTo(a *archive, made *fresh) *stream {
	w := streams.Get().(*stream)
	w.fresh, w.archive, w.comments, w.tables = made, a, comments{}, 0
	w.inventory.reset()
	w.rows.styles.reset()
	return w
}

// release gives the stream back.
func (w *stream) release() {
	w.archive, w.comments, w.rows.to = nil, comments{}, nil
	streams.Put(w)
}

// write writes the next sheet.
func (w *stream) write(s *sheet) error {
	w.inventory.sheet(s)
	number := "sheet" + strconv.Itoa(w.inventory.count) + ".xml"
	part := w.archive.long("xl/worksheets/" + number)
	out := &w.rows
	out.begin(part)
	out.pending = s.appendHead(out.pending, w.inventory.count == 1)
	leads := w.leads.begin()
	if err := w.lines(s, out, leads); err != nil {
		return fmt.Errorf("sheet %q: %w", s.name, err)
	}
	tail := behind{links: w.links, styles: out.styles}
	if s.list.name != "" {
		w.tables++
		table := "tables/table" + strconv.Itoa(w.tables) + ".xml"
		tail.table = leads.add(toTable, "../"+table)
		if err := w.put("xl/"+table, tableContent, s.list.appendPart(w.part[:0], w.tables)); err != nil {
			return err
		}
	}
	if len(s.charts) > 0 {
		tail.drawn = leads.add(toDrawing, "../drawings/drawing1.xml") // no other sheet has charts
		if err := w.draw(s); err != nil {
			return err
		}
	}
	if len(s.notes) > 0 {
		var err error
		if tail.drawn, err = w.comment(s, leads); err != nil {
			return err
		}
	}
	if leads.count > 0 {
		if err := w.lead("xl/worksheets/_rels/"+number, leads); err != nil {
			return err
		}
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
			if to == (link{}) || count == mostLinks {
				continue
			}
			count++
			links = append(links, `<hyperlink ref="`...)
			links = append(links, out.columns[i]...)
			links = strconv.AppendInt(links, int64(out.count), 10)
			if to.url != "" {
				links = append(append(links, `" r:id="`...), leads.add(toURL, to.url)...)
			} else {
				links = to.to.appendLocation(append(links, `" location="`...))
			}
			links = append(links, `"/>`...)
		}
	}
	w.links = links
	return nil
}

// draw puts down the sheet's charts and where they lie.
func (w *stream) draw(s *sheet) error {
	var leads relations
	if err := w.put("xl/drawings/drawing1.xml", drawingContent, s.appendDrawing(w.part[:0], &leads)); err != nil {
		return err
	}
	if err := w.lead("xl/drawings/_rels/drawing1.xml", &leads); err != nil {
		return err
	}
	for i := range s.charts {
		if err := w.put("xl/charts/chart"+strconv.Itoa(i+1)+".xml", chartContent, s.charts[i].chart.appendPart(w.part[:0])); err != nil {
			return err
		}
	}
	return nil
}

// comment has the sheet's comments made, and gives the relation of their shapes.
func (w *stream) comment(s *sheet, leads *relations) (shapes string, err error) {
	number, err := w.comments.add(w.fresh, s)
	if err != nil {
		return "", err
	}
	w.inventory.part(commentsOf(number), commentsContent)
	if number == 1 {
		w.inventory.ending("vml", shapesContent)
	}
	shapes = leads.add(toShapes, "../drawings/vmlDrawing"+strconv.Itoa(number)+".vml")
	leads.add(toComments, "../comments"+strconv.Itoa(number)+".xml")
	return shapes, nil
}

// put writes a part, made in w.part, and says what it is.
func (w *stream) put(name, content string, part []byte) error {
	w.part = part
	w.inventory.part(name, content)
	return w.archive.put(name, part)
}

// lead writes what a part leads to.
func (w *stream) lead(of string, leads *relations) error {
	w.part = leads.appendPart(w.part[:0])
	return w.archive.put(of+".rels", w.part)
}

// finish writes what is about all sheets.
func (w *stream) finish() error {
	w.part = w.rows.styles.appendPart(w.part[:0])
	return errors.Join(
		w.archive.put(stylesPart, w.part),
		w.comments.write(w.archive),
		w.inventory.write(w.archive, w.fresh),
	)
}

// write writes all of it.
func write(w io.Writer, b []byte) error {
	_, err := w.Write(b)
	return err
}
