package transcribe

import (
	"strings"

	"jianbao/report/xlsx/foreign"
)

// readHead reads the head of a list and gives the number of its rows; none if the
// first row is none.
func (s *sheet) readHead(b *block, run []*row) int {
	first := run[0]
	if len(run) < 2 || len(first.cells) < 2 {
		return 0
	}
	for _, c := range first.cells {
		if c.Kind != foreign.Text && !isYear(c.text()) {
			return 0
		}
	}
	bottom := s.bottom(first)
	for _, m := range s.begun[first.n] {
		if m.Bottom == first.n && m.Right > m.Left && len(run) > 1 && allText(run[1]) {
			bottom = max(bottom, run[1].n)
		}
	}
	rows := 0
	left, right := foreign.MaxColumn, 0
	for rows < len(run) && run[rows].n <= bottom {
		for _, c := range run[rows].cells {
			left, right = min(left, c.Column), max(right, c.Column)
			for _, m := range s.merges {
				if m.Holds(c.Column, c.Row) {
					right = max(right, m.Right)
				}
			}
		}
		rows++
	}
	for _, r := range run[rows:] { // a column without a head is one all the same
		for _, c := range r.cells {
			left, right = min(left, c.Column), max(right, c.Column)
		}
	}
	if right-left > mostColumns {
		return 0
	}
	for n := left; n <= right; n++ {
		b.head = append(b.head, s.headOf(n, first.n, bottom))
	}
	b.head = distinct(s, b.head, first.n, bottom)
	b.headRows = run[:rows]
	return rows
}

// takeHead takes the cells of a head: texts, and numbers that are part of its
// columns' titles, as years are.
func (b *block) takeHead() {
	for _, r := range b.headRows {
		for _, c := range r.cells {
			c.taken = c.Kind == foreign.Text || b.names(c)
		}
	}
}

// names reports whether a number in a head stands in the title of its column.
func (b *block) names(c *cell) bool {
	for _, column := range b.head {
		if column.n == c.Column && strings.Contains(column.title, c.text()) {
			return true
		}
	}
	return false
}

// mostColumns is how wide a list is taken to be at most.
const mostColumns = 500

// headOf is the head of a column, from its lowest cell.
func (s *sheet) headOf(n, top, bottom int) column {
	for r := bottom; r >= top; r-- {
		if c := s.shown(r, n); c != nil {
			title, unit := withoutUnit(c.text())
			return column{n: n, title: title, unit: unit}
		}
	}
	return column{n: n}
}

// distinct puts what stands higher in a head before titles that several columns
// have: 上年总投资.
func distinct(s *sheet, head []column, top, bottom int) []column {
	count := map[string]int{}
	for _, c := range head {
		count[c.title]++
	}
	for i, c := range head {
		if c.title == "" || count[c.title] < 2 {
			continue
		}
		whole, last := "", ""
		for r := top; r <= bottom; r++ {
			if above := s.shown(r, c.n); above != nil && above.text() != last {
				last = above.text()
				title, _ := withoutUnit(last)
				whole += title
			}
		}
		head[i].title = whole
	}
	return head
}
