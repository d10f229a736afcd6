package relation

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
)

// members is the table of members in the period that bare names mean: the
// figure of a half-year is the sum of those of that half-year.
func (s *scope) members(n expr.Node) (*dataset.Table, bool) {
	if t := s.b.d.MemberTable(s.at); t != nil {
		return t, true
	}
	if s.b.d.Members.Value != "" {
		s.unread()
		return nil, false
	}
	say, hint := dataset.NoMembers()
	s.fail(n, diag.UnknownName, say, hint)
	return nil, false
}

// unread is the reason of what cannot be bound since members were not read. Why
// they were not was said where members stands, and is not said again.
func (s *scope) unread() {
	if s.b.fault.IsZero() {
		s.b.fault = diag.Say("下辖地区的数据文件没有读到", "the members' data files were not read")
	}
}
