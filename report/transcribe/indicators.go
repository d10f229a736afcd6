package transcribe

import (
	"strings"
	"unicode/utf8"
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

// addIndicators makes indicators of a list. A row that heads others begins a
// section.
func (t *transcript) addIndicators(s *sheet, b *block, roles []role) {
	b.takeHead()
	sec := t.newSection(s, b)
	var whole *indicator
	for _, r := range b.body {
		if isGroup(r) {
			take(r)
			title := groupHead().ReplaceAllString(r.cells[0].text(), "")
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
		name := ofWhich().FindString(i.name)
		switch {
		case whole != nil && (name != "" || i.indent > whole.indent):
			i.of = whole.id
			i.asShare(whole)
		default:
			whole = i
		}
		i.name = strings.TrimSpace(i.name[len(name):])
		sec.add(i)
	}
	sec.notes = append(sec.notes, b.notes...)
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
	if name, own := withoutUnit(i.name); own != "" {
		i.name, unit = name, own
	}
	i.id = t.newID(ofWhich().ReplaceAllString(i.name, ""))
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
