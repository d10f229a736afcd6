package check

import (
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// lacking is why an aggregate cannot be told: rows that could not be read; over
// members, the files with errors among them and those that do not give the figure.
// A sum without them would pass for the whole; a part of it is no bound either,
// since a figure may be negative.
func (c *checker) lacking(a relation.Aggregate) diag.Text {
	if a.Table.Unread {
		return diag.Say("表“%s”没有读全", "the table %q could not be read whole", a.Table.ID.Value)
	}
	if a.Table.Members == nil || a.Column == nil && a.Where == nil {
		return diag.Text{}
	}
	columns := []*dataset.Column{}
	if a.Column != nil && a.Func != relation.Count {
		columns = append(columns, a.Column)
	}
	for _, w := range relation.Conditions(a.Where) {
		columns = append(columns, w.Columns()...)
	}
	selected := c.selected(a)
	var unlike, without lackingNames
	var faults []diag.Text
	for row := range a.Table.Rows() {
		m := a.Table.Members[row.Number()]
		if !m.Fault.IsZero() {
			faults = append(faults, m.Fault)
			continue
		}
		for n, column := range columns {
			index := a.Table.ColumnIndex(column.ID.Value)
			isSummed := n == 0 && a.Column != nil && a.Func != relation.Count
			switch {
			case !column.Numeric, isSummed && !selected.has(row.Number()), row.Figure(index).Absent != figure.Unknown:
				continue
			case slices.Contains(m.Unlike, column.ID.Value):
				unlike.add(m.Name, column)
			default:
				without.add(m.Name, column)
			}
			break
		}
	}
	switch {
	case len(faults) == 1:
		return faults[0]
	case len(faults) > 1:
		return diag.Say("%s，还有%d个下辖地区的数据文件也有错误", "%s, and so have %d more members", faults[0], len(faults)-1)
	case unlike.count > 0:
		return diag.Say("%s的%s计量单位不同，不能相加", "%s: %s is in an unlike unit", unlike.names(), unlike.column())
	case without.count > 0:
		return diag.Say("%s没有给出%s的%s", "%s: %[3]s is not given for %[2]s", without.names(), a.Table.Period.Chinese(), without.column())
	}
	return diag.Text{}
}

// lackingNames are members that lack a figure.
type lackingNames struct {
	first  []string
	count  int
	lacked *dataset.Column
}

// mostLacking is how many members a reason names.
const mostLacking = 5

func (l *lackingNames) add(name string, column *dataset.Column) {
	if l.count++; l.count <= mostLacking {
		l.first = append(l.first, name)
	}
	if l.lacked == nil {
		l.lacked = column
	}
}

func (l *lackingNames) names() diag.Text {
	said := strings.Join(l.first, "、")
	if l.count > mostLacking {
		return diag.Say("%s等%d个地区", "%s and others (%d in all)", said, l.count)
	}
	return diag.Say("%s", "%s", said)
}

func (l *lackingNames) column() string {
	if l.lacked.Title.Value != "" {
		return l.lacked.Title.Value
	}
	return l.lacked.ID.Value
}

// slipOfMember is the penalty of the likeliest slip in a member's figure, in its
// own unit, that changes it by what is required.
func (c *checker) slipOfMember(a relation.Aggregate, row dataset.Row, index int, required figure.Interval) int {
	cell := relation.Cell{Column: a.Column, Index: index, Unit: row.Figure(index).Unit}
	s := c.suspectCell(a.Table, row, cell)
	if s == nil || !s.readable {
		return noSlip.penalty
	}
	return s.written.slipWithin(bandOf(required.Per(s.Unit), s.usual))
}

// pointInto adds the places of the members' figures that hints name and no
// related place does, and has the line of the likeliest shown: to mend it, a file
// other than the one that was checked must be opened.
func (c *checker) pointInto(f *diag.Finding) {
	for n, h := range f.Hints {
		place, note, ok := c.memberPlace(h.Figure)
		if !ok {
			continue
		}
		known := false
		for i := range f.Related {
			if f.Related[i].Figure == h.Figure {
				f.Related[i].Shown, known = n == 0, true
			}
		}
		if !known {
			f.Related = append(f.Related, diag.Related{Place: place, Figure: h.Figure, Note: note, Shown: n == 0})
		}
	}
}

// memberPlace is where a member's figure stands, by its name.
func (c *checker) memberPlace(ref string) (diag.Place, diag.Text, bool) {
	id, _, _ := strings.Cut(ref, ".")
	for _, t := range c.d.MemberTables {
		if t.ID.Value != id {
			continue
		}
		for index, column := range t.Columns {
			if !column.Numeric || !strings.HasPrefix(ref, id+"."+column.ID.Value+"[") {
				continue
			}
			for row := range t.Rows() {
				if string(t.CellRef(row, column)) == ref {
					related := relatedCell(relation.Aggregate{Table: t, Column: column}, row, index)
					return related.Place, related.Note, true
				}
			}
		}
	}
	return diag.Place{}, diag.Text{}, false
}
