package typeface_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"jianbao/report/typeface"
)

// What was cut in a room before leaves no trace in it, be it another face or a failure.
func TestCutsInOneRoom(t *testing.T) {
	var room typeface.Room
	broken := typeface.NewSample()
	broken.Glyphs[2] = broken.Glyphs[2][:12]
	for range 2 {
		for name, face := range sources(t) {
			for _, asked := range [][]typeface.Char{chars([]rune(text)), nil, {{Rune: 'A', Blank: 0.25}, {Rune: '\U0010FFFD'}, {Rune: 'Á'}}} {
				want, err := face.Cut(asked, new(typeface.Room))
				if err != nil {
					t.Fatal(err)
				}
				got, err := face.Cut(asked, &room)
				if err != nil || !bytes.Equal(got.TTF, want.TTF) || !slices.Equal(got.Widths, want.Widths) || !slices.Equal(got.Missing, want.Missing) {
					t.Errorf("%s: %d characters are cut otherwise in a room used before: %v", name, len(asked), err)
				}
			}
		}
		if _, err := parse(t, broken.Bytes()).Cut([]typeface.Char{{Rune: 'A'}}, &room); !errors.Is(err, typeface.ErrDamaged) {
			t.Errorf("error %v, want ErrDamaged", err)
		}
	}
}
