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

	texts textStore
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

// giveBack leaves the store to the next document.
func (s *faceSet) giveBack() {
	s.texts.forget()
	stores.Put(s.store)
	s.store = nil
}
