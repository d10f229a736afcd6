package diag

import "strings"

// Nearest is the known word that a misspelt one was likely meant to be: the one
// with the fewest letters added, dropped, changed or swapped, if those are few
// beside its length. Of equally near ones it is the first.
func Nearest(word string, known []string) (string, bool) {
	w := []rune(strings.ToLower(word))
	best, least := "", max(2, len(w)/3+1)
	for _, k := range known {
		if d := distance(w, []rune(strings.ToLower(k)), least); d < least {
			best, least = k, d
		}
	}
	return best, best != ""
}

// distance counts edits with swaps of neighbours (optimal string alignment). It
// may stop early with any number not below limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before := make([]int, len(b)+1)
	last := make([]int, len(b)+1)
	now := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}
