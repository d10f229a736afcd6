package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"jianbao/report/typeset"
)

// structure says what the marks are: the tree of elements (ISO 32000-1, 14.7), each pointing at its content on the pages,
// and for each page and link the way back to its elements.
type structure struct {
	*file
	pages   *typeset.Pages
	numbers []int // of the page objects
	first   int   // number of the first element's object; the others follow

	links int // those with an entry of their own in the parent tree
}

// element is what is known of an element besides what the pages say of it.
type element struct {
	page        int // the page, counted from 1, on which its content begins; 0 if it has none
	box         box // what the content of a Figure covers on that page
	first, last int // of what it holds, indices of kids; -1 if it holds nothing
}

// kid is one of the things an element holds.
type kid struct {
	kind kidKind
	page int // number of the page object
	n    int // number of an object, or of a piece on a page
	next int // index of the element's next one; -1 if there is none
}

type kidKind int

const (
	anElement  kidKind = iota
	aPiece             // on the page where the element begins
	aFarPiece          // on another page
	annotation         // that of a link
)

// structure writes the tree and the links and gives the number of its root.
func (f *file) structure(pages *typeset.Pages, numbers []int) (root int, err error) {
	s := &structure{file: f, pages: pages, numbers: numbers}
	f.elements, f.kids, f.parents = f.elements[:0], f.kids[:0], f.parents[:0]
	root = f.reserve()
	s.first = root + 1
	for range pages.Elements {
		f.reserve()
		f.elements = append(f.elements, element{first: -1, last: -1})
	}
	for i, e := range pages.Elements {
		if e.Parent >= 0 {
			s.holds(e.Parent, kid{kind: anElement, n: s.object(i)})
		}
	}
	for i := range pages.Pages {
		s.contents(i)
	}
	for i := range pages.Pages {
		if err := s.describe(i); err != nil {
			return 0, err
		}
	}
	for i := range pages.Elements {
		s.element(i, root)
	}
	f.set(root, "<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		s.first, f.parentTree(), len(pages.Pages)+s.links)
	return root, nil
}

// parentTree writes the tree of what contents has entered and gives its number.
func (f *file) parentTree() int {
	n, start := f.reserve(), len(f.small)
	f.small = append(append(append(f.small, "<</Nums["...), f.parents...), "]>>"...)
	f.written(n, start)
	return n
}

// object is the number of an element's object.
func (s *structure) object(element int) int { return s.first + element }

// holds gives an element one more thing to hold.
func (s *structure) holds(element int, k kid) {
	k.next = -1
	n := len(s.kids)
	s.kids = append(s.kids, k)
	e := &s.elements[element]
	if e.last >= 0 {
		s.kids[e.last].next = n
	} else {
		e.first = n
	}
	e.last = n
}

// contents enters what a page shows with the elements it belongs to. The identifiers are those that painter.page gives.
func (s *structure) contents(page int) {
	s.parents = append(strconv.AppendInt(s.parents, int64(page), 10), " ["...)
	id := 0
	for _, c := range s.pages.Pages[page].Contents {
		if c.Element < 0 {
			continue
		}
		e := &s.elements[c.Element]
		if e.page == 0 {
			e.page, e.box = page+1, nothing
		}
		piece := kid{kind: aFarPiece, page: s.numbers[page], n: id}
		if e.page == page+1 {
			piece.kind = aPiece
			if s.pages.Elements[c.Element].Role == typeset.RoleFigure {
				b := boundsOf(s.pages.Pages[page].Marks[c.From:c.To], s.pages.Faces)
				e.box.cover(b.left, b.top, b.right, b.bottom)
			}
		}
		s.holds(c.Element, piece)
		s.parents = append(appendReference(s.parents, s.object(c.Element)), ' ')
		id++
	}
	s.parents = append(s.parents, "]\n"...)
}

// describe tells a page object its place in the tree and its links, which a reader meets in the order of the tree.
func (s *structure) describe(page int) error {
	var annots []byte
	p := s.pages.Pages[page]
	for _, c := range p.Contents {
		for _, m := range p.Marks[c.From:c.To] {
			if l, ok := m.(typeset.Link); ok && c.Element >= 0 {
				annots = append(appendReference(annots, s.link(l, page, c.Element)), ' ')
			}
		}
	}
	n := s.numbers[page]
	open, ok := bytes.CutSuffix(s.objects[n], []byte(">>"))
	if !ok {
		return foreign("a page without an end")
	}
	if annots != nil {
		annots = fmt.Appendf(nil, "/Annots[%s]", annots)
	}
	s.set(n, "%s/StructParents %d/Tabs/S%s>>", open, page, annots)
	return nil
}

// link adds a link of an element and gives its number. Its print flag is set, as archives ask (ISO 19005-2, 6.3.2), and
// it says in words where it leads (ISO 14289-1, 7.18.5).
func (s *structure) link(l typeset.Link, page, element int) int {
	key := len(s.pages.Pages) + s.links
	s.links++
	height := s.pages.Pages[page].Height
	n, start := s.reserve(), len(s.small)
	o := fmt.Appendf(s.small, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%.2f %.2f %.2f %.2f]/StructParent %d",
		l.X, height-l.Y-l.H, l.X+l.W, height-l.Y, key)
	if l.URL != "" {
		o = fmt.Appendf(o, "/Contents%s/A<</S/URI/URI%[1]s>>>>", asciiString(l.URL))
	} else {
		o = fmt.Appendf(o, "/Contents%s/Dest[%d 0 R/XYZ null %.2f null]>>", textString(fmt.Sprintf("第%d页", l.Page+1)),
			s.numbers[l.Page], s.pages.Pages[l.Page].Height-l.Top)
	}
	s.small = o
	s.written(n, start)
	s.holds(element, kid{kind: annotation, page: s.numbers[page], n: n})
	s.parents = fmt.Appendf(s.parents, "%d %d 0 R\n", key, s.object(element))
	return n
}

