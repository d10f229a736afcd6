package dataset

import "hash/maphash"

// nameRows adds its number to the key of every row whose text is empty or names
// a row above.
func (b *body) nameRows() {
	n := b.cells.Len()
	seen := newKeySet(n)
	for row := range n {
		for key := b.key(row); key == "" || !seen.add(b, row, key); key = b.key(row) {
			if b.numbered == nil {
				b.numbered = make([]uint32, n)
			}
			b.numbered[row]++
		}
	}
}

// keySet is the rows whose keys have been seen, found by their keys. It holds
// numbers of rows in place of the keys: a map of a million strings would take
// more room than the table.
type keySet struct {
	seed maphash.Seed
	// slots hold half of a key's hash, above, and its row + 1, below; 0 is free.
	slots []uint64
}

// newKeySet makes a set for n rows, at most half full.
func newKeySet(n int) keySet {
	size := 2
	for size < 2*n {
		size *= 2
	}
	return keySet{maphash.MakeSeed(), make([]uint64, size)}
}

// add adds a row; false if a row of that key is there.
func (s keySet) add(b *body, row int, key string) bool {
	const lower = 1<<32 - 1
	hash := maphash.String(s.seed, key)
	for at := hash; ; at++ {
		slot := &s.slots[at%uint64(len(s.slots))]
		switch {
		case *slot == 0:
			*slot = hash&^lower | uint64(row+1)
			return true
		case (*slot^hash)&^lower == 0 && b.key(int(*slot&lower)-1) == key:
			return false
		}
	}
}
