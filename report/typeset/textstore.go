package typeset

import "jianbao/report/style"

// longestKept is how many bytes a text may have to be remembered: a cell's or a label's, no paragraph's.
const longestKept = 60

// textKey is all that a text's measures depend on.
type textKey struct {
	str    string
	face   int
	size   uint64 // its bits, which are quicker to look up than the number
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

// forget makes room for the texts of another document.
func (s *textStore) forget() {
	clear(s.kept)
	s.glyphs.rewind()
	s.joints.rewind()
	s.breaks.rewind()
	s.sums.rewind()
}

func (s *textStore) keep(key textKey, x *text) {
	if s.kept == nil {
		const many = 500 // as in a document of some pages
		s.kept = make(map[textKey]*text, many)
	}
	s.kept[key] = x
}

// blank is a text of n characters to be filled in.
func (s *textStore) blank(n int) *text {
	return &text{glyphs: s.glyphs.take(n), joints: s.joints.take(n), may: s.breaks.take(n + 1), running: s.sums.take(n + 1)}
}

// room is memory that is asked for in large pieces and given out in small ones, again and again.
type room[T any] struct {
	pieces [][]T
	used   int // of the pieces
	left   []T // of the last one used
}

// take gives n zero values.
func (r *room[T]) take(n int) []T {
	const piece = 1000
	if n > len(r.left) {
		if n >= piece/2 {
			return make([]T, n)
		}
		if r.used == len(r.pieces) {
			r.pieces = append(r.pieces, make([]T, piece))
		}
		r.left = r.pieces[r.used]
		r.used++
	}
	taken := r.left[:n:n]
	r.left = r.left[n:]
	clear(taken)
	return taken
}

// rewind takes back all that was given out. Of what a long document asked for only some is kept.
func (r *room[T]) rewind() {
	const most = 40 // pieces: those of a dozen pages
	if len(r.pieces) > most {
		r.pieces = append([][]T(nil), r.pieces[:most]...)
	}
	r.used, r.left = 0, nil
}
