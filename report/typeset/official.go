package typeset

// officialHead opens an official document: the issuing office in red, room for the document's number, the red rule, the
// title (GB/T 9704-2012, 7.2 and 7.3.1). The number (发文字号) is given when the document is registered; it stands two
// lines below the office, the rule 4 mm below it.
func (s *setter) officialHead() {
	pitch := s.types.body.Pitch
	mark := s.doc.Issuer
	if mark == "" {
		mark = s.doc.District
	}
	t := s.officeMark(mark)
	lines := s.as(RoleP, whole, s.bySense(mark, t, s.width, centred))
	slabs := keepAll(slabsOf(lines, t))
	if len(slabs) > 0 { // the characters' upper edge, not that of their line, stands in its place
		down := s.style.Official.MarkTop*pointsPerMM - (t.Pitch-t.Size)/2
		slabs[0].marks = []Mark{shifted(slabs[0].marks, 0, down)}
		slabs[0].height += down
	}
	s.add(slabs...)
	weight := s.style.Page.TitleRule
	s.add(slab{
		height: weight,
		before: 3*pitch + 4*pointsPerMM - (t.Pitch-t.Size)/2,
		marks:  []Mark{Line{0, weight / 2, s.width, weight / 2, weight, colour(s.style.Page.Accent)}},
		keep:   true,
	})
	s.title(RoleH1, s.doc.Title)
}

// officeMark is the type of the issuing office, small enough for one line, though not smaller than the title.
func (s *setter) officeMark(mark string) typeOf {
	t := s.types.mark
	x := s.text(mark, t)
	if w := x.whole(); w > s.width {
		k := max(s.width/w, min(1, s.types.title.Size/t.Size))
		t.Size *= k
		t.Pitch *= k
	}
	return t
}

// signature closes the text of an official document: the list of its annex one line below the text, the issuing office
// and the date two lines below, the date four characters from the right and the office centred on it (7.3.4, 7.3.5). It
// does not stand on a page without text.
func (s *setter) signature() {
	if s.style.Official == nil {
		return
	}
	if s.annexParts() > 0 {
		t := s.types.body
		slabs := s.onGrid(slabsOf(s.as(RoleP, whole, s.compose("附件："+annexName, t, s.width, 2*t.Size, left)), t))
		s.joinText(slabs, t.Pitch)
	}
	t := s.types.byline
	slabs := s.onGrid(slabsOf(s.signed(s.doc.Issuer, s.date(), t), t))
	s.joinText(slabs, t.Before)
}

// joinText adds slabs some way below the text and keeps its last lines with them.
func (s *setter) joinText(slabs []slab, before float64) {
	if len(slabs) == 0 {
		return
	}
	s.slabs[len(s.slabs)-1].keep = true
	slabs[0].before = before
	keepAll(slabs[:len(slabs)-1])
	s.add(slabs...)
}

// signed are the lines of office and date. A long office, whose lines are broken by sense, ends at the right edge.
func (s *setter) signed(issuer, date string, t typeOf) block {
	from := 4 * t.Size
	d := s.compose(date, t, s.width-from, 0, right)
	i := s.bySense(issuer, t, s.width, centred)
	centre := s.width - max(from+d.width/2, i.width/2)
	for n := range i.lines {
		i.lines[n].dx += centre - s.width/2
	}
	i, d = s.as(RoleP, whole, i), s.as(RoleP, whole, d)
	return block{lines: append(i.lines, d.lines...)}
}

// officialAnnex begins the annex on a page of its own: 附件 on the first line, its title on the third (7.3.7).
func (s *setter) officialAnnex() {
	t := s.types.heading
	mark := s.onGrid(keepAll(slabsOf(s.as(RoleH2, whole, s.compose("附件", t, s.width, 0, left)), t)))
	mark[0].fresh = true
	mark[0].entry = &Entry{Title: annexHeading}
	s.add(mark...)
	first := len(s.slabs)
	s.title(RoleP, annexName)
	s.slabs[first].before = t.Pitch
}
