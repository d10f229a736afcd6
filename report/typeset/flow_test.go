package typeset

import (
	"slices"
	"testing"
)

// slabsHigh makes slabs of a height of 10.
func slabsHigh(n int) []slab {
	out := make([]slab, n)
	for i := range out {
		out[i].height = 10
	}
	return out
}

func lengths(pages [][]slab) []int {
	out := make([]int, len(pages))
	for i, p := range pages {
		out[i] = len(p)
	}
	return out
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestPagesBreakWhereTheyMay(t *testing.T) {
	heading := slabsHigh(7)
	heading[3].keep = true
	block := slabsHigh(7)
	for i := range block[:5] {
		block[i].keep = true
	}
	spaced := slabsHigh(6)
	spaced[1].after, spaced[2].before = 5, 8
	early, late := slabsHigh(6), slabsHigh(7)
	for i := range 4 {
		early[i+1].loose = true
	}
	for i := range 3 {
		late[i+3].loose = true
	}
	rows := slabsHigh(7)
	for i := range rows[:6] {
		rows[i].keep = true
	}
	opening := slices.Clone(rows)
	opening[2].entry = &Entry{Title: "表"}
	rows[3].head = func() *slab { return &slab{height: 10} }
	topSpace := slabsHigh(5)
	topSpace[4].before = 30
	for _, c := range []struct {
		shows string
		slabs []slab
		want  []int
	}{
		{"a page takes what it holds", slabsHigh(9), []int{4, 4, 1}},
		{"a heading goes with what follows", heading, []int{3, 4}},
		{"what is kept together but higher than a page is broken", block, []int{4, 3}},
		{"before a row that brings its head if there is one", rows, []int{3, 4, 1}},
		{"or before a table, not between its head and its rows", opening, []int{2, 4, 1}},
		{"what is loosely together is torn where much of a page would stay blank", early, []int{4, 2}},
		{"and not where that is little", late, []int{3, 4}},
		{"of two spaces the greater counts", spaced, []int{3, 3}},
		{"space at the top of a page vanishes", topSpace, []int{4, 1}},
	} {
		t.Run(c.shows, func(t *testing.T) {
			if got := lengths(fill(c.slabs, area{height: 40})); !equal(got, c.want) {
				t.Errorf("pages of %v slabs, want %v", got, c.want)
			}
		})
	}
}

// No page ends with a paragraph's first line or begins with its last, however long paragraph and page.
func TestNoWidowsAndOrphans(t *testing.T) {
	typ := typeOf{}
	typ.Pitch = 10
	for n := 2; n < 12; n++ {
		for before := range 7 {
			b := block{lines: make([]content, n)}
			for i := range b.lines {
				b.lines[i].dx = float64(i)
			}
			var first, last int // pages of the paragraph's lines
			counts := map[int]int{}
			for page, slabs := range fill(append(slabsHigh(before), slabsOf(b, typ)...), area{height: 60}) {
				for _, s := range slabs {
					for _, m := range s.marks {
						counts[page]++
						if m.(*content).dx == 0 {
							first = page
						}
						if m.(*content).dx == float64(n-1) {
							last = page
						}
					}
				}
			}
			if counts[first] < 2 || counts[last] < 2 {
				t.Errorf("%d lines after %d: pages hold %v of them", n, before, counts)
			}
		}
	}
}

func TestTableHeadComesAgain(t *testing.T) {
	head := &slab{height: 15, marks: []Mark{Rect{}}}
	rows := slabsHigh(7)
	for i := range rows {
		if i > 0 {
			rows[i].head = func() *slab { return head }
		}
		rows[i].foot = []Mark{Line{}}
	}
	pages := fill(rows, area{height: 40})
	if got := lengths(pages); !equal(got, []int{4, 3, 2}) {
		t.Fatalf("pages of %v slabs", got)
	}
	for i, p := range pages {
		var made drawing
		made.place(p, area{height: 40}, 0, 0)
		heads, feet := 0, 0
		for _, m := range made.marks {
			switch m.(type) {
			case Rect:
				heads++
			case Line:
				feet++
			}
		}
		if (heads == 1) != (i > 0) || feet != 1 {
			t.Errorf("page %d has %d heads and %d rules at its foot", i+1, heads, feet)
		}
	}
}
