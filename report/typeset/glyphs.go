package typeset

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"jianbao/report/style"
	"jianbao/report/typeface"
)

// glyph is a character with its measures in one type, in points.
type glyph struct {
	r       rune
	face    int32   // index in Pages.Faces
	advance float64 // as the face has it
	lead    float64 // blank before the ink that a mark can give up: half its width at most
	trail   float64 // likewise after the ink
}

// joint is the space between a glyph and the one before it, beside their advances.
type joint struct {
	natural  float64 // a quarter em between Han and Latin; less than 0 between marks that give up blank to each other
	squeeze  float64 // how much narrower it may become
	widen    float64 // how much wider it may become before all joints widen evenly
	rank     int8    // squeezed in this order: rankSpace first
	flexible bool    // widens with all others when a line is stretched
	address  bool    // inside an address of the web
}

// The order in which a line is squeezed (CLREQ, line adjustment), after the mark at its end has given up its
// half.
const (
	rankSpace int8 = iota // spaces between Western words
	rankDot
	rankBracket
	rankPause
	rankGap // between Han and Latin
	rankStop
	ranks
)

// text is a paragraph ready to be broken: characters, their measures, the joints between them, the breaks allowed.
type text struct {
	glyphs []glyph
	joints []joint // joints[i] lies before glyphs[i]; the first is empty
	may    []bool  // see breakable
	em     float64
	colour style.Colour
	str    string // its characters again

	running sums
	only    [1]line // all of it on one line
	store   *textStore
}

// typeOf is a style's Type with its faces and colour found.
type typeOf struct {
	style.Type
	face   int
	colour style.Colour
}

// faceSet holds the faces in use and says which one shows a character.
type faceSet struct {
	all      []Face
	fallback []int
	gaps     gaps
	*store
}

// index finds a face of the style among those given, and keeps it for use.
func (s *faceSet) index(name string, faces Faces) (int, error) {
	for i, f := range s.all {
		if f.Name == name {
			return i, nil
		}
	}
	f := faces[name]
	if f == nil {
		return 0, fmt.Errorf("the style asks for a face %q, which there is not", name)
	}
	s.all = append(s.all, Face{name, f})
	return len(s.all) - 1, nil
}

// choose is the face that shows r where the style wants the face wanted: that one if it can, else the first of the
// fallbacks that can. ok is false if none can.
func (s *faceSet) choose(wanted int, r rune) (face int, ok bool) {
	if s.all[wanted].Face.Has(r) {
		return wanted, true
	}
	for _, i := range s.fallback {
		if s.all[i].Face.Has(r) {
			return i, true
		}
	}
	return wanted, false
}

// blanks measures a character and what it can give up, in em. Only marks give something up, and never more than leaves
// their ink clear of the neighbour: faces differ widely in where the ink of a mark lies and how wide a mark is.
func blanks(f *typeface.Face, r rune) (advance, lead, trail float64) {
	const kept = 0.06 // blank that stays beside the ink
	advance = f.Advance(r)
	before, after, middle := is(r, opening), isClosing(r), is(r, middleDot)
	if !before && !after && !middle && r != dash {
		return advance, 0, 0
	}
	left, right, ok := f.InkBounds(r)
	if !ok {
		return advance, 0, 0
	}
	if r == dash { // two of them are one line, see between; they overlap a little lest a seam shows
		const overlap = 0.005
		return advance, left + overlap, advance - right + overlap
	}
	half := advance / 2
	if middle {
		half = advance / 4
	}
	if before || middle {
		lead = min(max(left-kept, 0), half)
	}
	if after || middle {
		trail = min(max(advance-right-kept, 0), half)
	}
	return advance, lead, trail
}

// dash is half of a 破折号.
const dash = '—'

// text measures a string in one type. Short ones are remembered: what stands in a table or a chart is measured again and
// again until it has its place.
func (s *faceSet) text(str string, t typeOf) *text {
	if len(str) > longestKept {
		return s.newText(str, t)
	}
	known := s.texts.of(look{t.face, t.Size, t.colour})
	x := known[str]
	if x == nil {
		x = s.newText(str, t)
		known[str] = x
	}
	return x
}

func (s *faceSet) newText(str string, t typeOf) *text {
	runes, str := plain(s.texts.runes, str)
	s.texts.runes = runes
	x := s.texts.blank(len(runes))
	x.em, x.colour, x.str = t.Size, t.colour, str
	breakable(runes, x.may)
	for i, r := range runes {
		m := s.measure(t.face, r)
		if m.missing {
			s.gaps.add(runes, i)
		}
		x.glyphs[i] = glyph{r, m.face, m.advance * t.Size, m.lead * t.Size, m.trail * t.Size}
		if i > 0 {
			x.joints[i] = between(&x.glyphs[i-1], &x.glyphs[i], t.Size)
		}
	}
	x.loosenAddresses()
	x.addUp()
	return x
}

