package transcribe

import (
	"regexp"
	"slices"
	"strings"

	"jianbao/report/xlsx/foreign"
)

// addTotal makes a total of a row of sums. One that cannot be said of all rows, or
// of those that read alike in a column, is left out, and its numbers are told.
func (m *table) addTotal(t *transcript, r *row) {
	made := &total{row: r, label: m.labelOf(r), cells: map[string]*cell{}}
	name := made.label
	if parts := counted.FindStringSubmatch(name); parts != nil {
		made.label, made.count = parts[1], parts[2]
	}
	rows, summed := m.summed(t, r, 0)
	switch {
	case summed && len(rows) == len(m.rows):
	case summed:
		if !made.restrict(m, rows) {
			t.remark("%s 第 %d 行“%s”只合计了一部分，说不清是哪一部分，没有写入", "row %[2]d of %[1]s, %[3]q, adds up some rows that nothing sets apart; it is left out", m.sheet.name, r.n, made.label)
			return
		}
	case !totalWord.MatchString(made.label) || made.label == "小计":
		if !made.byLabel(m) {
			t.remark("%s 第 %d 行“%s”没有求和公式，不知道合计了哪些行，没有写入", "row %[2]d of %[1]s, %[3]q, has no formula that says what it adds up; it is left out", m.sheet.name, r.n, made.label)
			return
		}
	}
	for _, known := range m.totals {
		if known.label == made.label {
			made.label += "（第" + foreign.Address(1, r.n)[1:] + "行）"
		}
	}
	take := func(c *cell) { c.taken = true }
	for _, c := range r.cells {
		if c.Kind == foreign.Text && squeezed(c.text()) == name {
			take(c)
		}
	}
	for _, c := range m.columns {
		at := m.sheet.at[[2]int{r.n, c.n}]
		if at == nil || !c.numeric || !at.number() || !m.addable(c, at, summed) {
			continue
		}
		made.cells[c.id] = at
		take(at)
	}
	if len(made.cells) > 0 {
		m.totals = append(m.totals, made)
		m.bindTotal(t, made)
	}
}

// addable reports whether a total's cell is the sum of its column: a rate or an
// average is none.
func (m *table) addable(c *tableColumn, at *cell, summed bool) bool {
	if at.Formula != "" {
		return summing.MatchString(at.Formula) || !summed
	}
	return c.unit != "%" && c.formula == ""
}

var (
	summing    = regexp.MustCompile(`(?i)^\s*\+?(SUM|SUBTOTAL|SUMIFS?|ROUND\(\s*SUM)\s*\(|^\s*\+?\$?[A-Z]{1,3}\$?[0-9]+(\s*\+\s*\$?[A-Z]{1,3}\$?[0-9]+)*\s*$`)
	averaging  = regexp.MustCompile(`(?i)SUBTOTAL\(\s*(10)?[1-8]\s*,`)
	restricted = regexp.MustCompile(`(?i)SUMIFS?\s*\(`)
)

// summed are the data rows that a row's formulas add up; ok is false if it has no
// such formula. Rows of sums stand for what they add up themselves.
func (m *table) summed(t *transcript, r *row, depth int) (rows []int, ok bool) {
	for _, c := range r.cells {
		if c.Formula == "" || !summing.MatchString(c.Formula) || averaging.MatchString(c.Formula) || restricted.MatchString(c.Formula) {
			continue
		}
		set := map[int]bool{}
		for _, ref := range foreign.References(c.Formula) {
			if ref.Sheet != "" && ref.Sheet != m.sheet.name || ref.Area.Left != c.Column {
				return nil, false
			}
			for i, data := range m.rows {
				if ref.Area.Holds(c.Column, data.n) {
					set[i] = true
				}
			}
			if ref.Area.One() && depth == 0 {
				for _, sub := range m.sheet.rows {
					if sub.n != ref.Area.Top || sub.n == r.n || slices.Contains(m.rows, sub) {
						continue
					}
					inner, _ := m.summed(t, sub, depth+1)
					for _, i := range inner {
						set[i] = true
					}
				}
			}
		}
		for i := range m.rows {
			if set[i] {
				rows = append(rows, i)
			}
		}
		return rows, len(rows) > 0
	}
	return nil, false
}

// restrict finds a column in which just those rows read alike.
func (to *total) restrict(m *table, rows []int) bool {
	if len(rows) == 0 {
		return false
	}
	for k, c := range m.columns {
		if c.numeric || c.key {
			continue
		}
		value := m.text(k, rows[0])
		fits := value != ""
		for i := range m.rows {
			if (m.text(k, i) == value) != slices.Contains(rows, i) {
				fits = false
				break
			}
		}
		if fits {
			to.where, to.order = map[string]string{c.id: value}, []string{c.id}
			return true
		}
	}
	return false
}

// byLabel finds the rows by a total's name: 省级小计 are those that read 省级.
func (to *total) byLabel(m *table) bool {
	name := to.label
	if parts := totalEnd.FindStringSubmatch(name); parts != nil {
		name = parts[1]
	}
	name = strings.TrimSpace(name)
	for k, c := range m.columns {
		if c.numeric || c.key {
			continue
		}
		for i := range m.rows {
			if m.text(k, i) == name {
				to.where, to.order = map[string]string{c.id: name}, []string{c.id}
				return true
			}
		}
	}
	return false
}
