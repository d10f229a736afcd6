package transcribe

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"jianbao/report/pattern"
	"jianbao/report/xlsx/foreign"
)

// addTotal makes a total of a row of sums. One that cannot be said of all rows, or
// of those that read alike in a column, is left out, and its numbers are told.
func (m *table) addTotal(t *transcript, r *row) {
	made := &total{label: labelOf(r), cells: map[string]*cell{}}
	name := made.label
	if parts := counted().FindStringSubmatch(name); parts != nil {
		made.label, made.count = parts[1], parts[2]
	}
	rows, summed := m.summed(r, 0)
	switch {
	case summed && len(rows) == len(m.rows):
	case summed:
		if !made.restrict(m, rows) {
			t.remark("%s 第 %d 行“%s”只合计了一部分，说不清是哪一部分，没有写入", "row %[2]d of %[1]s, %[3]q, adds up some rows that nothing sets apart; it is left out", m.sheet.name, r.n, made.label)
			return
		}
	case !totalWord().MatchString(made.label) || made.label == "小计":
		if !made.byLabel(m) {
			t.remark("%s 第 %d 行“%s”没有求和公式，不知道合计了哪些行，没有写入", "row %[2]d of %[1]s, %[3]q, has no formula that says what it adds up; it is left out", m.sheet.name, r.n, made.label)
			return
		}
	}
	if m.labels[made.label] {
		made.label += "（第" + strconv.Itoa(r.n) + "行）"
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
		m.labels[made.label] = true
		m.bindTotal(t, made)
	}
}

// addable reports whether a total's cell is the sum of its column: a rate or an
// average is none.
func (m *table) addable(c *tableColumn, at *cell, summed bool) bool {
	if at.Formula != "" {
		return summing().MatchString(at.Formula) || !summed
	}
	return c.unit != "%" && c.formula == ""
}

var (
	summing    = pattern.Of(`(?i)^\s*\+?(SUM|SUBTOTAL|SUMIFS?|ROUND\(\s*SUM)\s*\(|^\s*\+?\$?[A-Z]{1,3}\$?[0-9]+(\s*\+\s*\$?[A-Z]{1,3}\$?[0-9]+)*\s*$`)
	averaging  = pattern.Of(`(?i)SUBTOTAL\(\s*(10)?[1-8]\s*,`)
	restricted = pattern.Of(`(?i)SUMIFS?\s*\(`)
)

// summed are the data rows that a row's formulas add up; ok is false if it has no
// such formula. Rows of sums stand for what they add up themselves.
func (m *table) summed(r *row, depth int) (rows []int, ok bool) {
	for _, c := range r.cells {
		if c.Formula == "" || !summing().MatchString(c.Formula) || averaging().MatchString(c.Formula) || restricted().MatchString(c.Formula) {
			continue
		}
		set := map[int]bool{}
		for _, ref := range foreign.References(c.Formula) {
			if ref.Sheet != "" && ref.Sheet != m.sheet.name || ref.Area.Left != c.Column {
				return nil, false
			}
			for n := ref.Area.Top; n <= min(ref.Area.Bottom, m.rows[len(m.rows)-1].n); n++ {
				if i, is := m.place[m.sheet.row[n]]; is && ref.Area.Right >= c.Column {
					set[i] = true
				}
			}
			sub := m.sheet.row[ref.Area.Top]
			if _, isData := m.place[sub]; !ref.Area.One() || depth > 0 || isData || sub == nil || sub == r {
				continue
			}
			inner, _ := m.summed(sub, depth+1)
			for _, i := range inner {
				set[i] = true
			}
		}
		rows = slices.Sorted(maps.Keys(set))
		return rows, len(rows) > 0
	}
	return nil, false
}

// restrict finds a column in which just those rows read alike.
func (to *total) restrict(m *table, rows []int) bool {
	if len(rows) == 0 {
		return false
	}
	added := make([]bool, len(m.rows))
	for _, i := range rows {
		added[i] = true
	}
	for k, c := range m.columns {
		if c.numeric || c.key {
			continue
		}
		value := m.text(k, rows[0])
		fits := value != ""
		for i := range m.rows {
			if (m.text(k, i) == value) != added[i] {
				fits = false
				break
			}
		}
		if fits {
			to.where = &condition{c.id, value}
			return true
		}
	}
	return false
}

// byLabel finds the rows by a total's name: 省级小计 are those that read 省级.
func (to *total) byLabel(m *table) bool {
	name := to.label
	if parts := totalEnd().FindStringSubmatch(name); parts != nil {
		name = parts[1]
	}
	name = strings.TrimSpace(name)
	for k, c := range m.columns {
		if c.numeric || c.key {
			continue
		}
		for i := range m.rows {
			if m.text(k, i) == name {
				to.where = &condition{c.id, name}
				return true
			}
		}
	}
	return false
}
