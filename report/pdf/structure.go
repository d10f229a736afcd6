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

	kids    [][]byte // what each element holds
	page    []int    // the page, counted from 1, on which an element's content begins; 0 if it has none
	boxes   []box    // what the content of a Figure covers on that page
	parents []byte   // the parent tree's entries
	links   int      // those with an entry of their own
	written []byte   // the elements' objects so far, one after the other
}

// structure writes the tree and the links and gives the number of its root.
func (f *file) structure(pages *typeset.Pages, numbers []int) (root int, err error) {
	n := len(pages.Elements)
	s := &structure{file: f, pages: pages, numbers: numbers, kids: make([][]byte, n), page: make([]int, n),
		boxes: make([]box, n)}
	root = f.add(nil)
	s.first = root + 1
	f.objects = append(f.objects, make([][]byte, n)...)
	for i, e := range pages.Elements {
		if e.Parent >= 0 {
			s.kids[e.Parent] = appendReference(s.kids[e.Parent], s.object(i))
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
	const usual = 64 // bytes in an element's object
	s.written = make([]byte, 0, usual*n)
	for i := range pages.Elements {
		s.element(i, root)
	}
	f.objects[root] = fmt.Appendf(nil, "<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		s.first, f.add(fmt.Appendf(nil, "<</Nums [%s]>>", s.parents)), len(pages.Pages)+s.links)
	return root, nil
}

// object is the number of an element's object.
func (s *structure) object(element int) int { return s.first + element }

// contents enters what a page shows with the elements it belongs to. The identifiers are those that painter.page gives.
func (s *structure) contents(page int) {
	s.parents = append(strconv.AppendInt(s.parents, int64(page), 10), " ["...)
	id := 0
	for _, c := range s.pages.Pages[page].Contents {
		if c.Element < 0 {
			continue
		}
		if s.page[c.Element] == 0 {
			s.page[c.Element], s.boxes[c.Element] = page+1, nothing
		}
		if s.pages.Elements[c.Element].Role == typeset.RoleFigure && s.page[c.Element] == page+1 {
			b := boundsOf(s.pages.Pages[page].Marks[c.From:c.To], s.pages.Faces)
			s.boxes[c.Element].cover(b.left, b.top, b.right, b.bottom)
		}
		if s.page[c.Element] == page+1 {
			s.kids[c.Element] = append(strconv.AppendInt(s.kids[c.Element], int64(id), 10), ' ')
		} else {
			s.kids[c.Element] = fmt.Appendf(s.kids[c.Element], "<</Type /MCR /Pg %d 0 R /MCID %d>> ", s.numbers[page], id)
		}
		s.parents = appendReference(s.parents, s.object(c.Element))
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
				annots = appendReference(annots, s.link(l, page, c.Element))
			}
		}
	}
	object := &s.objects[s.numbers[page]]
	open, ok := bytes.CutSuffix(*object, []byte(">>"))
	if !ok {
		return foreign("a page without an end")
	}
	*object = fmt.Appendf(nil, "%s /StructParents %d /Tabs /S", open, page)
	if annots != nil {
		*object = fmt.Appendf(*object, " /Annots [%s]", annots)
	}
	*object = append(*object, ">>"...)
	return nil
}

// link adds a link of an element and gives its number. Its print flag is set, as archives ask (ISO 19005-2, 6.3.2), and
// it says in words where it leads (ISO 14289-1, 7.18.5).
func (s *structure) link(l typeset.Link, page, element int) int {
	key := len(s.pages.Pages) + s.links
	s.links++
	height := s.pages.Pages[page].Height
	o := fmt.Appendf(nil, "<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%.2f %.2f %.2f %.2f] /StructParent %d ",
		l.X, height-l.Y-l.H, l.X+l.W, height-l.Y, key)
	if l.URL != "" {
		o = fmt.Appendf(o, "/Contents %s /A <</S /URI /URI %[1]s>>>>", asciiString(l.URL))
	} else {
		o = fmt.Appendf(o, "/Contents %s /Dest [%d 0 R /XYZ null %.2f null]>>", textString(fmt.Sprintf("第%d页", l.Page+1)),
			s.numbers[l.Page], s.pages.Pages[l.Page].Height-l.Top)
	}
	n := s.add(o)
	s.kids[element] = fmt.Appendf(s.kids[element], "<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>> ", s.numbers[page], n)
	s.parents = fmt.Appendf(s.parents, "%d %d 0 R\n", key, s.object(element))
	return n
}

// element writes an element's object.
func (s *structure) element(i, root int) {
	e := s.pages.Elements[i]
	parent := root
	if e.Parent >= 0 {
		parent = s.object(e.Parent)
	}
	start := len(s.written)
	o := append(s.written, "<</S /"...)
	o = appendReference(append(append(o, e.Role...), " /P "...), parent)
	if s.page[i] > 0 {
		o = appendReference(append(o, "/Pg "...), s.numbers[s.page[i]-1])
	}
	if e.Scope != "" {
		o = append(append(append(o, "/A <</O /Table /Scope /"...), e.Scope...), ">>"...)
	}
	if b := s.boxes[i]; e.Role == typeset.RoleFigure && b.left < b.right { // ISO 32000-1, 14.8.5.4.3
		height := s.pages.Pages[s.page[i]-1].Height
		o = fmt.Appendf(o, "/A <</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>", b.left, height-b.bottom, b.right, height-b.top)
	}
	if e.Alt != "" {
		o = append(append(o, "/Alt "...), textString(e.Alt)...)
	}
	if len(s.kids[i]) > 0 {
		o = append(append(append(o, "/K ["...), bytes.TrimSpace(s.kids[i])...), ']')
	}
	s.written = append(o, ">>"...)
	s.objects[s.object(i)] = s.written[start:len(s.written):len(s.written)]
}
