package pdf

import (
	"fmt"
	"io"
	"math"
	"time"

	"github.com/jung-kurt/gofpdf"

	"jianbao/report/style"
	"jianbao/report/typeset"
)

// paint draws the pages with gofpdf. Its page breaks are off and its methods that break lines are not used: they lose
// characters.
func paint(w io.Writer, pages *typeset.Pages, fonts fontSet) error {
	g := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt"})
	g.SetMargins(0, 0, 0)
	g.SetAutoPageBreak(false, 0)
	// gofpdf reads the clock unless it is told a time; finish replaces both dates.
	g.SetCreationDate(time.Unix(0, 0).UTC())
	g.SetModificationDate(time.Unix(0, 0).UTC())
	g.SetCatalogSort(true)
	g.SetCompression(false) // finish compresses
	for _, f := range fonts.list {
		g.AddFontFromBytes(f.family, "", f.standIn(), nil)
	}
	p := painter{Fpdf: g, fonts: fonts}
	for _, page := range pages.Pages {
		g.AddPageFormat("P", gofpdf.SizeType{Wd: page.Width, Ht: page.Height})
		p.page(page, pages.Elements)
	}
	if err := g.Output(w); err != nil {
		return fmt.Errorf("gofpdf: %w", err)
	}
	return nil
}

// painter remembers what is set, so that it is not set again.
type painter struct {
	*gofpdf.Fpdf
	fonts fontSet
	font  *font
	size  float64
}

// page draws a page's marks in pieces, each of which says what it is (marked content, ISO 32000-1, 14.6).
func (p *painter) page(page typeset.Page, elements []typeset.Element) {
	drawn, id := 0, 0
	for _, c := range page.Contents {
		p.marked("/Artifact BMC", page.Marks[drawn:c.From])
		tag := ""
		switch c.Element {
		case typeset.Header:
			tag = "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC"
		case typeset.Footer:
			tag = "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC"
		default:
			tag = fmt.Sprintf("/%s <</MCID %d>> BDC", elements[c.Element].Role, id)
			id++
		}
		p.marked(tag, page.Marks[c.From:c.To])
		drawn = c.To
	}
	p.marked("/Artifact BMC", page.Marks[drawn:])
}

// marked draws a piece, if there is anything in it.
func (p *painter) marked(tag string, marks []typeset.Mark) {
	if len(marks) == 0 {
		return
	}
	p.RawWriteStr(tag)
	for _, m := range marks {
		p.mark(m)
	}
	p.RawWriteStr("EMC")
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
		p.fill(m.Colour)
		points := make([]gofpdf.PointType, len(m.Points))
		for i, q := range m.Points {
			points[i] = gofpdf.PointType{X: q.X, Y: q.Y}
		}
		p.Fpdf.Polygon(points, "F")
	case typeset.Link: // written by finish
	}
}

func (p *painter) run(m typeset.Run) {
	if f := p.fonts.of[variantOf(m)]; p.font != f || p.size != m.Size {
		p.SetFont(f.family, "", m.Size)
		p.font, p.size = f, m.Size
	}
	if r, g, b := p.GetTextColor(); r != int(m.Colour.R) || g != int(m.Colour.G) || b != int(m.Colour.B) {
		p.SetTextColor(int(m.Colour.R), int(m.Colour.G), int(m.Colour.B))
	}
	if m.Turned {
		p.TransformBegin()
		p.TransformRotate(-90, m.X, m.Y)
		defer p.TransformEnd()
	}
	spaced := math.Abs(m.Spacing) >= 0.0001
	if spaced {
		p.RawWriteStr(fmt.Sprintf("%.4f Tc", m.Spacing))
	}
	p.Text(m.X, m.Y, p.font.encode(m.Text))
	if spaced {
		p.RawWriteStr("0 Tc")
	}
}

func (p *painter) polyline(m typeset.Polyline) {
	if len(m.Points) < 2 {
		return
	}
	p.stroke(m.Weight, m.Colour)
	p.MoveTo(m.Points[0].X, m.Points[0].Y)
	for _, q := range m.Points[1:] {
		p.LineTo(q.X, q.Y)
	}
	p.DrawPath("D")
}

func (p *painter) stroke(weight float64, c style.Colour) {
	if p.GetLineWidth() != weight {
		p.SetLineWidth(weight)
	}
	if r, g, b := p.GetDrawColor(); r != int(c.R) || g != int(c.G) || b != int(c.B) {
		p.SetDrawColor(int(c.R), int(c.G), int(c.B))
	}
}

func (p *painter) fill(c style.Colour) {
	if r, g, b := p.GetFillColor(); r != int(c.R) || g != int(c.G) || b != int(c.B) {
		p.SetFillColor(int(c.R), int(c.G), int(c.B))
	}
}
