package period

import (
	"cmp"
	"slices"
)

// mostTilings bounds the search of Tilings. What statistics offices publish of
// one year, in months, quarters, halves and cumulative months, needs a few dozen
// steps.
const mostTilings = 4096

// Tilings are the ways to make up a span of spans among pieces that follow each
// other without gap or overlap: 2021-H1 of 2021-01..2021-05 and 2021-06, and of
// 2021-Q1 and 2021-Q2. Only the coarsest are given: where some neighbours in a
// tiling together are a piece themselves, that piece stands in their stead. A
// span is no tiling of itself, points in time are part of none.
//
// The search is bounded; among very many overlapping pieces tilings may be left
// out. The result depends only on the set of pieces, not on their order.
func Tilings(whole Period, pieces []Period) [][]Period {
	t := tiler{whole: whole, from: map[month][]Period{}, known: map[Period]bool{}, left: mostTilings}
	for _, p := range pieces {
		if p != whole && p.Months() > 0 && whole.Contains(p) && !t.known[p] {
			t.known[p] = true
			t.from[p.first] = append(t.from[p.first], p)
		}
	}
	for _, starting := range t.from {
		slices.SortFunc(starting, func(a, b Period) int { return cmp.Compare(b.last, a.last) })
	}
	t.lay(nil, whole.first)
	return t.found
}

type tiler struct {
	whole Period
	from  map[month][]Period // by the month they begin in, the longest first
	known map[Period]bool
	left  int // steps that may still be taken
	found [][]Period
}

// lay continues a row of pieces at a month.
func (t *tiler) lay(row []Period, at month) {
	for _, p := range t.from[at] {
		if t.left--; t.left < 0 {
			return
		}
		if t.mergeable(row, p) {
			continue
		}
		longer := append(slices.Clone(row), p)
		if p.last == t.whole.last {
			t.found = append(t.found, longer)
			continue
		}
		t.lay(longer, p.last+1)
	}
}

// mergeable reports whether p and pieces just before it are together a piece.
func (t *tiler) mergeable(row []Period, p Period) bool {
	return slices.ContainsFunc(row, func(before Period) bool {
		return t.known[Period{first: before.first, last: p.last}]
	})
}

// StartsWith reports whether q is of p's beginning: a span that begins in the
// month in which p does and does not outlast it, or a day in p. The share of p
// gone by at q's end, by months, is elapsed of total.
func (p Period) StartsWith(q Period) (elapsed, total int, ok bool) {
	if p.Months() == 0 || q.IsZero() || q.last < p.first || q.last > p.last || !q.IsPoint() && q.first != p.first {
		return 0, 0, false
	}
	return int(q.last-p.first) + 1, p.Months(), true
}
