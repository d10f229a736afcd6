package typeface

import (
	"math"
	"slices"
)

// Cut is a face reduced to the characters of one document.
type Cut struct {
	// TTF is a TrueType file of its own.
	TTF []byte
	// Glyph gives for each character the number of its glyph in TTF. Characters that look the same may share one.
	Glyph map[rune]uint16
	// Missing lists the characters asked for that the face does not have, sorted, each once.
	Missing []rune
}

// Cut reduces the face to the given characters and U+0020, without hints. The order and repetition of the runes do not
// matter: the same set gives the same bytes.
//
// It fails with ErrDamaged on a glyph that is broken, and with ErrTooMany when the characters are too scattered for a
// character map.
func (f *Face) Cut(runes []rune) (Cut, error) {
	kept, missing := f.divide(runes)
	chars := f.mappings(kept)
	ttf, err := f.subset(chars, nil)
	if err != nil {
		return Cut{}, err
	}
	c := Cut{TTF: ttf, Glyph: make(map[rune]uint16, len(chars)), Missing: missing}
	for _, m := range chars {
		c.Glyph[m.code] = m.glyph
	}
	return c, nil
}

// Widened is the face with every advance wider by a blank, in em.
func (f *Face) Widened(em float64) *Face {
	wide := *f
	wide.blank += int(math.Round(em * float64(f.unitsPerEm)))
	return &wide
}

// Reduce cuts the face to the given characters and U+0020, keeping their true code points, so that the result can be
// parsed and cut again. Hints, layout features and vertical metrics are left out.
//
// The result bears the given family and style ("Regular", "Bold"), made of ASCII letters, digits and spaces, and none
// of the old names, as licences with a reserved font name demand of a changed copy; the notices of copyright and
// licence and the version are kept.
//
// Characters the face does not have are returned as missing, sorted, each once.
func (f *Face) Reduce(runes []rune, family, style string) (ttf []byte, missing []rune, err error) {
	kept, missing := f.divide(runes)
	ttf, err = f.subset(f.mappings(kept), f.renamed(family, style))
	return ttf, missing, err
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

// mappings is the character map of characters the face has.
func (f *Face) mappings(kept []rune) []mapping {
	chars := make([]mapping, len(kept))
	for i, r := range kept {
		chars[i] = mapping{r, f.glyphOf(r)}
	}
	return chars
}
