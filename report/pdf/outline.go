package pdf

import (
	"fmt"

	"jianbao/report/typeset"
)

// node is an entry's place in the tree: indices of other entries, -1 for none. A parent of -1 is the root.
type node struct {
	parent, prev, next, first, last int
	children                        int
}

// tree makes a tree of a list with levels. A level that jumps by more than one counts as one deeper.
func tree(entries []typeset.Entry) (nodes []node, root node) {
	root = node{-1, -1, -1, -1, -1, 0}
	nodes = make([]node, len(entries))
	var path []int // the entries above the one at hand, one a level
	for i, e := range entries {
		path = path[:min(max(e.Level, 0), len(path))]
		n, above := node{-1, -1, -1, -1, -1, 0}, &root
		if len(path) > 0 {
			n.parent = path[len(path)-1]
			above = &nodes[n.parent]
		}
		if n.prev = above.last; n.prev >= 0 {
			nodes[n.prev].next = i
		} else {
			above.first = i
		}
		above.last = i
		above.children++
		nodes[i] = n
		path = append(path, i)
	}
	return nodes, root
}

// outline writes the tree of headings and gives the number of its root, 0 if there are no headings. Only the first
// level stands open; an entry's /Count is then the number of lines opening it would show, with a minus (ISO 32000-1,
// 12.3.3).
func (f *file) outline(pages *typeset.Pages, numbers []int) int {
	if len(pages.Outline) == 0 {
		return 0
	}
	nodes, top := tree(pages.Outline)
	root := f.reserve()
	object := func(i int) int { return root + 1 + i }
	for i, e := range pages.Outline {
		n := nodes[i]
		at, start := f.reserve(), len(f.small)
		f.small = appendText(append(f.small, "<</Title"...), e.Title)
		f.small = fmt.Appendf(f.small, "/Parent %d 0 R/Dest[%d 0 R/XYZ null %.2f null]",
			object(n.parent), numbers[e.Page], pages.Pages[e.Page].Height-e.Y)
		for _, link := range []struct {
			key string
			to  int
		}{{"/Prev ", n.prev}, {"/Next ", n.next}, {"/First ", n.first}, {"/Last ", n.last}} {
			if link.to >= 0 {
				f.small = appendReference(append(f.small, link.key...), object(link.to))
			}
		}
		if n.children > 0 {
			f.small = fmt.Appendf(f.small, "/Count %d", -n.children)
		}
		f.small = append(f.small, ">>"...)
		f.written(at, start)
	}
	f.set(root, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", object(top.first), object(top.last), top.children)
	return root
}
