package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Every sheet goes through excelize's StreamWriter, without its rows (see rows).
// It keeps all else these sheets need (panes, widths, links, filters, conditional
// formats, page set-up, charts). What it asks for is an order of calls, which is
// kept in write and nowhere else:
//
//	before NewStreamWriter   sheet properties, dimension
//	before a table's titles  panes, widths
//	before Flush             all the rest

// mostLinks bounds the links of a sheet, which are held until it ends. excelize
// compares each that leads out with all such before it.
const mostLinks = 10000

// landscapeFrom is the width, in widths of a digit, from which a sheet is
// printed across.
const landscapeFrom = 125

// stream writes the sheets of one file.
type stream struct {
	file    *excelize.File
	archive *archive // has the rows
	styles  *styles
	lists   tableParts
}

func (w *stream) write(s *sheet) error {
	if err := w.begin(s); err != nil {
		return err
	}
	sw, err := w.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if s.frozen > 0 {
		corner := address(1, s.frozen+1)
		err = sw.SetPanes(&excelize.Panes{
			Freeze: true, YSplit: s.frozen, TopLeftCell: corner, ActivePane: "bottomLeft",
			Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: "bottomLeft"}},
		})
		if err != nil {
			return err
		}
	}
	for i, width := range s.widths {
		if err := sw.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := w.lines(s); err != nil {
		return fmt.Errorf("sheet %q: %w", s.name, err)
	}
	for _, row := range s.breaks {
		if err := sw.InsertPageBreak(address(1, row)); err != nil {
			return err
		}
	}
	if err := w.finish(s); err != nil {
		return err
	}
	if s.list.name != "" {
		corner, _, _ := strings.Cut(s.list.cells, ":")
		if err := sw.SetRow(corner, s.list.heads); err != nil { // AddTable looks for the titles there
			return err
		}
		rows := false
		if err := sw.AddTable(&excelize.Table{Range: s.list.cells, Name: s.list.name, ShowRowStripes: &rows}); err != nil {
			return err
		}
		w.lists.take(w.file)
	}
	return sw.Flush()
}

// begin does what must be done before the stream starts.
func (w *stream) begin(s *sheet) error {
	fit := true
	if err := w.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{TabColorRGB: &s.tab, FitToPage: &fit}); err != nil {
		return err
	}
	lines := false
	if err := w.file.SetSheetView(s.name, -1, &excelize.ViewOptions{ShowGridLines: &lines}); err != nil {
		return err
	}
	return w.file.SetSheetDimension(s.name, "A1:"+address(max(len(s.widths), 1), max(s.rows, 1)))
}

// lines writes the rows, and the links from their cells.
func (w *stream) lines(s *sheet) error {
	out := rows{body: w.archive.nextSheet(), styles: w.styles}
	links := 0
	for l := range s.lines {
		if err := out.add(l.cells, l.heightIn(s.widths)); err != nil {
			return err
		}
		for i := range l.cells {
			to := l.cells[i].link
			if to.target == "" || links == mostLinks {
				continue
			}
			links++
			if !to.outward {
				out.link(i, to.target)
				continue
			}
			// It is a relation of the sheet, of which excelize keeps count.
			if err := w.file.SetCellHyperLink(s.name, address(i+1, out.count), to.target, "External"); err != nil {
				return err
			}
		}
	}
	return nil
}

// finish does what must be done before the stream is flushed.
func (w *stream) finish(s *sheet) error {
	if s.filter != "" {
		if err := w.file.AutoFilter(s.name, s.filter, nil); err != nil {
			return err
		}
	}
	for _, rule := range s.rules {
		id, err := w.styles.tint(rule.look)
		if err != nil {
			return err
		}
		err = w.file.SetConditionalFormat(s.name, rule.cells, []excelize.ConditionalFormatOptions{
			{Type: "formula", Criteria: rule.formula, Format: id},
		})
		if err != nil {
			return err
		}
	}
	for _, n := range s.notes {
		if err := w.file.AddComment(s.name, n.excel()); err != nil {
			return err
		}
	}
	for _, c := range s.charts {
		if err := w.file.AddChart(s.name, c.at, c.chart); err != nil {
			return err
		}
	}
	return w.page(s)
}

// page sets up the printing: A4, as wide as the paper, the header on every page.
func (w *stream) page(s *sheet) error {
	a4, wide, high := 9, 1, 0 // as many pages high as it takes
	orientation := "portrait"
	if s.columnsWide() > landscapeFrom && !s.upright {
		orientation = "landscape"
	}
	err := w.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high,
	})
	if err != nil {
		return err
	}
	centred := true
	side, end, edge := 0.6, 0.8, 0.4
	err = w.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &end, Bottom: &end, Header: &edge, Footer: &edge, Horizontally: &centred,
	})
	if err != nil {
		return err
	}
	err = w.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddHeader: pageHead(s.mark, s.heading),
		OddFooter: `&C&9&"` + songti + `,常规"第&P页 共&N页`,
	})
	if err != nil || s.repeat[0] == 0 {
		return err
	}
	return w.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: s.name,
		RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted(s.name), s.repeat[0], s.repeat[1]),
	})
}

// pageHead is the text at the head of printed pages: the mark at the left, in
// bold, the heading at the right. The size goes before the typeface: after it, a
// title's first digits would read as part of the size.
func pageHead(mark, heading string) string {
	head := ""
	if mark != "" {
		head = `&L&9&"` + heiti + `,常规"` + mark
	}
	return head + `&R&9&"` + songti + `,常规"` + strings.ReplaceAll(heading, "&", "&&")
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