// longWord is how many characters of ASCII in a row are taken for an address of the web.
const longWord = 20

// loosenAddresses marks the joints inside addresses and lets them be spaced like those of Han: lines of little else could
// not be justified.
func (x *text) loosenAddresses() {
	for from := 0; from < len(x.glyphs); {
		to := from
		for to < len(x.glyphs) && x.glyphs[to].r > ' ' && x.glyphs[to].r < 0x7F {
			to++
		}
		for i := from + 1; i < to && to-from >= longWord; i++ {
			x.joints[i].address, x.joints[i].flexible = true, true
		}
		from = to + 1
	}
}

// between is the joint between two glyphs, two ideographs as a rule.
func between(a, b *glyph, em float64) joint {
	if isIdeograph(a.r) && isIdeograph(b.r) {
		return joint{flexible: true}
	}
	return mixed(a, b, em)
}

// mixed is the joint between any two glyphs.
func mixed(a, b *glyph, em float64) joint {
	j := joint{flexible: stretches(a.r, b.r)}
	if a.r == dash && b.r == dash {
		j.natural = -a.trail - b.lead
		return j
	}
	switch {
	case a.r == dash || b.r == dash:
		return j
	case isSpace(a.r) || isSpace(b.r):
		if b.r == ' ' { // counted once, at the joint before the space
			j.squeeze, j.rank, j.widen = max(b.advance-em/8, 0), rankSpace, em/4
		}
		return j
	case isHan(a.r) && isWestern(b.r), isWestern(a.r) && isHan(b.r):
		// It widens to a third of an em and no further.
		return joint{natural: Gap * em, squeeze: em / 8, rank: rankGap, widen: em / 12}
	}
	blank := a.trail + b.lead
	if a.trail > 0 && isMark(b.r) {
		j.natural = -a.trail // the first of two marks gives up its half (CLREQ, adjustment of punctuation width)
	} else if b.lead > 0 && is(a.r, opening) {
		j.natural = -b.lead
	}
	if j.squeeze = blank + j.natural; j.squeeze > 0 {
		j.rank = max(markRank(a), markRank(b))
	}
	return j
}

// isMark reports whether r is a full-width mark that takes part in squeezing.
func isMark(r rune) bool { return is(r, stop|pause|closing|opening) }

// markRank is a mark's place in the order of squeezing.
func markRank(g *glyph) int8 {
	switch {
	case is(g.r, middleDot):
		return rankDot
	case g.lead > 0 || is(g.r, closing):
		return rankBracket
	case is(g.r, pause):
		return rankPause
	case is(g.r, stop):
		return rankStop
	}
	return 0
}

// stretches reports whether the joint between a and b may be widened: not inside words and numbers, nor inside —— and
// ……, which would fall apart.
func stretches(a, b rune) bool {
	if a == b && (a == dash || a == '…') {
		return false
	}
	return !latin(a) || !latin(b)
}

// latin reports whether r is part of Western text, marks included.
func latin(r rune) bool {
	return r > ' ' && r < 0x2000 && !is(r, middleDot) || r == '‰' || r == '−' || r >= '⁰' && r <= '₎'
}

// plain gives the characters of a text, in the room given if they fit, as they are set, and the same as a string: line
// breaks, tabs and no-break spaces become spaces, spaces at either end go, and so does what is never seen: soft hyphens,
// zero-width spaces, byte order marks.
func plain(room []rune, s string) (runes []rune, str string) {
	runes = room[:0]
	changed := false
	for _, r := range s {
		switch r {
		case '\n', '\r', '\t', '\u00A0':
			r, changed = ' ', true
		case '\u00AD', '\u200B', '\u2060', '\uFEFF':
			changed = true
			continue
		case utf8.RuneError: // it may stand for a byte that is no UTF-8
			changed = true
		}
		runes = append(runes, r)
	}
	for len(runes) > 0 && isSpace(runes[0]) {
		runes = runes[1:]
	}
	for len(runes) > 0 && isSpace(runes[len(runes)-1]) {
		runes = runes[:len(runes)-1]
	}
	if changed {
		return runes, string(runes)
	}
	return runes, strings.TrimFunc(s, isSpace)
}
