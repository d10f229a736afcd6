package pdf

import (
	"math"
	"strconv"

	"jianbao/report/style"
	"jianbao/report/typeset"
)

// writer writes the operators that show text (ISO 32000-1, 9.4). It remembers what is set, so that nothing is set again,
// and places each run from the one before: pages are mostly text, and what is not written need not be compressed.
type writer struct {
	fonts  fontSet
	height float64 // of the page
	ops    []byte  // of all pages
	pieces []int   // where in ops each piece ends that stands among what gofpdf draws

	font    *font
	size    float64
	spacing int // in thousandths of a point
	colour  style.Colour

	inText bool
	x, y   int // of the last run in the text object, in hundredths of a point, y upwards
}

// begin starts a page: nothing is set, the colour is black.
func (w *writer) begin(height float64) {
	*w = writer{fonts: w.fonts, ops: w.ops, pieces: w.pieces, height: height}
}

// endPiece ends the piece at hand, if there is anything in it.
func (w *writer) endPiece() bool {
	from := 0
	if n := len(w.pieces); n > 0 {
		from = w.pieces[n-1]
	}
	if len(w.ops) == from {
		return false
	}
	w.pieces = append(w.pieces, len(w.ops))
	return true
}

// run shows a run of text.
func (w *writer) run(m *typeset.Run) {
	x, y := hundredths(m.X), hundredths(w.height-m.Y)
	if m.Turned {
		w.endText() // what is turned has a text object of its own
	}
	if !w.inText {
		w.ops = append(w.ops, "BT\n"...)
		w.inText, w.x, w.y = true, 0, 0
	}
	w.paintIn(m.Colour)
	if f := w.fonts[m.Face]; f != w.font || m.Size != w.size {
		w.font, w.size = f, m.Size
		w.ops = append(append(append(w.ops, '/'), f.family...), ' ')
		w.operator("Tf", 2, hundredths(m.Size))
	}
	if s := int(math.Round(m.Spacing * 1000)); s != w.spacing {
		w.spacing = s
		w.operator("Tc", 3, s)
	}
	if m.Turned {
		w.ops = append(w.ops, "0 -1 1 0 "...)
		w.operator("Tm", 2, x, y)
	} else { // even from a place to itself: what was shown last has moved on from there
		w.operator("Td", 2, x-w.x, y-w.y)
	}
	w.x, w.y = x, y
	w.show(m.Text, m.Wide)
	if m.Turned {
		w.endText()
	}
}

// show shows the codes of a text, two bytes each, as a literal string (ISO 32000-1, 7.3.4.2).
func (w *writer) show(text string, wide bool) {
	known := w.font.codesOf(wide)
	w.ops = append(w.ops, '(')
	for _, r := range text {
		c := *known.of(r)
		if c == 0 {
			c = w.font.add(r, wide)
		}
		for _, b := range [2]byte{byte(c >> 8), byte(c)} {
			switch b {
			case '(', ')', '\\':
				w.ops = append(w.ops, '\\', b)
			case '\r': // would be read as the end of a line
				w.ops = append(w.ops, '\\', 'r')
			default:
				w.ops = append(w.ops, b)
			}
		}
	}
	w.ops = append(w.ops, ") Tj\n"...)
}

// endText ends the text object, if there is one: lines and areas are not drawn inside, and a piece of marked content
// ends where it began.
func (w *writer) endText() {
	if w.inText {
		w.ops = append(w.ops, "ET\n"...)
		w.inText = false
	}
}

// paintIn sets the colour of text and areas.
func (w *writer) paintIn(c style.Colour) {
	if c == w.colour {
		return
	}
	w.colour = c
	part := func(v uint8) int { return int(math.Round(float64(v) / 255 * 1000)) }
	w.operator("rg", 3, part(c.R), part(c.G), part(c.B))
}

// operator writes an operator with its operands, which are given as so many decimal places' smallest unit.
func (w *writer) operator(name string, places int, operands ...int) {
	for _, v := range operands {
		w.ops = append(appendDecimal(w.ops, v, places), ' ')
	}
	w.ops = append(append(w.ops, name...), '\n')
}

func hundredths(points float64) int { return int(math.Round(points * 100)) }

// appendDecimal writes v units of 10^-places, without zeros at the end.
func appendDecimal(b []byte, v, places int) []byte {
	if v < 0 {
		b, v = append(b, '-'), -v
	}
	unit := 1
	for range places {
		unit *= 10
	}
	b = strconv.AppendInt(b, int64(v/unit), 10)
	rest := v % unit
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for ; rest > 0; rest %= unit {
		unit /= 10
		b = append(b, byte('0'+rest/unit))
	}
	return b
}
