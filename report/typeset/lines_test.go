package typeset

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// Thousands of lines of prose in three faces and several widths: what a reader would notice never happens.
func TestLinesOfProse(t *testing.T) {
	for _, face := range []string{"serif", "sans-bold", "kai"} {
		s, typ := inFace(t, face)
		rng := rand.New(rand.NewPCG(1, 2))
		for range 500 {
			str := prose(rng, 3+rng.IntN(25))
			x := s.text(str, typ)
			sh := shape{measure: []float64{444, 300, 200}[rng.IntN(3)], indent: 24}
			checkLines(t, x, str, sh)
		}
	}
}

func checkLines(t *testing.T, x *text, str string, sh shape) {
	t.Helper()
	lines := x.breakLines(sh)
	sums := x.sums()
	at := 0
	for _, l := range lines {
		line := x.string(l.from, l.to)
		if l.from != at {
			t.Fatalf("%s: line %q starts at %d, not where the last ended, %d", str, line, l.from, at)
		}
		at = l.to
		if first := x.glyphs[l.from].r; l.from > 0 && startsNoLine(first) {
			t.Errorf("%s: line %q starts with %c", str, line, first)
		}
		if last := x.glyphs[l.to-1].r; isOpening(last) {
			t.Errorf("%s: line %q ends with %c", str, line, last)
		}
		if l.to < len(x.glyphs) && !x.may[l.to] {
			t.Errorf("%s: torn after %q", str, line)
		}
		if l.last && len(lines) > 1 && len([]rune(strings.TrimRight(line, "。”）"))) < 2 {
			t.Errorf("%s: a single character as the last line", str)
		}
		checkEdge(t, x, l, sh, sums)
	}
	if at != len(x.glyphs) {
		t.Errorf("%s: the lines end at %d of %d", str, at, len(x.glyphs))
	}
}

// checkEdge holds the right edge of a line against the measure, from what is drawn.
func checkEdge(t *testing.T, x *text, l line, sh shape, sums sums) {
	t.Helper()
	indent := 0.0
	if l.from == 0 {
		indent = sh.indent
	}
	runs := x.runs(l, x.set(l, sh, sums), indent, 0)
	last := x.glyphs[l.to-1]
	run := runs[len(runs)-1]
	n := len([]rune(run.Text))
	edge := run.X + float64(n-1)*run.Spacing - last.trail
	for _, g := range x.glyphs[l.to-n : l.to] {
		edge += g.advance
	}
	if edge > sh.measure+0.1 || !l.last && math.Abs(edge-sh.measure) > 0.1 {
		t.Errorf("line %q ends at %.2f of %.2f", x.string(l.from, l.to), edge, sh.measure)
	}
}

// What is drawn is the text as it is set, also where that is not the text as given.
func TestDrawnAsSet(t *testing.T) {
	s, typ := inFace(t, "serif")
	for given, want := range map[string]string{
		"　经济 运行 ":             "经济 运行",
		"经济\u00AD运行\u200B":    "经济运行",
		"经济\n运行\t2025\u00A0年": "经济 运行 2025 年",
		"经济\xff运行":            "经济\uFFFD运行",
		"\u200B　甲":            "甲",
	} {
		drawn := ""
		for _, l := range s.compose(given, typ, endless, 0, left).lines {
			for _, r := range l.runs {
				drawn += r.Text
			}
		}
		if drawn != want {
			t.Errorf("%q is drawn as %q, want %q", given, drawn, want)
		}
	}
}

func TestEveryCharacterIsDrawnOnce(t *testing.T) {
	s, typ := inFace(t, "serif")
	rng := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		str := prose(rng, 20)
		var drawn strings.Builder
		for _, l := range s.compose(str, typ, 300, 24, justified).lines {
			for _, r := range l.runs {
				drawn.WriteString(r.Text)
			}
		}
		if drawn.String() != str {
			t.Fatalf("drawn %s\nwant  %s", drawn.String(), str)
		}
	}
}

