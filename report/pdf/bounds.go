package pdf

import (
	"math"

	"jianbao/report/typeset"
)

// box is a rectangle on a page, y downwards; it covers nothing if its left edge is not left of its right one.
type box struct{ left, top, right, bottom float64 }

// nothing is a box to be widened.
var nothing = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

// cover widens a box to cover a rectangle.
func (b *box) cover(left, top, right, bottom float64) {
	b.left, b.top = min(b.left, left), min(b.top, top)
	b.right, b.bottom = max(b.right, right), max(b.bottom, bottom)
}

// boundsOf is what marks cover; of characters their em boxes count.
func boundsOf(marks []typeset.Mark, faces []typeset.Face) box {
	b := nothing
	for _, m := range marks {
		switch m := m.(type) {
		case *typeset.Run:
			width := 0.0
			for _, r := range m.Text {
				width += faces[m.Face].Face.Advance(r)*m.Size + m.Spacing
			}
			if m.Turned {
				b.cover(m.X-0.12*m.Size, m.Y, m.X+0.88*m.Size, m.Y+width)
			} else {
				b.cover(m.X, m.Y-0.88*m.Size, m.X+width, m.Y+0.12*m.Size)
			}
		case typeset.Line:
			half := m.Weight / 2
			b.cover(min(m.X1, m.X2)-half, min(m.Y1, m.Y2)-half, max(m.X1, m.X2)+half, max(m.Y1, m.Y2)+half)
		case typeset.Rect:
			b.cover(m.X, m.Y, m.X+m.W, m.Y+m.H)
		case typeset.Polyline:
			half := m.Weight / 2
			for _, p := range m.Points {
				b.cover(p.X-half, p.Y-half, p.X+half, p.Y+half)
			}
		case typeset.Dot:
			b.cover(m.X-m.Radius, m.Y-m.Radius, m.X+m.Radius, m.Y+m.Radius)
		case typeset.Polygon:
			for _, p := range m.Points {
				b.cover(p.X, p.Y, p.X, p.Y)
			}
		}
	}
	return b
}
