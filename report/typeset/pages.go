package typeset

import (
	"jianbao/report/style"
	"jianbao/report/typeface"
)

// Pages is a briefing laid out: what stands where on each page. All lengths are points (1/72 inch); y is measured
// downwards from the top of the page.
type Pages struct {
	Pages   []Page
	Faces   []Face // those in use; runs name them by index
	Outline []Entry

	// Elements are the document's structure, in the order in which it is read: each after its parent and after all that
	// comes before it.
	Elements []Element

	// Missing lists the characters that no face has, sorted. They would be drawn as boxes: if there are any, the pages
	// are not fit to be written.
	Missing []Missing
}

// Face is a face in use.
type Face struct {
	Name string // as in the style
	Face *typeface.Face
}

// Page is one page's marks, in the order in which they are drawn and, but for the cells of a row that takes several
// lines, read.
type Page struct {
	Width, Height float64 // a landscape page is wider than high

	Marks    []Mark
	Contents []Content // what the marks are, in their order
}

// Entry is a line of the outline, a viewer's tree of headings.
type Entry struct {
	Title string
	Level int // 0 for sections, 1 for what is in them
	Page  int // index
	Y     float64
}

// Mark is something to draw or to click on: a *Run, of which a page has hundreds, or a Line, Rect, Dot, Polyline, Polygon
// or Link.
type Mark interface {
	// put puts the mark on a page, shifted right and down, as part of an element.
	put(d *drawing, element int, dx, dy float64)
}

// Run is a piece of text in one face on one baseline, without a line's justification inside.
type Run struct {
	X, Y    float64 // the first character's origin on the baseline
	Face    int     // index in Pages.Faces
	Size    float64
	Text    string
	Spacing float64 // added after each character; may be negative
	Colour  style.Colour

	// Wide says that the characters are to be Gap ems wider than the face has them. So the blank between Han and Latin
	// belongs to the character before it, and no program that reads the text takes it for a space.
	Wide bool

	// Turned says that the run is turned clockwise about X, Y: its baseline goes down the page.
	Turned bool
}

// Gap is the blank between Han and Latin, in em (CLREQ, mixed text).
const Gap = 0.25

// Line is a straight line, such as a rule of a table.
type Line struct {
	X1, Y1, X2, Y2 float64
	Weight         float64
	Colour         style.Colour
}

// Rect is a filled rectangle; X, Y is its upper left corner.
type Rect struct {
	X, Y, W, H float64
	Colour     style.Colour
}

// Dot is a filled circle about X, Y.
type Dot struct {
	X, Y, Radius float64
	Colour       style.Colour
}

// Polyline is a line through several points.
type Polyline struct {
	Points []Point
	Weight float64
	Colour style.Colour
}

// Polygon is a filled area with straight sides.
type Polygon struct {
	Points []Point
	Colour style.Colour
}

// Point is a place on a page.
type Point struct{ X, Y float64 }

// Link is an area that leads to a page of the web, or to a place in these pages. It is in the Content of a RoleLink.
type Link struct {
	X, Y, W, H float64
	URL        string // empty for a place in these pages

	Page int     // index of the page it leads to
	Top  float64 // what is to be seen at the upper edge there
}
