package transcribe

import (
	"strings"

	"jianbao/report/xlsx/foreign"
)

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
			if b.head[i].title != "" && !numberHead().MatchString(b.head[i].title) {
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
