package typeface

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"testing"
)

func TestParseTellsWhyAFileCannotBeUsed(t *testing.T) {
	spoilt := func(change func(*Sample)) []byte {
		s := NewSample()
		change(s)
		return s.Bytes()
	}
	withTag := func(tag string) []byte { return append([]byte(tag), NewSample().Bytes()[4:]...) }
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrNotTrueType},
		{"text", []byte("this is not a font, whatever its name"), ErrNotTrueType},
		{"OpenType with CFF", withTag("OTTO"), ErrCFF},
		{"collection", withTag("ttcf"), ErrCollection},
		{"web font", withTag("wOF2"), ErrNotTrueType},
		{"CFF under a TrueType tag", spoilt(func(s *Sample) { s.Glyphs = nil; s.Extra["CFF "] = []byte{1} }), ErrCFF},
		{"bitmaps", spoilt(func(s *Sample) { s.Glyphs = nil; s.Extra["EBDT"] = []byte{1} }), ErrBitmap},
		{"no outlines at all", spoilt(func(s *Sample) { s.Glyphs = nil }), ErrDamaged},
		{"variation axes", spoilt(func(s *Sample) { s.Extra["fvar"] = []byte{0, 1} }), ErrVariable},
		{"no embedding", spoilt(func(s *Sample) { s.OS2[9] = 2 }), ErrRestricted},
		{"no subsetting", spoilt(func(s *Sample) { s.OS2[8] = 1 }), ErrRestricted},
		{"preview and print embedding", spoilt(func(s *Sample) { s.OS2[9] = 4 }), nil},
		{"no table OS/2", spoilt(func(s *Sample) { s.OS2 = nil }), nil},
		{"no units", spoilt(func(s *Sample) { s.Head[18], s.Head[19] = 0, 0 }), ErrDamaged},
		{"no glyphs", spoilt(func(s *Sample) { s.Maxp[5] = 0 }), ErrDamaged},
		{"more glyphs than loca tells", spoilt(func(s *Sample) { s.Maxp[5] = 200 }), ErrDamaged},
		{"more advances than hmtx holds", spoilt(func(s *Sample) { s.Hmtx = s.Hmtx[:8] }), ErrDamaged},
		{"short header", spoilt(func(s *Sample) { s.Hhea = s.Hhea[:20] }), ErrDamaged},
		{"only a symbol map", spoilt(func(s *Sample) { s.Cmap[7] = 0; s.Cmap[15] = 0 }), ErrNoUnicode},
		{"map beyond its table", spoilt(func(s *Sample) { s.Cmap = s.Cmap[:40] }), ErrDamaged},
		{"half a file", NewSample().Bytes()[:600], ErrDamaged},
		{"half a directory", NewSample().Bytes()[:60], ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Parse(c.data); !errors.Is(err, c.want) {
				t.Errorf("got error %v, want %v", err, c.want)
			}
		})
	}
}

func TestErrorsSayWhatIsNeeded(t *testing.T) {
	for _, err := range []error{ErrCFF, ErrCollection, ErrBitmap, ErrVariable, ErrNotTrueType} {
		if !strings.Contains(err.Error(), "TrueType outlines (glyf)") {
			t.Errorf("%q does not name what can be used", err)
		}
	}
}

func TestMetrics(t *testing.T) {
	f, err := Parse(NewSample().Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"ascent", f.Ascent(), 900}, {"descent", f.Descent(), -200}, {"height of capitals", f.CapHeight(), 700},
		{"box", f.BBox(), [4]int{-20, 0, 700, 1150}}, {"slant", f.ItalicAngle(), -11.5}, {"stems", f.StemV(), 165},
		{"name", f.PostScriptName(), "Sample-BoldItalic"},
		{"has A", f.Has('A'), true}, {"has Á", f.Has('Á'), true}, {"has 🅐 beyond U+FFFF", f.Has(0x1F150), true},
		{"has B", f.Has('B'), false}, {"has U+FFFF", f.Has(0xFFFF), false}, {"has a surrogate", f.Has(0xD800), false},
		{"has a negative number", f.Has(-1), false},
		{"advance of A", f.Advance('A'), 0.6}, {"advance of space", f.Advance(' '), 0.25},
		{"advance of a glyph past the list", f.Advance('Á'), 0.3},
		{"advance of what is not there", f.Advance('B'), 0.5},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
}

func TestCapHeightWithoutOS2IsThatOfH(t *testing.T) {
	s := NewSample()
	s.OS2 = nil
	s.Cmap, _ = writeCmap([]mapping{{'H', 3}})
	f, err := Parse(s.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if f.CapHeight() != 200 {
		t.Errorf("got %d, want 200", f.CapHeight())
	}
}

func TestInkBounds(t *testing.T) {
	s := NewSample()
	binary.BigEndian.PutUint16(s.Hmtx[10:], 160) // the side bearing of A shifts its outline by 60 units
	f, err := Parse(s.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		r           rune
		left, right float64
		ok          bool
	}{
		{'A', 0.08, 0.58, true}, {'´', -0.02, 0.15, true}, {' ', 0, 0, false}, {'B', 0, 0, false},
	} {
		left, right, ok := f.InkBounds(c.r)
		if math.Abs(left-c.left) > 1e-9 || math.Abs(right-c.right) > 1e-9 || ok != c.ok {
			t.Errorf("%q: got %v to %v, %v; want %v to %v, %v", c.r, left, right, ok, c.left, c.right, c.ok)
		}
	}
}

func TestPostScriptNameIsFitForPDF(t *testing.T) {
	for _, name := range []string{"Two Words", "霞鹜", "a/b", "a(b", strings.Repeat("x", 64)} {
		s := NewSample()
		s.Name = (&Face{}).renamed(strings.ReplaceAll(name, " ", "\u00a0"), "R")
		f, err := Parse(s.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if got := f.PostScriptName(); got != "" {
			t.Errorf("%q was let through as %q", name, got)
		}
	}
}

func TestFormat4WithListsOfGlyphs(t *testing.T) {
	// Two segments: U+0041 to U+0043 by a list (glyphs 3, none, 2), with a shift of 1; U+0050 by a shift; and the end.
	sub := words(4, 0, 0, 6, 0, 0, 0,
		0x43, 0x50, 0xFFFF, 0,
		0x41, 0x50, 0xFFFF,
		1, 5-0x50, 1,
		6, 0, 0,
		3, 0, 2)
	m, err := newSegmentMap(sub)
	if err != nil {
		t.Fatal(err)
	}
	for r, want := range map[rune]uint16{'@': 0, 'A': 4, 'B': 0, 'C': 3, 'D': 0, 'P': 5, 'Q': 0, 0x10041: 0} {
		if got := m.glyph(r); got != want {
			t.Errorf("%q: glyph %d, want %d", r, got, want)
		}
	}
}
