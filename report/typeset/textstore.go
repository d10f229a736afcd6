package typeset

import "jianbao/report/style"

// longestKept is how many bytes a text may have to be remembered: a cell's or a label's, no paragraph's.
const longestKept = 60

// look is all that a text's measures depend on beside its characters.
type look struct {
	face   int
	size   float64
	colour style.Colour
}

// textStore remembers texts, and has room for those to come: a document has thousands, most of them of a few characters.
// It has room too for all that is made of them until it stands on a page.
type textStore struct {
	kept   map[look]map[string]*text
	look   look             // that was asked for last: the cells of a column, the labels of a chart have one
	alike  map[string]*text // those of that look
	texts  room[text]
	glyphs room[glyph]
	joints room[joint]
	breaks room[bool]
	sums   room[sum]

	lines room[content]
	runs  room[Run]
	marks room[Mark]

	hand
}

// hand is memory for the text at hand.
type hand struct {
	runes  []rune
	search search
	at     []float64 // of a line's glyphs
	drawn  []Run     // of a line
}

// forget makes room for the texts of another document.
func (s *textStore) forget() {
	const usual = 50 // looks; a batch may set tables of many sizes
	if len(s.kept) > usual {
		s.kept, s.alike = nil, nil
	}
	for _, texts := range s.kept {
		clear(texts)
	}
	s.texts.rewind()
	s.glyphs.rewind()
	s.joints.rewind()
	s.breaks.rewind()
	s.sums.rewind()
	s.lines.rewind()
	s.runs.rewind()
	s.marks.rewind()
	clear(s.drawn[:cap(s.drawn)])
	const most = 20_000 // characters, as no paragraph has
	if cap(s.runes) > most {
		s.hand = hand{}
	}
}

// of is the texts of a look.
func (s *textStore) of(l look) map[string]*text {
	if s.alike == nil || l != s.look {
		if s.kept == nil {
			s.kept = map[look]map[string]*text{}
		}
		if s.kept[l] == nil {
			s.kept[l] = map[string]*text{}
		}
		s.look, s.alike = l, s.kept[l]
	}
	return s.alike
}

// blank is a text of n characters to be filled in.
func (s *textStore) blank(n int) *text {
	x := &s.texts.take(1)[0]
	x.glyphs, x.joints, x.may, x.running = s.glyphs.take(n), s.joints.take(n), s.breaks.take(n+1), s.sums.take(n+1)
	x.store = s
	return x
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
	return taken
}

// rewind takes back all that was given out. Of what a long document asked for only some is kept.
func (r *room[T]) rewind() {
	for i, piece := range r.pieces[:r.used] {
		if i == r.used-1 {
			piece = piece[:len(piece)-len(r.left)]
		}
		clear(piece)
	}
	const most = 40 // pieces: those of a dozen pages
	if len(r.pieces) > most {
		r.pieces = append([][]T(nil), r.pieces[:most]...)
	}
	r.used, r.left = 0, nil
}
