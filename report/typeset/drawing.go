package typeset

import "slices"

// content is marks that belong to an element, such as the runs of a line. It is a mark itself while pages are made, so that
// it is moved about and put together with others as they are.
type content struct {
	element int
	runs    []Run
	marks   []Mark  // after the runs
	dx, dy  float64 // by which all of them are to be moved
}

// shift moves a content, which so far stands nowhere else.
func (c *content) shift(dx, dy float64) Mark {
	c.dx += dx
	c.dy += dy
	return c
}

// shifted is marks moved right and down.
func shifted(marks []Mark, dx, dy float64) Mark {
	return &content{element: unsaid, marks: marks, dx: dx, dy: dy}
}

// marksOf is the lines of a block as marks.
func marksOf(lines []content) []Mark {
	marks := make([]Mark, len(lines))
	for i := range lines {
		marks[i] = &lines[i]
	}
	return marks
}

// drawing is a page while marks are put on it. It serves one page after the other.
type drawing struct {
	marks    []Mark // nil for a run
	runs     []Run  // those, in their order
	contents []Content
}

// put puts marks that belong to an element, moved by dx and dy.
func (d *drawing) put(marks []Mark, element int, dx, dy float64) {
	for _, m := range marks {
		m.put(d, element, dx, dy)
	}
}

// add adds a mark that belongs to an element. What follows directly on the same element's content is one with it.
func (d *drawing) add(m Mark, element int) {
	n := len(d.marks)
	d.marks = append(d.marks, m)
	if element == ornament {
		return
	}
	if k := len(d.contents) - 1; k >= 0 && d.contents[k].Element == element && d.contents[k].To == n {
		d.contents[k].To++
	} else {
		d.contents = append(d.contents, Content{element, n, n + 1})
	}
}

// place draws slabs with the area's upper left corner at x, y.
func (d *drawing) place(slabs []slab, a area, x, y float64) {
	for i, top := range a.tops(slabs) {
		s := &slabs[i]
		d.put(s.marks, ornament, x, y+top)
		if s.late != nil {
			d.put(s.late(), ornament, x, y+top)
		}
		if i == len(slabs)-1 {
			d.put(s.foot, ornament, x, y+top)
		}
	}
}

// page is what was drawn since the last page, in memory of its own.
func (d *drawing) page(width, height float64) Page {
	p := Page{Width: width, Height: height, Marks: slices.Clone(d.marks), Contents: slices.Clone(d.contents)}
	runs := slices.Clone(d.runs)
	for i, m := range p.Marks {
		if m == nil {
			p.Marks[i] = &runs[0]
			runs = runs[1:]
		}
	}
	d.clean()
	return p
}

// clean takes all marks off again.
func (d *drawing) clean() {
	clear(d.marks)
	clear(d.runs)
	d.marks, d.runs, d.contents = d.marks[:0], d.runs[:0], d.contents[:0]
}

// The marks of a content are taken out of it.
func (c *content) put(d *drawing, element int, dx, dy float64) {
	if c.element != unsaid {
		element = c.element
	}
	for i := range c.runs {
		c.runs[i].put(d, element, dx+c.dx, dy+c.dy)
	}
	d.put(c.marks, element, dx+c.dx, dy+c.dy)
}

func (m *Run) put(d *drawing, element int, dx, dy float64) {
	r := *m
	r.X += dx
	r.Y += dy
	d.runs = append(d.runs, r)
	d.add(nil, element)
}

func (m Line) put(d *drawing, element int, dx, dy float64) {
	m.X1 += dx
	m.X2 += dx
	m.Y1 += dy
	m.Y2 += dy
	d.add(m, element)
}

func (m Rect) put(d *drawing, element int, dx, dy float64) {
	m.X += dx
	m.Y += dy
	d.add(m, element)
}

func (m Dot) put(d *drawing, element int, dx, dy float64) {
	m.X += dx
	m.Y += dy
	d.add(m, element)
}

func (m Polyline) put(d *drawing, element int, dx, dy float64) {
	m.Points = movedPoints(m.Points, dx, dy)
	d.add(m, element)
}

func (m Polygon) put(d *drawing, element int, dx, dy float64) {
	m.Points = movedPoints(m.Points, dx, dy)
	d.add(m, element)
}

func movedPoints(points []Point, dx, dy float64) []Point {
	moved := make([]Point, len(points))
	for i, p := range points {
		moved[i] = Point{p.X + dx, p.Y + dy}
	}
	return moved
}

func (m Link) put(d *drawing, element int, dx, dy float64) {
	m.X += dx
	m.Y += dy
	d.add(m, element)
}
