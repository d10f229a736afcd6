package typeset

import (
	"slices"
	"sync"
)

// store is what one document set after another can share: the measures of characters in the same faces, and memory for
// texts.
type store struct {
	measured  []measured // by index of the face that is wanted
	takenFrom []Face
	orFrom    []int // those of them that are looked in for what another has not

	texts    textStore
	drawing  drawing
	slabs    []slab
	elements []Element
}

// stores are kept from document to document. What is measured does not depend on what was set before.
var stores = sync.Pool{New: func() any { return new(store) }}

// borrow takes a store, once all faces are known.
func (s *faceSet) borrow() {
	s.store = stores.Get().(*store)
	if !slices.Equal(s.takenFrom, s.all) || !slices.Equal(s.orFrom, s.fallback) {
		s.measured = make([]measured, len(s.all))
		s.takenFrom, s.orFrom = slices.Clone(s.all), slices.Clone(s.fallback)
	}
}

// giveBack leaves the store to the next document, also where setting this one failed half-way.
func (s *faceSet) giveBack() {
	s.texts.forget()
	s.drawing.clean()
	stores.Put(s.store)
	s.store = nil
}

// emptied is memory for the next document. Of what a long one asked for nothing is kept.
func emptied[T any](used []T) []T {
	const most = 10_000 // slabs, or elements: those of some dozen pages
	if cap(used) > most {
		return nil
	}
	clear(used)
	return used[:0]
}
