package typeset

import (
	"strings"

	"jianbao/report/document"
)

// keyFigures sets the figures to be seen at a glance below the title block, side by side in as few rows as the style
// lets them, with rules above and below.
func (s *setter) keyFigures() {
	st, n := s.style.KeyFigures, len(s.doc.KeyFigures)
	if st == nil || n == 0 {
		return
	}
	rows := (n + st.Columns - 1) / st.Columns
	columns := (n + rows - 1) / rows
	for from := 0; from < n; from += columns {
		s.add(s.figureRow(s.doc.KeyFigures[from:min(from+columns, n)], columns))
	}
	last := &s.slabs[len(s.slabs)-1]
	last.marks = append(last.marks, Line{0, last.height, s.width, last.height, s.style.Table.ThinRule, colour(s.style.Chart.Axis)})
	last.after = s.types.body.Pitch / 2
}

// figureRow is a row of key figures, their digits on one line however many lines their names take.
func (s *setter) figureRow(figures []document.KeyFigure, columns int) slab {
	width := s.width / float64(columns)
	t := s.types
	inner := width - t.figureName.Size
	names := make([]block, len(figures))
	lines := 1
	for i, f := range figures {
		names[i] = s.compose(f.Name, t.figureName, inner, 0, centred)
		lines = max(lines, len(names[i].lines))
	}
	out := slab{height: t.figureName.Before + float64(lines)*t.figureName.Pitch + t.figure.Pitch, keep: true}
	notes := s.figureNotes(figures, inner)
	most := 1
	for i, f := range figures {
		x := width*float64(i) + t.figureName.Size/2
		of := s.element(Element{Role: RoleDiv, Parent: whole})
		name := s.as(RoleP, of, names[i])
		y := t.figureName.Before + float64(lines-len(name.lines))*t.figureName.Pitch
		out.put(name, x, y, t.figureName)
		y = t.figureName.Before + float64(lines)*t.figureName.Pitch
		out.put(s.as(RoleP, of, s.figureLine(f.Text, inner)), x, y, t.figure)
		most = max(most, len(notes[i].lines))
		out.put(s.as(RoleP, of, notes[i]), x, out.height, t.figureNote)
	}
	out.height += float64(most)*t.figureNote.Pitch + t.figureNote.After
	return out
}

// figureNotes are the periods and changes of a row's key figures: on one line if all fit so, else below each other.
func (s *setter) figureNotes(figures []document.KeyFigure, measure float64) []block {
	t := s.types.figureNote
	notes := make([]block, len(figures))
	fits := true
	for i, f := range figures {
		notes[i] = s.compose(strings.TrimSpace(f.Period+"　"+f.Change), t, measure, 0, centred)
		fits = fits && len(notes[i].lines) <= 1
	}
	if fits {
		return notes
	}
	for i, f := range figures {
		notes[i] = s.compose(f.Period, t, measure, 0, centred)
		notes[i].lines = append(notes[i].lines, s.compose(f.Change, t, measure, 0, centred).lines...)
	}
	return notes
}

// put draws a block's lines at x, y.
func (s *slab) put(b block, x, y float64, t typeOf) {
	for i := range b.lines {
		s.marks = append(s.marks, b.lines[i].shift(x, y))
		y += t.Pitch
	}
}

// endless is a measure that no figure fills.
const endless = 1e6

// figureLine is a figure centred on one line, its digits large, what stands before and after them in the type of its
// name. What is too wide is set smaller.
func (s *setter) figureLine(str string, measure float64) block {
	large, small := s.types.figure, s.types.figureName
	small.colour = large.colour
	for {
		var line []Mark
		x := 0.0
		for _, part := range figureParts(str) {
			t := small
			if part.digits {
				t = large
			}
			b := s.compose(part.text, t, endless, 0, left)
			for i := range b.lines {
				line = append(line, b.lines[i].shift(x, ascent(s.types.figure)-ascent(t)))
			}
			x += b.width
		}
		if x <= measure || large.Size < 1 {
			return block{lines: []content{{element: unsaid, marks: line, dx: (measure - x) / 2}}, width: x, last: x}
		}
		k := measure / x * 0.99
		for _, t := range []*typeOf{&large, &small} {
			t.Size *= k
			t.Pitch *= k
		}
	}
}

// figurePart is a part of a figure as printed.
type figurePart struct {
	text   string
	digits bool
}

// figureParts divides a figure at its first number: 突破|1200|亿元. One in words is all digits.
func figureParts(str string) []figurePart {
	runes, _ := plain(nil, str)
	from := 0
	for from < len(runes) && !isDigit(runes[from]) {
		from++
	}
	if from == len(runes) {
		return []figurePart{{string(runes), true}}
	}
	to := from
	for to < len(runes) && (isDigit(runes[to]) || among(runes[to], ",.%")) {
		to++
	}
	if from > 0 && among(runes[from-1], "-−") {
		from--
	}
	return []figurePart{{string(runes[:from]), false}, {string(runes[from:to]), true}, {string(runes[to:]), false}}
}
