package prose

import (
	"iter"
	"maps"
	"sync"
)

// characters are a set of characters of the basic plane, in which all words lie
// that the scanner knows. Every character of a text is looked up in one.
type characters [1 << 16 / 64]uint64

func (c *characters) add(all iter.Seq[rune]) {
	for r := range all {
		c[r/64] |= 1 << (r % 64)
	}
}

func (c *characters) has(r rune) bool {
	return uint32(r) < 1<<16 && c[r/64]&(1<<(r%64)) != 0
}

// openings are the characters beyond ASCII with which anything begins that the
// scanner reads. Most characters of a text are none.
var openings = sync.OnceValue(func() *characters {
	all := chineseNumerals
	all.add(maps.Keys(nameTree().next))
	all.add(maps.Keys(currencies))
	for _, r := range "第番图表注附负半对几数" {
		all.add(func(yield func(rune) bool) { yield(r) })
	}
	return &all
})
