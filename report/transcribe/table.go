package transcribe

import (
	"cmp"
	"slices"
	"strings"

	"jianbao/report/xlsx/foreign"
)

// table is a table of the data file.
type table struct {
	id, title string
	unit      string
	notes     []string
	sheet     *sheet
	columns   []*tableColumn
	rows      []*row
	place     map[*row]int // of rows among rows
	totals    []*total
	labels    map[string]bool // of the totals
	groups    []string        // of the rows, if rows between them head others
	sample    bool            // its titles say that it is 示例数据
}

// tableColumn is one of its columns; n is the sheet's, 0 of the column of groups.
type tableColumn struct {
	n        int
	id       string
	title    string
	unit     string
	key      bool
	numeric  bool
	decimals int // of all figures; −1 if they differ
	formula  string
}

// total is a row of sums.
type total struct {
	label string
	count string           // of rows, if the label says it
	where *condition       // which rows it adds up; nil: all
	cells map[string]*cell // by column id
}

// condition is met by the rows that read a text in a column.
type condition struct{ column, text string }

// addTable makes a table of a list; false if it has no rows.
func (t *transcript) addTable(s *sheet, b *block) bool {
	made := &table{title: cmp.Or(b.title(), s.name), sheet: s, notes: b.notes, place: map[*row]int{}, labels: map[string]bool{}}
	made.sample = strings.Contains(s.name+strings.Join(b.titles, ""), "示例数据")
	var sums []*row
	group := ""
	for _, r := range b.body {
		switch label := labelOf(r); {
		case isSum(r, label):
			sums = append(sums, r)
		case len(r.cells) == 1 && r.cells[0].Kind == foreign.Text && len(b.head) > 1:
			group = r.cells[0].text()
			r.cells[0].taken = true
		default:
			made.place[r] = len(made.rows)
			made.rows = append(made.rows, r)
			made.groups = append(made.groups, group)
		}
	}
	if len(made.rows) == 0 {
		return false
	}
	b.takeHead()
	made.id = t.newID(made.title)
	made.addColumns(b)
	made.takeRows()
	made.columnFormulas(t)
	for _, r := range sums {
		made.addTotal(t, r)
	}
	sec := t.newSection(s, b)
	sec.tables = append(sec.tables, made)
	t.bindTable(made)
	return true
}

// labelOf is the first text of a row.
func labelOf(r *row) string {
	for _, c := range r.cells {
		if c.Kind == foreign.Text {
			return squeezed(c.text())
		}
	}
	return ""
}

// isSum reports whether a row adds others up: by its name, or by its formulas.
func isSum(r *row, label string) bool {
	if m := counted().FindStringSubmatch(label); m != nil {
		label = m[1]
	}
	return totalWord().MatchString(label) || totalEnd().MatchString(label) && hasNumber(r) ||
		slices.ContainsFunc(r.cells, func(c *cell) bool { return c.Formula != "" && restricted().MatchString(c.Formula) })
}

func hasNumber(r *row) bool {
	return slices.ContainsFunc(r.cells, func(c *cell) bool { return c.number() })
}

// addColumns finds what each column holds.
func (m *table) addColumns(b *block) {
	ids := map[string]int{}
	if slices.ContainsFunc(m.groups, func(g string) bool { return g != "" }) {
		m.columns = append(m.columns, &tableColumn{id: uniqueID("分组", ids), title: "分组"})
	}
	for _, c := range b.head {
		cells := m.column(c.n)
		if c.title == "" && len(cells) == 0 {
			continue
		}
		made := &tableColumn{n: c.n, title: c.title, unit: c.unit}
		if made.title == "" {
			made.title = "列" + foreign.Address(c.n, 1)[:len(foreign.Address(c.n, 1))-1]
		}
		made.id = uniqueID(made.title, ids)
		made.numeric, made.decimals = figuresOf(cells)
		if numberHead().MatchString(made.title) {
			made.numeric = false
		}
		percent := slices.ContainsFunc(cells, func(c *cell) bool { return c.Shown.Percent })
		switch {
		case !made.numeric:
			if made.unit != "" {
				made.title += "（" + made.unit + "）"
			}
			made.unit = ""
		case percent:
			made.unit = "%"
		case made.unit == "" && isUnit(b.unit) && !counting().MatchString(made.title):
			made.unit = unitText(b.unit)
			m.unit = b.unit
		}
		m.columns = append(m.columns, made)
	}
	for _, c := range m.columns {
		if c.n > 0 && !c.numeric && !numberHead().MatchString(c.title) {
			c.key = true
			break
		}
	}
}

// column is the cells of the data rows in a column.
func (m *table) column(n int) []*cell {
	var all []*cell
	for _, r := range m.rows {
		if c := m.sheet.at[[2]int{r.n, n}]; c != nil {
			all = append(all, c)
		}
	}
	return all
}

// figuresOf reports whether cells are figures, and their decimals if they all have
// the same.
func figuresOf(cells []*cell) (numeric bool, decimals int) {
	decimals = -1
	percent, plain := false, false
	for _, c := range cells {
		switch {
		case c.number():
			percent, plain = percent || c.Shown.Percent, plain || !c.Shown.Percent
			_, fraction, _ := strings.Cut(c.Shown.Figure, ".")
			if !numeric {
				decimals = len(fraction)
			} else if decimals != len(fraction) {
				decimals = -1
			}
			numeric = true
		case c.Kind == foreign.Text && isAbsent(c.text()) || c.Kind == foreign.Fault:
		default:
			return false, -1
		}
	}
	return numeric && !(percent && plain), decimals
}

// isAbsent reports signs for figures that there are not.
func isAbsent(s string) bool {
	return s == "-" || s == "…" || s == "……" || s == "—" || s == "——" || s == "–"
}

// takeRows notes the cells of the rows that stand in the data file.
func (m *table) takeRows() {
	for _, r := range m.rows {
		for _, c := range m.columns {
			if at := m.sheet.at[[2]int{r.n, c.n}]; at != nil && at.Kind != foreign.Fault {
				at.taken = true
			}
		}
	}
}

// text is a cell as the data file has it.
func (m *table) text(k, r int) string {
	c := m.columns[k]
	if c.n == 0 {
		return m.groups[r]
	}
	at := m.sheet.at[[2]int{m.rows[r].n, c.n}]
	if at == nil && !c.numeric {
		at = m.sheet.shown(m.rows[r].n, c.n) // one text for several rows
	}
	switch {
	case at == nil || at.Kind == foreign.Fault:
		return ""
	case c.numeric && at.number():
		return at.Shown.Figure
	case c.numeric && strings.HasPrefix(at.text(), "…"):
		return "…"
	case c.numeric:
		return "-"
	}
	return at.text()
}
