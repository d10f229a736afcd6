package typeface

import (
	"errors"
	"testing"
)

func TestCutRefusesBrokenGlyphs(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*Sample)
	}{
		{"a glyph within itself", func(s *Sample) { s.Glyphs[4] = composed(part{glyph: 5}) }},
		{"a part that does not exist", func(s *Sample) { s.Glyphs[4] = composed(part{glyph: 60}) }},
		{"parts without end", func(s *Sample) {
			many := make([]part, 40)
			for i := range many {
				many[i] = part{glyph: 2}
			}
			s.Glyphs[4] = composed(many...)
			for i := range many {
				many[i] = part{glyph: 4}
			}
			s.Glyphs[5] = composed(many...)
		}},
		{"a composite glyph cut short", func(s *Sample) { s.Glyphs[4] = s.Glyphs[4][:20] }},
		{"a simple glyph cut short", func(s *Sample) { s.Glyphs[2] = s.Glyphs[2][:12] }},
		{"instructions beyond the glyph", func(s *Sample) { s.Glyphs[2][13] = 200 }},
		{"a glyph outside its table", func(s *Sample) { s.Loca = words(0, 16, 16, 900, 950, 960, 970) }},
		{"a glyph that ends before it begins", func(s *Sample) { s.Loca = words(0, 16, 16, 8, 30, 40, 50) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := NewSample()
			c.spoil(s)
			f, err := Parse(s.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			if _, err := f.Cut([]Char{{Rune: 'A'}, {Rune: 'Ấ'}}, new(Room)); !errors.Is(err, ErrDamaged) {
				t.Errorf("Cut: got error %v, want ErrDamaged", err)
			}
			if _, _, err := f.Reduce([]rune("AẤ"), "Any", "Regular"); !errors.Is(err, ErrDamaged) {
				t.Errorf("Reduce: got error %v, want ErrDamaged", err)
			}
		})
	}
}
