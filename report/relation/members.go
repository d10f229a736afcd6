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
	switch {
	case s.b.d.Members.Value == "":
		s.fail(n, diag.UnknownName, diag.Say("没有写 members，不知道下辖哪些地区", "members says nowhere which districts these are"),
			diag.Hint{Kind: "members", Suggestion: "members: districts/*.yaml",
				Message: diag.Say("在数据文件里加一行 members: districts/*.yaml", "add a line members: districts/*.yaml to the data file")})
	default:
		s.unread()
	}
	return nil, false
}

// unread is the reason of what cannot be bound since members were not read. Why
// they were not was said where members stands, and is not said again.
func (s *scope) unread() {
	if s.b.fault.IsZero() {
		s.b.fault = diag.Say("下辖地区的数据文件没有读到", "the members' data files were not read")
	}
}
