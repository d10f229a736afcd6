package typeset

import "math"

// titleLines divides a title by sense into as few lines as it needs: of lengths as even as the sense lets them be, or,
// in an official document, in the shape of a trapezoid or a lozenge (GB/T 9704-2012, 7.3.1). There is one line more where
// that keeps a word whole or gives the shape.
func (s *setter) titleLines(title string, t typeOf, measure float64) []string {
	x := s.text(title, t)
	n := len(x.glyphs)
	all := x.width(x.sums(), 0, n)
	if all <= measure {
		return []string{title}
	}
	var first []string
	for count := int(math.Ceil(all / measure)); count <= n; count++ {
		lines, good := x.shaped(count, measure, s.style.Official != nil)
		if good {
			return lines
		}
		if first != nil {
			return first
		}
		first = lines
	}
	if first == nil {
		return []string{title}
	}
	return first
}

// shaped divides into count lines; good says that they have the shape asked for and tear no word. There are no lines if
// they cannot be had.
func (x *text) shaped(count int, measure float64, official bool) (lines []string, good bool) {
	if !official {
		lines, _ = x.divide(even(count), measure)
		return lines, lines != nil && !x.tears(lines)
	}
	least := math.Inf(1)
	for _, parts := range officialShapes(count) {
		if some, cost := x.divide(parts, measure); some != nil && cost < least {
			lines, least = some, cost
		}
	}
	return lines, x.shapely(lines) && !x.tears(lines)
}

// tears reports whether a line ends inside a word or a name.
func (x *text) tears(lines []string) bool {
	costs, at := x.senseCosts(), 0
	for _, line := range lines {
		at += len([]rune(line))
		if costs[at] >= insideName {
			return true
		}
	}
	return false
}

// even is count lines of one length, as parts of their average.
func even(count int) []float64 {
	parts := make([]float64, count)
	for k := range parts {
		parts[k] = 1
	}
	return parts
}

// officialShapes are the shapes a title of count lines may have: growing, shrinking, or widest in the middle.
func officialShapes(count int) [][]float64 {
	const step = 0.3 // from the shortest line to the longest, half of it on either side of the average
	if count == 1 {
		return [][]float64{even(1)}
	}
	grow, shrink, lozenge := make([]float64, count), make([]float64, count), make([]float64, count)
	total := 0.0
	for k := range count {
		at := float64(k) / float64(count-1)
		grow[k] = 1 + step*(at-0.5)
		shrink[count-1-k] = grow[k]
		lozenge[k] = 1 - 2*step*math.Abs(at-0.5)
		total += lozenge[k]
	}
	if count == 2 {
		return [][]float64{grow, shrink}
	}
	for k := range lozenge {
		lozenge[k] *= float64(count) / total
	}
	return [][]float64{lozenge, grow, shrink}
}

// shapely reports whether lines grow, shrink, or grow and then shrink, and are not all alike. Lines that differ by less
// than half a character are alike.
func (x *text) shapely(lines []string) bool {
	if lines == nil {
		return false
	}
	turned, unlike := false, false
	sum, from, before := x.sums(), 0, 0.0
	for k, line := range lines {
		to := from + len([]rune(line))
		width := x.width(sum, from, to)
		switch more := width - before; {
		case k == 0 || math.Abs(more) < x.em/2:
		case more > 0 && turned:
			return false
		default:
			turned, unlike = more < 0, true
		}
		from, before = to, width
	}
	return unlike || len(lines) == 1
}

// divide finds the best division into lines of which line k is about parts[k] of their average and none is wider than the
// measure; nil if there is none.
func (x *text) divide(parts []float64, measure float64) (lines []string, cost float64) {
	n, count := len(x.glyphs), len(parts)
	sum := x.sums()
	average := x.width(sum, 0, n) / float64(count)
	costs := x.senseCosts()
	type state struct {
		cost float64
		prev int
	}
	best := make([][]state, count+1)
	for k := range best {
		best[k] = make([]state, n+1)
		for i := range best[k] {
			best[k][i].cost = math.Inf(1)
		}
	}
	best[0][0].cost = 0
	for to := 1; to <= n; to++ {
		if to < n && !x.may[to] {
			continue
		}
		for from := to - 1; from >= 0; from-- {
			w := x.width(sum, from, to)
			if w > measure+2*x.em {
				break // nor has a longer one room, whatever mark it begins with
			}
			if w > measure {
				continue
			}
			for k := 1; k <= count; k++ {
				off := (w - parts[k-1]*average) / x.em
				if c := best[k-1][from].cost + costs[to] + off*off; c <= best[k][to].cost { // of equals the longest line
					best[k][to] = state{c, from}
				}
			}
		}
	}
	cost = best[count][n].cost
	if math.IsInf(cost, 1) {
		return nil, cost
	}
	lines = make([]string, count)
	for k, to := count, n; k > 0; k-- {
		from := best[k][to].prev
		lines[k-1] = x.string(from, to)
		to = from
	}
	return lines, cost
}
