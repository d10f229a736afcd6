package typeset

import "jianbao/report/style"

// longestKept is how many bytes a text may have to be remembered: a cell's or a label's, no paragraph's.
const longestKept = 60

// textKey is all that a text's measures depend on.
type textKey struct {
	str    string
	face   int
	size   float64
	colour style.Colour
}

// textStore remembers texts, and has room for those to come: a document has thousands, most of them of a few characters.
type textStore struct {
	kept   map[textKey]*text
	glyphs room[glyph]
	joints room[joint]
	breaks room[bool]
	sums   room[sum]
	runes  []rune // of the text at hand
}

func (s *textStore) keep(key textKey, x *text) {
	if s.kept == nil {
		s.kept = map[textKey]*text{}
	}
	s.kept[key] = x
}

// blank is a text of n characters to be filled in.
func (s *textStore) blank(n int) *text {
	return &text{glyphs: s.glyphs.take(n), joints: s.joints.take(n), may: s.breaks.take(n + 1), running: s.sums.take(n + 1)}
}

// room is memory that is asked for in large pieces and given out in small ones.
type room[T any] struct{ left []T }

// take gives n zero values.
func (r *room[T]) take(n int) []T {
	const piece = 1000
	if n > len(r.left) {
		if n >= piece/2 {
			return make([]T, n)
		}
		r.left = make([]T, piece)
	}
	taken := r.left[:n:n]
	r.left = r.left[n:]
	return taken
}
