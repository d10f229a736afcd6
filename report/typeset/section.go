package typeset

import (
	"strings"

	"jianbao/report/document"
)

// section sets a chapter.
func (s *setter) section(sec *document.Section) {
	title := sec.Title
	if sec.Number != "" {
		title = sec.Number + "、" + title
	}
	s.heading(title, s.types.heading, 0)
	for _, b := range sec.Blocks {
		switch b := b.(type) {
		case document.Paragraph:
			s.paragraph(b.Text)
		case document.Table:
			s.table(sayingOnce(b))
		case document.Chart:
			s.chart(&b)
		}
	}
}

// sayingOnce says in the title what every row of a column says, in place of the column.
func sayingOnce(t document.Table) *document.Table {
	if said := t.Shared(); len(said) > 0 {
		t = t.Keep(func(k int) bool { return t.Columns[k].Shared == "" })
		t.Title += "（" + strings.Join(said, "，") + "）"
	}
	return &t
}

// heading sets a heading, which stays with what follows, and enters it in the outline.
func (s *setter) heading(title string, t typeOf, level int) {
	slabs := keepAll(slabsOf(s.compose(title, t, s.width, 0, left), t))
	if len(slabs) == 0 {
		return
	}
	slabs[0].entry = &Entry{Title: title, Level: level}
	s.add(slabs...)
}

// paragraph sets a paragraph, indented by two characters and justified.
func (s *setter) paragraph(str string) {
	t := s.types.body
	s.add(slabsOf(s.compose(str, t, s.width, 2*t.Size, justified), t)...)
}
