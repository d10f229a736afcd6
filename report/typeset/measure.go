package typeset

// measures of a character in em.
type measures struct {
	face                 int32 // that has it
	missing              bool  // no face has it
	advance, lead, trail float64
}

// measured is the measures taken so far of the characters wanted from one face. Those below U+10000 are found by two
// looks at tables, since they are asked for at every character of a document.
type measured struct {
	all    []measures
	pages  [256]*[256]uint16 // index in all plus 1, 0 for none yet
	beyond map[rune]*measures
}

// measure gives the measures of r, until it is asked for others; each is taken from the face once.
func (s *faceSet) measure(wanted int, r rune) *measures {
	known := &s.measured[wanted]
	if r > 0xFFFF {
		m, ok := known.beyond[r]
		if !ok {
			if known.beyond == nil {
				known.beyond = map[rune]*measures{}
			}
			taken := s.take(wanted, r)
			m = &taken
			known.beyond[r] = m
		}
		return m
	}
	page := known.pages[r>>8]
	if page == nil {
		page = new([256]uint16)
		known.pages[r>>8] = page
	}
	if n := page[r&0xFF]; n > 0 {
		return &known.all[n-1]
	}
	known.all = append(known.all, s.take(wanted, r))
	page[r&0xFF] = uint16(len(known.all)) // U+FFFF is no character: there are fewer than 65,536
	return &known.all[len(known.all)-1]
}

// take measures r in the face that shows it.
func (s *faceSet) take(wanted int, r rune) measures {
	face, ok := s.choose(wanted, r)
	m := measures{face: int32(face), missing: !ok}
	m.advance, m.lead, m.trail = blanks(s.all[face].Face, r)
	return m
}
