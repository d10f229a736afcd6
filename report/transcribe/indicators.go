package transcribe

import (
	"strings"
	"unicode/utf8"

	"jianbao/report/xlsx/foreign"
)

// indicator is an indicator of the data file.
type indicator struct {
	id, name     string
	of           string
	share        string
	formula      string
	formulaOf    *cell // the cell that the formula computes
	sheet        *sheet
	observations []*observation
	indent       int
}

// understand takes a list for what it is.
func (t *transcript) understand(s *sheet, b *block) {
	roles := t.rolesOf(b)
	switch {
	case b.head == nil && isPairs(b.body):
		b.head = []column{{n: b.body[0].cells[0].Column}, {n: b.body[0].cells[1].Column}}
		roles = []role{nameRole, valueRole}
		fallthrough
	case areIndicators(b, roles):
		t.addIndicators(s, b, roles)
	case b.head != nil && t.addTable(s, b):
	default:
		for _, r := range b.lines { // to be told as left out
			for _, c := range r.cells {
				c.taken = false
			}
		}
	}
}

// isPairs reports whether rows are names with a number each.
func isPairs(rows []*row) bool {
	for _, r := range rows {
		if len(r.cells) != 2 || r.cells[0].Kind != foreign.Text || !r.cells[1].number() || r.cells[0].Column != rows[0].cells[0].Column || r.cells[1].Column != rows[0].cells[1].Column {
			return false
		}
	}
	return len(rows) > 0
}

func (t *transcript) rolesOf(b *block) []role {
	roles := make([]role, len(b.head))
	for i, c := range b.head {
		roles[i] = roleOf(c.title)
		if _, is := headPeriod(c.title, t.period.year()); is {
			roles[i] = valueRole
		}
	}
	return roles
}

// areIndicators reports whether a list is of indicators: it names them, gives their
// figures, and has no column but those that qualify them.
func areIndicators(b *block, roles []role) bool {
	names, values, more := 0, 0, 0
	for i, r := range roles {
		switch r {
		case nameRole:
			names++
		case valueRole, lastRole, targetRole:
			values++
		case noRole:
			if b.head[i].title != "" && !numberHead.MatchString(b.head[i].title) {
				return false
			}
		default:
			more++
		}
	}
	if names != 1 || values == 0 {
		return false
	}
	for i, r := range roles {
		if r == nameRole {
			return more > 0 || values > 1 || strings.Contains(b.head[i].title, "指标") || b.unit == "" || len(b.head) == 2
		}
	}
	return false
}

// addIndicators makes indicators of a list. A row that heads others begins a
// section.
func (t *transcript) addIndicators(s *sheet, b *block, roles []role) {
	b.takeHead()
	sec := t.newSection(s, b)
	var whole *indicator
	for _, r := range b.body {
		if isGroup(r) {
			take(r)
			title := groupHead.ReplaceAllString(r.cells[0].text(), "")
			if len(sec.indicators) == 0 && len(sec.tables) == 0 {
				sec.title = title
			} else {
				sec = t.addSection(title)
			}
			whole = nil
			continue
		}
		i := t.indicatorOf(s, b, r, roles)
		switch {
		case i == nil && isLine(r):
			take(r)
			sec.notes = append(sec.notes, lineText(r))
			continue
		case i == nil:
			continue
		}
		name := ofWhich.FindString(i.name)
		switch {
		case whole != nil && (name != "" || i.of == "pending" && i.indent > whole.indent):
			i.of = whole.id
			i.asShare(whole)
		default:
			i.of = ""
			whole = i
		}
		i.name = strings.TrimSpace(i.name[len(name):])
		sec.add(i)
	}
	sec.notes = append(sec.notes, b.notes...)
}

// add adds an indicator; one that stands there by name and unit takes its
// observations, as lists have them that give a row to each period.
func (sec *section) add(i *indicator) {
	for _, known := range sec.indicators {
		if known.name == i.name && known.of == i.of && i.observations[0].period != "" && known.observations[0].period != "" {
			known.observations = append(known.observations, i.observations...)
			if i.formulaOf != nil {
				known.formulaOf = i.formulaOf
			}
			return
		}
	}
	sec.indicators = append(sec.indicators, i)
}

// indicatorOf makes an indicator of a row; nil of one that has no name or no figure.
func (t *transcript) indicatorOf(s *sheet, b *block, r *row, roles []role) *indicator {
	i := &indicator{sheet: s}
	unit := b.unit
	period := reference("")
	cells := make([]*cell, len(roles))
	figures := 0
	for k, c := range b.head {
		cells[k] = s.at[[2]int{r.n, c.n}]
		if cells[k] == nil {
			continue
		}
		switch roles[k] {
		case nameRole:
			i.name = cells[k].Shown.Text
		case unitRole:
			unit = unitText(cells[k].text())
		case periodRole:
			period, _ = periodIn(cells[k].text(), t.period.year())
		case valueRole, lastRole, targetRole, yoyRole, popRole, shareRole, rankRole:
			figures++
		}
	}
	if strings.TrimSpace(i.name) == "" || figures == 0 {
		return nil
	}
	i.indent = utf8.RuneCountInString(i.name) - utf8.RuneCountInString(strings.TrimLeft(i.name, " 　"))
	for k, c := range cells {
		if c != nil && roles[k] == nameRole {
			i.indent += c.Indent * 2
		}
	}
	i.name = strings.TrimSpace(i.name)
	if ofWhich.MatchString(i.name) || i.indent > 0 {
		i.of = "pending"
	}
	if name, own := withoutUnit(i.name); own != "" {
		i.name, unit = name, own
	}
	i.id = t.newID(ofWhich.ReplaceAllString(i.name, ""))
	for k, c := range cells {
		if c != nil {
			t.takeCell(i, b.head[k], roles[k], c, unit, period)
		}
	}
	t.settle(i)
	if len(i.observations) == 0 {
		i.observations = []*observation{{period: period}}
	}
	return i
}
