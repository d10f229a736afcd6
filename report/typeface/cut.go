package typeface

import (
	"cmp"
	"math"
	"slices"
)

// Char is a character as a document shows it.
type Char struct {
	Rune  rune
	Blank float64 // by which it is wider than the face has it, in em, after its ink; 0 or more
}

// Cut is a face reduced to the characters of one document.
//
// What it holds is its Room's, until the next cut in it.
type Cut struct {
	// TTF is a TrueType file with what a PDF file needs of one (ISO 32000-1, 9.9): it has no map from characters to
	// glyphs and no names. Glyph i+1 shows the i-th character asked for; glyph 0 is .notdef.
	TTF []byte
	// Widths are the characters' advances, in their order, in thousandths of an em.
	Widths []int
	// Missing lists the characters asked for that the face does not have, sorted, each once. They are shown as .notdef.
	Missing []rune
}

// Room is memory that one cut after another is made in. The zero Room is ready for use, by one goroutine at a time.
type Room struct {
	s      selection
	widths []int
	ttf    []byte
}

// Cut reduces the face to the given characters, without hints. Each gets a glyph of its own.
//
// It fails with ErrDamaged on a glyph that is broken, and with ErrTooMany when there are more glyphs than a font holds.
func (f *Face) Cut(chars []Char, room *Room) (Cut, error) {
	s := &room.s
	s.begin(f)
	c := Cut{Widths: room.widths[:0]}
	for _, ch := range chars {
		p := pick{f.glyphOf(ch.Rune), int(math.Round(ch.Blank * float64(f.unitsPerEm)))}
		if p.glyph == 0 {
			c.Missing = append(c.Missing, ch.Rune)
		}
		s.order = append(s.order, p)
		c.Widths = append(c.Widths, int(math.Round(1000*(float64(f.advanceOf(p))/float64(f.unitsPerEm)))))
	}
	room.widths = c.Widths
	slices.Sort(c.Missing)
	c.Missing = slices.Compact(c.Missing)
	if err := s.copyGlyphs(); err != nil {
		return Cut{}, err
	}
	room.ttf = assemble(room.ttf[:0], s.tables())
	c.TTF = room.ttf
	return c, nil
}

// Reduce cuts the face to the given characters and U+0020, keeping their true code points, so that the result can be
// parsed and cut again. Hints, layout features and vertical metrics are left out. The order and repetition of the runes
// do not matter: the same set gives the same bytes.
//
// The result bears the given family and style ("Regular", "Bold"), made of ASCII letters, digits and spaces, and none
// of the old names, as licences with a reserved font name demand of a changed copy; the notices of copyright and
// licence and the version are kept.
//
// Characters the face does not have are returned as missing, sorted, each once. It fails as Cut does, and with
// ErrTooMany also when the characters are too scattered for a character map.
func (f *Face) Reduce(runes []rune, family, style string) (ttf []byte, missing []rune, err error) {
	kept, missing := f.divide(runes)
	var s selection
	s.begin(f)
	chars := make([]mapping, len(kept))
	// Glyphs are numbered in the order of their codes: then neighbours in code are neighbours in number,
	// and the character map needs few entries.
	for i, r := range kept {
		chars[i] = mapping{r, s.add(f.glyphOf(r))}
	}
	if err := s.copyGlyphs(); err != nil {
		return nil, nil, err
	}
	cmap, err := writeCmap(chars)
	if err != nil {
		return nil, nil, err
	}
	tables := append(s.tables(), table{"OS/2", f.os2(chars)}, table{"cmap", cmap},
		table{"name", f.renamed(family, style)}, table{"post", f.post()})
	slices.SortFunc(tables, func(a, b table) int { return cmp.Compare(a.tag, b.tag) })
	return assemble(nil, tables), missing, nil
}

// divide sorts the characters, and U+0020 with them, into those the face has and those it has not, each once.
func (f *Face) divide(runes []rune) (kept, missing []rune) {
	all := append([]rune{' '}, runes...)
	slices.Sort(all)
	for _, r := range slices.Compact(all) {
		if f.Has(r) {
			kept = append(kept, r)
		} else {
			missing = append(missing, r)
		}
	}
	return kept, missing
}
