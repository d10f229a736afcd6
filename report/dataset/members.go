package dataset

import (
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// The names that expressions, charts and texts have for the members: the table
// of them, and its columns beside those of indicators.
const (
	MembersID  = "members"
	MemberName = "name"
	MemberCode = "code"
)

// Member is one of the data files that `members` names, without its figures:
// these are in the tables of members, of which it is a row.
type Member struct {
	File string
	// Name is what the row is called: the district's name, or that of the file if
	// the file could not be understood.
	Name string
	Code string // GB/T 2260; empty if the file does not say
	// Place is where the district's name stands, or the whole file.
	Place diag.Place
	// Fault is why none of its figures can be relied on: the file cannot be
	// understood, or there are errors in it. It is zero if they can.
	Fault diag.Text
	// Unlike are the ids of its indicators in a unit that those of the others
	// cannot be added to. They are not in the tables either.
	Unlike []string
}

// FigureCells are Cells that hold finished figures, each with a unit, precision
// and range of its own, as no text under a column's head could say.
type FigureCells interface {
	Cells
	Figure(row, column int) figure.Figure
	// BorneOut reports whether a check in the figure's own data file agrees with
	// it, so that it is less likely to be wrong than one that nothing is held to.
	BorneOut(row, column int) bool
}

// MemberTable is the table of the members' figures of a period, or nil if there
// are no members or none was read for that period. The tables are read for the
// file's period and for those of the figures that are added up of members.
func (d *Dataset) MemberTable(p period.Period) *Table {
	for _, t := range d.MemberTables {
		if t.Period == p {
			return t
		}
	}
	return nil
}

// NoMembers is what to say where members are named in a file that has none, and
// how to mend it.
func NoMembers() (diag.Text, diag.Hint) {
	const line = "members: districts/*.yaml"
	return diag.Say("没有写 members，不知道下辖哪些地区", "members says nowhere which districts these are"),
		diag.Hint{Kind: MembersID, Suggestion: line,
			Message: diag.Say("在数据文件里加一行 %s", "add a line %s to the data file", line)}
}
