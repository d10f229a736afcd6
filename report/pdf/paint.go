package pdf

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/jung-kurt/gofpdf"

	"jianbao/report/style"
	"jianbao/report/typeset"
)

// paint draws the pages with gofpdf. Its page breaks are off and its methods that set text are not used: those that
// break lines lose characters, and all are slow.
func paint(w io.Writer, pages *typeset.Pages, fonts fontSet) error {
	g := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt"})
	g.SetMargins(0, 0, 0)
	g.SetAutoPageBreak(false, 0)
	// gofpdf reads the clock unless it is told a time; finish replaces both dates.
	g.SetCreationDate(time.Unix(0, 0).UTC())
	g.SetModificationDate(time.Unix(0, 0).UTC())
	g.SetCatalogSort(true)
	g.SetCompression(false) // finish compresses
	p := painter{Fpdf: g, writer: writer{fonts: fonts}}
	for _, page := range pages.Pages {
		g.AddPageFormat("P", gofpdf.SizeType{Wd: page.Width, Ht: page.Height})
		p.begin(page.Height)
		p.page(page, pages.Elements)
	}
	if err := g.Output(w); err != nil {
		return fmt.Errorf("gofpdf: %w", err)
	}
	return nil
}

// painter draws lines and areas with gofpdf. Text and what the marks are it writes itself, and hands over before gofpdf
// draws something.
type painter struct {
	*gofpdf.Fpdf
	writer
	tagged []byte // see tag
}

// What begins pieces that are no part of the document.
var (
	ornament = []byte("/Artifact BMC\n")
	header   = []byte("/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC\n")
	footer   = []byte("/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\n")
)

// page draws a page's marks in pieces, each of which says what it is (marked content, ISO 32000-1, 14.6).
func (p *painter) page(page typeset.Page, elements []typeset.Element) {
	drawn, id := 0, 0
	for _, c := range page.Contents {
		p.marked(ornament, page.Marks[drawn:c.From])
		switch c.Element {
		case typeset.Header:
			p.marked(header, page.Marks[c.From:c.To])
		case typeset.Footer:
			p.marked(footer, page.Marks[c.From:c.To])
		default:
			p.marked(p.tag(elements[c.Element].Role, id), page.Marks[c.From:c.To])
			id++
		}
		drawn = c.To
	}
	p.marked(ornament, page.Marks[drawn:])
	p.handOver()
}

// tag is what begins a piece of an element.
func (p *painter) tag(role typeset.Role, id int) []byte {
	p.tagged = append(append(append(p.tagged[:0], '/'), role...), " <</MCID "...)
	return append(strconv.AppendInt(p.tagged, int64(id), 10), ">> BDC\n"...)
}

// marked draws a piece, if there is anything in it.
func (p *painter) marked(tag []byte, marks []typeset.Mark) {
	if len(marks) == 0 {
		return
	}
	p.ops = append(p.ops, tag...)
	for _, m := range marks {
		p.mark(m)
	}
	p.endText()
	p.ops = append(p.ops, "EMC\n"...)
}

func (p *painter) mark(m typeset.Mark) {
	switch m := m.(type) {
	case typeset.Run:
		p.run(m)
	case typeset.Line:
		p.stroke(m.Weight, m.Colour)
		p.Line(m.X1, m.Y1, m.X2, m.Y2)
	case typeset.Rect:
		p.fill(m.Colour)
		p.Rect(m.X, m.Y, m.W, m.H, "F")
	case typeset.Polyline:
		p.polyline(m)
	case typeset.Polygon:
		p.polygon(m)
	case typeset.Link: // written by finish
	}
}

func (p *painter) polyline(m typeset.Polyline) {
	if len(m.Points) < 2 {
		return
	}
	p.stroke(m.Weight, m.Colour)
	p.through(m.Points)
	p.DrawPath("D")
}

// polygon fills an area. gofpdf's own Polygon rounds the first corner otherwise than the rest.
func (p *painter) polygon(m typeset.Polygon) {
	if len(m.Points) < 3 {
		return
	}
	p.fill(m.Colour)
	p.through(m.Points)
	p.DrawPath("F")
}

// through makes the path through points.
func (p *painter) through(points []typeset.Point) {
	p.MoveTo(points[0].X, points[0].Y)
	for _, q := range points[1:] {
		p.LineTo(q.X, q.Y)
	}
}

// stroke makes ready to draw a line.
func (p *painter) stroke(weight float64, c style.Colour) {
	p.handOver()
	if p.GetLineWidth() != weight {
		p.SetLineWidth(weight)
	}
	if r, g, b := p.GetDrawColor(); r != int(c.R) || g != int(c.G) || b != int(c.B) {
		p.SetDrawColor(int(c.R), int(c.G), int(c.B))
	}
}

// fill makes ready to fill an area.
func (p *painter) fill(c style.Colour) {
	p.endText()
	p.paintIn(c)
	p.handOver()
}

// handOver puts what was written so far among what gofpdf has drawn.
func (p *painter) handOver() {
	p.endText()
	if last := len(p.ops) - 1; last >= 0 {
		p.RawWriteStr(string(p.ops[:last])) // which ends the line
		p.ops = p.ops[:0]
	}
}