// A paragraph as a whole is better than line by line: the first lines give way so that the last is not a single character.
func TestNoSingleCharacterAtTheEnd(t *testing.T) {
	s, typ := inFace(t, "serif")
	x := s.text(strings.Repeat("经", 21), typ)
	lines := x.breakLines(shape{measure: 20 * 12})
	if len(lines) != 2 || lines[1].to-lines[1].from < 2 {
		t.Errorf("lines %v", lines)
	}
}

func TestWordWiderThanTheMeasureIsTorn(t *testing.T) {
	s, typ := inFace(t, "serif")
	for _, str := range []string{strings.Repeat("a", 100), "见（" + strings.Repeat("9", 80) + "）。", strings.Repeat("。", 30)} {
		x := s.text(str, typ)
		sh := shape{measure: 100, ragged: true}
		for _, l := range x.breakLines(sh) {
			if f := x.fit(x.sums(), l.from, l.to, sh); f.slack < -f.squeeze-epsilon {
				t.Errorf("%s: line %q is wider than the measure", str, x.string(l.from, l.to))
			}
		}
	}
}

// An address is broken after its marks rather than tear the line before it apart.
func TestAddressIsBroken(t *testing.T) {
	s, typ := inFace(t, "serif")
	x := s.text("数据见国家统计局网站公布的资料https://www.stats.gov.cn/sj/zxfb/202101/t20210118_1812423.html一文。", typ)
	sh := shape{measure: 300}
	sums := x.sums()
	for _, l := range x.breakLines(sh) {
		if f := x.fit(sums, l.from, l.to, sh); !l.last && f.slack > 0.1*x.em*float64(f.flexible) {
			t.Errorf("line %q is %.0f points short", x.string(l.from, l.to), f.slack)
		}
		if end := x.glyphs[l.to-1].r; !l.last && end < 0x80 && !among(end, "/._") {
			t.Errorf("line %q ends inside a word", x.string(l.from, l.to))
		}
		checkEdge(t, x, l, sh, sums)
	}
}

func TestNoLinesOfNothing(t *testing.T) {
	s, typ := inFace(t, "serif")
	for _, str := range []string{"", "  ", "　\n"} {
		if b := s.compose(str, typ, 100, 24, justified); len(b.lines) != 0 {
			t.Errorf("%q makes %d lines", str, len(b.lines))
		}
	}
}

func TestWhatIsNotSeenIsNotSet(t *testing.T) {
	s, typ := inFace(t, "serif")
	x := s.text("\uFEFF　GDP\ngrowth\trate\u00A0of a\u200B\u00ADyear ", typ)
	if got := x.string(0, len(x.glyphs)); got != "GDP growth rate of ayear" {
		t.Errorf("got %q", got)
	}
}

// Whatever a text holds, it is divided without loss and no line is wider than the measure, but for a character that is.
func FuzzLines(f *testing.F) {
	for _, str := range []string{"“（《", "2021年——增长63%～68%。", "https://example.com/a/b?c=d", "　\t\xff\U000E0100é", strings.Repeat("9", 99)} {
		f.Add(str, 100.0)
	}
	s, typ := inFace(f, "serif")
	f.Fuzz(func(t *testing.T, str string, measure float64) {
		if len(str) > 500 || !(measure > 0 && measure < 1000) {
			return
		}
		x := s.text(str, typ)
		sh := shape{measure: measure, indent: min(24, measure/4)}
		at := 0
		for _, l := range x.breakLines(sh) {
			fit := x.fit(x.sums(), l.from, l.to, sh)
			if fit.slack < -fit.squeeze-epsilon && l.to > l.from+1 {
				t.Errorf("line %q is wider than %.1f", x.string(l.from, l.to), measure)
			}
			if l.from != at {
				t.Errorf("a line starts at %d, not %d", l.from, at)
			}
			at = l.to
			x.runs(l, x.set(l, sh, x.sums()), 0, 0)
		}
		if at != len(x.glyphs) {
			t.Errorf("the lines end at %d of %d", at, len(x.glyphs))
		}
	})
}
