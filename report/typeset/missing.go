package typeset

import "sort"

// Missing is a character that neither the face of its role nor any fallback has.
type Missing struct {
	Rune    rune
	Texts   int    // in how many different texts it occurs
	Context string // the first of them, cut to ten characters on either side
}

// gaps collects characters without a glyph.
type gaps struct {
	found map[rune]*Missing
	seen  map[gapPlace]bool
}

type gapPlace struct {
	r    rune
	text string
}

// add notes that character i of a text has no glyph.
func (g *gaps) add(runes []rune, i int) {
	const near = 10
	place := gapPlace{runes[i], string(runes)}
	if g.seen[place] {
		return
	}
	if g.seen == nil {
		g.seen, g.found = map[gapPlace]bool{}, map[rune]*Missing{}
	}
	g.seen[place] = true
	gap := g.found[runes[i]]
	if gap == nil {
		gap = &Missing{Rune: runes[i], Context: string(runes[max(0, i-near):min(len(runes), i+near+1)])}
		g.found[runes[i]] = gap
	}
	gap.Texts++
}

// sorted lists them by character.
func (g *gaps) sorted() []Missing {
	var out []Missing
	for _, gap := range g.found {
		out = append(out, *gap)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Rune < out[j].Rune })
	return out
}
