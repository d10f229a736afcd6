package pdf

import (
	"fmt"
	"strconv"
	"time"

	"github.com/jung-kurt/gofpdf"

	"jianbao/report/style"
	"jianbao/report/typeset"
)

// paint draws the pages with gofpdf. Its page breaks are off and its methods that set text are not used: those that
// break lines lose characters, and all are slow.
func (p *press) paint(pages *typeset.Pages) error {
	g := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt"})
	g.SetMargins(0, 0, 0)
	g.SetAutoPageBreak(false, 0)
	g.SetLineJoinStyle("round") // a pointed join of a steep peak would say more than its value
	// gofpdf reads the clock unless it is told a time; finish replaces both dates.
	g.SetCreationDate(time.Unix(0, 0).UTC())
	g.SetModificationDate(time.Unix(0, 0).UTC())
	g.SetCatalogSort(true)
	g.SetCompression(false) // finish compresses
	p.fonts.begin(pages.Faces)
	on := painter{Fpdf: g, ends: "butt", writer: writer{fonts: p.fonts, ops: p.ops[:0], pieces: p.pieces[:0]}}
	for _, page := range pages.Pages {
		g.AddPageFormat("P", gofpdf.SizeType{Wd: page.Width, Ht: page.Height})
		on.begin(page.Height)
		on.page(page, pages.Elements)
	}
	p.ops, p.pieces = on.ops, on.pieces
	p.painted.Reset()
	if err := g.Output(&p.painted); err != nil {
		return fmt.Errorf("gofpdf: %w", err)
	}
	return nil
}

// painter draws lines and areas with gofpdf. Text and what the marks are it writes itself, and leaves a place for it
// among what gofpdf draws.
type painter struct {
	*gofpdf.Fpdf
	writer
	ends string // of lines, which gofpdf does not tell
}

// place is the line that stands where a piece of the writer's belongs: a comment, which gofpdf itself never writes.
const place = "%\n"

// What begins pieces that are no part of the document.
const (
	ornament = "/Artifact BMC\n"
	header   = "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC\n"
	footer   = "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\n"
)

// page draws a page's marks in pieces, each of which says what it is (marked content, ISO 32000-1, 14.6).
func (p *painter) page(page typeset.Page, elements []typeset.Element) {
	drawn, id := 0, 0
	for _, c := range page.Contents {
		p.artifact(ornament, page.Marks[drawn:c.From])
		switch c.Element {
		case typeset.Header:
			p.artifact(header, page.Marks[c.From:c.To])
		case typeset.Footer:
			p.artifact(footer, page.Marks[c.From:c.To])
		default:
			p.element(elements[c.Element].Role, id, page.Marks[c.From:c.To])
			id++
		}
		drawn = c.To
	}
	p.artifact(ornament, page.Marks[drawn:])
	p.handOver()
}

// element draws a piece of an element.
func (p *painter) element(role typeset.Role, id int, marks []typeset.Mark) {
	if len(marks) == 0 {
		return
	}
	p.ops = append(append(append(p.ops, '/'), role...), " <</MCID "...)
	p.ops = append(strconv.AppendInt(p.ops, int64(id), 10), ">> BDC\n"...)
	p.marks(marks)
}

// artifact draws a piece that is no part of the document, if there is anything in it.
func (p *painter) artifact(tag string, marks []typeset.Mark) {
	if len(marks) == 0 {
		return
	}
	p.ops = append(p.ops, tag...)
	p.marks(marks)
}

// marks draws the marks of a piece and ends it.
func (p *painter) marks(marks []typeset.Mark) {
	for _, m := range marks {
		p.mark(m)
	}
	p.endText()
	p.ops = append(p.ops, "EMC\n"...)
}

func (p *painter) mark(m typeset.Mark) {
	switch m := m.(type) {
	case *typeset.Run:
		p.run(m)
	case typeset.Line:
		p.stroke(m.Weight, m.Colour, "butt")
		p.Line(m.X1, m.Y1, m.X2, m.Y2)
	case typeset.Rect:
		p.fill(m.Colour)
		p.Rect(m.X, m.Y, m.W, m.H, "F")
	case typeset.Dot:
		p.dot(m)
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
	p.stroke(m.Weight, m.Colour, "butt")
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

// dot draws a dot as the round ends of a line that goes nowhere, or next to nowhere: some readers draw no line at all
// without a length. A circle of curves or corners would be twenty times as long.
func (p *painter) dot(m typeset.Dot) {
	p.stroke(2*m.Radius, m.Colour, "round")
	const least = 0.02 // still a length when gofpdf has rounded both ends to two decimals
	p.Line(m.X, m.Y, m.X+least, m.Y)
}

// stroke makes ready to draw a line with such ends.
func (p *painter) stroke(weight float64, c style.Colour, ends string) {
	p.handOver()
	if p.GetLineWidth() != weight {
		p.SetLineWidth(weight)
	}
	if p.ends != ends {
		p.ends = ends
		p.SetLineCapStyle(ends)
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

// handOver leaves a place for what was written so far.
func (p *painter) handOver() {
	p.endText()
	if p.endPiece() {
		p.RawWriteStr(place[:1]) // which ends the line
	}
}
