package typeface_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"

	"jianbao/fonts"
	"jianbao/fonts/repertoire"
	"jianbao/report/typeface"
)

const text = "2021年上半年，全区空气质量综合指数4.40，同比改善13.9%；PM₂.₅“优良率”79.6%——𬭶𫟼㎡Á"

// sources are the faces the tests cut: the embedded ones and the made-up one, which has composite glyphs and hints.
func sources(t *testing.T) map[string]*typeface.Face {
	t.Helper()
	faces := map[string]*typeface.Face{}
	for _, name := range fonts.Names() {
		f, err := fonts.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		faces[name] = f
	}
	faces["sample"] = parse(t, typeface.NewSample().Bytes())
	return faces
}

func parse(t *testing.T, ttf []byte) *typeface.Face {
	t.Helper()
	f, err := typeface.Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// drawing is what another reader of fonts makes of a character: its outline, composite glyphs resolved, and its advance.
func drawing(t *testing.T, f *font.Face, r rune) (outline []font.Segment, advance float32) {
	t.Helper()
	g, ok := f.NominalGlyph(r)
	if !ok || g == 0 {
		t.Fatalf("%U has no glyph", r)
	}
	o, _ := f.GlyphDataOutline(g)
	return o.Segments, f.HorizontalAdvance(g)
}

func otherReader(t *testing.T, ttf []byte) *font.Face {
	t.Helper()
	f, err := font.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// chars are the runes as characters, sorted, each once.
func chars(runes []rune) []typeface.Char {
	runes = slices.Clone(runes)
	slices.Sort(runes)
	var all []typeface.Char
	for _, r := range slices.Compact(runes) {
		all = append(all, typeface.Char{Rune: r})
	}
	return all
}

func TestCutFacesDrawWhatTheirSourceDraws(t *testing.T) {
	for name, face := range sources(t) {
		t.Run(name, func(t *testing.T) {
			runes := []rune(text + "AẤ´\u00a0")
			all, missing, err := face.Reduce(append(runes, repertoire.Tongyong()...), "Whole", "Regular")
			if err != nil {
				t.Fatal(err)
			}
			source := otherReader(t, all)
			cut, err := face.Cut(chars(runes), new(typeface.Room))
			if err != nil {
				t.Fatal(err)
			}
			mapped := typeface.WithMap(cut, chars(runes))
			again, other := parse(t, mapped), otherReader(t, mapped)
			for i, c := range chars(runes) {
				r := c.Rune
				if slices.Contains(missing, r) != !face.Has(r) || slices.Contains(cut.Missing, r) != !face.Has(r) {
					t.Fatalf("%c: wrongly said to be there or missing", r)
				}
				if !face.Has(r) {
					continue
				}
				if want := int(math.Round(1000 * face.Advance(r))); cut.Widths[i] != want {
					t.Errorf("%c: width %d, want %d", r, cut.Widths[i], want)
				}
				wantOutline, wantAdvance := drawing(t, source, r)
				gotOutline, gotAdvance := drawing(t, other, r)
				if !reflect.DeepEqual(gotOutline, wantOutline) || gotAdvance != wantAdvance {
					t.Errorf("%c is drawn differently", r)
				}
				if again.Advance(r) != face.Advance(r) {
					t.Errorf("%c: advance %v, in the source %v", r, again.Advance(r), face.Advance(r))
				}
				gotLeft, gotRight, gotInk := again.InkBounds(r)
				wantLeft, wantRight, wantInk := face.InkBounds(r)
				if gotLeft != wantLeft || gotRight != wantRight || gotInk != wantInk {
					t.Errorf("%c: ink is at other bounds", r)
				}
			}
		})
	}
}

// TestCompositeGlyphsKeepTheirOutlines compares with the made-up font as it was before any cut, hints and all.
func TestCompositeGlyphsKeepTheirOutlines(t *testing.T) {
	ttf := typeface.NewSample().Bytes()
	source := otherReader(t, ttf)
	asked := chars([]rune{'Ấ', 0x1F150})
	cut, err := parse(t, ttf).Cut(asked, new(typeface.Room))
	if err != nil {
		t.Fatal(err)
	}
	other := otherReader(t, typeface.WithMap(cut, asked))
	for _, c := range asked {
		want, _ := drawing(t, source, c.Rune)
		got, _ := drawing(t, other, c.Rune)
		if !reflect.DeepEqual(got, want) || c.Rune == 'Ấ' && len(want) < 28 {
			t.Errorf("%U: got outline %v, want %v", c.Rune, got, want)
		}
	}
	if bytes.Contains(cut.TTF, []byte{0xB0, 0x01, 0x21}) || bytes.Contains(cut.TTF, []byte("fpgm")) {
		t.Error("hints were left in")
	}
}

func TestSameCharactersInAnyOrderGiveTheSameBytes(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	repertoire := repertoire.Text()
	for name, face := range sources(t) {
		t.Run(name, func(t *testing.T) {
			for range 10 {
				runes := make([]rune, 1+random.IntN(300))
				for i := range runes {
					runes[i] = repertoire[random.IntN(len(repertoire))]
				}
				one, _, err := face.Reduce(runes, "Any", "Regular")
				if err != nil {
					t.Fatal(err)
				}
				before := slices.Clone(runes)
				other, _, err := face.Reduce(runes, "Any", "Regular")
				if err != nil || !slices.Equal(runes, before) {
					t.Fatalf("the runes were disturbed, or %v", err)
				}
				random.Shuffle(len(runes), func(i, j int) { runes[i], runes[j] = runes[j], runes[i] })
				runes = append(runes, runes[:len(runes)/2]...)
				third, _, err := face.Reduce(runes, "Any", "Regular")
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(one, other) || !bytes.Equal(one, third) {
					t.Fatal("two cuts of the same characters differ")
				}
			}
		})
	}
}

func TestCutFilesAreSound(t *testing.T) {
	for name, face := range sources(t) {
		t.Run(name, func(t *testing.T) {
			cut, err := face.Cut(chars([]rune(text)), new(typeface.Room))
			if err != nil {
				t.Fatal(err)
			}
			reduced, _, err := face.Reduce([]rune(text), "New Name", "Regular")
			if err != nil {
				t.Fatal(err)
			}
			for _, ttf := range [][]byte{cut.TTF, reduced} {
				checkSums(t, ttf)
			}
		})
	}
}

// checkSums holds the table directory against the OpenType specification: numbers for searching it, sorted tags, tables
// in bounds, their sums, and the sum of the whole file.
func checkSums(t *testing.T, ttf []byte) {
	t.Helper()
	be := binary.BigEndian
	sum := func(b []byte) (s uint32) {
		b = append(slices.Clone(b), make([]byte, (4-len(b)%4)%4)...)
		for ; len(b) > 0; b = b[4:] {
			s += be.Uint32(b)
		}
		return s
	}
	n := int(be.Uint16(ttf[4:]))
	half, steps, rest := int(be.Uint16(ttf[6:])), int(be.Uint16(ttf[8:])), int(be.Uint16(ttf[10:]))
	if half != 16<<steps || half > 16*n || 2*half <= 16*n || rest != 16*n-half {
		t.Errorf("%d tables are to be searched by %d, %d, %d", n, half, steps, rest)
	}
	last := ""
	for i := range n {
		rec := ttf[12+16*i:]
		tag, off, size := string(rec[:4]), be.Uint32(rec[8:]), be.Uint32(rec[12:])
		data := slices.Clone(ttf[off : off+size])
		if tag == "head" {
			be.PutUint32(data[8:], 0)
		}
		if sum(data) != be.Uint32(rec[4:]) || off%4 != 0 || tag <= last {
			t.Errorf("table %s has a wrong sum, place or order", tag)
		}
		last = tag
	}
	if sum(ttf) != 0xB1B0AFBA {
		t.Errorf("the sum of the file is %#x", sum(ttf))
	}
}

func TestSpaceIsAlwaysThere(t *testing.T) {
	for name, face := range sources(t) {
		reduced, _, err := face.Reduce(nil, "Any", "Regular")
		if err != nil {
			t.Fatal(err)
		}
		if !parse(t, reduced).Has(' ') {
			t.Errorf("%s: no space", name)
		}
	}
}

// A wide character is a glyph of its own, with the same outline and another advance; what is composed of it is as wide
// as ever.
func TestWideCharactersAreCutWithTheirAdvances(t *testing.T) {
	for name, face := range sources(t) {
		asked := []typeface.Char{{Rune: 'A', Blank: 0.25}, {Rune: 'A'}, {Rune: ' ', Blank: 0.25}, {Rune: 'Á'}}
		cut, err := face.Cut(asked, new(typeface.Room))
		if err != nil {
			t.Fatal(err)
		}
		other := otherReader(t, typeface.WithMap(cut, asked))
		for i, c := range asked {
			want := face.Advance(c.Rune) + c.Blank
			if cut.Widths[i] != int(math.Round(1000*want)) {
				t.Errorf("%s: %q has width %d, want %v", name, c.Rune, cut.Widths[i], 1000*want)
			}
			if got := other.HorizontalAdvance(font.GID(i+1)) / float32(other.Upem()); got != float32(want) {
				t.Errorf("%s: %q is %v em wide in the file, want %v", name, c.Rune, got, want)
			}
		}
		wide, _ := other.GlyphDataOutline(1)
		narrow, _ := other.GlyphDataOutline(2)
		if len(wide.Segments) == 0 || !reflect.DeepEqual(wide, narrow) {
			t.Errorf("%s: A is drawn differently where it is wide", name)
		}
		checkSums(t, cut.TTF)
	}
}

func TestMoreGlyphsThanAFontHolds(t *testing.T) {
	face := parse(t, typeface.NewSample().Bytes())
	if _, err := face.Cut(make([]typeface.Char, 65535), new(typeface.Room)); !errors.Is(err, typeface.ErrTooMany) {
		t.Errorf("error %v, want ErrTooMany", err)
	}
	if _, err := face.Cut(make([]typeface.Char, 65534), new(typeface.Room)); err != nil {
		t.Error(err)
	}
}

func TestReducedFacesKeepCodePointsAndGetNewNames(t *testing.T) {
	face := parse(t, typeface.NewSample().Bytes())
	ttf, missing, err := face.Reduce([]rune{0x1F150, 'Ấ', 'B', '霞'}, "Any Name", "Bold")
	if err != nil {
		t.Fatal(err)
	}
	if string(missing) != "B霞" {
		t.Errorf("missing: %q", string(missing))
	}
	reduced := parse(t, ttf)
	for _, r := range []rune{' ', 0x1F150, 'Ấ'} {
		if !reduced.Has(r) {
			t.Errorf("%U is lost", r)
		}
	}
	if reduced.Has('A') {
		t.Error("A was not asked for")
	}
	if reduced.PostScriptName() != "AnyName-Bold" {
		t.Errorf("it is called %q", reduced.PostScriptName())
	}
	if utf16 := []byte("S\x00a\x00m\x00p\x00l\x00e"); bytes.Contains(ttf, utf16) || bytes.Contains(ttf, []byte("MAKR")) {
		t.Error("the old name or the maker's mark is still in the file")
	}
	for what, pair := range map[string][2]any{
		"ascent": {reduced.Ascent(), face.Ascent()}, "descent": {reduced.Descent(), face.Descent()},
		"height of capitals": {reduced.CapHeight(), face.CapHeight()}, "slant": {reduced.ItalicAngle(), face.ItalicAngle()},
		"stems": {reduced.StemV(), face.StemV()},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: %v, in the source %v", what, pair[0], pair[1])
		}
	}
}

func TestLookingUpDoesNotAllocate(t *testing.T) {
	for name, face := range sources(t) {
		if n := testing.AllocsPerRun(100, func() {
			face.Has('区')
			face.Advance('A')
			face.InkBounds('，')
		}); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
