package typeset

import "jianbao/report/document"

// What a chart has at most that stands beside another: bars, and lines of its caption and of its note.
const (
	mostBars  = 4
	mostLines = 2
)

// half is a chart on half the width.
type half struct {
	plot
	drawn         slab
	caption, note block
}

// beside sets two charts of few bars side by side, their captions and their drawings at the same height. It reports
// false, and sets nothing, if one is none of these or its texts have no room on half the width. They are read one after
// the other.
func (s *setter) beside(first, second *document.Chart) bool {
	gap := 2 * s.types.chartLabel.Size
	width := (s.width - gap) / 2
	a, okA := s.half(first, width)
	b, okB := s.half(second, width)
	if !okA || !okB {
		return false
	}
	caption := s.types.caption
	top := float64(max(len(a.caption.lines), len(b.caption.lines)))*caption.Pitch + caption.After
	both := slab{after: s.types.body.Pitch / 2}
	var set []slab
	for i, h := range []half{a, b} {
		x := float64(i) * (width + gap)
		both.height = max(both.height, top+h.drawn.height+float64(len(h.note.lines))*s.types.note.Pitch)
		both.marks = append(both.marks, shifted(h.marks(top), x, 0))
		if title := h.chart.Title; title != "" { // a slab has one entry of the outline, so that each chart's own stands above both
			set = append(set, slab{keep: true, entry: &Entry{Title: title, Level: 1}})
		}
	}
	set = append(set, both)
	set[0].before = caption.Before
	s.add(set...)
	return true
}

// half draws a chart on part of the width; ok is false if it is not one of few bars or has no room.
func (s *setter) half(c *document.Chart, width float64) (h half, ok bool) {
	if c.Type != document.BarChart || len(c.Series) != 1 || len(c.Categories) == 0 || len(c.Categories) > mostBars {
		return h, false
	}
	h.plot = plot{setter: s, chart: c, label: s.types.chartLabel, width: width}
	if h.drawn, ok = h.columns(); !ok {
		return h, false
	}
	h.caption = s.bySense(c.Caption(), s.types.caption, width, centred)
	if note := h.plot.note(); note != "" {
		h.note = s.compose("注："+note, s.types.note, width, 0, left)
	}
	return h, len(h.caption.lines) <= mostLines && len(h.note.lines) <= mostLines
}

// marks are the caption, the drawing at y and the note, as elements of the document.
func (h *half) marks(y float64) []Mark {
	of := h.element(Element{Role: RoleDiv, Parent: whole})
	marks := linesFrom(h.as(RoleCaption, of, h.caption), h.types.caption, 0)
	figure := content{element: h.element(Element{Role: RoleFigure, Parent: of, Alt: h.chart.Alt}), marks: h.drawn.marks, dy: y}
	marks = append(marks, &figure)
	return append(marks, linesFrom(h.as(RoleP, of, h.note), h.types.note, y+h.drawn.height)...)
}

// linesFrom are the lines of a text below each other from y on.
func linesFrom(b block, t typeOf, y float64) []Mark {
	for n := range b.lines {
		b.lines[n].shift(0, y+float64(n)*t.Pitch)
	}
	return marksOf(b.lines)
}
