package network

import "slices"

// mostBranches is how many choices the search for a hitting set may try.
const mostBranches = 200_000

// hitting looks for smallest sets of variables that hold one of each of its sets.
type hitting struct {
	sets     [][]Var
	size     int // no smaller set hits them all
	branches int
	cut      bool // the search took too long
}

// smaller is a smallest set that hits all, if it has fewer than so many variables.
func (h *hitting) smaller(than int) (hit []Var, ok bool) {
	for ; h.size < than; h.size++ {
		h.branches = 0
		if hit, ok := h.within(nil, h.size); ok || h.cut {
			return hit, ok
		}
	}
	return nil, false
}

// within extends chosen variables by at most so many to hit all sets.
func (h *hitting) within(chosen []Var, more int) ([]Var, bool) {
	h.branches++
	if h.branches > mostBranches {
		h.cut = true
		return nil, false
	}
	missed := h.missed(chosen)
	if missed == nil {
		return chosen, true
	}
	if more == 0 {
		return nil, false
	}
	for _, v := range missed {
		if hit, ok := h.within(append(slices.Clone(chosen), v), more-1); ok || h.cut {
			return hit, ok
		}
	}
	return nil, false
}

// missed is the shortest set that holds none of the chosen variables, or nil.
func (h *hitting) missed(chosen []Var) []Var {
	var shortest []Var
	for _, set := range h.sets {
		if (shortest == nil || len(set) < len(shortest)) && !slices.ContainsFunc(set, func(v Var) bool { return slices.Contains(chosen, v) }) {
			shortest = set
		}
	}
	return shortest
}
