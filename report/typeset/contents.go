package typeset

import (
	"math"
	"strconv"
	"strings"
)

// contents lists the sections with the pages they begin on (目录), if the style wants it and there are enough of them.
// Each line leads to its page. The lines are laid out before any page is known: a page number takes its place when all
// are, in room kept for it.
func (s *setter) contents() {
	st := s.style.Contents
	if st == nil || len(s.doc.Sections) < st.From {
		return
	}
	var titles []string
	for i := range s.doc.Sections {
		if title := titleOf(&s.doc.Sections[i]); len(s.text(title, s.types.contentsEntry).glyphs) > 0 {
			titles = append(titles, title)
		}
	}
	if s.annexParts() > 0 {
		titles = append(titles, annexHeading)
	}
	t := s.types.contentsTitle
	s.add(keepAll(slabsOf(s.as(RoleH2, whole, s.compose("目　录", t, s.width, 0, centred)), t))...)
	list := s.element(Element{Role: RoleTOC, Parent: whole})
	for n, title := range titles {
		slabs := s.contentsEntry(title, n, list)
		if n == len(titles)-1 {
			slabs[len(slabs)-1].after = s.types.body.Pitch
		}
		s.add(slabs...)
	}
}

// contentsEntry is the line of the n-th section; a long title takes several.
func (s *setter) contentsEntry(title string, n, list int) []slab {
	t := s.types.contentsEntry
	room := 4 * t.Size // for a page number and a leader before it
	ref := s.element(Element{Role: RoleRef, Parent: s.element(Element{Role: RoleTOCI, Parent: list})})
	link := s.element(Element{Role: RoleLink, Parent: ref})
	b := s.compose(title, t, s.width-room, 0, left)
	slabs := slabsOf(b.of(link), t)
	last := len(slabs) - 1
	keepAll(slabs[:last])
	leads := func(to Entry) Mark { return Link{W: s.width, H: t.Pitch, Page: to.Page, Top: to.Y} }
	for i := range slabs[:last] {
		slabs[i].late = func() []Mark { return []Mark{&content{element: link, marks: []Mark{leads(s.chapter(n))}}} }
	}
	slabs[last].late = func() []Mark {
		e := s.chapter(n)
		number := s.compose(strconv.Itoa(e.Page+1), t, s.width, 0, right).of(link).lines
		number[0].marks = []Mark{leads(e)}
		return append(s.leader(b.last, s.width-2*t.Size, t), &number[0]) // 2 em hold a number of three digits
	}
	return slabs
}

// chapter is the n-th heading of the first level, once the outline is known.
func (s *setter) chapter(n int) Entry {
	for _, e := range s.outline {
		if e.Level == 0 {
			if n == 0 {
				return e
			}
			n--
		}
	}
	return Entry{}
}

// leader is dots between two places, those of all lines below each other.
func (s *setter) leader(from, to float64, t typeOf) []Mark {
	from += t.Size / 2
	x := s.text("…", t)
	width := x.glyphs[0].advance
	first, end := math.Ceil(from/width), math.Floor(to/width)
	if end <= first {
		return nil
	}
	return []Mark{&Run{X: first * width, Y: ascent(t), Face: int(x.glyphs[0].face), Size: t.Size,
		Text: strings.Repeat("…", int(end-first)), Colour: t.colour}}
}
