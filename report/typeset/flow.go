package typeset

import (
	"math"
	"slices"
)

// slab is a strip of the type area that no page break divides. Its marks count from its upper left corner.
type slab struct {
	height        float64
	before, after float64 // space above and below; between two slabs the greater counts
	marks         []Mark
	keep          bool          // stays on the page of the slab that follows
	loose         bool          // does so too, but not where that leaves much of a page blank
	fresh         bool          // begins a page
	landscape     bool          // stands on a landscape page
	gridded       bool          // a line that stands on the grid of an area that has one
	head          func() *slab  // comes before it where it is the first on a page: a table's or a chart's repeated head
	foot          []Mark        // drawn where it is the last on a page
	entry         *Entry        // of the outline, to be told its place
	late          func() []Mark // drawn too; what is known only when all slabs have their pages
}

// area is where slabs stand on a page. Its y counts from its upper edge.
type area struct {
	height float64

	// pitch is that of the grid on which lines stand, 0 without one. The grid begins lead above the upper edge, so that
	// the characters of the first line stand at the edge and not the blank of its pitch (GB/T 9704-2012, 5.2.3).
	pitch, lead float64
}

// top is where a slab begins that follows prev, which ends at y; prev is nil for the first of a page.
func (a area) top(prev *slab, y float64, s *slab) float64 {
	top := 0.0
	switch {
	case prev != nil:
		top = y + max(prev.after, s.before)
	case s.gridded:
		top = -a.lead
	}
	if s.gridded && a.pitch > 0 {
		top = math.Ceil((top+a.lead-epsilon)/a.pitch)*a.pitch - a.lead
	}
	return top
}

// holds reports whether a slab that ends at y still stands in the area.
func (a area) holds(y float64, s *slab) bool {
	if s.gridded {
		y -= a.lead
	}
	return y <= a.height+epsilon
}

// tops are where the slabs of a page begin.
func (a area) tops(slabs []slab) []float64 {
	tops := make([]float64, len(slabs))
	var prev *slab
	y := 0.0
	for i := range slabs {
		tops[i] = a.top(prev, y, &slabs[i])
		y, prev = tops[i]+slabs[i].height, &slabs[i]
	}
	return tops
}

// mostBlank is how much of a page, as a part of it, may stay blank below to keep together what is loosely so.
const mostBlank = 0.3

// fill divides slabs among pages, breaking before as few as must be and never after one that keeps the next, unless
// these alone are higher than a page.
func fill(slabs []slab, a area) [][]slab {
	var pages [][]slab
	for from := 0; from < len(slabs); {
		to := pageEnd(slabs, from, a)
		page := slabs[from:to:to]
		if head := page[0].head; head != nil && from > 0 {
			page = slices.Concat([]slab{*head()}, page)
		}
		pages = append(pages, page)
		from = to
	}
	return pages
}

// pageEnd is the end of the page that starts with slab from.
func pageEnd(slabs []slab, from int, a area) int {
	y, prev := 0.0, (*slab)(nil)
	if head := slabs[from].head; head != nil && from > 0 {
		prev = head()
		y = prev.height
	}
	whole, apart, used := from, from, 0.0 // ends at which nothing is torn, or only what is loosely together
	end := from
	for ; end < len(slabs); end++ {
		s := &slabs[end]
		if end > from && s.fresh {
			return end
		}
		y = a.top(prev, y, s) + s.height
		if !a.holds(y, s) {
			break
		}
		if !s.keep {
			apart = end + 1
		}
		if !s.keep && !s.loose {
			whole, used = end+1, y
		}
		prev = s
	}
	switch {
	case end == len(slabs):
		return end
	case whole > from && a.height-used <= a.height*mostBlank:
		return whole
	case apart > from:
		return apart
	}
	return tornAt(slabs, from, end)
}

// tornAt is where slabs that are all kept together are broken before end: before a row that brings its table's head with
// it, else before a table, a chart or a heading, so that no head stands apart from its rows, else at the end.
func tornAt(slabs []slab, from, end int) int {
	for _, good := range []func(s *slab) bool{
		func(s *slab) bool { return s.head != nil },
		func(s *slab) bool { return s.entry != nil },
	} {
		for i := end; i > from; i-- {
			if good(&slabs[i]) {
				return i
			}
		}
	}
	return max(end, from+1)
}

// joined is slabs as one.
func joined(slabs []slab) slab {
	var all slab
	for i, part := range slabs {
		if i > 0 {
			all.height += max(all.after, part.before)
		}
		all.after = part.after
		all.marks = append(all.marks, shifted(part.marks, 0, all.height))
		all.height += part.height
	}
	return all
}

// fewest are the rows of a long table or drawing that a page has if it has any.
const fewest = 3

// staysWithNext reports whether row i of n, counted from 0, stays on the page of the next lest a page have too few.
func staysWithNext(i, n int) bool { return i < n-1 && (i < fewest-1 || i >= n-fewest) }

// heightOf is the height of slabs without the space between them.
func heightOf(slabs []slab) float64 {
	total := 0.0
	for i := range slabs {
		total += slabs[i].height
	}
	return total
}
