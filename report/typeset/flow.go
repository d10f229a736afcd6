package typeset

// slab is a strip of the type area that no page break divides. Its marks count from its upper left corner.
type slab struct {
	height        float64
	before, after float64 // space above and below; between two slabs the greater counts
	marks         []Mark
	keep          bool   // stays on the page of the slab that follows
	head          *slab  // comes before it where it is the first on a page: a table's repeated head
	foot          []Mark // drawn where it is the last on a page
	entry         *Entry // of the outline, to be told its place
}

// fill divides slabs among pages of a height, breaking before as few as must be and never after one that keeps the
// next, unless these alone are higher than a page.
func fill(slabs []slab, height float64) [][]slab {
	var pages [][]slab
	for from := 0; from < len(slabs); {
		to := pageEnd(slabs, from, height)
		page := slabs[from:to:to]
		if head := page[0].head; head != nil && from > 0 {
			page = append([]slab{*head}, page...)
		}
		pages = append(pages, page)
		from = to
	}
	return pages
}

// pageEnd is the end of the page that starts with slab from.
func pageEnd(slabs []slab, from int, height float64) int {
	y := 0.0
	if head := slabs[from].head; head != nil && from > 0 {
		y = head.height + max(head.after, slabs[from].before)
	}
	end := from
	for ; end < len(slabs); end++ {
		if end > from {
			y += max(slabs[end-1].after, slabs[end].before)
		}
		if y += slabs[end].height; y > height+epsilon {
			break
		}
	}
	if end == len(slabs) {
		return end
	}
	for to := end; to > from; to-- {
		if !slabs[to-1].keep {
			return to
		}
	}
	return max(end, from+1)
}

// place draws a page's slabs at x, y and notes the places of outline entries.
func place(slabs []slab, x, y float64, page int, outline *[]Entry) []Mark {
	var marks []Mark
	for i, s := range slabs {
		if i > 0 {
			y += max(slabs[i-1].after, s.before)
		}
		for _, m := range s.marks {
			marks = append(marks, m.moved(x, y))
		}
		if i == len(slabs)-1 {
			for _, m := range s.foot {
				marks = append(marks, m.moved(x, y))
			}
		}
		if s.entry != nil {
			e := *s.entry
			e.Page, e.Y = page, y
			*outline = append(*outline, e)
		}
		y += s.height
	}
	return marks
}

// heightOf is the height of slabs without the space between them.
func heightOf(slabs []slab) float64 {
	total := 0.0
	for _, s := range slabs {
		total += s.height
	}
	return total
}
