package typeset

import (
	"sort"
	"strconv"
	"strings"
)

// draftMark is said at the head of every page of a draft.
const draftMark = "草稿"

// runningHead is the briefing's title above the type area, from the second page on, with a thin rule below it; and the
// mark of a draft on every page. page counts from 0. Official documents have no running head.
func (s *setter) runningHead(page int, p paper) []Mark {
	t := s.types.header
	x0, _ := p.corner()
	whole, _ := p.inner()
	width := whole
	baseline := s.style.Page.Header * pointsPerMM
	var marks []Mark
	if s.doc.Draft {
		accented := t
		accented.colour = colour(s.style.Page.Accent)
		b := s.compose(draftMark, accented, width, 0, right)
		if page == 0 { // where it is part of the document: heads are not read aloud
			b = b.of(s.draft)
		}
		marks = append(marks, b.lines[0].shift(x0, baseline-ascent(t)))
		width -= b.width + 2*t.Size
	}
	if page == 0 || s.style.Official != nil {
		return marks
	}
	if b := s.compose(s.oneLine(s.doc.Title, t, width), t, width, 0, left); len(b.lines) > 0 {
		marks = append(marks, b.lines[0].shift(x0, baseline-ascent(t)))
	}
	rule := baseline + t.Size/2
	return append(marks, Line{x0, rule, x0 + whole, rule, s.style.Table.ThinRule, t.colour})
}

// oneLine cuts a text to what fits on one line, not inside a number or a word if it has others.
func (s *setter) oneLine(str string, t typeOf, width float64) string {
	fits := func(str string) bool { return len(s.compose(str, t, width, 0, left).lines) <= 1 }
	if fits(str) {
		return str
	}
	runes, _ := plain(nil, str)
	n := sort.Search(len(runes), func(n int) bool { return !fits(string(runes[:n+1]) + "…") })
	cut := n
	for cut > 0 && isWestern(runes[cut-1]) && isWestern(runes[cut]) {
		cut--
	}
	if cut == 0 {
		cut = n
	}
	return string(runes[:cut]) + "…"
}

// pageNumber is the page's number below the type area. On a landscape page of an official document it stands where the
// others have it, once the sheet lies among them (GB/T 9704-2012, clause 8): it is turned with the sheet.
func (s *setter) pageNumber(page, total int, sh *sheet) []Mark {
	if s.style.Official == nil || !sh.landscape {
		return marksOf(s.numberAtFoot(page, total, sh.paper))
	}
	lines := s.numberAtFoot(page, total, s.upright(page))
	for i := range lines {
		l := &lines[i]
		for k := range l.runs {
			r := &l.runs[k]
			r.X, r.Y, r.Turned = sh.width*pointsPerMM-(r.Y+l.dy), r.X+l.dx, true
		}
		l.dx, l.dy = 0, 0
	}
	return marksOf(lines)
}

// numberAtFoot is the page's number on a paper as it lies.
func (s *setter) numberAtFoot(page, total int, p paper) []content {
	t, st := s.types.footer, s.style.Page
	str := strings.ReplaceAll(strings.ReplaceAll(st.Number, "{n}", strconv.Itoa(page+1)), "{total}", strconv.Itoa(total))
	x0, _ := p.corner()
	align := centred
	width, _ := p.inner()
	if st.NumberAt == "outer" {
		x0, width, align = x0+t.Size, width-2*t.Size, right
		if page%2 == 1 {
			align = left
		}
	}
	b := s.compose(str, t, width, 0, align)
	baseline := (p.height-p.bottom+st.Footer)*pointsPerMM - ascent(t)
	for i := range b.lines {
		b.lines[i].shift(x0, baseline)
	}
	return b.lines
}
