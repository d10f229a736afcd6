package typeface

import "testing"

// FuzzParse holds that no file, however broken, makes reading or cutting panic, and that what is cut can be read.
func FuzzParse(f *testing.F) {
	whole := NewSample().Bytes()
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	withLoop := NewSample()
	withLoop.Glyphs[4] = composed(part{glyph: 5})
	f.Add(withLoop.Bytes())
	basic := NewSample()
	basic.Cmap, _ = writeCmap([]mapping{{'A', 2}, {0xC1, 4}})
	f.Add(basic.Bytes())
	runes := []rune(" AB´ÁẤ\u00a0\uffff" + string(rune(0x1F150)))
	f.Fuzz(func(t *testing.T, data []byte) {
		face, err := Parse(data)
		if err != nil {
			return
		}
		face.Ascent()
		face.Descent()
		face.CapHeight()
		face.BBox()
		face.ItalicAngle()
		face.StemV()
		face.PostScriptName()
		for _, r := range runes {
			face.Advance(r)
			face.InkBounds(r)
		}
		var chars []Char
		for _, r := range runes {
			if face.Has(r) {
				chars = append(chars, Char{Rune: r})
			}
		}
		cut, err := face.Cut(chars, new(Room))
		if err != nil {
			return
		}
		again, err := Parse(WithMap(cut, chars))
		if err != nil {
			t.Fatalf("a cut face cannot be read: %v", err)
		}
		for _, c := range chars {
			if !again.Has(c.Rune) || again.Advance(c.Rune) != face.Advance(c.Rune) {
				t.Errorf("%q is lost or changed its width", c.Rune)
			}
		}
	})
}
