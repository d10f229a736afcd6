// Package typeface reads TrueType fonts as data: which characters a face has, how wide they are, where their ink lies,
// and how to cut a face down to the characters a document uses.
//
// It is pure: bytes in, values and bytes out. It knows nothing of PDF writers, pages, lines, files or messages to users.
// Fonts come from users, so nothing in a file is believed before it is checked: a bad file is an error, never a panic.
package typeface

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Reasons why a file cannot be used as a face. Parse, Cut and Reduce wrap them with particulars; test with errors.Is.
var (
	// ErrNotTrueType: the file is no TrueType font at all.
	ErrNotTrueType = errors.New("not a TrueType font file: a .ttf with TrueType outlines (glyf) is needed")
	// ErrCFF: an OpenType font whose outlines are PostScript curves.
	ErrCFF = errors.New("OpenType font with CFF outlines (OTTO): only TrueType outlines (glyf) can be used")
	// ErrCollection: several fonts in one file.
	ErrCollection = errors.New("font collection (TTC): only a single face with TrueType outlines (glyf) can be used")
	// ErrBitmap: a font of pixel images without outlines.
	ErrBitmap = errors.New("bitmap font: only TrueType outlines (glyf) can be used")
	// ErrVariable: a font with variation axes; what it shows by default is often not the weight its name promises.
	ErrVariable = errors.New("variable font (fvar): only a static face with TrueType outlines (glyf) can be used")
	// ErrNoUnicode: no character map from Unicode to glyphs.
	ErrNoUnicode = errors.New("font without a Unicode character map (cmap format 4 or 12)")
	// ErrRestricted: the font's own licence bits (OS/2 fsType) forbid embedding it, or parts of it, in a document.
	ErrRestricted = errors.New("font that forbids embedding or subsetting (OS/2 fsType)")
	// ErrDamaged: a TrueType font whose tables contradict each other or end too early.
	ErrDamaged = errors.New("damaged font file")
	// ErrTooMany: more characters, or more scattered ones, than one cut can hold.
	ErrTooMany = errors.New("too many characters for one cut of a face")
)

// Face is one parsed TrueType face. It is never written to, so any number of goroutines may use it at once.
type Face struct {
	tables     map[string][]byte // the tables in wanted, as they lie in the file
	cmap       charMap
	unitsPerEm int
	glyphs     int  // number of glyphs
	hMetrics   int  // number of full records in hmtx; the last advance holds for all later glyphs
	longLoca   bool // loca has 32-bit offsets

	glyf, hmtx, loca []byte // of tables: those that are looked into for every character
}

// be is the byte order of all TrueType tables.
var be = binary.BigEndian

// Parse reads a TrueType face. The data is kept and read later, never written: the caller must not change it.
// No glyph is looked at here, so that parsing stays cheap for a large font; a broken glyph is found by Cut.
func Parse(data []byte) (*Face, error) {
	tables, err := directory(data)
	if err != nil {
		return nil, err
	}
	f := &Face{tables: tables, glyf: tables["glyf"], hmtx: tables["hmtx"], loca: tables["loca"]}
	for _, step := range []func() error{f.checkKind, f.readHead, f.readMetrics, f.checkRights, f.readCmap} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// Has reports whether the face can show r, that is, maps it to a glyph other than .notdef.
func (f *Face) Has(r rune) bool { return f.glyphOf(r) != 0 }

// glyphOf is the glyph of r, or 0 (.notdef) when the face has none. Numbers that Unicode keeps free of characters have
// none, whatever the font says: U+FFFF, for one, has a meaning of its own in character maps.
func (f *Face) glyphOf(r rune) uint16 {
	if !utf8.ValidRune(r) || r&0xFFFE == 0xFFFE {
		return 0
	}
	g := f.cmap.glyph(r)
	if int(g) >= f.glyphs {
		return 0
	}
	return g
}

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrDamaged}, args...)...)
}
