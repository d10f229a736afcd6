// Package typeset lays a document out on pages: line breaking and justification by the rules of Chinese typography
// (W3C CLREQ, GB/T 15834), tables, charts, page breaks, running heads and page numbers.
//
// It is pure: a document, a style and faces in, marks at places out. It knows no PDF and does no input or output. The
// same input gives the same pages.
package typeset

import (
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
	s.titleBlock()
	for i := range doc.Sections {
		s.section(&doc.Sections[i])
	}
	s.annex()
	return s.pages(), nil
}

// pages puts the slabs on pages, with running heads and page numbers.
func (s *setter) pages() *Pages {
	p := &Pages{
		Width:  s.style.Page.Width * pointsPerMM,
		Height: s.style.Page.Height * pointsPerMM,
		Faces:  s.faces.all,
	}
	filled := fill(s.slabs, s.height)
	for i, slabs := range filled {
		marks := s.runningHead(i)
		marks = append(marks, place(slabs, s.style.Page.Left*pointsPerMM, s.style.Page.Top*pointsPerMM, i, &p.Outline)...)
		marks = append(marks, s.pageNumber(i, len(filled))...)
		p.Pages = append(p.Pages, Page{marks})
	}
	p.Missing = s.faces.gaps.sorted()
	return p
}
