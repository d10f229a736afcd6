package typeset

import "math"

// leastOf and naturalOf are two measures of what a column needs.
func leastOf(n need) float64   { return n.least }
func naturalOf(n need) float64 { return n.natural }

// bounds are the widths between which each column's lies, padding included, and the sum of the lower ones.
func (g *grid) bounds(needs []need, low, high func(n need) float64) (lo, hi []float64, sum float64) {
	padding := 2 * g.padding
	lo, hi = make([]float64, len(needs)), make([]float64, len(needs))
	for i, n := range needs {
		lo[i] = low(n) + padding
		hi[i] = max(lo[i], high(n)+padding)
		sum += lo[i]
	}
	return lo, hi, sum
}

// divideWidth gives each column its width. It reports false if words have to be torn.
func (g *grid) divideWidth(needs []need) bool {
	whole := true
	lo, hi, sum := g.bounds(needs, func(n need) float64 { return max(n.least, n.widest) }, naturalOf)
	if sum > g.width {
		lo, hi, sum = g.bounds(needs, leastOf, naturalOf)
	}
	if sum > g.width {
		whole = false
		if lo, hi, sum = g.bounds(needs, func(n need) float64 { return n.min }, leastOf); sum > g.width {
			clear(lo)
		}
	}
	g.widen(share(lo, hi, nil, g.width))
	return whole
}

// widen places the columns with their widths.
func (g *grid) widen(widths []float64) {
	x := 0.0
	for i, w := range widths {
		g.cols[i].x, g.cols[i].width = x, w
		x += w
	}
}

// spareLines changes the widths if the rows take fewer lines then. So far what wants much is cut to one common width; now a
// column has the more the longer its texts are, lest long names be broken into eight lines beside short remarks.
func (g *grid) spareLines() {
	widths := make([]float64, len(g.cols))
	for i, c := range g.cols {
		widths[i] = c.width
	}
	fewest := g.lines(widths)
	if !g.whole || fewest == len(g.table.rows) {
		return
	}
	needs, wish := make([]need, len(g.needs)), make([]float64, len(g.needs))
	for i, n := range g.needs {
		needs[i] = n.scaled(g.scale)
	}
	lo, hi, _ := g.bounds(needs, leastOf, naturalOf)
	for _, power := range []float64{0.5, 1} {
		for i, n := range needs {
			wish[i] = math.Pow(n.widest, power)
		}
		other := share(lo, hi, wish, g.width)
		if lines := g.lines(other); lines < fewest {
			widths, fewest = other, lines
		}
	}
	g.widen(widths)
}

// lines is about how many lines the rows take with columns of some widths.
func (g *grid) lines(widths []float64) int {
	total := 0
	for row := range g.table.rows {
		most := 1
		for i := range g.needs {
			if cell, inner := g.needs[i].cells[row]*g.scale, widths[i]-2*g.padding; cell > inner+epsilon {
				most = max(most, int(math.Ceil(cell/inner)))
			}
		}
		total += most
	}
	return total
}

// share divides a width among columns of which each takes between lo and hi: those that want much are cut to one
// common width, or to widths in proportion to their wishes; those that want less get all they want. What is left over is
// spread evenly.
func share(lo, hi, wish []float64, width float64) []float64 {
	out := make([]float64, len(lo))
	total := 0.0
	give := func(level float64) float64 {
		total = 0
		for i := range out {
			want := level
			if wish != nil {
				want *= wish[i]
			}
			out[i] = min(max(want, lo[i]), hi[i])
			total += out[i]
		}
		return total
	}
	if give(width) > width {
		low, high := 0.0, width
		for range 50 {
			if middle := (low + high) / 2; give(middle) > width {
				high = middle
			} else {
				low = middle
			}
		}
		give(low)
	}
	left := (width - total) / float64(len(out))
	for i := range out {
		out[i] += left
	}
	return out
}
