package network

import "slices"

// needed is some of the candidates that fail together and of which each is needed
// for it, where all fail together. The first candidates are tried first, ever more
// of them, so that little is asked of those far off.
func needed[T any](candidates []T, fails func([]T) bool) []T {
	for n := 4; n < len(candidates); n *= 2 {
		if fails(candidates[:n]) {
			candidates = candidates[:n]
			break
		}
	}
	return neededWith(nil, false, candidates, fails)
}

// neededWith is the candidates that are needed to fail together with the given
// ones (QuickXplain, Junker 2004): halve the candidates; see what the second half
// must give if all of the first is there, then what the first must give. With
// grown set, the given ones may fail already.
func neededWith[T any](given []T, grown bool, candidates []T, fails func([]T) bool) []T {
	if grown && fails(given) {
		return nil
	}
	if len(candidates) <= 1 {
		return candidates
	}
	first, second := candidates[:len(candidates)/2], candidates[len(candidates)/2:]
	fromSecond := neededWith(slices.Concat(given, first), true, second, fails)
	fromFirst := neededWith(slices.Concat(given, fromSecond), len(fromSecond) > 0, first, fails)
	return slices.Concat(fromFirst, fromSecond)
}