// element writes an element's object.
func (s *structure) element(i, root int) {
	e, known := &s.pages.Elements[i], &s.elements[i]
	parent := root
	if e.Parent >= 0 {
		parent = s.object(e.Parent)
	}
	start := len(s.small)
	o := append(append(s.small, "<</S/"...), e.Role...)
	o = appendReference(append(o, "/P "...), parent)
	if known.page > 0 {
		o = appendReference(append(o, "/Pg "...), s.numbers[known.page-1])
	}
	if e.Scope != "" {
		o = append(append(append(o, "/A<</O/Table/Scope/"...), e.Scope...), ">>"...)
	}
	if b := known.box; e.Role == typeset.RoleFigure && b.left < b.right { // ISO 32000-1, 14.8.5.4.3
		height := s.pages.Pages[known.page-1].Height
		o = fmt.Appendf(o, "/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>", b.left, height-b.bottom, b.right, height-b.top)
	}
	if e.Alt != "" {
		o = appendText(append(o, "/Alt"...), e.Alt)
	}
	if known.first >= 0 {
		o = append(s.appendKids(append(o, "/K["...), known.first), ']')
	}
	s.small = append(o, ">>"...)
	s.written(s.object(i), start)
}

// appendKids writes a list of what an element holds.
func (s *structure) appendKids(b []byte, first int) []byte {
	for k := first; k >= 0; k = s.kids[k].next {
		if k != first {
			b = append(b, ' ')
		}
		b = s.kids[k].append(b)
	}
	return b
}

// append writes what an element holds (ISO 32000-1, 14.7.4).
func (k kid) append(b []byte) []byte {
	switch k.kind {
	case anElement:
		return appendReference(b, k.n)
	case aPiece:
		return strconv.AppendInt(b, int64(k.n), 10)
	case aFarPiece:
		return fmt.Appendf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", k.page, k.n)
	default:
		return fmt.Appendf(b, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", k.page, k.n)
	}
}
