// Package typeset lays a document out on pages: line breaking and justification by the rules of Chinese typography
// (W3C CLREQ, GB/T 15834), tables, charts, page breaks, running heads and page numbers.
//
// It is pure: a document, a style and faces in, marks at places out. It knows no PDF and does no input or output. The
// same input gives the same pages.
package typeset

import (
	"slices"

	"jianbao/report/document"
	"jianbao/report/style"
	"jianbao/report/typeface"
)

// Faces are the faces at hand by name ("serif", "sans-bold"); a style chooses among them.
type Faces map[string]*typeface.Face

// Layout lays a document out. It fails if the style cannot be used (see style.Check) or names a face there is not.
// Characters that no face has are told in Pages.Missing.
func Layout(doc *document.Document, st *style.Style, faces Faces) (*Pages, error) {
	s, err := newSetter(doc, st, faces)
	if err != nil {
		return nil, err
	}
	defer s.giveBack()
	if doc.Draft {
		s.draft = s.element(Element{Role: RoleP, Parent: whole})
	}
	s.titleBlock()
	s.keyFigures()
	s.contents()
	for i := range doc.Sections {
		s.section(&doc.Sections[i])
	}
	s.signature()
	s.annex()
	return s.pages(), nil
}

// pages puts the slabs on pages, with running heads and page numbers. What is drawn late is drawn when the outline knows
// its pages.
func (s *setter) pages() *Pages {
	sheets := s.sheets()
	s.outline = locate(sheets)
	p := &Pages{Faces: s.faces.all, Outline: s.outline, Elements: slices.Clone(s.elements)}
	p.Pages = make([]Page, len(sheets))
	d := &s.faces.drawing
	for i := range sheets {
		sh := &sheets[i]
		d.put(s.runningHead(i, sh.paper), Header, 0, 0)
		x, y := sh.corner()
		d.place(sh.slabs, sh.area, x, y)
		d.put(s.pageNumber(i, len(sheets), sh), Footer, 0, 0)
		p.Pages[i] = d.page(sh.width*pointsPerMM, sh.height*pointsPerMM)
	}
	p.Missing = s.faces.gaps.sorted()
	return p
}
