package typeset

import (
	"strings"

	"jianbao/report/document"
)

// section sets a chapter.
func (s *setter) section(sec *document.Section) {
	s.heading(titleOf(sec), s.types.heading, 0)
	for _, b := range sec.Blocks {
		switch b := b.(type) {
		case document.Paragraph:
			s.paragraph(b.Text, whole)
		case document.Table:
			s.table(sayingOnce(b))
		case document.Chart:
			s.chart(&b)
		}
	}
}

// titleOf is a section's heading.
func titleOf(sec *document.Section) string {
	if sec.Number == "" {
		return sec.Title
	}
	return sec.Number + "、" + sec.Title
}

// sayingOnce says in the title what every row of a column says, in place of the column.
func sayingOnce(t document.Table) *document.Table {
	if said := t.Shared(); len(said) > 0 {
		t = t.Keep(func(k int) bool { return t.Columns[k].Shared == "" })
		t.Title += "（" + strings.Join(said, "，") + "）"
	}
	return &t
}

// heading sets a heading, which stays with what follows, and enters it in the outline. Those of official documents are
// indented by two characters (GB/T 9704-2012, 7.3.3).
func (s *setter) heading(title string, t typeOf, level int) {
	role := RoleH2
	if level > 0 {
		role = RoleH3
	}
	indent := 0.0
	if s.style.Official != nil {
		indent = 2 * t.Size
	}
	slabs := s.onGrid(keepAll(slabsOf(s.as(role, whole, s.compose(title, t, s.width, indent, left)), t)))
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
