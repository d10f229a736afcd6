package typeset

import "jianbao/report/style"

// paper is a page's size and its margins, in millimetres.
type paper struct{ width, height, top, right, bottom, left float64 }

// paperOf is the style's paper as it lies before the reader.
func paperOf(p style.Page) paper {
	return paper{p.Width, p.Height, p.Top, p.Right, p.Bottom, p.Left}
}

// turned is the paper for what is too wide for it: turned clockwise, so that the left edge of the others, where odd pages
// are bound and even ones cut, is above (GB/T 9704-2012, clause 8).
func (p paper) turned() paper { return paper{p.height, p.width, p.left, p.top, p.right, p.bottom} }

// verso is the paper of an even page of what is printed on both sides: it is bound at its right edge.
func (p paper) verso() paper {
	p.left, p.right = p.right, p.left
	return p
}

// inner are width and height of the type area, in points.
func (p paper) inner() (width, height float64) {
	return (p.width - p.left - p.right) * pointsPerMM, (p.height - p.top - p.bottom) * pointsPerMM
}

// corner is the upper left corner of the type area, in points.
func (p paper) corner() (x, y float64) { return p.left * pointsPerMM, p.top * pointsPerMM }

// sheet is a page to be: its paper and the slabs on it.
type sheet struct {
	paper
	landscape bool
	area      area
	slabs     []slab
}

// upright is the paper of a page, counted from 0, as it lies among the others. Pages whose numbers stand outside are
// printed on both sides.
func (s *setter) upright(page int) paper {
	if s.style.Page.NumberAt == "outer" && page%2 == 1 {
		return s.paper.verso()
	}
	return s.paper
}

// sheets divides the slabs among pages. A stretch of those for landscape pages has pages of its own.
func (s *setter) sheets() []sheet {
	s.turnHeadings()
	var all []sheet
	for from := 0; from < len(s.slabs); {
		to := from + 1
		for to < len(s.slabs) && s.slabs[to].landscape == s.slabs[from].landscape {
			to++
		}
		made := sheet{landscape: s.slabs[from].landscape, area: area{height: s.height}}
		if made.landscape {
			_, made.area.height = s.paper.turned().inner()
		} else if s.style.Official != nil {
			made.area.pitch, made.area.lead = s.types.body.Pitch, (s.types.body.Pitch-s.types.body.Size)/2
		}
		for _, slabs := range fill(s.slabs[from:to], made.area) {
			made.paper, made.slabs = s.upright(len(all)), slabs
			if made.landscape {
				made.paper = made.paper.turned()
			}
			all = append(all, made)
		}
		from = to
	}
	return all
}

// turnHeadings takes a heading that would stand last on a page over to the landscape page that follows.
func (s *setter) turnHeadings() {
	for i := len(s.slabs) - 1; i > 0; i-- {
		if !s.slabs[i].landscape || s.slabs[i-1].landscape {
			continue
		}
		from := i
		for k := i - 1; k > 0 && s.slabs[k].keep; k-- {
			if s.slabs[k].entry != nil {
				from = k
			}
		}
		for k := from; k < i; k++ {
			s.slabs[k].landscape = true
		}
	}
}

// locate tells the entries of the outline where they stand.
func locate(sheets []sheet) []Entry {
	var outline []Entry
	for i, sh := range sheets {
		_, y := sh.corner()
		for k, top := range sh.area.tops(sh.slabs) {
			if e := sh.slabs[k].entry; e != nil {
				e.Page, e.Y = i, y+top
				outline = append(outline, *e)
			}
		}
	}
	return outline
}
