package prose

import (
	"slices"
	"unicode"
)

// plainText is a text without marks and blanks, so that 省、市、区重点项目 is found
// as 省市区重点项目, and with its abbreviations in full.
func plainText(text []rune) []rune {
	var out []rune
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return inFull(out)
}

// surroundings are the words around a claim: those that belong to it, those of
// the clause before, and those of its sentence before that.
type surroundings struct {
	near, before, far stretch
	after             []rune // what follows the claim, if it may be the end of a longer name; else nil
	regions           []string
	called            []rune // what stands before the claim in its clause, without what says nothing
	noun              []rune // of that what says how it changed left out too: what the clause names
	short             []rune // a name that may be the end of a longer one, or nil
	nameless          bool   // they name nothing besides the only indicator
	part              bool   // they begin with 其中
	share             bool   // they name the whole of which the claim is a share
	marks             []bool // room to mark characters in
	elsewhere         bool   // they speak of another region than the data
}

// shortest is how many characters a name and a text must have in common to
// share a word.
const shortest = 2

// What words count that are further off, in tenths of those that are near.
const (
	weightNear   = 10
	weightBefore = 8
	weightFar    = 4
)

// likeness is how much of a name the words around a claim bear out.
type likeness struct {
	score  int  // of 1000
	close  int  // the part of it that does not come from afar
	length int  // the characters of the name that are borne out
	own    int  // those that are by the words nearest to the claim
	whole  bool // the name stands there as it is
}

func (s *surroundings) likeness(name []rune) (l likeness) {
	if len(name) == 0 {
		return l
	}
	room := s.room(3 * len(name))
	near, before := s.near.mark(room[:len(name)], name), s.before.mark(room[len(name):2*len(name)], name)
	var far []bool // looked for only if need be, for it is long
	distant := 0
	for i := range name {
		if !near[i] && !before[i] && far == nil {
			far = s.far.mark(room[2*len(name):], name)
		}
		switch {
		case near[i]:
			l.close += weightNear
			l.own++
		case before[i]:
			l.close += weightBefore
		case far[i]:
			distant += weightFar
		default:
			continue
		}
		l.length++
	}
	l.score, l.close = (l.close+distant)*100/len(name), l.close*100/len(name)
	l.whole = contains(s.near.text, name)
	return l
}

// room is an empty place to mark the characters of a name in, the same each time.
func (s *surroundings) room(size int) []bool {
	s.marks = slices.Grow(s.marks[:0], size)[:size]
	clear(s.marks)
	return s.marks
}

// stretch is a text with a rough index of its pairs of characters, so that a name
// that is not in it is done with quickly.
type stretch struct {
	text  []rune
	pairs [pairWords]uint64 // a bit for each pair, by its hash
}

const pairWords = 16

func stretchOf(text []rune) stretch {
	s := stretch{text: text}
	for i := 1; i < len(text); i++ {
		word, bit := pairBit(text[i-1], text[i])
		s.pairs[word] |= bit
	}
	return s
}

func pairBit(a, b rune) (word uint32, bit uint64) {
	const mix = 0x9E3779B1 // spreads neighbouring code points
	h := (uint32(a)*31 + uint32(b)) * mix >> 22
	return h / 64 % pairWords, 1 << (h % 64)
}

// has reports whether two characters stand next to each other in the text.
func (s *stretch) has(a, b rune) bool {
	if word, bit := pairBit(a, b); s.pairs[word]&bit == 0 {
		return false
	}
	for i := 1; i < len(s.text); i++ {
		if s.text[i] == b && s.text[i-1] == a {
			return true
		}
	}
	return false
}

// cover marks the characters of a name that stand in the text beside one that is
// its neighbour in the name too.
func (s *stretch) cover(name []rune) []bool { return s.mark(make([]bool, len(name)), name) }

// mark is cover in a given room.
func (s *stretch) mark(covered []bool, name []rune) []bool {
	if len(name) == 1 {
		covered[0] = slices.Contains(s.text, name[0])
	}
	for i := 1; i < len(name); i++ {
		if s.has(name[i-1], name[i]) {
			covered[i-1], covered[i] = true, true
		}
	}
	return covered
}

// borneOut is how many characters of a name the text bears out.
func (s *stretch) borneOut(name []rune) int {
	count := 0
	for _, covered := range s.cover(name) {
		if covered {
			count++
		}
	}
	return count
}

// lists is how many of the names that an indicator counts stand in the words
// near a claim, whole or in the greater part: 综合服务 for 综合服务中心.
func (s *surroundings) lists(names [][]rune) int {
	count := 0
	for _, name := range names {
		if len(name) > 0 && 2*s.near.borneOut(name) >= len(name) {
			count++
		}
	}
	return count
}

// contains reports whether part stands in text as it is.
func contains(text, part []rune) bool {
	for i := 0; i+len(part) <= len(text); i++ {
		if slices.Equal(text[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// abbreviates reports whether short is a name with parts left out, as 优良率 is of
// 空气质量优良天数比率: few stretches of it in order, the first of two characters or
// more, the last at its end.
func abbreviates(short, name []rune) bool {
	const mostStretches = 3
	if len(short) < shortestName || len(short) >= len(name) || short[len(short)-1] != name[len(name)-1] {
		return false
	}
	stretches, k, last := 0, 0, -2
	for i, r := range name {
		if k == len(short) {
			break
		}
		rest := len(short) - k
		if r != short[k] || rest == 1 && i != len(name)-1 {
			continue
		}
		if last != i-1 {
			stretches++
		}
		if k == 1 && stretches > 1 {
			return false
		}
		last, k = i, k+1
	}
	return k == len(short) && stretches <= mostStretches
}
