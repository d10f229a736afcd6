package typeface

import "slices"

// Cut is a face reduced to the characters of one document, ready for the PDF writer.
type Cut struct {
	// TTF is a TrueType file of its own, in fresh memory: the PDF writer writes into what it is given.
	TTF []byte
	// Code gives for each character the code, U+0020 to U+FFFD, to write in its stead. Most are their own code.
	Code map[rune]rune
	// Back is Code turned round, for the map from codes to text (ToUnicode) that makes the PDF searchable.
	Back map[rune]rune
	// Missing lists the characters asked for that the face does not have, sorted, each once.
	Missing []rune
}

// Cut reduces the face to the given characters and U+0020, without hints. The order and repetition of the runes do not
// matter: the same set gives the same bytes.
//
// Every character gets a code below U+10000, because gofpdf writes codes of 16 bits, and no more than 31 codes in use
// follow each other, because gofpdf takes near-cubic time over an unbroken run. Where a character cannot have its own
// code for one of these reasons it gets a private-use one or, when those are used up, any free one.
//
// It fails with ErrDamaged on a glyph that is broken, and with ErrTooMany when the codes do not suffice.
func (f *Face) Cut(runes []rune) (Cut, error) {
	kept, missing := f.divide(runes)
	code, err := assignCodes(kept)
	if err != nil {
		return Cut{}, err
	}
	c := Cut{Code: code, Back: make(map[rune]rune, len(code)), Missing: missing}
	chars := make([]mapping, 0, len(kept))
	for _, r := range kept {
		c.Back[code[r]] = r
		chars = append(chars, mapping{code[r], f.glyphOf(r)})
	}
	c.TTF, err = f.subset(chars, nil)
	if err != nil {
		return Cut{}, err
	}
	return c, nil
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
	chars := make([]mapping, 0, len(kept))
	for _, r := range kept {
		chars = append(chars, mapping{r, f.glyphOf(r)})
	}
	ttf, err = f.subset(chars, f.renamed(family, style))
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
