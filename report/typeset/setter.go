package typeset

import (
	"fmt"

	"jianbao/report/document"
	"jianbao/report/style"
)

const pointsPerMM = 72 / 25.4

// setter sets one document: it turns blocks into slabs, one after the other.
type setter struct {
	doc           *document.Document
	style         *style.Style
	faces         faceSet
	paper         paper
	width, height float64 // of the type area
	types         types
	slabs         []slab
	annexPartsSet int     // of an official document, numbered so far
	outline       []Entry // once all pages are known
	elements      []Element
	draft         int // the element that says that it is a draft, on the first page
}

// types are the style's types, ready for use.
type types struct {
	title, byline, heading, subheading, body     typeOf
	caption, unitLine, tableHead, tableBody      typeOf
	tableTotal, note, header, footer, chartLabel typeOf

	figureName, figure, figureNote typeOf // if the style has key figures
	contentsTitle, contentsEntry   typeOf // if it has contents
	mark                           typeOf // if it is that of official documents
}

// role is a type of the style and where the setter keeps it.
type role struct {
	to   *typeOf
	from style.Type
}

func newSetter(doc *document.Document, st *style.Style, faces Faces) (*setter, error) {
	if problems := st.Check(); len(problems) > 0 {
		return nil, fmt.Errorf("the style's %s: %w", problems[0].Key, problems[0].Say)
	}
	s := &setter{
		doc:   doc,
		style: st,
		paper: paperOf(st.Page),
	}
	s.width, s.height = s.paper.inner()
	t := &s.types
	roles := []role{
		{&t.title, st.Title}, {&t.byline, st.Byline}, {&t.heading, st.Heading}, {&t.subheading, st.Subheading},
		{&t.body, st.Body}, {&t.caption, st.Caption}, {&t.unitLine, st.UnitLine}, {&t.tableHead, st.TableHead},
		{&t.tableBody, st.TableBody}, {&t.tableTotal, st.TableTotal}, {&t.note, st.Note}, {&t.header, st.Header},
		{&t.footer, st.Footer}, {&t.chartLabel, st.ChartLabel},
	}
	if k := st.KeyFigures; k != nil {
		roles = append(roles, role{&t.figureName, k.Name}, role{&t.figure, k.Figure}, role{&t.figureNote, k.Note})
	}
	if c := st.Contents; c != nil {
		roles = append(roles, role{&t.contentsTitle, c.Title}, role{&t.contentsEntry, c.Entry})
	}
	if o := st.Official; o != nil {
		roles = append(roles, role{&t.mark, o.Mark})
	}
	for _, role := range roles {
		face, err := s.faces.index(role.from.Face, faces)
		if err != nil {
			return nil, err
		}
		*role.to = typeOf{role.from, face, colour(role.from.Colour)}
	}
	for _, name := range st.Fallback {
		face, err := s.faces.index(name, faces)
		if err != nil {
			return nil, err
		}
		s.faces.fallback = append(s.faces.fallback, face)
	}
	s.faces.borrow()
	s.slabs = s.faces.slabs
	s.elements = append(s.faces.elements, Element{Role: RoleDocument, Parent: -1})
	return s, nil
}

// giveBack leaves what was needed to set the document to the next one.
func (s *setter) giveBack() {
	s.faces.slabs, s.faces.elements = emptied(s.slabs), emptied(s.elements)
	s.faces.giveBack()
}

// colour reads a colour that style.Check has passed.
func colour(s string) style.Colour {
	c, _ := style.ParseColour(s)
	return c
}

// text measures a string in one type.
func (s *setter) text(str string, t typeOf) *text { return s.faces.text(str, t) }

// ascent is how far below the top of a line its baseline lies: the em box of Han, 0.88 above the baseline in fonts of
// Chinese make, in the middle of the pitch. Other faces in the line do not shift it.
func ascent(t typeOf) float64 { return (t.Pitch-t.Size)/2 + 0.88*t.Size }

// alignment is where lines stand in their measure.
type alignment int

const (
	justified alignment = iota
	left
	centred
	right
)

// block is a text broken into lines, each with its baseline at y = ascent.
type block struct {
	lines []content
	width float64 // of the widest line
	last  float64 // width of the last one
	shift float64 // of a table's cell: by which its lines stand further right
}

// compose sets a string in a measure; see text.compose.
func (s *setter) compose(str string, t typeOf, measure, indent float64, align alignment) block {
	return s.text(str, t).compose(t, measure, indent, align)
}

// compose breaks a text of a type and sets its lines in a measure.
func (x *text) compose(t typeOf, measure, indent float64, align alignment) block {
	sh := shape{measure: measure, indent: indent, ragged: align != justified}
	sums := x.sums()
	lines := x.breakLines(sh)
	b := block{lines: x.store.lines.take(len(lines))}
	for i, l := range lines {
		at := x.set(l, sh, sums)
		last := x.glyphs[l.from+len(at)-1]
		width := at[len(at)-1] + last.advance - last.trail
		start := 0.0
		if i == 0 {
			start = indent
		}
		switch align {
		case centred:
			start += (measure - start - width) / 2
		case right:
			start = measure - width
		}
		b.lines[i] = content{element: unsaid, runs: x.runs(l, at, start, ascent(t))}
		b.width, b.last = max(b.width, width), width
	}
	return b
}

// onGrid puts lines of text on the grid of the type area, if the style has one.
func (s *setter) onGrid(slabs []slab) []slab {
	for i := range slabs {
		slabs[i].gridded = s.style.Official != nil
	}
	return slabs
}

// add puts slabs on the pages to come.
func (s *setter) add(slabs ...slab) { s.slabs = append(s.slabs, slabs...) }

// slabsOf makes a slab of each line: a paragraph none of whose lines stands alone at the foot or top of a page.
func slabsOf(b block, t typeOf) []slab {
	n := len(b.lines)
	out := make([]slab, n)
	marks := marksOf(b.lines)
	for i := range out {
		out[i] = slab{height: t.Pitch, marks: marks[i : i+1 : i+1], keep: n > 1 && (i == 0 || i == n-2)}
	}
	if n > 0 {
		out[0].before = t.Before
		out[n-1].after = t.After
	}
	return out
}

// keepAll keeps slabs together, and with what follows them.
func keepAll(slabs []slab) []slab {
	for i := range slabs {
		slabs[i].keep = true
	}
	return slabs
}
