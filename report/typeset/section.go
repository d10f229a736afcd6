package typeset

import "jianbao/report/document"

// section sets a chapter. Tables on landscape pages come last in it, so that what follows them does not leave the page
// before them half empty.
func (s *setter) section(sec *document.Section) {
	s.heading(titleOf(sec), s.types.heading, 0)
	var landscape []*grid
	for blocks := sec.Blocks; len(blocks) > 0; blocks = blocks[1:] {
		switch b := blocks[0].(type) {
		case document.Paragraph:
			s.paragraph(b.Text, whole)
		case document.Table:
			for _, g := range s.grids(s.printed(b)) {
				if g.landscape {
					landscape = append(landscape, g)
				} else {
					g.set()
				}
			}
		case document.Chart:
			if len(blocks) > 1 {
				if next, ok := blocks[1].(document.Chart); ok && s.beside(&b, &next) {
					blocks = blocks[1:]
					continue
				}
			}
			s.chart(&b)
		}
	}
	for _, g := range landscape {
		g.set()
	}
}

// titleOf is a section's heading.
func titleOf(sec *document.Section) string {
	if sec.Number == "" {
		return sec.Title
	}
	return sec.Number + "、" + sec.Title
}

// heading sets a heading, which stays with what follows, and enters it in the outline. Those of official documents are
// indented by two characters like paragraphs (GB/T 9704-2012, 7.3.3); of others a long one is broken by sense.
func (s *setter) heading(title string, t typeOf, level int) {
	role := RoleH2
	if level > 0 {
		role = RoleH3
	}
	var lines block
	if s.style.Official != nil {
		lines = s.compose(title, t, s.width, 2*t.Size, left)
	} else {
		lines = s.bySense(title, t, s.width, left)
	}
	slabs := s.onGrid(keepAll(slabsOf(s.as(role, whole, lines), t)))
	if len(slabs) == 0 {
		return
	}
	slabs[0].entry = &Entry{Title: title, Level: level}
	s.add(slabs...)
}

// paragraph sets a paragraph of an element, indented by two characters and justified.
func (s *setter) paragraph(str string, of int) {
	t := s.types.body
	s.add(s.onGrid(slabsOf(s.as(RoleP, of, s.compose(str, t, s.width, 2*t.Size, justified)), t))...)
}
