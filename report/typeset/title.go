package typeset

import "strings"

// titleBlock opens the first page: whose briefing and for when, the title, issuer and date, a rule.
func (s *setter) titleBlock() {
	if s.style.Official != nil {
		s.officialHead()
		return
	}
	by := s.types.byline
	above := strings.TrimSpace(s.doc.District + "　" + s.doc.Period)
	s.add(keepAll(slabsOf(s.as(RoleP, whole, s.compose(above, by, s.width, 0, centred)), by))...)
	s.title(RoleH1, s.doc.Title)

	s.byline(s.doc.Issuer, s.date())
	weight := s.style.Page.TitleRule
	s.add(slab{
		height: weight,
		before: by.Size / 2,
		after:  s.types.body.Pitch,
		marks:  []Mark{Line{0, weight / 2, s.width, weight / 2, weight, colour(s.style.Page.Accent)}},
		keep:   true,
	})
}

// title sets a title, kept with what follows it.
func (s *setter) title(role Role, str string) {
	t := s.types.title
	s.add(keepAll(slabsOf(s.as(role, whole, s.bySense(str, t, s.width, centred)), t))...)
}

// bySense sets a title or a caption in lines that are broken by sense.
func (s *setter) bySense(str string, t typeOf, measure float64, align alignment) block {
	var b block
	for _, l := range s.titleLines(strings.TrimSpace(str), t, measure) {
		part := s.compose(l, t, measure, 0, align)
		b.lines, b.width = append(b.lines, part.lines...), max(b.width, part.width)
	}
	return b
}

// date is the date of publication, empty if there is none.
func (s *setter) date() string {
	if s.doc.Published.Year == 0 {
		return ""
	}
	return s.doc.DateText()
}

// byline sets issuer and date on one line, at its two ends, or below each other if the line is too short for both.
func (s *setter) byline(issuer, date string) {
	t := s.types.byline
	if issuer == "" || date == "" {
		s.add(keepAll(slabsOf(s.as(RoleP, whole, s.compose(issuer+date, t, s.width, 0, centred)), t))...)
		return
	}
	l := s.as(RoleP, whole, s.compose(issuer, t, s.width, 0, left))
	r := s.as(RoleP, whole, s.compose(date, t, s.width, 0, right))
	if l.width+r.width+2*t.Size > s.width || len(l.lines) != 1 || len(r.lines) != 1 {
		s.add(keepAll(slabsOf(l, t))...)
		s.add(keepAll(slabsOf(r, t))...)
		return
	}
	both := slabsOf(l, t)
	both[0].marks = append(both[0].marks, &r.lines[0])
	s.add(keepAll(both)...)
}
