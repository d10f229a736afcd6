package typeset

import (
	"math"
	"slices"
	"testing"
)

// natural is the width of a text as one line, in ems.
func natural(t *testing.T, face, str string) float64 {
	t.Helper()
	s, typ := inFace(t, face)
	x := s.text(str, typ)
	return x.width(x.sums(), 0, len(x.glyphs)) / typ.Size
}

func TestWidths(t *testing.T) {
	one, formula := natural(t, "serif", "1"), natural(t, "serif", "CO₂")
	for _, c := range []struct {
		shows, str string
		want       float64
	}{
		{"Han are an em", "经济", 2},
		{"a mark inside a line is an em", "经，济", 3},
		{"a mark at the end is half", "经济，", 2.5},
		{"an opening mark at the start is half", "（经济", 2.5},
		{"two closing marks take one and a half", "经”，济", 3.5},
		{"closing before opening takes one and a half", "经，“济", 3.5},
		{"two opening marks take one and a half", "经《“济", 3.5},
		{"a quarter between Han and digits", "经济1", 2.25 + one},
		{"and after a small digit", "CO₂排放", 2.25 + formula},
		{"none beside a mark", "经，1", 2 + one},
	} {
		t.Run(c.shows, func(t *testing.T) {
			if got := natural(t, "serif", c.str); math.Abs(got-c.want) > 0.001 {
				t.Errorf("%s is %.3f em wide, want %.3f", c.str, got, c.want)
			}
		})
	}
}

// The halves of a dash have blank at both ends in Noto; drawn as they are they would be two lines.
func TestDashIsOneLine(t *testing.T) {
	for _, face := range []string{"serif", "sans", "kai"} {
		s, typ := inFace(t, face)
		x := s.text("经——济", typ)
		left, right, _ := s.faces.all[typ.face].Face.InkBounds('—')
		at := x.spaces(0, len(x.glyphs), fit{}, false)
		start := x.glyphs[1].advance + at[2] + left*typ.Size // of the second half's ink, from the first half's origin
		if end := right * typ.Size; start > end {
			t.Errorf("%s: %.2f points between the halves", face, start-end)
		}
	}
}

// In the Kai face a curly quote is narrow: there is no half to give up.
func TestMarksAreMeasuredNotAssumed(t *testing.T) {
	s, typ := inFace(t, "kai")
	m := s.faces.measure(typ.face, '“')
	if m.advance > 0.6 {
		t.Fatalf("the quote is %.3f em wide: this test needs a narrow one", m.advance)
	}
	if m.lead > m.advance/2 {
		t.Errorf("a quote of %.3f em gives up %.3f", m.advance, m.lead)
	}
}

func TestSqueezeGoesInOrder(t *testing.T) {
	s, typ := inFace(t, "serif")
	x := s.text("经（济）运、行平。稳1季", typ)
	before := slices.Clone(x.spaces(0, len(x.glyphs), fit{}, false))
	for _, c := range []struct {
		em    float64
		first rune // whose joint has given way when em ems are taken
		kept  rune
	}{
		{0.4, '（', '行'}, // brackets before pauses
		{1.4, '行', '稳'}, // pauses before stops
	} {
		after := x.spaces(0, len(x.glyphs), fit{slack: -c.em * x.em}, false)
		for i, g := range x.glyphs {
			gave := before[i] - after[i]
			if g.r == c.first && gave <= 0 {
				t.Errorf("squeezed by %.1f em, the joint before %c has not given way", c.em, g.r)
			}
			if g.r == c.kept && gave > 0 {
				t.Errorf("squeezed by %.1f em, the joint before %c has given way too early", c.em, g.r)
			}
		}
	}
}

func TestStretchIsEvenAndSparesWords(t *testing.T) {
	s, typ := inFace(t, "serif")
	x := s.text("经济P₂增长——平稳", typ)
	out := x.spaces(0, len(x.glyphs), fit{slack: 6, flexible: 6}, true)
	for i, g := range x.glyphs {
		if i == 0 {
			continue
		}
		inside := g.r == '₂' || g.r == '—' && x.glyphs[i-1].r == '—'
		gap := x.joints[i].rank == rankGap && x.joints[i].natural > 0
		if !inside && !gap && math.Abs(out[i]-x.joints[i].natural-1) > 0.001 {
			t.Errorf("before %c: %.2f, want 1", g.r, out[i])
		}
		if inside && out[i] != x.joints[i].natural {
			t.Errorf("before %c, inside a word or a dash: %.2f, want %.2f", g.r, out[i], x.joints[i].natural)
		}
	}
}

func TestFallbackByCharacter(t *testing.T) {
	s, typ := inFace(t, "serif")
	x := s.text("经旈囍", typ) // the last two are in GBK only
	if int(x.glyphs[0].face) != typ.face {
		t.Error("a character of the face is taken from another")
	}
	for _, g := range x.glyphs[1:] {
		if int(g.face) == typ.face || !s.faces.all[g.face].Face.Has(g.r) {
			t.Errorf("%c is taken from %s", g.r, s.faces.all[g.face].Name)
		}
	}
	if missing := s.faces.gaps.sorted(); len(missing) > 0 {
		t.Errorf("missing %v", missing)
	}
}
