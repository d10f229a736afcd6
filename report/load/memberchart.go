package load

import (
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// membersChart binds a chart of the members, whose marks are the districts:
// `of: [members.gdp]`, which is short for `table: members, values: [gdp]`. It is
// false if the chart is none.
func (r *reader) membersChart(c chartDraft) bool {
	chart := c.made
	const prefix = dataset.MembersID + "."
	var values []dataset.Text
	for _, id := range chart.Of {
		if column, of := strings.CutPrefix(id.Value, prefix); of {
			values = append(values, dataset.Text{Value: column, Place: id.Place})
		}
	}
	if len(values) > 0 && chart.Table.Value == "" {
		if len(values) < len(chart.Of) {
			r.report(diag.WrongShape, r.place(c.of.value), diag.Say("一张图不能既画下辖各地区，又画本地区的指标",
				"one chart cannot show both the members and indicators of the file"))
		}
		chart.Table = dataset.Text{Value: dataset.MembersID, Place: values[0].Place}
		chart.Of, chart.Values = nil, values
	}
	if _, own := r.ids[dataset.MembersID]; own || chart.Table.Value != dataset.MembersID || len(chart.Of) > 0 {
		return false
	}
	switch {
	case len(r.ds.MemberTables) > 0:
		r.bindTableChart(c, r.ds.MemberTables[0])
	case r.ds.Members.Value == "":
		say, hint := dataset.NoMembers()
		r.report(diag.UnknownName, chart.Table.Place, say, hint)
	}
	return true // that none could be read was said where members stands
}
